import Foundation
import LeadlineInterchange
import LeadlineModel
import LeadlineReports
import LeadlineStore
import TestKit
import Testing

@testable import Leadline

@Suite struct ReadingTests {
  @Test(arguments: [
    ("2022-11-05", "2022-11-05"), ("2022/11/5", "2022-11-05"), ("2022.11.5", "2022-11-05"),
    ("2022年11月5日", "2022-11-05"), ("20221105", "2022-11-05"), ("11/25/2022", "2022-11-25"),
    ("25.11.2022", "2022-11-25"), ("5/5/2022", "2022-05-05"), ("2022-11-05 13:00", "2022-11-05"),
    ("2022/11/5 0:00:00", "2022-11-05"), ("2022-11-05T08:00:00Z", "2022-11-05"),
    ("11/5/2022", "ambiguous"), ("44870", "none"), ("2022-02-30", "none"), ("today", "none"),
    ("+3d", "none"), ("11月5日", "none"), ("2022", "none"), ("99/99/2022", "none"),
  ])
  func days(_ text: String, _ expected: String) {
    let reading: String =
      switch FileDay.read(text) {
      case .day(let day): day.iso
      case .ambiguous: "ambiguous"
      case .none: "none"
      }
    #expect(reading == expected)
  }

  @Test(arguments: [
    ("金额(万元)", "金额", "万"), ("投资额（万元）", "投资额", "万"), ("amount (10k)", "amount ", "万"),
    ("投资总额(亿元)", "投资总额", "亿"), ("amount (USD)", "amount ", "USD"),
    ("金额（单位：万元）", "金额", "万"), ("到账额(万美元)", "到账额", "万美元"), ("amount (m)", "amount ", "m"),
    ("金额", "金额", nil), ("手机（必填）", "手机", nil),
  ])
  func units(_ heading: String, _ name: String, _ suffix: String?) {
    let split = AmountUnit.split(heading)
    #expect(split.name == name)
    #expect(split.unit?.suffix == suffix)
  }

  @Test(arguments: [
    ("/x/sales_pipeline-2022-11.csv", "sales_pipeline"), ("线索2022.csv", "线索"),
    ("a/12 north.csv", "north"), ("leads.rejected.csv", "leads"), ("2022.csv", "2022"),
    ("deals 2022.rejected-2.csv", "deals"), ("phone.vcf", "phone"),
  ])
  func origins(_ path: String, _ origin: String) {
    #expect(ImportOrigin.name(of: path) == origin)
  }

  @Test(arguments: [
    ("Deal_Stage", "stage"), ("deal stage", "stage"), ("負責人", "owner"), ("投 资 额", "amount"),
    ("＊项目名称", "title"), ("ｔｉｔｌｅ", "title"), ("Sales-Agent", "owner"), ("签约日", "signed-on"),
    ("标题", "title"), ("專案名稱", "title"), ("Deal Name", "title"), ("Opportunity", "title"),
    ("状态", "stage"), ("進展", "stage"), ("签约日期", "signed-on"), ("簽約時間", "signed-on"),
    ("signed-on", "signed-on"), ("开工日期", "started-on"), ("开工时间", "started-on"),
    ("到账日期", "funded-on"), ("到账时间", "funded-on"), ("录入日期", "created"), ("录入时间", "created"),
    ("创建时间", "created"), ("建立日期", "created"), ("登记日", "created"), ("Created Date", "created"),
    ("公司名称", "org"), ("企业", "org"), ("客户", "org"), ("客戶名稱", "org"), ("Account Name", "org"),
    ("投资金额", "amount"), ("预计金额", "expected"), ("预计投资额", "expected"),
    ("Expected Revenue", "expected"), ("所在地", "region"), ("部门名称", "department"),
    ("责任单位", "department"), ("招商部门", "department"), ("Lead Source", "source"),
    ("Contact Name", "contact"), ("Assigned To", "owner"), ("Description", "note"),
    ("Close Date", "closed"),
  ])
  func headings(_ heading: String, _ field: String) {
    let names = HeadingNames(.lead, in: .standard)
    #expect(names.field(heading.replacing("＊", with: "*"))?.field.name == field)
  }

