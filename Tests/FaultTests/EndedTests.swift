import Foundation
import LeadlineModel
import TestKit
import Testing

extension Faults {
  /// The program is ended in the middle of something.
  @Suite(.serialized) struct EndedTests {
    static let rows = 2000
    static let seeds: [UInt64] = [1, 2, UInt64.random(in: .min ... .max)]

    @Test(arguments: seeds) func killedDuringImport(_ seed: UInt64) throws {
      print("killed: seed \(seed)")
      var random = SeededNumbers(seed: seed)
      let tool = try Tool()
      try tool.addLead()
      let file = try tool.writeLeads(Self.rows)
      let whole = try importTime(file)
      for _ in 0..<3 {
        let before = try tool.count("leads")
        let importing = try tool.start(["import", file])
        usleep(UInt32.random(in: 1...UInt32(whole * 1_050_000), using: &random))
        importing.send(SIGKILL)
        _ = try importing.outcome()
        let after = try tool.count("leads")
        #expect(after == before || after == Self.rows + 1, "\(after) leads")
        try tool.expectSound()
      }
      try tool.succeeds("import", file)
      #expect(try tool.count("leads") == Self.rows + 1)
      try tool.expectSound()
    }

    /// How long the whole import takes in a database of its own, in seconds.
    private func importTime(_ file: String) throws -> Double {
      let other = try Tool()
      try other.addLead()
      let start = Date()
      try other.succeeds("import", file)
      return Date().timeIntervalSince(start)
    }

    @Test(arguments: [SIGINT, SIGTERM]) func signalDuringImport(_ signal: Int32) throws {
      let timed = try Tool()
      let whole = try importTime(try timed.writeLeads(Self.rows))
      var stopped = 0
      for share in [0.2, 0.4, 0.6, 0.8] {
        let tool = try Tool()
        try tool.addLead()
        let file = try tool.writeLeads(Self.rows)
        let importing = try tool.start(["import", file])
        usleep(UInt32(whole * share * 1_000_000))
        importing.send(signal)
        let outcome = try importing.outcome()
        // The machine may have been faster than when it was timed: then all of it is there.
        let isStopped = outcome.code == 128 + signal
        #expect(isStopped || outcome.code == 0, "at \(share): \(outcome.errors)")
        let leads = try tool.count("leads")
        #expect(leads == 1 || leads == Self.rows + 1, "at \(share)")
        if isStopped, leads == 1 { stopped += 1 }
        if !isStopped { #expect(leads == Self.rows + 1, "at \(share)") }
        try tool.expectSound()
        #expect(!FileManager.default.fileExists(atPath: tool.path("leads.rejected.csv")))
      }
      #expect(stopped > 0)
    }

    @Test func interruptDuringAList() throws {
      let tool = try Tool()
      try tool.addLead()
      try tool.succeeds("import", try tool.writeLeads(Self.rows))
      let whole = try tool.succeeds("leads", "--format", "tsv", "--columns", "all")
      // Nobody reads on: the list stands in the middle when the signal comes.
      let listing = try tool.start(
        ["leads", "--format", "tsv", "--columns", "all"],
        limits: "mkfifo list; (head -c 100; sleep 2; cat) < list > seen & exec > list")
      usleep(1_000_000)
      listing.send(SIGINT)
      #expect(try listing.outcome().code == 130)
      usleep(1_500_000)
      let seen = try tool.bytes("seen")
      #expect(seen.count < whole.utf8.count, "\(seen.count)")
      try tool.expectSound()
    }
  }
}
