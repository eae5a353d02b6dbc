import Foundation
import Glibc
import Testing

@testable import LeadlineShell

@Suite struct HistoryFileTests {
  private let folder = NSTemporaryDirectory() + "history-\(UUID().uuidString)"

  @Test func isPrivate() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let history = HistoryFile(path: folder + "/leadline/history")
    #expect(try history.load() == [])
    try history.append("leads 汽车")
    #expect(try history.load() == ["leads 汽车"])
    var status = stat()
    #expect(stat(history.path, &status) == 0 && status.st_mode & 0o777 == 0o600)
    #expect(stat(folder + "/leadline", &status) == 0 && status.st_mode & 0o777 == 0o700)
  }

  @Test func keepsTheLast5000() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let history = HistoryFile(path: folder + "/history")
    try history.append("0")
    let text = (1...6000).map { "\($0)\n" }.joined()
    try text.write(toFile: history.path, atomically: false, encoding: .utf8)
    #expect(try history.load() == (1001...6000).map(String.init))
    try history.append("6001")
    #expect(try history.load().first == "1002")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["history"])
  }

  @Test func loadsWhateverTheFileHolds() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let history = HistoryFile(path: folder + "/history")
    try history.append("x")
    try Data([0x61, 0xFF, 0x0A, 0x0A, 0x62]).write(to: URL(filePath: history.path))
    #expect(try history.load() == ["a\u{FFFD}", "b"])
  }

  @Test func writersBesideEachOtherLoseNothing() async throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let history = HistoryFile(path: folder + "/history")
    try history.append("first")
    try await withThrowingTaskGroup { group in
      for writer in 0..<4 {
        group.addTask {
          for line in 0..<1400 {
            try history.append("\(writer) \(line)")
            if line % 100 == 0 { _ = try history.load() }
          }
        }
      }
      try await group.waitForAll()
    }
    let lines = try history.load()
    #expect(lines.count == HistoryFile.limit)
    for writer in 0..<4 {
      let own = lines.filter { $0.hasPrefix("\(writer) ") }.compactMap { Int($0.dropFirst(2)) }
      #expect(own == own.sorted() && own.last == 1399 && own.count > 0)
    }
  }

  @Test func aFileThatCannotBeWrittenIsTold() {
    let history = HistoryFile(path: "/dev/null/leadline/history")
    #expect(throws: HistoryFile.Failure.self) { try history.append("x") }
  }

  @Test(
    arguments: [
      (["XDG_STATE_HOME": "/s", "HOME": "/h"], "/s/leadline/history"),
      (["XDG_STATE_HOME": "", "HOME": "/h"], "/h/.local/state/leadline/history"),
      (["XDG_STATE_HOME": "relative", "HOME": "/h"], "/h/.local/state/leadline/history"),
      ([:], nil),
    ] as [([String: String], String?)]) func followsXDG(
      environment: [String: String], expected: String?
    )
  {
    #expect(HistoryFile(environment: environment)?.path == expected)
  }
}
