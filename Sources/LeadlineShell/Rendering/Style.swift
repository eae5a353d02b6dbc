/// When output is coloured: `--color`.
public enum ColorChoice: String, CaseIterable, Sendable {
  case auto, always, never

  /// `auto` is a terminal that can and a user who did not say `NO_COLOR`.
  public func style(environment: [String: String], isTerminal: Bool) -> Style {
    switch self {
    case .always: return Style(isColored: true)
    case .never: return Style(isColored: false)
    case .auto:
      let term = environment["TERM"] ?? ""
      let isWanted = environment["NO_COLOR", default: ""].isEmpty
      return Style(isColored: isTerminal && isWanted && !term.isEmpty && term != "dumb")
    }
  }
}

/// Emphasis on a terminal, which only repeats what the words say.
public struct Style: Hashable, Sendable {
  public let isColored: Bool

  public init(isColored: Bool) {
    self.isColored = isColored
  }

  public func bold(_ text: String) -> String { wrapped(text, "1") }
  public func dim(_ text: String) -> String { wrapped(text, "2") }
  public func red(_ text: String) -> String { wrapped(text, "31") }
  public func yellow(_ text: String) -> String { wrapped(text, "33") }

  private func wrapped(_ text: String, _ code: String) -> String {
    isColored && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
