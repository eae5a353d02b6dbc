import Foundation
import Glibc
import LeadlineModel
import Testing

@testable import LeadlineShell

@Suite(.serialized) struct SinkTests {
  private let folder = NSTemporaryDirectory() + "sink-\(UUID().uuidString)"
  private var environment: [String: String] { ["PATH": "/usr/bin:/bin", "OUT": folder + "/out"] }

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  @Test func escapesData() throws {
    let target = Collected()
    let sink = Sink(target)
    try sink.writeLine(Printable("a\u{1B}[0m\n"))
    try sink.finish()
    #expect(target.text == "a\\u{1B}[0m\\n\n")
  }

  @Test func pipesToAProgram() throws {
    let sink = Sink(try ProgramTarget("tr a-z A-Z > \"$OUT\"", environment: environment))
    for _ in 0..<100_000 { try sink.writeLine(Printable("line")) }
    try sink.finish()
    #expect(try read("out") == String(repeating: "LINE\n", count: 100_000))
  }

  @Test func aProgramThatLeavesEarlyClosesQuietly() throws {
    let sink = Sink(try ProgramTarget("head -1 > \"$OUT\"", environment: environment))
    let failure = #expect(throws: Sink.Failure.self) {
      for _ in 0..<1_000_000 { try sink.writeLine(Printable("line")) }
    }
    #expect(failure == .closed)
    #expect(try read("out") == "line\n")
    try sink.finish()
  }

  @Test func tellsAProgramThatIsNotThere() throws {
    let command = "no-such-program-here 2> /dev/null"
    let sink = Sink(try ProgramTarget(command, environment: environment))
    try sink.writeLine(Printable("line"))
    #expect(throws: Sink.Failure.program(command)) { try sink.finish() }
  }

  @Test func whileAProgramRunsControlCIsIts() throws {
    let sink = Sink(try ProgramTarget("cat > \"$OUT\"", environment: environment))
    kill(getpid(), SIGINT)
    try sink.writeLine(Printable("still here"))
    try sink.finish()
    #expect(try read("out") == "still here\n")
  }

  @Test(arguments: [(3, false), (4, true)]) func pagesWhatIsTallerThanTheScreen(
    lines: Int, isPaged: Bool
  ) throws {
    var environment = environment
    environment["LEADLINE_PAGER"] = "cat > \"$OUT\""
    let pager = try #require(Pager(environment: environment))
    let terminal = open(folder + "/terminal", O_WRONLY | O_CREAT, 0o600)
    defer { close(terminal) }
    let screen = Screen(columns: 80, rows: 4)
    let sink = Sink(PagedTarget(terminal, screen: screen, pager: pager), capacity: 1)
    for _ in 0..<lines { try sink.writeLine(Printable("x")) }
    try sink.finish()
    let text = String(repeating: "x\n", count: lines)
    #expect(try read("terminal") == (isPaged ? "" : text))
    #expect((try? read("out")) == (isPaged ? text : nil))
  }

  @Test(
    arguments: [
      (["TERM": "xterm", "LEADLINE_PAGER": "a", "PAGER": "b"], "a"),
      (["TERM": "xterm", "PAGER": "b -x"], "b -x"), (["TERM": "dumb", "PAGER": "b"], nil),
      (["TERM": "dumb", "LEADLINE_PAGER": "a"], "a"),
      (["TERM": "xterm", "PAGER": "cat"], nil), (["TERM": "xterm", "LEADLINE_PAGER": ""], nil),
      (["TERM": "xterm", "PATH": "/nowhere"], nil),
    ] as [([String: String], String?)]) func choosesThePager(
      environment: [String: String], expected: String?
    )
  {
    #expect(Pager(environment: environment)?.command == expected)
  }

  private func read(_ name: String) throws -> String {
    try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
  }
}
