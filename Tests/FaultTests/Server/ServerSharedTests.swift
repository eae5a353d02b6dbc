import Foundation
import TestKit
import Testing

extension ServerFaults {
  /// Several programs work on one database of a server.
  @Suite(.serialized) struct ServerSharedTests {
    private static let calls = 1000
    /// A terminal takes its time.
    private static let typedCalls = 200
    private let own: OwnDatabase
    private let tool: Tool

    init() throws {
      own = try OwnDatabase(.postgres)
      tool = try Tool(database: own.location)
      try tool.addLead()
    }

    /// None is lost, and no number is left out.
    private func expectAllCalls(_ count: Int) throws {
      let numbers = try tool.succeeds("activities", "--columns", "id").split(separator: "\n")
        .dropFirst().compactMap { Int($0.dropFirst()) }
      #expect(numbers.sorted() == Array(1...count))
      let journal = try tool.succeeds("journal", "--limit", "9999").split(separator: "\n")
      #expect(journal.count { $0.contains("log L1 call") } == count)
      try tool.expectSound()
    }

    @Test func twoScripts() throws {
      let script = (1...Self.calls).map { "log L1 call -- call \($0)" }.joined(separator: "\n")
      try script.write(toFile: tool.path("calls"), atomically: true, encoding: .utf8)
      let writers = try (0..<2).map { _ in try tool.start(["-f", tool.path("calls")]) }
      for writer in writers {
        let outcome = try writer.outcome()
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.errors == "")
      }
      try expectAllCalls(2 * Self.calls)
    }

    @Test func twoPrompts() throws {
      let prompts = try (0..<2).map { _ in try tool.prompt() }
      for _ in 0..<Self.typedCalls {
        for prompt in prompts { prompt.terminal.send("log L1 call\n") }
        for prompt in prompts {
          try prompt.terminal.expect(" call logged: L1 Motors\nleadline> ")
        }
      }
      try expectAllCalls(2 * Self.typedCalls)
    }

    @Test func severalMakeTheDatabase() throws {
      let empty = try OwnDatabase(.postgres)
      let tool = try Tool(database: empty.location)
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
  }
}
