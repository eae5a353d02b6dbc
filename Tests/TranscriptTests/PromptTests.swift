import Foundation
import Glibc
import TestKit
import Testing

@Suite(.disabled(if: PromptProgram.isRunning)) struct PromptTests {
  @Test func readsLinesUntilControlD() throws {
    let program = try PromptProgram()
    try program.enters("leads 汽车\n", gives: "leads 汽车")
    try program.enters("x\u{1}y\n", gives: "yx")
    program.terminal.send("\u{4}")
    try program.terminal.expect("\nended\n")
    #expect(program.child.wait() == 0)
  }

  @Test(arguments: [
    ["LANG": "C"], ["LC_ALL": "POSIX"], ["LC_ALL": "", "LANG": "", "LC_CTYPE": ""],
  ])
  func takesChineseInAnyLocale(locale: [String: String]) throws {
    let program = try PromptProgram(locale)
    try program.enters("王伟x\u{7F}\u{7F}芳\n", gives: "王芳")
  }

  @Test func controlCDropsTheLine() throws {
    let program = try PromptProgram()
    program.terminal.send("move L42")
    try program.terminal.expect("move L42")
    program.terminal.send("\u{3}")
    try program.terminal.expect("^C\ninterrupted\nt> ")
    try program.enters("next\n", gives: "next")
    program.terminal.send("\u{12}nex")
    try program.terminal.expect("nex")
    program.terminal.send("\u{3}")
    try program.terminal.expect("interrupted\nt> ")
    try program.enters("after\n", gives: "after")
  }

  @Test func controlCStopsTheCommandOnly() throws {
    let program = try PromptProgram()
    for _ in 0..<3 {
      program.terminal.send("work\n")
      try program.terminal.expect("working\n")
      program.terminal.send("\u{3}")
      try program.terminal.expect("cancelled: true\nt> ")
    }
    try program.enters("on\n", gives: "on")
  }

  @Test func completes() throws {
    let program = try PromptProgram()
    try program.enters("leads ow\tw\t\u{7F}ln\t\n", gives: "leads owner:李娜 ")
    try program.enters("owner:李\t\n", gives: "owner:李娜 ")
    try program.enters("owner:李娜,o\t\n", gives: "owner:李娜,\"O Neil\" ")
    program.terminal.send("x s\t")
    try program.terminal.expect("stage:")
    try program.terminal.expect("stalled-on:")
    try program.terminal.expect("t> x sta")
    try program.enters("l\tx\n", gives: "x stalled-on:x")
    program.terminal.send("owner:w\t")
    try program.terminal.expect("王伟")
    try program.terminal.expect("t> owner:w")
    try program.enters("w\t\n", gives: "owner:王伟 ")
  }

  @Test func prefillsAQuestion() throws {
    let program = try PromptProgram(["PREFILL": "苏州"])
    try program.enters("市\n", gives: "苏州市")
  }

  @Test func runsAPastedBlockLineByLine() throws {
    let program = try PromptProgram(["TERM": "xterm"])
    program.terminal.send("\u{1B}[200~one\ntwo 二\n three\n\u{1B}[201~\n")
    try program.terminal.expect("got <one>\n")
    try program.terminal.expect("t> two 二\ngot <two 二>\n")
    try program.terminal.expect("t>  three\ngot < three>\n")
    try program.enters("four\n", gives: "four")
  }

  @Test func keepsHistoryForLaterAndBeside() throws {
    let folder = NSTemporaryDirectory() + "leadline-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/state/history"
    let first = try PromptProgram(["HISTORY": path])
    let second = try PromptProgram(["HISTORY": path])
    try first.enters("one\n", gives: "one")
    try second.enters("two\n", gives: "two")
    try first.enters("one\n", gives: "one")
    try first.enters(" secret\n", gives: " secret")
    try first.enters("three\n", gives: "three")
    try first.enters("\u{10}\u{10}\n", gives: "one")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "one\ntwo\nthree\none\n")
    let third = try PromptProgram(["HISTORY": path])
    try third.enters("\u{10}\u{10}\n", gives: "three")
    first.child.kill(SIGKILL)
  }

  @Test(arguments: [SIGTERM, SIGHUP]) func endsBySignalWithTheTerminalRestored(signal: Int32) throws
  {
    let program = try PromptProgram(["TERM": "xterm"])
    program.terminal.send("half")
    try program.terminal.expect("half")
    program.child.kill(signal)
    let rest = try program.terminal.rest()
    #expect(rest.contains("\u{1B}[?2004l"))
    #expect(program.child.wait() == 128 + signal)
  }

  @Test func stopsAndComesBack() throws {
    let shell = try Child(
      "/bin/bash", ["--norc", "--noprofile", "-i"],
      environment: ["PS1": "sh$ ", PromptProgram.key: "1"])
    try shell.terminal.expect("sh$ ")
    let line = ([try PromptProgram.path] + PromptProgram.arguments).map { "'\($0)'" }.joined(
      separator: " ")
    shell.terminal.send(line + "\n")
    try shell.terminal.expect("t> ")
    shell.terminal.send("half")
    try shell.terminal.expect("half")
    shell.terminal.send("\u{1A}")
    try shell.terminal.expect("Stopped")
    try shell.terminal.expect("sh$ ")
    shell.terminal.send("fg\n")
    try shell.terminal.expect("t> half")
    shell.terminal.send("way\n")
    try shell.terminal.expect("got <halfway>\n")
    try shell.terminal.expect("t> ")
    shell.terminal.send("\u{4}")
    try shell.terminal.expect("ended\n")
  }

  @Test func followsTheWindow() throws {
    let program = try PromptProgram(["TERM": "xterm"], columns: 40)
    program.terminal.send(String(repeating: "a", count: 30))
    try program.terminal.expect(String(repeating: "a", count: 30))
    program.terminal.resize(columns: 20, rows: 24)
    try program.terminal.expect("a")
    try program.enters("b\n", gives: String(repeating: "a", count: 30) + "b")
  }

  @Test func coloursInThePromptTakeNoCells() throws {
    let prompt = "\u{1}\u{1B}[1m\u{2}t>\u{1}\u{1B}[0m\u{2} t> "
    let program = try PromptProgram(["TERM": "xterm", "PROMPT": prompt])
    try program.enters("plain\n", gives: "plain")
  }

  @Test func leavingThePagerEndsNeitherPromptNorProgram() throws {
    let program = try PromptProgram([
      "TERM": "xterm", "LEADLINE_PAGER": "less -FRX", "LESS": "", "LESSHISTFILE": "-",
    ])
    program.terminal.send("page\n")
    try program.terminal.expect("row 23")
    try program.terminal.expect(":")
    program.terminal.send(" ")
    try program.terminal.expect("row 40")
    program.terminal.send("q")
    try program.terminal.expect("closed\n")
    try program.terminal.expect("t> ")
    try program.enters("on\n", gives: "on")
  }

  @Test func controlCGoesToThePager() throws {
    let pager = "trap 'echo trapped' INT; head -n 1; read key < /dev/tty"
    let program = try PromptProgram(["LEADLINE_PAGER": pager])
    program.terminal.send("page\n")
    try program.terminal.expect("row 1\n")
    program.terminal.send("\u{3}")
    program.terminal.send("x\n")
    try program.terminal.expect("trapped\n")
    try program.terminal.expect("closed\nt> ")
    try program.enters("on\n", gives: "on")
  }

  @Test func obeysInputrc() throws {
    let path = NSTemporaryDirectory() + "inputrc-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let text = """
      $if leadline
      set editing-mode vi
      set show-all-if-ambiguous off
      "\\C-o": "stalled"
      $endif
      """
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    let program = try PromptProgram(["INPUTRC": path])
    try program.enters("\u{F} x\n", gives: "stalled x")
    try program.enters("abc\u{1B}0x\n", gives: "bc")
  }

  @Test func isNoEditorWithoutATerminal() throws {
    let program = try Child(
      "/bin/sh",
      ["-c", "\"$0\" \"$@\" < /dev/null 2>&1 | cat", try PromptProgram.path]
        + PromptProgram.arguments, environment: [PromptProgram.key: "1"])
    #expect(try program.terminal.rest().contains("Expectation failed"))
  }
}
