import Foundation
import LeadlineModel
import TestKit
import Testing

extension Faults {
  /// Ctrl-C comes at any moment, at the prompt.
  @Suite(.serialized) struct InterruptTests {
    private static let rounds = 60

    /// What was said to have happened is there once, what was said to be stopped is not.
    @Test(arguments: EngineChoice.allCases)
    func commandsHappenAsTold(on engine: EngineChoice) throws {
      let seed = UInt64.random(in: .min ... .max)
      print("interrupts: seed \(seed)")
      var random = SeededNumbers(seed: seed)
      let own = try OwnDatabase(engine)
      let tool = try Tool(database: own.location)
      try tool.addLead()
      let prompt = try tool.prompt()
      var (done, stopped) = (Set<String>(), Set<String>())
      for round in 1...Self.rounds {
        prompt.terminal.send("log L1 call -- round \(round).\n")
        try prompt.terminal.expect("round \(round).\n")
        usleep(UInt32.random(in: 0...30_000, using: &random))
        prompt.terminal.send("\u{3}")
        let shown = try answers(prompt.terminal, round)
        let isStopped = shown.contains("stopped; nothing was changed")
        let isDone = shown.contains("call logged") || shown.contains("was done and is written")
        #expect(!(isDone && isStopped), "\(shown)")
        if !isStopped, !isDone { #expect(!shown.contains("error"), "\(shown)") }
        if isDone { done.insert("round \(round).") }
        if isStopped { stopped.insert("round \(round).") }
      }
      print("\(engine): \(done.count) of \(Self.rounds) done, \(stopped.count) stopped")
      let notes = try tool.succeeds("activities", "--columns", "note").split(separator: "\n")
      let written = notes.dropFirst().map(String.init)
      // With Ctrl-C a terminal drops what it has not shown yet, so of some nothing was said.
      #expect(done.isSubset(of: written))
      #expect(stopped.isDisjoint(with: written))
      #expect(Set(written).count == written.count)
      try tool.expectSound()
    }

    /// What is shown until the prompt takes lines again; Ctrl-C drops some that are typed with it.
    private func answers(_ terminal: Terminal, _ round: Int) throws -> String {
      for attempt in 1... {
        let topic = "r\(round)-\(attempt)"
        terminal.send("help \(topic)\n")
        let answer = "error: no help about '\(topic)'\n  help lists the commands\nleadline> "
        do {
          return try terminal.expect(answer, timeout: 1)
        } catch let error as Terminal.Timeout {
          if attempt == 10 { throw error }
        }
      }
      return ""
    }
  }
}
