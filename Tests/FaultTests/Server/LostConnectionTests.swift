import Foundation
import LeadlineModel
import TestKit
import Testing

extension ServerFaults {
  /// The server ends connections at any moment, also at that of COMMIT.
  @Suite(.serialized) struct LostConnectionTests {
    private static let commands = 300

    /// What was said to have happened is there once, what was said not to is not.
    @Test func commandsHappenAsTold() throws {
      let seed = UInt64.random(in: .min ... .max)
      print("lost connections: seed \(seed)")
      var random = SeededNumbers(seed: seed)
      let own = try OwnDatabase(.postgres)
      let tool = try Tool(database: own.location)
      try tool.addLead()
      let script = (1...Self.commands).map { "log L1 call -- number \($0)." }
      try script.joined(separator: "\n").write(
        toFile: tool.path("calls"), atomically: true, encoding: .utf8)
      let calling = try tool.start(["--keep-going", "-f", tool.path("calls")], limits: "exec 2>&1")
      let ending = try Psql(own.location)
      // A program that cannot open its database at all ends: the first command is let through.
      try ending.send(
        """
        DO $$ BEGIN FOR tried IN 1..6000 LOOP EXIT WHEN EXISTS (SELECT 1 FROM activity); \
        PERFORM pg_sleep(0.01); END LOOP; END $$;
        """)
      try ending.waitForAnswer()
      // On a busy machine a connection takes longer to come back: the ends grow rarer with time.
      var longest = 0.06
      while calling.isRunning {
        longest *= 1.003
        try ending.send(
          """
          SELECT pg_sleep(\(Double.random(in: 0...longest, using: &random))); \
          SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity \
          WHERE datname = current_database() AND application_name = 'leadline';
          """)
        try ending.waitForAnswer()
      }
      ending.end()
      let output = try calling.outcome().output
      let told = Self.told(output)
      #expect(told.count == Self.commands)
      let lost = told.count { $0 == .didNotHappen }
      let unknown = told.count { $0 == .unknown }
      print("\(lost) of \(told.count) commands were lost, \(unknown) are not known")
      #expect(lost > 0 && lost < told.count)
      let notes = try tool.succeeds("activities", "--columns", "note").split(separator: "\n")
      for (index, outcome) in told.enumerated() {
        let found = notes.count { $0 == "number \(index + 1)." }
        let expected = outcome == .happened ? 1...1 : outcome == .unknown ? 0...1 : 0...0
        #expect(expected.contains(found), "\(outcome): number \(index + 1)")
      }
      try tool.expectSound()
    }

    private enum Told { case happened, didNotHappen, unknown }

    /// What the program said of each command, in order.
    private static func told(_ output: String) -> [Told] {
      output.split(separator: "\n").compactMap { line in
        if line.contains(" call logged: ") || line.contains("was done and is written") {
          return .happened
        }
        guard line.hasPrefix("error: ") else { return nil }
        // Ended once more while the journal was asked, the program says that it does not know.
        if line.hasSuffix("and the server does not answer") { return .unknown }
        #expect(line.hasSuffix("nothing of this command was written"))
        return .didNotHappen
      }
    }
  }
}

/// The client of the server, which stays connected.
private final class Psql {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()

  init(_ location: String) throws {
    process.executableURL = URL(fileURLWithPath: TestServer.client)
    process.arguments = [location, "-X", "-q", "-A", "-t"]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
  }

  func send(_ statements: String) throws {
    try input.fileHandleForWriting.write(contentsOf: Data((statements + "\n\\echo done\n").utf8))
  }

  func waitForAnswer() throws {
    var said = ""
    while !said.hasSuffix("done\n") {
      let data = output.fileHandleForReading.availableData
      if data.isEmpty { throw CocoaError(.fileReadUnknown) }
      said += String(decoding: data, as: UTF8.self)
    }
  }

  func end() {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }
}
