import Foundation
import TestKit
import Testing

extension ServerFaults {
  /// The server is killed, and started again.
  @Suite(.serialized) struct ServerKilledTests {
    private static let rows = 4000
    private let own: PrivateServer
    private let name: String
    private let tool: Tool
    private var server: TestServer { own.server }

    init() throws {
      own = try PrivateServer()
      name = try own.server.makeDatabase()
      tool = try Tool(database: own.server.address(of: name))
      try tool.addLead()
    }

    @Test func inTheMiddleOfAnImport() throws {
      let importing = try tool.start(["import", try tool.writeLeads(Self.rows)])
      try #require(try server.waitsForWriter(in: name))
      try own.kill()
      let outcome = try importing.outcome()
      #expect(outcome.code == 3, "\(outcome.errors)")
      #expect(outcome.errors.contains("was lost; nothing of this command was written"))
      #expect(!FileManager.default.fileExists(atPath: tool.path("leads.rejected.csv")))
      let refused = try tool.run("leads")
      #expect(refused.code == 3)
      #expect(refused.errors.contains("is the address right, and does the server run?"))
      try own.start()
      #expect(try tool.count("leads") == 1)
      try tool.expectSound()
    }

    @Test func inTheMiddleOfAnImportAtThePrompt() throws {
      let prompt = try tool.prompt()
      prompt.terminal.send("import \(try tool.writeLeads(Self.rows))\n")
      try #require(try server.waitsForWriter(in: name))
      try own.kill()
      try prompt.terminal.expect("was lost; nothing of this command was written\n")
      try prompt.terminal.expect("the next command connects again\nleadline> ")
      prompt.terminal.send("leads --columns id,title\n")
      try prompt.terminal.expect("error: cannot connect to '\(tool.database)'")
      try prompt.terminal.expect("\nleadline> ")
      try own.start()
      prompt.terminal.send("leads --columns id,title\n")
      try prompt.terminal.expect("\nL1  Motors\nleadline> ")
      prompt.terminal.send("log L1 call\n")
      try prompt.terminal.expect("A1 call logged: L1 Motors\nleadline> ")
      prompt.terminal.send("check\n")
      try prompt.terminal.expect("\nall is well\nleadline> ")
    }

    @Test func whileThePromptIsIdle() throws {
      let prompt = try tool.prompt()
      for (line, answer) in [
        ("log L1 call", "A1 call logged: L1 Motors\n"), ("leads --columns id,title", "L1  Motors\n"),
        ("log L1 call", "A2 call logged: L1 Motors\n"), ("undo", "taken back"),
      ] {
        try own.kill()
        try own.start()
        prompt.terminal.send(line + "\n")
        try prompt.terminal.expect(line + "\n")
        let shown = try prompt.terminal.expect("leadline> ")
        #expect(shown.contains(answer), "\(shown)")
        #expect(!shown.contains("error"), "\(shown)")
      }
      try own.stop()
      try own.start()
      prompt.terminal.send("leads Mo\t --columns id,title\n")
      try prompt.terminal.expect("L1  Motors\nleadline> ")
      #expect(try tool.count("activities") == 1)
      try tool.expectSound()
    }

    /// The end of a command is in doubt until the server is there again, and then no more.
    @Test(arguments: 0..<2) func whileCommandsRun(_ round: Int) throws {
      let script = (1...3000).map { "log L1 call -- call \($0)" }.joined(separator: "\n")
      try script.write(toFile: tool.path("calls"), atomically: true, encoding: .utf8)
      let calling = try tool.start(["-f", tool.path("calls")])
      #expect(calling.waits(for: "A20 "))
      try own.kill()
      try own.start()
      let outcome = try calling.outcome()
      #expect(outcome.code == 3, "\(outcome.errors)")
      // Killed between two commands, there is only nobody to connect to.
      let isTold = ["was lost; nothing of this command was written", "cannot connect to"]
        .contains { outcome.errors.contains($0) }
      #expect(isTold, "\(outcome.errors)")
      let done = outcome.output.split(separator: "\n").count
      #expect(try tool.count("activities") == done)
      try tool.expectSound()
    }
  }
}
