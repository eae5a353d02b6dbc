package import Foundation

/// A server of one test's own, which it may kill; it ends with the value.
package final class PrivateServer {
  package private(set) var server: TestServer
  /// Where its socket stands.
  package let folder: URL

  package init() throws {
    folder = URL(fileURLWithPath: "/tmp/pg-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    server = TestServer(address: "", tcpAddress: "")
    try start()
  }

  deinit {
    _ = try? run("stop")
    try? FileManager.default.removeItem(at: folder)
  }

  /// Starts it, or brings it back at the same addresses.
  package func start() throws {
    let address = try run("start").trimmingCharacters(in: .whitespacesAndNewlines)
    let door = try String(contentsOf: folder.appending(path: "tcp-url"), encoding: .utf8)
    server = TestServer(
      address: address, tcpAddress: door.trimmingCharacters(in: .whitespacesAndNewlines))
  }

  /// Ends all of its processes at once with SIGKILL.
  package func kill() throws { try run("kill") }
  /// Ends it in order.
  package func stop() throws { try run("stop") }

  @discardableResult
  private func run(_ verb: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "postgres")
    process.arguments = [verb, folder.path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let said = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw TestServer.Failure(arguments: [verb], said: "exit \(process.terminationStatus)")
    }
    return String(decoding: said, as: UTF8.self)
  }
}
