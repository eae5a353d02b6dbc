import Foundation
import Leadline
import LeadlineCommands
import LeadlineInterchange
import Testing

/// Names with line breaks in them cannot pass for lines of the program, whatever it says of them.
@Suite final class HostileNamesTests {
  /// What must never begin a line.
  private static let mark = "‼"
  private let console = TerminalConsole()
  private let session: Session
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "hostile-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var settings = Session.Settings()
    settings.isConfirmed = true
    settings.allowsRows = true
    let crm = try CRM.open(folder.appending(path: "leads.db").path, as: Self.name("我"))
    session = Session(crm: crm, console: console, settings: settings)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private static func name(_ text: String) -> String { "\(text)\n\(mark)\(text)" }

  private static let lines: [[String]] = [
    ["new", "department", name("局")], ["new", "section", name("科"), "department=\(name("局"))"],
    ["new", "staff", name("员"), "department=\(name("局"))"],
    ["new", "org", name("厂"), "alias=\(name("别"))", "sector=\(name("业"))"],
    ["new", "contact", name("张"), "org=O1", "title=\(name("董事长"))", "phone=13812344321"],
    ["new", "contact", name("李"), "org=O1", "phone=13812344321"],
    ["new", "contact", name("张"), "org=O1"], ["new", "org", name("厂")],
    ["affiliate", "C1", name("校"), "1995-1999", "class=\(name("班"))", "role=\(name("长"))"],
    ["affiliate", "me", name("校"), "1996-2000", "class=\(name("班"))"],
    ["tie", name("员"), "C2", "friend", "--", name("注")], ["ties", "C1"], ["path", "C1"],
    ["path", "C2"], ["path", "O1"], ["path", name("无")], ["path", "C1", "from=\(name("局"))"],
    ["untapped"], ["ask", "C1", "O1", "--", name("请")], ["ask", "C1", "O1"], ["ask", "C1", "O1"],
    ["new", "lead", name("项"), "source=event", "org=O1", "introducer=C1", "contact=C2"],
    ["new", "lead", "from=C2", "source=event"], ["show", "C1"], ["show", "L1"], ["show", "O1"],
    ["history", "C1"], ["history", "L1"], ["next", "L1"], ["find", name("张")],
    ["set", "L1", "org=O2", "owner=\(name("员"))", "sector=\(name("业"))"],
    ["log", "L1", "visit", "with=C1", "--", name("见")],
    ["plan", "L1", "tomorrow", "--", name("寄")],
    ["today"], ["done", "F1", "--", name("好")], ["promise", "L1", "tomorrow", "--", name("诺")],
    ["stalled"], ["neglected"], ["lose", "L2", "reason=\(name("因"))"], ["referrals"], ["sources"],
    ["duplicates"], ["merge", "C1", "C3", "--dry-run"], ["merge", "C1", "C3"], ["show", "C3"],
    ["merge", "O1", "O4"], ["undo"], ["undo"], ["apart", "C1", "C3"], ["show", "C1"], ["redo"],
    ["delete", "O1"], ["untie", name("员"), "C2"], ["affiliate", "C1", name("校"), "--remove"],
    ["import", "book.csv", "owner=me", "--dry-run"], ["import", "book.csv", "owner=me"],
    ["import", "book.csv", "owner=\(name("员"))"], ["import", "book.csv", "owner=\(name("谁"))"],
    ["campaign", "load", "campaign.toml"], ["campaign"], ["campaign", "show"], ["board"], ["pace"],
    ["pace", "--department", name("局")], ["receptions"], ["funnel"], ["mix"], ["forecast"],
    ["journal"], ["check"],
  ]

  @Test(arguments: Language.allCases)
  func noneBeginsALine(in language: Language) throws {
    try files()
    session.crm.language = language
    var shown = 0
    for line in Self.lines {
      console.texts = []
      do { try session.run(arguments: line.map(path)) } catch {
        console.texts.append(ErrorText(error, in: language).full)
      }
      for text in console.texts {
        let found = text.split(separator: "\n").first { $0.hasPrefix(Self.mark) }
        #expect(found == nil, "\(line[0]): \(text)")
        if text.contains("\\n\(Self.mark)") { shown += 1 }
      }
    }
    #expect(shown > 60)
  }

  private func path(_ word: String) -> String {
    ["book.csv", "campaign.toml"].contains(word) ? folder.appending(path: word).path : word
  }

  private func files() throws {
    let (name, place) = (Self.name("周"), Self.name("厂"))
    let book = "姓名,单位,职务,学校\n\"\(name)\",\"\(place)\",\"\(place)\",\"\(place)\"\n"
    try Data(book.utf8).write(to: folder.appending(path: "book.csv"))
    let text = Self.name("赛").replacing("\n", with: "\\n")
    let campaign = """
      name = "\(text)"
      first = 2026-01-01
      last = 2030-12-31
      [measure.signed]
      weight = 1
      [[tier]]
      id = "one"
      en = "\(text)"
      zh_hans = "\(text)"
      zh_hant = "\(text)"
      departments = ["\(Self.name("局").replacing("\n", with: "\\n"))"]
      signed = [{ count = 3, at_least = "1000万" }]
      """
    try Data(campaign.utf8).write(to: folder.appending(path: "campaign.toml"))
  }
}

/// A terminal where nobody is, which keeps all that it is told but tables.
private final class TerminalConsole: Console {
  var texts: [String] = []

  var dialogue: (any Dialogue)? { nil }
  var isTerminal: Bool { true }
  func say(_ text: String) { texts.append(text) }
  func page(_ text: [GradedText]) { texts.append(text.map(\.text).joined()) }
  func notice(_ text: String) { texts.append(text) }
  func progress(_ text: String?) {}
  func table(_ request: TableRequest, _ body: (inout any TableWriter) throws -> Void) {}
  func bytes(_ request: TableRequest, _ body: (any ByteSink) throws -> Void) {}
}
