import Foundation
import TestKit
import Testing

extension ServerFaults {
  /// A password is nowhere to be read, however it is written and wherever it goes wrong.
  @Suite struct PasswordTests {
    private static let passwords = [
      "Qz7Wk9", "Qz7@Wk9", "Qz7/Wk9", "Qz7:Wk9", "Qz7?Wk9", "Qz7#Wk9", "Qz7 Wk9", "Qz7'Wk9",
      "Qz7%zzWk9", "@/Wk9:?Qz7", "Qz7&a=Wk9", "Qz7\\ Wk9", "Qz7%40Wk9",
    ]

    private static let port =
      TestServer.shared?.tcpAddress.split(separator: ":").last?
      .prefix { $0 != "/" } ?? ""

    private static let addresses: [String] = passwords.flatMap { password in
      [
        "postgres://guarded:\(password)@127.0.0.1:\(port)/postgres",
        "postgresql://guarded:\(password)@127.0.0.1:\(port)/postgres?connect_timeout=3",
        "host=127.0.0.1 port=\(port) user=guarded password=\(password) dbname=postgres",
        "password='\(password)' host=127.0.0.1 port=\(port) user=guarded dbname=postgres",
        "Postgres://guarded:\(password)@127.0.0.1:\(port)/postgres",
      ]
        + (password.contains("&")
          ? []
          : [
            "postgres://127.0.0.1:\(port)/postgres?user=guarded&password=\(password)"
          ])
        + (password.contains("@")
          ? []
          : [
            "postgres://guarded:\(password)/postgres", "postgres://guarded:\(password)",
          ])
    }

    private func expectHidden(
      _ text: String, _ address: String, at place: SourceLocation = #_sourceLocation
    ) {
      for part in ["Qz7", "Wk9"] where text.contains(part) {
        Issue.record("\(address): \(text)", sourceLocation: place)
      }
    }

    @Test func inWhatIsPrinted() throws {
      let tool = try Tool()
      for address in Self.addresses {
        let outcome = try tool.run("leads", database: address)
        #expect(outcome.code == 3, "\(address)")
        #expect(outcome.errors.hasPrefix("error: "), "\(outcome.errors)")
        expectHidden(outcome.output + outcome.errors, address)
      }
    }

    @Test func inTheJournal() throws {
      let tool = try Tool()
      try tool.addLead()
      let lines = Self.addresses.map { "log L1 call --db \"\($0)\"" }
      try lines.joined(separator: "\n").write(
        toFile: tool.path("lines"), atomically: true, encoding: .utf8)
      _ = try tool.run("--keep-going", "-f", tool.path("lines"))
      let journal = try tool.succeeds("journal", "--limit", "999")
      #expect(journal.contains("log L1 call"))
      expectHidden(journal, "journal")
      expectHidden(String(decoding: try tool.bytes(), as: UTF8.self), "the file")
    }

    @Test func inTheHistory() throws {
      let tool = try Tool()
      try tool.addLead()
      let prompt = try tool.prompt()
      for address in Self.addresses {
        prompt.terminal.send("copy \"\(address)\" x.db\n")
        _ = try prompt.terminal.expect("\nerror: ")
        expectHidden(try prompt.terminal.expect("leadline> "), address)
      }
      prompt.terminal.send("quit\n")
      _ = try prompt.terminal.rest()
      let history = try String(contentsOfFile: tool.history, encoding: .utf8)
      #expect(history.split(separator: "\n").count > 20)
      expectHidden(history, "history")
    }
  }
}
