internal import Glibc

/// The program that shows what is taller than the screen.
public struct Pager: Hashable, Sendable {
  /// A line for the shell.
  public let command: String
  public let environment: [String: String]

  /// `LEADLINE_PAGER`, `PAGER`, else `less -FRX`; nil if that is empty or `cat`, if there is no
  /// `less`, or on a dumb terminal, where only `LEADLINE_PAGER` counts.
  public init?(environment: [String: String]) {
    let isDumb = ["", "dumb"].contains(environment["TERM", default: ""])
    let fallback = Self.isInstalled("less", environment) ? "less -FRX" : ""
    let usual = isDumb ? "" : environment["PAGER"] ?? fallback
    let command = environment["LEADLINE_PAGER"] ?? usual
    if command.allSatisfy(\.isWhitespace) || command == "cat" { return nil }
    self.command = command
    self.environment = environment
  }

  private static func isInstalled(_ program: String, _ environment: [String: String]) -> Bool {
    environment["PATH", default: "/usr/bin:/bin"].split(separator: ":")
      .contains { access("\($0)/\(program)", X_OK) == 0 }
  }
}
