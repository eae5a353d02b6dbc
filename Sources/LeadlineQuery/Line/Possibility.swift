public import LeadlineModel

/// One thing that can stand at a place of a line, with what is already typed of it.
public enum Possibility: Hashable, Sendable {
  case command(prefix: String)
  case slot(Slot, prefix: String)
  /// The name of a field to select by, before `:`.
  case field(prefix: String)
  /// The name of a field or parameter to give, before `=`.
  case parameter(prefix: String)
  case value(Field, prefix: String)
  case option(prefix: String)
  case optionValue(Option, prefix: String)
  /// The name of a file, after `>`.
  case file(prefix: String)
}

/// What can stand at the cursor; no possibilities inside text.
public struct Expected: Hashable, Sendable {
  /// The command of the line, once it is known.
  public let signature: Signature?
  /// The fields that terms of this line may ask for.
  public let fields: [Field]
  public let possibilities: [Possibility]
  /// What a completion replaces: from the start of the word or value, its quote included.
  public let range: Range<String.Index>
}

extension LineParser {
  /// What can stand in `line` at `cursor`; what follows the cursor is not read.
  public func expectation(_ line: String, cursor: String.Index) -> Expected {
    let head = String(line[..<cursor])
    let read = ExpectationReader(parser: self, lexed: Lexer.tokens(line: head)).expected()
    let start = line.utf8.index(
      line.startIndex, offsetBy: head.utf8.distance(from: head.startIndex, to: read.start))
    return Expected(
      signature: read.scope?.signature, fields: read.scope?.fields.fields ?? [],
      possibilities: read.possibilities, range: start..<cursor)
  }
}

/// What was found to be possible at the end of a line.
struct ExpectationResult {
  var scope: Scope?
  var possibilities: [Possibility] = []
  /// Where the word or value begins that is being typed.
  var start: String.Index
}
