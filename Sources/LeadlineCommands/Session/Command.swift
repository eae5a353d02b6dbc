public import Leadline

/// One command: the one source of parsing, help, completion and tests about it.
public struct Command: Sendable {
  public enum Group: String, CaseIterable, Sendable {
    case look, work, pipeline, network, contest, data, prompt
  }

  /// What a command needs of the database that the program was told to use.
  public enum Need: Int, Sendable {
    case nothing
    /// To know where it is.
    case place
    case open
  }

  public let signature: Signature
  public let group: Group
  /// What it does, in a line.
  public let summary: Words
  /// Lines that work, the most useful first.
  public let examples: [String]
  /// What help says beyond the examples; empty where they say it all.
  public let details: String
  public let needs: Need
  public let run: @Sendable (ParsedLine, Session) throws -> Void

  public init(
    _ signature: Signature, _ group: Group, _ summary: Words, examples: [String],
    details: String = "", needs: Need = .open,
    run: @escaping @Sendable (ParsedLine, Session) throws -> Void
  ) {
    self.signature = signature
    self.group = group
    self.summary = summary
    self.examples = examples
    self.details = details
    self.needs = needs
    self.run = run
  }

  /// Whether this is one of the command's names.
  public func isNamed(_ word: String) -> Bool {
    let fold = Fold.text(word)
    return ([signature.name] + signature.aliases).contains { Fold.text($0) == fold }
  }
}
