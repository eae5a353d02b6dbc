/// One token of a line: where it stands, and which parts of it are quoted.
public struct Token: Hashable, Sendable {
  public let range: Range<String.Index>
  /// The quoted parts with their marks, in order.
  public let quotes: [Range<String.Index>]

  public init(range: Range<String.Index>, quotes: [Range<String.Index>] = []) {
    self.range = range
    self.quotes = quotes
  }

  /// Whether the whole token stands in quotes.
  public var isQuoted: Bool { quotes.first == range }
}

/// A part of a token as it is meant: a quoted one without its marks.
public struct Piece: Hashable, Sendable {
  public let text: String
  public let isQuoted: Bool
  public let range: Range<String.Index>
}

/// The mark `>` and the words after it, one of them where it is right.
public struct Redirection: Hashable, Sendable {
  public let mark: Range<String.Index>
  public let words: [Token]
}

/// A line cut into tokens, with what stands after `--`, `>` or `|`.
public struct LexedLine: Hashable, Sendable {
  public let line: String
  public internal(set) var tokens: [Token] = []
  /// What stands after ` -- `, as typed.
  public internal(set) var text: Range<String.Index>?
  public internal(set) var redirection: Redirection?
  /// What stands after `|`.
  public internal(set) var program: Range<String.Index>?
  /// A quote that was opened where it counts and never closed.
  public internal(set) var openQuote: Range<String.Index>?

  init(line: String) {
    self.line = line
  }

  /// The whole token as it is meant.
  public func piece(_ token: Token) -> Piece { piece(token.range, of: token) }

  /// A part of `token` as it is meant.
  public func piece(_ range: Range<String.Index>, of token: Token) -> Piece {
    guard token.quotes.contains(range) else {
      return Piece(text: String(line[range]), isQuoted: false, range: range)
    }
    return Piece(text: Quotes.content(of: line[range]), isQuoted: true, range: range)
  }

  /// A part of `token` with the quotes inside it taken off, one by one.
  func unquoted(_ range: Range<String.Index>, of token: Token) -> String {
    var text = ""
    var index = range.lowerBound
    for quote in token.quotes where range.contains(quote.lowerBound) {
      text += line[index..<quote.lowerBound] + Quotes.content(of: line[quote])
      index = quote.upperBound
    }
    return text + line[index..<range.upperBound]
  }
}