  @Test(arguments: [
    ("手机号码", "phone"), ("联系方式", "phone"), ("移动电话", "phone"), ("座机", "phone"),
    ("Mobile Phone", "phone"), ("Business Phone 2", "phone"), ("Phone 1 - Value", "phone"),
    ("E-mail 1 - Value", "email"), ("E-mail Address", "email"), ("E-mail 2 Address", "email"),
    ("单位名称", "org"), ("公司名称", "org"), ("Organization 1 - Name", "org"), ("职称", "title"),
    ("Job Title", "title"), ("Organization 1 - Title", "title"), ("Birthday", "birthday"),
    ("Notes", "note"), ("Phone 1 - Type", nil), ("Business Fax", nil),
  ])
  func headingsOfContacts(_ heading: String, _ field: String?) {
    #expect(HeadingNames(.contact, in: .standard).field(heading)?.field.name == field)
  }

  @Test func whatIsSaidComesBack() {
    let said = ["a": "x\"\\\n\u{1}\u{1F}é", "b": "", "名": "值"]
    #expect(SaidText.decode(SaidText.encode(said)) == said)
  }

  /// What our own writer of CSV makes of any text comes back the same.
  @Test(arguments: EngineChoice.allCases)
  func anyTextComesBackThroughTheWriter(on engine: EngineChoice) throws {
    let names = [
      "=HYPERLINK(\"x\")", "+1", "-1", "@a", "'=1", "''x", "\t=1", "＝a", "\u{1B}[31mred",
      "\u{202E}abc", "a;b", "a,b", "x\r\ny", "\"q\"", " lead", "𠮷野家", "sep=;",
    ]
    let output = MemoryOutput()
    var writer = CSVWriter(to: output, base: .cny)
    try writer.begin([ReportColumn(id: "name", heading: "姓名", type: .text)])
    for name in names { try writer.row([.text(name)]) }
    try writer.end()
    let bench = try Bench(engine)
    let path = try bench.file("out.csv", Data(output.bytes))
    let report = try bench.take(path) { $0.kind = .contact }
    #expect(report.counts == [names.count, 0, 0, 0])
    #expect(Set(try bench.list(.contact, "name")) == Set(names))
  }

  /// The same through our own writer of TSV; a file of another's keeps its quotes.
  @Test(arguments: EngineChoice.allCases)
  func anyTextComesBackThroughTSV(on engine: EngineChoice) throws {
    let names = [
      "'=1", "=1", "''x", "C:\\new\\table", "\\u{1B}", "a\tb", "x\r\ny", "\"q", "\"q\"", "a, b",
      "\u{1B}[31mred", "\u{202E}abc", "sep=;", "\\",
    ]
    let output = MemoryOutput()
    var writer = TSVWriter(to: output, base: .cny)
    try writer.begin([ReportColumn(id: "name", heading: "姓名", type: .text)])
    for name in names { try writer.row([.text(name)]) }
    try writer.end()
    let bench = try Bench(engine)
    let report = try bench.take(try bench.file("out.tsv", Data(output.bytes))) {
      $0.kind = .contact
    }
    #expect(report.counts == [names.count, 0, 0, 0])
    #expect(Set(try bench.list(.contact, "name")) == Set(names))
    try bench.take(try bench.file("other.tab", "姓名\t公司\n\"Q\"\tA\\nB\n"))
    #expect(try bench.list(.contact, "name", "org").contains("Q|A\nB"))
  }

  @Test(arguments: EngineChoice.allCases)
  func whatIsStoppedLeavesNothing(on engine: EngineChoice) throws {
    let bench = try Bench(engine)
    var text = "key,title,stage\n"
    for number in 1...3000 { text += "\(number),Lead \(number),\(number == 5 ? "x" : "intent")\n" }
    let path = try bench.file("many.csv", text)
    #expect(throws: StorageError.cancelled) {
      try bench.crm.importFiles([path], line: "import") { progress in
        if progress.rows >= 1000 { throw StorageError.cancelled }
      }
    }
    #expect(try bench.count(.lead) == 0)
    let left = try FileManager.default.contentsOfDirectory(atPath: bench.folder.path)
    #expect(!left.contains { $0.contains("rejected") }, "\(left)")
    #expect(try bench.take(path).counts == [2999, 0, 0, 1])
  }
}
