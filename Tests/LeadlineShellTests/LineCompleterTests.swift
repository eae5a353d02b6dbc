import Foundation
import Leadline
import LeadlineCommands
import LeadlineInterchange
import Testing

@testable import LeadlineShell

@Suite struct LineCompleterTests {
  private let bench: Bench

  init() throws { bench = try Bench() }

  /// The line with a single candidate in it, as Tab leaves it.
  private static let completed: [(line: String, expected: String?)] = [
    ("sta", "stalled "), ("le", "leads "), ("线", "线索 "), ("推进", "推进 "),
    ("leads stag", "leads stage:"), ("leads 阶段天", "leads 阶段天数:"),
    ("leads stage:i", "leads stage:intent "),
    ("leads stage:intent,sig", "leads stage:intent,signed "),
    ("leads stage:签", "leads stage:签约 "), ("leads stage:qy", "leads stage:签约 "),
    ("leads owner:李", "leads owner:李娜 "), ("leads owner:ln", "leads owner:李娜 "),
    ("leads owner:lina", "leads owner:李娜 "), ("leads not owner:ln", "leads not owner:李娜 "),
    ("leads (owner:ln", "leads (owner:李娜 "), ("leads owner:王伟,ln", "leads owner:王伟,李娜 "),
    ("leads department:sw", "leads department:商务局 "),
    ("leads org:tddz", "leads org:台达电子（苏州）有限公司 "),
    ("leads org:taida", "leads org:台达电子（苏州）有限公司 "),
    ("leads org:acme", "leads org:\"Acme Motors, Ltd\" "),
    ("leads org:'Ac", "leads org:'Acme Motors, Ltd' "),
    ("leads org:「Ac", "leads org:「Acme Motors, Ltd」 "),
    ("leads contact:o'n", "leads contact:\"John O'Neill\" "),
    ("leads source:xiaoy", "leads source:校友 "), ("leads tag:sn", "leads tag:苏南 "),
    ("leads sector:gd", "leads sector:轨道交通 "), ("leads site:gang", "leads site:港口园区 "),
    ("leads currency:u", "leads currency:USD "), ("leads outcome:o", "leads outcome:open "),
    ("move qcdj", "move 汽车电机项目 "), ("move L1 sig", "move L1 signed "),
    ("move L1 signed agr", "move L1 signed agreed="),
    ("move L1 signed org=acme", "move L1 signed org=\"Acme Motors, Ltd\" "),
    ("plan L1 tom", "plan L1 tomorrow "), ("plan L1 大", "plan L1 大后天 "),
    ("log L1 vis", "log L1 visit "), ("help mov", "help move "), ("as-of yes", "as-of yesterday "),
    ("leads --col", "leads --columns "), ("leads --sort -exp", "leads --sort -expected"),
    ("leads --columns id,in-", "leads --columns id,in-stage"),
    ("leads --format js", nil), ("leads --format=md", "leads --format=md "),
    ("campaign show 百", "campaign show 百日竞赛 "), ("campaign remove ", "campaign remove 百日竞赛 "),
    ("board --campaign ", "board --campaign 百日竞赛 "),
    ("report --campaign 百", "report --campaign 百日竞赛 "), ("done send", "done \"send the price\" "),
    ("set @a", "set @all "),
    ("leads owner:ln -- own", nil), ("log L1 call -- le", nil), ("leads | le", nil),
    ("path C1 from=ln", "path C1 from=李娜 "), ("path C1 from=sw", "path C1 from=商务局 "),
    ("path C1 from=joh", "path C1 from=\"John O'Neill\" "),
    ("untapped from=m", "untapped from=me "),
    ("new lead from=joh", "new lead from=\"John O'Neill\" "), ("new lead from=ln", nil),
    ("leads note:s", nil), ("move L1 signed agreed=5", nil), ("leads xyzzy", nil),
  ]

