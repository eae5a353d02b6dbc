/// Where a database is: a file, or on a server.
public enum Location: Hashable, Sendable {
  case file(path: String)
  /// As libpq reads it: `postgres://…`, or `service=NAME` and the like.
  case server(address: String)

  /// A text that begins as an address does is one; all else names a file.
  ///
  /// `word=` and `word://` begin addresses, whatever the word: a file of such a name is written
  /// `./word=…`. What is no address after all is refused by whoever opens it, and never made.
  public init(_ text: String) {
    let trimmed = text.drop(while: \.isWhitespace)
    let word = trimmed.prefix { $0.isASCII && ($0.isLetter || $0 == "_") }
    let rest = trimmed.dropFirst(word.count)
    let isAddress =
      rest.hasPrefix("://") || rest.drop(while: \.isWhitespace).hasPrefix("=")
      || rest.hasPrefix(":") && word.lowercased().hasPrefix("postgres")
    self =
      isAddress && !word.isEmpty ? .server(address: String(trimmed)) : .file(path: text)
  }

  public var isServer: Bool {
    if case .server = self { true } else { false }
  }
}
