import Foundation
import Glibc
import LeadlineModel
import LeadlineShell
import Synchronization
import TestKit
import Testing

/// A small program on `LineEditor` that the prompt's tests start at a pseudo-terminal: this test
/// binary once more, with only the test below.
struct PromptProgram {
  static let key = "LEADLINE_PROMPT_PROGRAM"
  static var isRunning: Bool { ProcessInfo.processInfo.environment[key] != nil }

  let child: Child
  var terminal: Terminal { child.terminal }

  init(_ environment: [String: String] = [:], columns: Int = 80) throws {
    var variables = environment
    variables[Self.key] = "1"
    child = try Child(
      Self.program, Self.arguments, environment: variables, columns: columns)
    try terminal.expect("t> ")
  }

  static let program = "/proc/self/exe"
  static var path: String {
    get throws { try FileManager.default.destinationOfSymbolicLink(atPath: program) }
  }
  static var arguments: [String] {
    ["--testing-library", "swift-testing", "--filter", "runsPromptProgram"]
  }

  /// Types a line and checks what the program read.
  func enters(_ keys: String, gives line: String) throws {
    terminal.send(keys)
    try terminal.expect("got <\(line)>\n")
    try terminal.expect("t> ")
  }
}

@Test(.enabled(if: PromptProgram.isRunning)) func runsPromptProgram() throws {
  let environment = ProcessInfo.processInfo.environment
  let history = environment["HISTORY"].map { HistoryFile(path: $0) }
  let editor = try #require(LineEditor(history: history))
  editor.completer = completeSample
  let prefill = environment["PREFILL"]
  loop: while true {
    switch editor.readLine(prompt: environment["PROMPT"] ?? "t> ", prefill: prefill) {
    case .end: break loop
    case .interrupted: print("interrupted")
    case .line("work"): print(work())
    case .line("page"): print(page(environment))
    case .line(let line): print("got <\(line)>")
    }
    fflush(nil)
  }
  print("ended")
  fflush(nil)
  exit(0)
}

/// Waits for Ctrl-C, at most ten seconds.
private func work() -> String {
  let isCancelled = Flag()
  let cancel: @Sendable () -> Void = { isCancelled.set() }
  return Interrupts().watch(cancel: cancel) { token in
    print("working")
    fflush(nil)
    for _ in 0..<1000 where !isCancelled.isSet { usleep(10_000) }
    return "cancelled: \(token.isSet)"
  }
}

/// Shows more than fits the screen; says how that ended.
private func page(_ environment: [String: String]) -> String {
  fflush(nil)
  guard let pager = Pager(environment: environment) else { return "no pager" }
  let screen = Screen(of: STDOUT_FILENO, environment: environment)
  let sink = Sink(PagedTarget(STDOUT_FILENO, screen: screen, pager: pager), capacity: 512)
  do throws(Sink.Failure) {
    for number in 1...100_000 { try sink.writeLine(Printable("row \(number)")) }
    try sink.finish()
    return "shown"
  } catch {
    return "\(error)"
  }
}

/// Fields first, then owners by name or initials.
private func completeSample(_ line: String, _ cursor: Int) -> Completion? {
  let before = String(decoding: line.utf8.prefix(cursor), as: UTF8.self)
  let start = before.lastIndex(where: " :,=".contains).map(before.index(after:))
  let word = String(before[(start ?? before.startIndex)...])
  let offset = before.utf8.count - word.utf8.count
  if before.hasSuffix(":" + word) || before.hasSuffix("," + word) {
    let owners = ["王伟": "ww", "王芳": "wf", "李娜": "ln", "\"O Neil\"": "on"]
    let found = owners.filter { $0.key.hasPrefix(word) || $0.value.hasPrefix(word) }.map(\.key)
    return Completion(start: offset, candidates: found.sorted())
  }
  let fields = ["stage:", "stalled-on:", "owner:"].filter { $0.hasPrefix(word) }
  return Completion(start: offset, candidates: fields, endsWord: false)
}

private final class Flag: Sendable {
  private let value = Mutex(false)
  var isSet: Bool { value.withLock { $0 } }
  func set() { value.withLock { $0 = true } }
}