  @Test func completesTheWord() {
    for (line, expected) in Self.completed { #expect(bench.completed(line) == expected, "\(line)") }
  }

  private static let offered: [(line: String, first: [String])] = [
    ("leads owner:", ["王伟", "李娜", "\"Wang, Li\"", "张伟", "me"]),
    ("leads owner:w", ["王伟", "\"Wang, Li\""]),
    ("leads stage:", ["intent", "signed", "started", "funded"]),
    ("leads source:", ["alumni", "event"]), ("plan L1 ", ["today", "tomorrow", "mon"]),
    ("leads --format js", ["json", "jsonl"]), ("leads currency:", ["CNY", "USD"]),
  ]

  @Test func offersTheLikeliestFirst() {
    for (line, first) in Self.offered {
      let found = bench.completion(line)?.candidates ?? []
      #expect(Array(found.prefix(first.count)) == first, "\(line)")
    }
  }

  @Test func offersTheOwnNamesOfTheLanguage() throws {
    bench.session.crm.language = .simplified
    #expect(bench.completion("leads stage:")?.candidates.first == "意向")
    #expect(bench.completed("leads stage:int") == "leads stage:intent ")
  }

  @Test func goesOnWithALineThatAnOpenQuoteContinues() throws {
    let completer = LineCompleter(session: bench.session)
    let found = completer.completion("x\" owner:ln", cursor: 11, after: "leads \"a")
    #expect(found?.candidates == ["李娜"])
    #expect(found?.start == 9)
    #expect(completer.completion("x", cursor: 1, after: "leads \"a") == nil)
  }

  /// What is offered as a value is read as that value.
  @Test func quotesWhatWouldBeReadOtherwise() throws {
    let names = [
      "O'Neill", "a b", "(x)", "台达（苏州）", "）", "none", "或", "a,b", "a..b", "say \"hi\" twice",
      "12:30", "-x", "@1", "“x”", "me", "x|y", "x > y", "'x'", "1、2", "C++",
    ]
    let parser = bench.session.parser(for: Lexer.tokens(line: ""))
    for name in names {
      let parsed = try parser.parse("leads org:\(TypedWord("").word(name)) stage:intent")
      guard case .and(let parts) = parsed.filter, case .term(let term) = parts[0] else {
        Issue.record("\(name): \(parsed.filter)")
        continue
      }
      #expect(parts.count == 2 && term.test == .anyOf([.named(name)]), "\(name)")
    }
  }

  @Test func aCampaignIsLoadedFromAFile() {
    let found = bench.completion("campaign load \(NSTemporaryDirectory())")?.candidates ?? []
    #expect(found.contains { $0.hasPrefix(NSTemporaryDirectory()) })
  }

  @Test func completesFiles() throws {
    let folder = NSTemporaryDirectory() + "files-\(UUID().uuidString)"
    let manager = FileManager.default
    try manager.createDirectory(atPath: folder + "/my lists", withIntermediateDirectories: true)
    defer { try? manager.removeItem(atPath: folder) }
    for name in ["leads.csv", "my lists/all leads.csv", ".hidden"] {
      _ = manager.createFile(atPath: "\(folder)/\(name)", contents: nil)
    }
    #expect(bench.completed("leads > \(folder)/l") == "leads > \(folder)/leads.csv ")
    #expect(bench.completed("leads -o \(folder)/m") == "leads -o \"\(folder)/my lists/")
    #expect(
      bench.completed("backup '\(folder)/my lists/a")
        == "backup '\(folder)/my lists/all leads.csv' ")
    #expect(
      bench.completion("import \(folder)/")?.candidates
        == ["\(folder)/leads.csv", "\"\(folder)/my lists/"])
  }
}

/// A small database at a prompt.
private final class Bench {
  let session: Session
  private let path = NSTemporaryDirectory() + "completer-\(UUID().uuidString).db"

  init() throws {
    let crm = try CRM.open(path, as: "王伟")
    var settings = Session.Settings()
    settings.allowsAbbreviation = true
    settings.isConfirmed = true
    session = Session(crm: crm, console: QuietConsole(), settings: settings)
    for line in Self.lines { try session.run(line) }
    try campaign.write(toFile: path + ".toml", atomically: true, encoding: .utf8)
    try crm.loadCampaign(from: path + ".toml")
  }

  deinit {
    for end in ["", "-wal", "-shm", ".toml"] {
      try? FileManager.default.removeItem(atPath: path + end)
    }
  }

  private let campaign = """
    name = "百日竞赛"
    first = 2022-10-20
    last = 2023-01-27
    [measure.signed]
    [[tier]]
    id = "one"
    departments = ["商务局"]
    signed = [{ count = 1 }]
    """

  func completion(_ line: String) -> Completion? {
    LineCompleter(session: session).completion(line, cursor: line.utf8.count)
  }

  /// The line with its one candidate; nil where there is none or more.
  func completed(_ line: String) -> String? {
    guard let found = completion(line), found.candidates.count == 1 else { return nil }
    return String(decoding: line.utf8.prefix(found.start), as: UTF8.self)
      + found.candidates[0] + (found.endsWord ? " " : "")
  }

  private static let lines = [
    "new department 商务局", "new staff 李娜 department=商务局", "new staff 张伟",
    "new staff 'Wang, Li'", "new org 台达电子（苏州）有限公司 alias=台达", "new org 'Acme Motors, Ltd'",
    "new contact \"John O'Neill\" org='Acme Motors, Ltd'",
    "new lead 汽车电机项目 org=台达 source=alumni tag=苏南 sector=汽车 site=港口园区 owner=李娜",
    "new lead 机车维修 org=台达 source=alumni sector=轨道交通 currency=USD",
    "new lead 电池一期 org='Acme Motors, Ltd' source=event",
    "plan L1 +3d -- send the price",
  ]
}

/// A console where nobody is.
final class QuietConsole: Console {
  var dialogue: (any Dialogue)? { nil }
  var isTerminal: Bool { false }
  func say(_ text: String) {}
  func page(_ text: [GradedText]) {}
  func notice(_ text: String) {}
  func progress(_ text: String?) {}
  func table(_ request: TableRequest, _ body: (inout any TableWriter) throws -> Void) throws {}
  func bytes(_ request: TableRequest, _ body: (any ByteSink) throws -> Void) throws {}
}
