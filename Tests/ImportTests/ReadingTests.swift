import Foundation
import LeadlineInterchange
import LeadlineModel
import LeadlineReports
import LeadlineStore
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
  ])
  func headings(_ heading: String, _ field: String) {
    let names = HeadingNames(.lead, in: .standard)
    #expect(names.field(heading.replacing("＊", with: "*"))?.field.name == field)
  }

  @Test func whatIsSaidComesBack() {
    let said = ["a": "x\"\\\n\u{1}\u{1F}é", "b": "", "名": "值"]
    #expect(SaidText.decode(SaidText.encode(said)) == said)
  }

  /// What our own writer of CSV makes of any text comes back the same.
  @Test func anyTextComesBackThroughTheWriter() throws {
    let names = [
      "=HYPERLINK(\"x\")", "+1", "-1", "@a", "'=1", "''x", "\t=1", "＝a", "\u{1B}[31mred",
      "\u{202E}abc", "a;b", "a,b", "x\r\ny", "\"q\"", " lead", "𠮷野家", "sep=;",
    ]
    let output = MemoryOutput()
    var writer = CSVWriter(to: output, base: .cny)
    try writer.begin([ReportColumn(id: "name", heading: "姓名", type: .text)])
    for name in names { try writer.row([.text(name)]) }
    try writer.end()
    let bench = try Bench()
    let path = try bench.file("out.csv", Data(output.bytes))
    let report = try bench.take(path) { $0.kind = .contact }
    #expect(report.counts == [names.count, 0, 0, 0])
    #expect(Set(try bench.list(.contact, "name")) == Set(names))
  }

  @Test func whatIsStoppedLeavesNothing() throws {
    let bench = try Bench()
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
