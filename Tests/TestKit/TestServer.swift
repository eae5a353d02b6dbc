import Foundation

/// A PostgreSQL server that tests may use.
package struct TestServer: Sendable {
  /// The address of its database `postgres`, for the role that may do everything.
  package let address: String
  /// The same by its loopback port, where a password is asked for; that role may make databases.
  package let tcpAddress: String

  package init(address: String, tcpAddress: String) {
    self.address = address
    self.tcpAddress = tcpAddress
  }

  /// The one that `./Tests/run` starts; nil where there is none.
  package static let shared: TestServer? = {
    let environment = ProcessInfo.processInfo.environment
    guard let address = environment["LEADLINE_TEST_POSTGRES"] else {
      print("LEADLINE_TEST_POSTGRES is not set: PostgreSQL is left out")
      return nil
    }
    return TestServer(
      address: address, tcpAddress: environment["LEADLINE_TEST_POSTGRES_TCP"] ?? address)
  }()

  /// The address of a database of this server.
  package func address(of database: String) -> String {
    Self.address(address, naming: database)
  }

  /// The same through the loopback port.
  package func tcpAddress(of database: String) -> String {
    Self.address(tcpAddress, naming: database)
  }

  private static func address(_ address: String, naming database: String) -> String {
    let start = address.firstRange(of: "://")?.upperBound ?? address.startIndex
    guard let name = address[start...].firstRange(of: "/postgres") else { return address }
    return address.replacingCharacters(in: name, with: "/" + database)
  }

  /// Runs statements in a database; gives the rows, a line each, `|` between their values.
  @discardableResult
  package func run(_ statements: String..., in database: String = "postgres") throws -> String {
    let options = ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1"]
    return try Self.psql([address(of: database)] + options + statements.flatMap { ["-c", $0] })
  }

  private static func psql(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: client)
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    let said = String(decoding: bytes, as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(arguments: arguments, said: said) }
    return said
  }

  /// Debian keeps the programs of every version off the path.
  package static let client: String = {
    let folder = "/usr/lib/postgresql"
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let programs = versions.sorted { $0.compare($1, options: .numeric) == .orderedAscending }
      .map { "\(folder)/\($0)/bin/psql" }
    return programs.last { FileManager.default.isExecutableFile(atPath: $0) } ?? "/usr/bin/psql"
  }()

  package struct Failure: Error, CustomStringConvertible {
    let arguments: [String]
    let said: String
    package var description: String { "\(arguments): \(said)" }
  }
}
