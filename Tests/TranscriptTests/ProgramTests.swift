import Foundation
import Glibc
import TestKit
import Testing

/// What keys do at the prompt of the built program.
@Suite(.disabled(if: PromptProgram.isRunning)) struct ProgramTests {
  @Test(arguments: EngineChoice.allCases)
  func tabCompletesFromTheData(on engine: EngineChoice) throws {
    let desk = try Desk(engine)
    let child = try desk.prompt()
    child.terminal.send("lea\tow\tln\t--col\ttitle\n")
    try child.terminal.expect("李娜 --columns title\ntitle\n汽车电机项目\nleadline> ")
    child.terminal.send("sho\tdc\t\n")
    try child.terminal.expect("title: 电池一期")
    try child.terminal.expect("leadline> ")
    child.terminal.send("quit\n")
    _ = try child.terminal.rest()
    #expect(child.wait() == 0)
  }

  @Test(arguments: EngineChoice.allCases)
  func closingTheTerminalLosesNoHistory(on engine: EngineChoice) throws {
    let desk = try Desk(engine)
    let child = try desk.prompt()
    child.terminal.send("leads 汽\n")
    try child.terminal.expect("leadline> ")
    child.kill(SIGHUP)
    #expect(child.wait() == 128 + SIGHUP)
    #expect(try String(contentsOfFile: desk.history, encoding: .utf8) == "leads 汽\n")
    let next = try desk.prompt()
    next.terminal.send("\u{12}汽\r")
    try next.terminal.expect("汽车电机项目")
  }

  @Test(arguments: EngineChoice.allCases)
  func answersStayOutOfTheHistory(on engine: EngineChoice) throws {
    let desk = try Desk(engine)
    let child = try desk.prompt()
    child.terminal.send("plan L1 +3d\n")
    try child.terminal.expect("what: ")
    child.terminal.send("call\n")
    try child.terminal.expect("leadline> ")
    #expect(try String(contentsOfFile: desk.history, encoding: .utf8) == "plan L1 +3d\n")
  }

  @Test(arguments: EngineChoice.allCases)
  func noPasswordStaysInTheHistory(on engine: EngineChoice) throws {
    let desk = try Desk(engine)
    let child = try desk.prompt()
    child.terminal.send("copy postgres://u:geheim@127.0.0.1:1/x y.db\n")
    try child.terminal.expect("cannot connect to 'postgres://u:***@127.0.0.1:1/x'")
    try child.terminal.expect("leadline> ")
    let masked = "copy postgres://u:***@127.0.0.1:1/x y.db"
    #expect(try String(contentsOfFile: desk.history, encoding: .utf8) == masked + "\n")
    child.terminal.send("\u{10}")
    try child.terminal.expect(masked)
  }

  @Test(arguments: EngineChoice.allCases)
  func aPagerEndsAloneAndControlCStopsWhatRuns(on engine: EngineChoice) throws {
    let desk = try Desk(engine)
    let child = try desk.prompt(["LEADLINE_PAGER": "head -n 1"])
    child.terminal.send("help\n")
    try child.terminal.expect("look\nleadline> ")
    child.terminal.send("leads | echo started; exec sleep 20\n")
    try child.terminal.expect("\nstarted\n")
    child.terminal.send("\u{3}")
    try child.terminal.expect("leadline> ")
    child.terminal.send("leads --columns title | tail -n 1\n")
    try child.terminal.expect("电池一期")
    try child.terminal.expect("leadline> ")
  }

  @Test(arguments: EngineChoice.allCases)
  func noColourGoesToAProgram(on engine: EngineChoice) throws {
    let desk = try Desk(engine)
    let child = try desk.prompt(["TERM": "xterm", "NO_COLOR": ""])
    child.terminal.send("leads --columns title | od -c | head -n 1\n")
    try child.terminal.expect("0000000   t   i   t   l   e")
  }

  @Test(arguments: EngineChoice.allCases)
  func aPastedBlockStopsAtTheFirstError(on engine: EngineChoice) throws {
    let desk = try Desk(engine)
    let child = try desk.prompt(["TERM": "xterm", "NO_COLOR": "1"])
    child.terminal.send("\u{1B}[200~as-of 2026-11-20\nleads staeg:x\nquit\n\u{1B}[201~\n")
    try child.terminal.expect("as of 2026-11-20\n")
    try child.terminal.expect("did you mean stage?")
    try child.terminal.expect("leadline [as of 2026-11-20]> ")
    child.terminal.send("as-of off\n")
    try child.terminal.expect("as of today")
  }
}

/// A folder and a database with two leads, and the program there.
private final class Desk {
  private let folder = NSTemporaryDirectory() + "program-\(UUID().uuidString)"
  private let database: OwnDatabase
  var history: String { folder + "/.local/state/leadline/history" }

  init(_ engine: EngineChoice) throws {
    database = try OwnDatabase(engine)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let lines = [
      "new staff 李娜", "new lead 汽车电机项目 source=alumni org=台达 owner=李娜 --yes",
      "new lead 电池一期 source=event org=中车 --yes",
    ]
    let child = try Child(
      BuiltProgram.path, lines.flatMap { ["-c", $0] } + ["--yes"], environment: environment(),
      folder: folder)
    _ = try child.terminal.rest()
    try #require(child.wait() == 0)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func environment(_ further: [String: String] = [:]) -> [String: String] {
    var result = [
      "HOME": folder, "LEADLINE_ME": "王伟", "LANG": "C", "LC_ALL": "", "LEADLINE_PAGER": "",
      "LEADLINE_DB": database.location,
    ]
    for name in ["CONFIG", "DATA", "STATE", "CACHE"] { result["XDG_\(name)_HOME"] = "" }
    return result.merging(further) { $1 }
  }

  func prompt(_ further: [String: String] = [:]) throws -> Child {
    let child = try Child(
      BuiltProgram.path, environment: environment(further), folder: folder, columns: 100)
    try child.terminal.expect("leadline> ")
    return child
  }
}
