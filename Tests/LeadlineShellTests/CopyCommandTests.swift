import Foundation
import Leadline
import LeadlineCommands
import LeadlineInterchange
import Testing

/// `copy`, `init` and `backup`, on files and, where there is one, on a server.
@Suite final class CopyCommandTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "copy-\(UUID().uuidString)")
  private let console = RecordingConsole()

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func path(_ name: String) -> String { folder.appending(path: name).path }

  private var files: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }

  /// Runs the arguments of a shell with no database open; gives the exit code.
  @discardableResult
  private func run(_ arguments: String..., db: String? = nil) throws -> Int32 {
    var settings = Session.Settings()
    settings.location = db ?? path("default.db")
    let session = Session(
      crm: try CRM.open(":memory:", as: "Li Na"), console: console, settings: settings)
    return tried { try session.run(arguments: arguments) }
  }

  private func tried(_ body: () throws -> Void) -> Int32 {
    console.said = []
    console.error = nil
    do {
      try body()
      return 0
    } catch {
      let text = ErrorText(error, in: .english)
      console.error = text.full
      return text.exitCode
    }
  }

  /// A database with a lead, in which commands ran.
  private func fill(_ place: String, _ lines: [String] = ["new lead Motors source=alumni"]) throws {
    let crm = try CRM.open(place, as: "Li Na", clock: .fixed(Day(iso: "2026-11-23")!))
    let session = Session(crm: crm, console: console)
    for line in lines { try session.run(line) }
  }

  private func titles(_ place: String) throws -> [String] {
    try CRM.open(place, as: "Li Na").leads().map(\.title)
  }

  @Test func copiesAFile() throws {
    try fill(path("a.db"))
    #expect(try run("copy", path("a.db"), path("b.db")) == 0)
    let counts = "leads 1, contacts 0, organisations 0, activities 0, journal entries 2"
    #expect(console.said[0].hasPrefix("copied and verified: \(counts); rows in all "))
    #expect(console.said.dropFirst() == ["use it:  leadline --db \(path("b.db"))"])
    #expect(console.progress.contains { $0.hasPrefix("copying lead: ") && $0.contains("/s, ") })
    #expect(console.progress.contains { $0.hasPrefix("verifying search_key: ") })
    #expect(console.progress.last == .some("") && files == ["a.db", "b.db"])
    #expect(try titles(path("b.db")) == ["Motors"])
    let crm = try CRM.open(path("b.db"), as: "Li Na")
    #expect(try crm.journal(limit: 9).map(\.line) == ["new lead Motors source=alumni", ""])
    let mode = try FileManager.default.attributesOfItem(atPath: path("b.db"))[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func refusesWhatIsNoSource() throws {
    try fill(path("a.db"))
    try Data().write(to: URL(filePath: path("empty.db")))
    try Data("a text, and not a database at all".utf8).write(to: URL(filePath: path("text")))
    let before = files
    for (from, error) in [
      ("no.db", "there is no database '\(path("no.db"))' to copy from"),
      ("empty.db", "'\(path("empty.db"))' is not a Leadline database"),
      ("text", "'\(path("text"))' is not a Leadline database"),
    ] {
      #expect(try run("copy", path(from), path("b.db")) == 3)
      #expect(console.error?.hasPrefix("error: \(error)") == true, "\(console.error ?? "")")
    }
    try FileManager.default.createSymbolicLink(
      atPath: path("link.db"), withDestinationPath: path("a.db"))
    for same in ["a.db", "../\(folder.lastPathComponent)/a.db", "link.db"] {
      #expect(try run("copy", path("a.db"), path(same)) == 1)
      #expect(console.error == "error: '\(path(same))' would be copied to itself")
    }
    #expect(files == (before + ["link.db"]).sorted())
    #expect(try run("copy", path("a.db")) == 2)
  }

  @Test func refusesWhatIsNoTarget() throws {
    try fill(path("a.db"))
    try fill(path("b.db"), ["new lead Mill source=event"])
    try Data("a text, and not a database at all".utf8).write(to: URL(filePath: path("text")))
    let bytes = try Data(contentsOf: URL(filePath: path("b.db")))
    #expect(try run("copy", path("a.db"), path("b.db")) == 1)
    #expect(console.error?.contains("is not empty, and a copy never replaces") == true)
    #expect(try Data(contentsOf: URL(filePath: path("b.db"))) == bytes)
    #expect(try run("copy", path("a.db"), path("text")) == 3)
    #expect(console.error?.contains("is not a Leadline database") == true)
    #expect(try run("copy", path("a.db"), path("missing/b.db")) == 3)
    #expect(try run("copy", path("a.db"), folder.path) == 3)
    #expect(try run("copy", path("a.db"), ":memory:") == 3)
    #expect(files == ["a.db", "b.db", "text"])
  }

  @Test func takesWhatInitMade() throws {
    try fill(path("a.db"))
    #expect(try run("init", db: path("b.db")) == 0)
    #expect(console.said == ["made the database '\(path("b.db"))', with its tables"])
    #expect(try run("init", db: path("b.db")) == 0)
    let there = "the database '\(path("b.db"))' is there already (leads:"
    #expect(console.said == ["\(there) 0); nothing was changed"])
    try Data().write(to: URL(filePath: path("c.db")))
    for target in ["b.db", "c.db"] {
      #expect(try run("copy", path("a.db"), path(target)) == 0)
      #expect(try titles(path(target)) == ["Motors"])
    }
    #expect(try run("init", db: path("b.db")) == 0)
    #expect(console.said == ["\(there) 1); nothing was changed"])
  }

  @Test func initRefusesWhatIsSomebodyElses() throws {
    try Data("a text, and not a database at all".utf8).write(to: URL(filePath: path("text")))
    #expect(try run("init", db: path("text")) == 3)
    #expect(console.error?.contains("is not a Leadline database") == true)
    #expect(try run("init", db: path("missing/b.db")) == 3)
    #expect(files == ["text"])
  }

  /// A new file goes again, one that was there is as it was; stopped by Ctrl-C or by an error.
  @Test(arguments: [nil, Data()] as [Data?]) func aStoppedCopyLeavesTheFileAsItWas(
    _ former: Data?
  ) throws {
    try fill(path("a.db"))
    if let former { try former.write(to: URL(filePath: path("b.db"))) }
    let before = files
    let stop = CancelGroup()
    #expect(throws: StorageError.cancelled) {
      try CRM.copy(from: path("a.db"), to: path("b.db"), stoppedBy: stop) { progress in
        if progress.phase == .verifying { stop.cancel() }
      }
    }
    struct Enough: Error {}
    #expect(throws: Enough.self) {
      try CRM.copy(from: path("a.db"), to: path("b.db")) { _ in throw Enough() }
    }
    #expect(files == before)
    if former != nil { #expect(try Data(contentsOf: URL(filePath: path("b.db"))) == former) }
    #expect(throws: StorageError.cancelled) {
      try CRM.copy(from: path("a.db"), to: path("b.db"), stoppedBy: stop)
    }
    #expect(files == before)
  }

  /// What the session gives to be cancelled ends the copy.
  @Test func controlCStopsIt() throws {
    try fill(path("a.db"))
    let session = Session(crm: try CRM.open(":memory:", as: "Li Na"), console: console)
    let canceller = session.renewCanceller()
    console.onProgress = { canceller.cancel() }
    let code = tried { try session.run("copy \(path("a.db")) \(path("b.db"))") }
    #expect(code == 130 && console.error == "error: stopped; nothing was changed")
    #expect(console.progress.last == .some("") && files == ["a.db"])
  }

  @Test(arguments: [
    "copy postgres://u:geheim@127.0.0.1:1/x y.db", "copy y.db postgres://u:geheim@127.0.0.1:1/x",
    "copy 'postgres:///x?password=geheim&host=/nowhere' y.db",
    "copy \"host=127.0.0.1 port=1 password='ge heim' dbname=x\" y.db",
    "copy postgres://u:g@e/h:e?im@127.0.0.1:1/x y.db", "copy postgres://u:geheim@127.0.0.1:1/x",
    "copy a.db b.db postgres://u:geheim@127.0.0.1:1/x", "backup postgres://u:geheim@127.0.0.1:1/x",
    "import postgres://u:geheim@127.0.0.1:1/x", "leads postgres://u:geheim@127.0.0.1:1/x staeg:1",
    "leads host=h password=geheim",
  ])
  func noPasswordIsShown(_ line: String) throws {
    let session = Session(crm: try CRM.open(":memory:", as: "Li Na"), console: console)
    for part in [line, line.replacing("y.db", with: path("a.db"))] {
      #expect(tried { try session.run(part) } > 0)
      let error = try #require(console.error)
      for secret in ["geheim", "ge heim", "g@e", "e?im"] { #expect(!error.contains(secret)) }
    }
  }

  @Test func theCaretStandsUnderTheWord() throws {
    let session = Session(crm: try CRM.open(":memory:", as: "Li Na"), console: console)
    _ = tried { try session.run("leads postgres://u:geheim@h/x staeg:1") }
    #expect(
      console.error?.split(separator: "\n").dropFirst().prefix(2) == [
        "  leads postgres://u:***@h/x staeg:1", "                             ^^^^^",
      ])
  }

  @Test func noPasswordGoesIntoTheJournal() throws {
    try fill(
      path("a.db"),
      [
        "new lead Motors source=alumni note=\"postgres://u:geheim@h/x\"",
        "log L1 call -- the wifi password is 123",
      ])
    let crm = try CRM.open(path("a.db"), as: "Li Na")
    #expect(
      try crm.journal(limit: 2).map(\.line) == [
        "log L1 call -- the wifi password is 123",
        "new lead Motors source=alumni note=\"postgres://u:***@h/x\"",
      ])
  }

  @Test(.enabled(if: TestServer.address != nil)) func aDatabaseOnAServerIsMadeAndCopied() throws {
    let server = try #require(TestServer.address)
    let name = "线索 \"\(UUID().uuidString.prefix(8))'s\""
    let place = TestServer.address(of: name, on: server)
    let drop = "DROP DATABASE \"\(name.replacing("\"", with: "\"\""))\""
    defer { TestServer.run(drop, on: server) }
    try fill(path("a.db"))
    #expect(try run("init", db: place) == 0)
    #expect(console.said == ["made the database '\(place)', with its tables"])
    #expect(try run("init", db: place) == 0)
    #expect(console.said[0].contains("is there already (leads: 0)"))
    #expect(try run("copy", path("a.db"), place) == 0)
    #expect(try titles(place) == ["Motors"])
    #expect(try run("copy", path("a.db"), place) == 1)
    #expect(try run("copy", place, path("b.db")) == 0)
    #expect(try titles(path("b.db")) == ["Motors"])
    let session = Session(crm: try CRM.open(place, as: "Li Na"), console: console)
    #expect(tried { try session.run("backup \(path("c.db"))") } == 0)
    #expect(console.said == ["backed up to \(path("c.db"))"])
    #expect(try titles(path("c.db")) == ["Motors"])
    #expect(tried { try session.run("backup \(path("c.db"))") } == 3)
    #expect(try CRM.open(path("c.db"), as: "Li Na").check() == [])
  }

  @Test(.enabled(if: TestServer.address != nil)) func twoMayMakeOneDatabase() async throws {
    let server = try #require(TestServer.address)
    let name = "two_\(UUID().uuidString.prefix(8))"
    let place = TestServer.address(of: name, on: server)
    defer { TestServer.run("DROP DATABASE \"\(name)\"", on: server) }
    try await withThrowingTaskGroup { group in
      for _ in 0..<4 { group.addTask { try CRM.make(at: place).leads } }
      for try await leads in group { #expect(leads == 0) }
    }
    #expect(try CRM.make(at: place).isNew == false)
  }
}
