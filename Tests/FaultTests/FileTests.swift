import Foundation
import Testing

extension Faults {
  /// What stands where the database should be is something else.
  @Suite(.serialized) struct FileTests {
    /// The program refuses, says so in a line that begins with `error:`, and leaves the file.
    private func refuses(
      _ tool: Tool, says part: String, at place: SourceLocation = #_sourceLocation
    ) throws {
      let before = try tool.bytes()
      for command in [["leads"], ["new", "contact", "Wang", "--yes"], ["check"]] {
        let outcome = try tool.start(command).outcome()
        #expect(outcome.code == 3, "\(command): \(outcome.errors)", sourceLocation: place)
        #expect(outcome.errors.hasPrefix("error: "), sourceLocation: place)
        #expect(outcome.errors.contains(part), "\(outcome.errors)", sourceLocation: place)
      }
      #expect(try tool.bytes() == before, sourceLocation: place)
    }

    @Test(arguments: [
      "just some text\n", "key,title\nK1,Motors\n", String(repeating: "\u{0}x", count: 40_000),
    ])
    func noDatabase(_ text: String) throws {
      let tool = try Tool()
      try text.write(toFile: tool.database, atomically: true, encoding: .utf8)
      try refuses(tool, says: "is not a Leadline database")
    }

    @Test func anotherProgramsDatabase() throws {
      let tool = try Tool()
      try SQLiteFile(tool.database).run(
        "CREATE TABLE song (title TEXT); INSERT INTO song VALUES (1)")
      try refuses(tool, says: "is not a Leadline database")
    }

    @Test func madeByANewerProgram() throws {
      let tool = try Tool()
      try tool.addLead()
      try SQLiteFile(tool.database).run(
        "UPDATE meta SET value = '99' WHERE name = 'schema'; PRAGMA wal_checkpoint(TRUNCATE)")
      try refuses(tool, says: "newer Leadline (schema 99")
    }

    @Test func cutShort() throws {
      let tool = try Tool()
      try tool.addLead()
      try tool.succeeds("import", try tool.writeLeads(200))
      let whole = try tool.bytes()
      try whole.prefix(whole.count / 2 + 100).write(to: tool.folder.appending(path: "leads.db"))
      let outcome = try tool.run("check")
      #expect(outcome.code == 3, "\(outcome.output)\(outcome.errors)")
      let written = try tool.run("import", try tool.writeLeads(400))
      #expect(written.code == 3, "\(written.output)\(written.errors)")
      #expect(written.errors.contains("is damaged"), "\(written.errors)")
    }

    @Test func overwrittenInPlaces() throws {
      let tool = try Tool()
      try tool.addLead()
      try tool.succeeds("import", try tool.writeLeads(200))
      var damaged = try tool.bytes()
      for start in stride(from: 8192, to: damaged.count - 4096, by: 12_288) {
        for offset in 0..<512 { damaged[start + offset] = UInt8(truncatingIfNeeded: offset * 7) }
      }
      try damaged.write(to: tool.folder.appending(path: "leads.db"))
      for command in [["leads"], ["check"]] {
        let outcome = try tool.start(command).outcome()
        #expect(outcome.code == 3, "\(command): \(outcome.output)\(outcome.errors)")
        #expect((outcome.errors + outcome.output).contains("damaged"), "\(outcome.errors)")
      }
      #expect(try tool.bytes() == damaged)
    }

    @Test func anEmptyFileBecomesADatabase() throws {
      let tool = try Tool()
      _ = FileManager.default.createFile(atPath: tool.database, contents: nil)
      try tool.addLead()
      try tool.expectSound()
    }

    @Test func placesThatAreNone() throws {
      let tool = try Tool()
      for place in [tool.folder.path, tool.path("missing/leads.db"), "/dev/null/leads.db"] {
        let outcome = try tool.run("leads", database: place)
        #expect(outcome.code == 3, "\(place): \(outcome.errors)")
        #expect(outcome.errors.hasPrefix("error: cannot open '\(place)'"), "\(outcome.errors)")
      }
      #expect(!FileManager.default.fileExists(atPath: tool.path("missing")))
    }
  }
}

/// A SQLite file, changed behind the program's back with the `sqlite3` program of Python.
struct SQLiteFile {
  let path: String

  init(_ path: String) { self.path = path }

  func run(_ statements: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", "-c",
      "import sqlite3, sys; sqlite3.connect(sys.argv[1]).executescript(sys.argv[2])", path,
      statements,
    ]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }
  /// A program that begins to write, says so, and ends its writing when it is given a line.
  func holder(in folder: URL) throws -> Running {
    let program = """
      import sqlite3, sys
      file = sqlite3.connect(sys.argv[1], isolation_level=None)
      file.execute("BEGIN IMMEDIATE")
      print("held", flush=True)
      input()
      file.execute("COMMIT")
      """
    return try Running("/usr/bin/env", ["python3", "-c", program, path], in: folder)
  }
}
