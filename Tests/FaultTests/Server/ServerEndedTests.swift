import Foundation
import LeadlineModel
import TestKit
import Testing

extension ServerFaults {
  /// The program is ended in the middle of something, on a server.
  @Suite(.serialized) struct ServerEndedTests {
    private static let rows = 3000
    private let server = TestServer.shared!
    private let name: String
    private let own: OwnDatabase
    private let tool: Tool

    init() throws {
      own = try OwnDatabase(.postgres)
      name = String(own.location.split(separator: "/")[2].prefix { $0 != "?" })
      tool = try Tool(database: own.location)
      try tool.addLead()
    }

    @Test func killedDuringImport() throws {
      let seed = UInt64.random(in: .min ... .max)
      print("killed: seed \(seed)")
      var random = SeededNumbers(seed: seed)
      let file = try tool.writeLeads(Self.rows)
      for _ in 0..<3 {
        let importing = try tool.start(["import", file])
        try #require(try server.waitsForWriter(in: name))
        usleep(UInt32.random(in: 0...300_000, using: &random))
        importing.send(SIGKILL)
        let start = Date()
        try tool.succeeds("log", "L1", "call")
        #expect(Date().timeIntervalSince(start) < 5)
        let isWhole = try importing.outcome().code == 0
        #expect(try tool.count("leads") == (isWhole ? Self.rows + 1 : 1))
      }
      try tool.expectSound()
    }

    @Test(arguments: [SIGINT, SIGTERM]) func signalDuringImport(_ signal: Int32) throws {
      let importing = try tool.start(["import", try tool.writeLeads(Self.rows)])
      try #require(try server.waitsForWriter(in: name))
      importing.send(signal)
      let outcome = try importing.outcome()
      #expect(outcome.code == 128 + signal, "\(outcome.errors)")
      #expect(try tool.count("leads") == 1)
      #expect(!FileManager.default.fileExists(atPath: tool.path("leads.rejected.csv")))
      try tool.expectSound()
    }

    @Test func interruptAtThePrompt() throws {
      let prompt = try tool.prompt()
      prompt.terminal.send("import \(try tool.writeLeads(Self.rows))\n")
      try #require(try server.waitsForWriter(in: name))
      prompt.terminal.send("\u{3}")
      try prompt.terminal.expect("stopped; nothing was changed\nleadline> ")
      prompt.terminal.send("leads --columns id,title\n")
      try prompt.terminal.expect("\nL1  Motors\nleadline> ")
      prompt.terminal.send("log L1 call\n")
      try prompt.terminal.expect("A1 call logged: L1 Motors\nleadline> ")
      try tool.expectSound()
    }

    /// A writer that waits for another one stops waiting.
    @Test func interruptWhileWaiting() throws {
      let importing = try tool.start(["import", try tool.writeLeads(Self.rows)])
      try #require(try server.waitsForWriter(in: name))
      importing.send(SIGSTOP)
      let waiting = try tool.start(["log", "L1", "call"])
      try #require(
        try server.waits(
          for: "t",
          from: """
            SELECT count(*) > 0 FROM pg_stat_activity \
            WHERE wait_event = 'advisory' AND datname = current_database()
            """, in: name))
      waiting.send(SIGINT)
      #expect(try waiting.outcome().code == 130)
      importing.send(SIGCONT)
      #expect(try importing.outcome().code == 0)
      #expect(try tool.count("activities") == 0)
      try tool.expectSound()
    }

    /// A server that does not react is left when it is asked again.
    @Test func interruptWhileTheServerHangs() throws {
      let importing = try tool.start(["import", try tool.writeLeads(Self.rows)])
      try #require(try server.waitsForWriter(in: name))
      let said = try server.run(
        """
        SELECT pid FROM pg_stat_activity \
        WHERE application_name = 'leadline' AND datname = current_database()
        """, in: name)
      let backend = try #require(Int32(said.trimmingCharacters(in: .whitespacesAndNewlines)))
      kill(backend, SIGSTOP)
      defer { kill(backend, SIGCONT) }
      for _ in 0..<200 where importing.isRunning {
        importing.send(SIGINT)
        usleep(100_000)
      }
      try #require(!importing.isRunning)
      kill(backend, SIGCONT)
      let outcome = try importing.outcome()
      // Between two statements it stops, in the middle of one the connection is cut.
      #expect(
        outcome.code == 130 && outcome.errors.contains("nothing was changed")
          || outcome.code == 3 && outcome.errors.contains("nothing of this command was written"))
      #expect(try tool.count("leads") == 1)
      try tool.expectSound()
    }

    @Test func interruptDuringAList() throws {
      try tool.succeeds("import", try tool.writeLeads(Self.rows))
      let list = ["leads", "--format", "tsv", "--columns", "all"]
      let whole = try tool.start(list).outcome().output
      // Nobody reads on: the list stands in the middle when the signal comes.
      let listing = try tool.start(
        list, limits: "mkfifo list go; (head -c 100; read go < go; cat) < list > seen & exec > list"
      )
      for _ in 0..<1000 where (try? tool.bytes("seen"))?.isEmpty != false { usleep(10_000) }
      listing.send(SIGINT)
      try "go\n".write(toFile: tool.path("go"), atomically: false, encoding: .utf8)
      #expect(try listing.outcome().code == 130)
      let seen = try tool.bytes("seen")
      #expect(seen.count < whole.utf8.count, "\(seen.count)")
      try tool.expectSound()
    }
  }
}
