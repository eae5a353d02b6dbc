import Foundation
import Leadline
import LeadlineCommands
import LeadlineInterchange

/// A console without a person, which keeps what is said.
final class RecordingConsole: Console {
  var said: [String] = []
  var notices: [String] = []
  /// What was shown, and "" where it was taken away.
  var progress: [String] = []
  var onProgress: () -> Void = {}
  /// What a caller was told of the last command.
  var error: String?

  var dialogue: (any Dialogue)? { nil }
  var isTerminal: Bool { false }
  func say(_ text: String) { said.append(text) }
  func page(_ text: [GradedText]) { said.append(text.map(\.text).joined()) }
  func notice(_ text: String) { notices.append(text) }
  func progress(_ text: String?) {
    progress.append(text ?? "")
    if text != nil { onProgress() }
  }
  func table(_ request: TableRequest, _ body: (inout any TableWriter) throws -> Void) {}
  func bytes(_ request: TableRequest, _ body: (any ByteSink) throws -> Void) {}
}

/// The PostgreSQL server that tests may use, `LEADLINE_TEST_POSTGRES`.
enum TestServer {
  static let address: String? = {
    let address = ProcessInfo.processInfo.environment["LEADLINE_TEST_POSTGRES"]
    if address == nil { print("LEADLINE_TEST_POSTGRES is not set: PostgreSQL is left out") }
    return address
  }()

  /// The address of another database of the same server.
  static func address(of database: String, on server: String) -> String {
    let name = database.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? database
    return server.replacing(/\/[^\/?]*(\?|$)/) { "/\(name)\($0.output.1)" }
  }

  /// Runs a statement with the server's own client.
  static func run(_ statement: String, on server: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["psql", "-q", "-d", server, "-c", statement]
    try? process.run()
    process.waitUntilExit()
  }
}
