import Foundation
import Glibc
import TestKit
import Testing

@Suite struct KitTests {
  @Test func talksToAShell() throws {
    let child = try Child("/bin/sh", environment: ["PS1": "> "])
    _ = try child.terminal.expectAtEnd("> ")
    child.terminal.send("echo $((6 * 7)); stty size\n")
    try child.terminal.expect("42\n24 80\n")
    child.terminal.resize(columns: 100, rows: 30)
    child.terminal.send("stty size\n")
    try child.terminal.expect("30 100\n")
    child.terminal.send("exit 3\n")
    _ = try child.terminal.rest()
    #expect(child.wait() == 3)
  }

  @Test func sendsKeysAsSignals() throws {
    let child = try Child("/bin/cat")
    child.terminal.send("您好\n")
    try child.terminal.expect("您好\n您好\n")
    child.terminal.send("\u{3}")
    _ = try child.terminal.rest()
    #expect(child.wait() == 128 + SIGINT)
  }

  @Test func tellsWhatCameInstead() throws {
    let child = try Child("/bin/sh", ["-c", "echo other; sleep 5"])
    let failure = #expect(throws: Terminal.Timeout.self) {
      try child.terminal.expect("wanted", timeout: 0.3)
    }
    #expect(failure?.shown == "other\n")
  }
}
