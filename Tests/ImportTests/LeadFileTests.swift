import Foundation
import Leadline
import LeadlineModel
import LeadlineQuery
import TestKit
import Testing

@Suite struct LeadFileTests {
  private static let head = "编号,项目名称,投资方,负责人,部门,阶段,投资额（万元）,登记日期,来源\r\n"

  @Test(arguments: EngineChoice.allCases)
  func chineseHeadingsAndUnits(on engine: EngineChoice) throws {
    let bench = try Bench(engine)
    let path = try bench.file(
      "线索2022.csv",
      Self.head + "X-1,汽车零部件,台达电子,李娜,商务局,意向,\"5,200\",2022年11月5日,老同学\r\n"
        + "X-2,冷链,顺丰,张伟,发改委,签约,6000,2022/10/1,驻点\r\n"
        + "X-3,食品,,张伟,,到账,1.5亿,20221001,\r\n")
    let report = try bench.take(path)
    #expect(report.files[0].kind == .lead)
    #expect(report.files[0].origin == "线索")
    #expect(report.files[0].rejections.isEmpty)
    #expect(
      try bench.list(
        .lead, "title", "org", "owner", "department", "stage", "expected", "agreed", "arrived",
        "created", "source") == [
          "汽车零部件|台达电子|李娜|商务局|intent|52000000 CNY|||2022-11-05|alumni",
          "冷链|顺丰|张伟|发改委|signed||60000000 CNY||2022-10-01|station",
          "食品||张伟||funded|||150000000 CNY|2022-10-01|",
        ])
    #expect(report.files[0].entered == [.organisation: 2, .staff: 2, .department: 2])
    #expect(try bench.take(path).counts == [0, 0, 3, 0])
    #expect(try bench.findings() == [])
  }

  @Test(arguments: EngineChoice.allCases)
  func gbkComesInLikeUTF8(on engine: EngineChoice) throws {
    let bench = try Bench(engine)
    let text = Self.head + "1,汽车零部件,台达电子,李娜,商务局,意向,5200,2022-11-05,校友\r\n"
    let gbk = text.data(using: .init(rawValue: 0x8000_0632))!
    let report = try bench.take(try bench.file("gbk.csv", gbk))
    #expect(report.counts == [1, 0, 0, 0])
    #expect(try bench.list(.lead, "title", "org") == ["汽车零部件|台达电子"])
  }

  @Test(arguments: EngineChoice.allCases)
  func onlyWhatChangedInTheFileIsApplied(on engine: EngineChoice) throws {
    let bench = try Bench(engine)
    let first = "key,title,owner,stage,expected,created,note\na1,Cars,Li,intent,10m,2022-01-05,x\n"
    try bench.take(try bench.file("p-11.csv", first))
    _ = try bench.crm.set(
      [Change(Self.field("title"), .text("Cars of ours"))], on: [Ref(.lead, 1)], line: "set")
    let second = "key,title,owner,stage,expected,created,note\na1,Cars,Li,intent,12m,2022-01-05,y\n"
    let report = try bench.take(try bench.file("p-12.csv", second))
    #expect(report.counts == [0, 1, 0, 0])
    #expect(report.files[0].changes.map(\.field) == ["expected", "note"])
    #expect(
      try bench.list(.lead, "title", "expected", "note") == ["Cars of ours|12000000 CNY|y"])
    #expect(try bench.take(bench.folder.appending(path: "p-12.csv").path).entry == nil)
  }

  @Test(arguments: EngineChoice.allCases)
  func aLeadGoesOnAsTheFileSays(on engine: EngineChoice) throws {
    let bench = try Bench(engine)
    func say(_ rest: String) throws -> ImportReport {
      try bench.take(
        try bench.file("p.csv", "key,title,stage,created,closed,amount\n" + rest + "\n"))
    }
    _ = try say("a1,Cars,intent,2022-01-05,,5m")
    _ = try say("a1,Cars,signed,2022-01-05,2022-02-01,6m")
    #expect(
      try bench.list(.lead, "stage", "expected", "agreed", "signed-on") == [
        "signed|5000000 CNY|6000000 CNY|2022-02-01"
      ])
    _ = try say("a1,Cars,funded,2022-01-04,2022-03-01,6m")
    #expect(
      try bench.list(.lead, "stage", "created", "arrived", "signed-on", "funded-on") == [
        "funded|2022-01-04|6000000 CNY|2022-02-01|2022-03-01"
      ])
    _ = try say("a1,Cars,lost,2022-01-04,2022-04-01,0")
    #expect(try bench.list(.lead, "outcome") == ["lost"])
    #expect(try bench.findings() == [])
  }

  @Test(arguments: EngineChoice.allCases)
  func aMoveMadeHereIsNotUndone(on engine: EngineChoice) throws {
    let bench = try Bench(engine)
    let head = "key,title,source,owner,org,stage,created,agreed\n"
    try bench.take(
      try bench.file("p.csv", head + "a1,Cars,alumni,Li,Delta,intent,2022-01-05,5m\n"))
    _ = try bench.crm.move(
      Ref(.lead, 1), to: "signed", on: Day(iso: "2022-06-01"),
      changes: [
        Change(Self.field("agreed"), .money(Money(minorUnits: 100, currency: .cny)))
      ], line: "move")
    let report = try bench.take(
      try bench.file("p.csv", head + "a1,Cars,alumni,Li,Delta,lost,2022-01-03,5m\n"))
    #expect(report.files[0].kept.map(\.field) == ["created", "outcome", "reason", "stage"])
    #expect(try bench.list(.lead, "stage", "outcome", "created") == ["signed|open|2022-01-05"])
    #expect(
      try bench.take(bench.folder.appending(path: "p.csv").path).entry == nil)
  }

  @Test(arguments: EngineChoice.allCases)
  func rejectedRowsComeBackMended(on engine: EngineChoice) throws {
    let bench = try Bench(engine)
    let path = try bench.file(
      "deals 2022.csv",
      """
      deal id,title,stage,created,amount
      d1,'=HYPERLINK("x"),intent,2022-01-05,5m
      d2,Two,Winning,2022-01-05,5m
      d3,\u{1B}[31mThree,intent,11/5/2022,5m
      d4,Four,intent,2022-01-05,5 apples
      d5,Five,intent,2022-01-05,5m,extra
      d6,=1+2,intent,2026-12-24,5m
      """)
    let report = try bench.take(path) { $0.columns = [("deal id", "key")] }
    #expect(report.counts == [1, 0, 0, 5])
    #expect(try bench.list(.lead, "title") == ["=HYPERLINK(\"x\")"])
    let rejected = try #require(report.files[0].rejectedPath)
    #expect(rejected.hasSuffix("deals 2022.rejected.csv"))
    var text = try bench.text(rejected)
    #expect(text.contains("'=1+2"))
    for (wrong, right) in [
      ("Winning", "signed"), ("11/5/2022", "2022-11-05"), ("5 apples", "5000000"),
      ("2026-12-24", "2022-12-24"), (",extra", ""),
    ] {
      text = text.replacing(wrong, with: right)
    }
    try Data(text.utf8).write(to: URL(fileURLWithPath: rejected))
    let mended = try bench.take(rejected) { $0.columns = [("deal id", "key")] }
    #expect(mended.counts == [5, 0, 0, 0], "\(mended.files[0].rejections)")
    #expect(
      try bench.list(.lead, "title") == [
        "=HYPERLINK(\"x\")", "Two", "\u{1B}[31mThree", "Four", "Five", "=1+2",
      ])
  }

  @Test(arguments: EngineChoice.allCases)
  func keysHoldWithinTheirOrigin(on engine: EngineChoice) throws {
    let bench = try Bench(engine)
    try bench.take(try bench.file("north-11.csv", "id,title,stage\n1,A,intent\n2,B,intent\n"))
    let south = try bench.take(try bench.file("south.csv", "id,title,stage\n1,C,intent\n"))
    #expect(south.counts == [1, 0, 0, 0])
    let north = try bench.take(
      try bench.file("12 north.csv", "序号,id,title,stage\n9,1,A2,intent\n8,3,D,intent\n"))
    #expect(north.counts == [1, 1, 0, 0])
    #expect(try bench.list(.lead, "title") == ["A2", "B", "C", "D"])
    let twice = try bench.take(
      try bench.file("west.csv", "id,title,stage\n1,A,intent\n1,A,intent\n1,B,intent\n"))
    #expect(twice.counts == [1, 0, 0, 1])
    #expect(twice.files[0].repeated == 1)
    #expect(twice.files[0].rejections[0].refusal == .repeatedKey("1", line: 2))
  }

  @Test(arguments: EngineChoice.allCases)
  func aDryRunWritesNothing(on engine: EngineChoice) throws {
    let bench = try Bench(engine)
    let path = try bench.file("p.csv", "key,title,stage\n1,A,intent\n2,B,nonsense\n")
    let report = try bench.take(path) { $0.isDryRun = true }
    #expect(report.counts == [1, 0, 0, 1])
    #expect(report.entry == nil && report.isDryRun)
    #expect(report.files[0].rejectedPath == nil)
    #expect(report.files[0].madeExamples.map(\.name) == ["A"])
    #expect(try bench.count(.lead) == 0)
    #expect(!FileManager.default.fileExists(atPath: bench.folder.path + "/p.rejected.csv"))
  }

  @Test(arguments: EngineChoice.allCases)
  func modesAndUndo(on engine: EngineChoice) throws {
    let bench = try Bench(engine)
    let path = try bench.file("p.csv", "key,title,stage\n1,A,intent\n")
    #expect(try bench.take(path) { $0.mode = .update }.files[0].skipped == 1)
    try bench.take(path)
    let more = try bench.file("p.csv", "key,title,stage\n1,A2,intent\n2,B,intent\n")
    let added = try bench.take(more) { $0.mode = .add }
    #expect(added.counts == [1, 0, 0, 0] && added.files[0].skipped == 1)
    try bench.undo()
    #expect(try bench.list(.lead, "title") == ["A"])
    #expect(try bench.take(more).counts == [1, 1, 0, 0])
    #expect(try bench.list(.lead, "title") == ["A2", "B"])
  }

  @Test(arguments: EngineChoice.allCases)
  func ourOwnExportChangesNothing(on engine: EngineChoice) throws {
    let bench = try Bench(engine)
    try bench.take(
      try bench.file(
        "线索.csv",
        Self.head + "X-1,=汽车,台达电子,李娜,商务局,签约,5200,2022-11-05,老同学\r\n"))
    let path = try bench.file(
      "export.csv",
      "编号,名称,单位,负责人,阶段,协议额,录入日,来源\r\nL1,'=汽车,台达电子,李娜,签约,52000000,2022-11-05,校友\r\n")
    let report = try bench.take(path)
    #expect(report.counts == [0, 0, 1, 0])
    #expect(report.entry == nil)
    let edited = try bench.file(
      "export.csv",
      "编号,名称,单位,负责人,阶段,协议额,录入日,来源\r\nL1,'=汽车,台达电子,王伟,意向,52000000,2022-11-05,校友\r\n")
    let change = try bench.take(edited)
    #expect(change.files[0].changes.map(\.field) == ["owner"])
    #expect(change.files[0].kept.map(\.field) == ["stage"])
    #expect(try bench.list(.lead, "owner", "stage") == ["王伟|signed"])
  }

  @Test(arguments: EngineChoice.allCases)
  func whatCannotBeTakenIsSaid(on engine: EngineChoice) throws {
    let bench = try Bench(engine)
    func error(_ name: String, _ text: String, _ change: (inout ImportOptions) -> Void = { _ in })
      throws -> ImportError?
    {
      let path = try bench.file(name, text)
      do {
        try bench.take(path, change)
        return nil
      } catch let error as ImportError {
        #expect(Language.allCases.allSatisfy { !error.words[$0].isEmpty })
        return error
      }
    }
    guard case .ambiguousKind(_, let kinds)? = try error("a.csv", "名称,备注\nx,y\n") else {
      Issue.record("not ambiguous")
      return
    }
    #expect(kinds == [.lead, .organisation])
    #expect(try error("b.csv", "foo,bar\n1,2\n").map { "\($0)".hasPrefix("nothing") } == true)
    #expect(
      try error("c.csv", "title,stage\nx,intent\n") { $0.columns = [("titel", "title")] }
        .map { "\($0)".contains("noSuchColumn") } == true)
    #expect(try error("d.xlsx", "PK\u{3}\u{4}zip").map { "\($0)".hasPrefix("workbook") } == true)
    #expect(
      try error("e.csv", "title,stage\nx,intent\n\"y,intent\n").map {
        "\($0)".hasPrefix("malformed")
      } == true)
    #expect(try bench.count(.lead) == 0)
  }

  static func field(_ name: String) -> Field {
    Field.leads(.standard).first { $0.name == name }!
  }
}
