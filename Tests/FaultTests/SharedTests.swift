import Foundation
import Testing

extension Faults {
  /// Several programs have the database open.
  @Suite(.serialized) struct SharedTests {
    @Test func twoWriters() throws {
      let tool = try Tool()
      try tool.addLead()
      let script = (1...200).map { "log L1 call -- call \($0)" }.joined(separator: "\n")
      try script.write(toFile: tool.path("calls"), atomically: true, encoding: .utf8)
      let writers = try (0..<2).map { _ in try tool.start(["-f", tool.path("calls")]) }
      for _ in 0..<5 { _ = try tool.count("leads") }
      for writer in writers {
        let outcome = try writer.outcome()
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.errors == "")
      }
      #expect(try tool.count("activities") == 400)
      try tool.expectSound()
    }

    @Test func severalMakeTheDatabase() throws {
      let tool = try Tool()
      let writers = try (1...4).map { number in
        try tool.start(["new", "contact", "Person \(number)", "--yes"])
      }
      for writer in writers {
        let outcome = try writer.outcome()
        #expect(outcome.code == 0, "\(outcome.errors)")
      }
      #expect(try tool.count("contacts") == 4)
      try tool.expectSound()
    }

    /// Where two begin to read and then want to write, SQLite waits for neither by itself.
    @Test func waitsAtTheFirstWrite() throws {
      let tool = try Tool()
      let holder = try SQLiteFile(tool.database).holder(in: tool.folder)
      #expect(holder.waits(for: "held\n"))
      let writer = try tool.start(["new", "contact", "Person", "--yes"])
      usleep(300_000)
      #expect(writer.isRunning)
      try holder.type("release")
      #expect(try writer.outcome().errors == "")
      #expect(try holder.outcome().code == 0)
      #expect(try tool.count("contacts") == 1)
    }

    /// One that stays open sees what another wrote, and writes after it.
    @Test func staysOpen() throws {
      let tool = try Tool()
      try tool.addLead()
      let open = try tool.start([])
      try open.type("leads --format tsv --columns id,title")
      #expect(open.waits(for: "L1\tMotors\n"))
      try tool.succeeds("import", try tool.writeLeads(300))
      try open.type("leads \"Project 299\" --format tsv --columns id,title")
      #expect(open.waits(for: "\tProject 299\n"))
      try open.type("log L1 call -- from the open one")
      try open.type("activities --format tsv --columns note")
      #expect(open.waits(for: "from the open one\n"))
      try tool.succeeds("log", "L1", "call", "--", "from another")
      try open.type("undo")
      try open.type("activities --format tsv --columns note")
      _ = try open.outcome()
      #expect(try tool.count("activities") == 1)
      try tool.expectSound()
    }
  }
}
