import Foundation

/// What keeps the database of a test.
package enum EngineChoice: String, CaseIterable, Sendable {
  case sqlite, postgres

  /// PostgreSQL where there is a server for tests.
  package static var allCases: [EngineChoice] {
    TestServer.shared == nil ? [.sqlite] : [.sqlite, .postgres]
  }
}

/// A database of one test's own; it goes with the value.
package final class OwnDatabase {
  /// As `--db` takes it.
  package let location: String
  private let remove: () -> Void

  package init(_ engine: EngineChoice) throws {
    switch (engine, TestServer.shared) {
    case (.postgres, let server?):
      let name = try server.makeDatabase()
      location = server.address(of: name)
      remove = { server.drop(name) }
    default:
      let folder = FileManager.default.temporaryDirectory.appending(path: "db-\(UUID())")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      location = folder.appending(path: "leads.db").path
      remove = { try? FileManager.default.removeItem(at: folder) }
    }
  }

  deinit { remove() }
}

extension TestServer {
  /// Makes an empty database in UTF-8; gives its name.
  package func makeDatabase() throws -> String {
    let name = "t" + UUID().uuidString.lowercased().replacing("-", with: "")
    try run("CREATE DATABASE \(name) TEMPLATE template0 ENCODING 'UTF8'")
    return name
  }

  package func drop(_ database: String) {
    _ = try? run("DROP DATABASE IF EXISTS \(database) WITH (FORCE)")
  }
}
