/// Where a database is: a file, or on a server.
public enum Location: Hashable, Sendable {
  case file(path: String)
  /// As libpq reads it: `postgres://…`, or `service=NAME` and the like.
  case server(address: String)

  /// A text that begins as an address does is one; all else names a file.
  public init(_ text: String) {
    let word = text.prefix { $0.isASCII && ($0.isLetter || $0 == "_") }
    let rest = text.dropFirst(word.count)
    let isAddress =
      rest.hasPrefix("://")
      ? Self.schemes.contains(String(word))
      : rest.hasPrefix("=") && Self.keywords.contains(String(word))
    self = isAddress ? .server(address: text) : .file(path: text)
  }

  public var isServer: Bool {
    if case .server = self { true } else { false }
  }

  private static let schemes: Set<String> = ["postgres", "postgresql"]
  private static let keywords: Set<String> = [
    "service", "host", "hostaddr", "port", "dbname", "user", "password",
  ]
}
