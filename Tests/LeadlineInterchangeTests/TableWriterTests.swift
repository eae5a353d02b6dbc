import Foundation
import LeadlineInterchange
import LeadlineModel
import LeadlineReports
import Testing

@Suite struct TableWriterTests {
  private static let rows = [
    Tables.row("Delta, Suzhou", amount: Money(minorUnits: 6_000_000_000, currency: .cny)),
    Tables.none,
  ]

  @Test func csvForPeople() throws {
    let text = try Tables.written(.csv, Tables.columns, Self.rows)
    #expect(
      text == "\u{FEFF}编号,标题,阶段,金额,到期,闲置,联系人,标签,人数\r\n"
        + "L42,\"Delta, Suzhou\",签约,60000000,2026-12-05,30,王伟,\"a; \"\"b;c\"\"\",-3\r\n"
        + ",,,,,,,,\r\n")
  }

  @Test func csvForMachines() throws {
    let text = try Tables.written(.csv, forMachine: true, Tables.columns, [Self.rows[0]])
    #expect(
      text == "id,title,stage,amount,due,idle,contact,tags,guests\r\n"
        + "L42,\"Delta, Suzhou\",signed,60000000,2026-12-05,30,王伟,\"a; \"\"b;c\"\"\",-3\r\n")
  }

  @Test func tsv() throws {
    let text = try Tables.written(.tsv, Tables.columns, Self.rows)
    #expect(
      text == "id\ttitle\tstage\tamount\tdue\tidle\tcontact\ttags\tguests\n"
        + "L42\tDelta, Suzhou\tsigned\t60000000\t2026-12-05\t30\t王伟\ta; \"b;c\"\t-3\n"
        + "\t\t\t\t\t\t\t\t\n")
    #expect(try Tables.texts(.tsv, ["a\tb\nc\\d\r"]) == "text\na\\tb\\nc\\\\d\\r\n")
  }

  @Test(arguments: [TableFormat.tsv, .md])
  func nothingActsOnATerminal(format: TableFormat) throws {
    let text = try Tables.texts(format, ["\u{1B}[31m王\u{202E}x\u{E0041}\u{0}\u{9B}"])
    #expect(text.contains("\\u{1B}"))
    for scalar in text.unicodeScalars {
      #expect(scalar == "\n" || scalar.value >= 0x20 && scalar.value != 0x9B)
      #expect(scalar.value != 0x202E && scalar.value != 0xE0041)
    }
  }

  @Test func json() throws {
    let text = try Tables.written(.json, Tables.columns, Self.rows)
    let objects = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]]
    #expect(objects?.count == 2)
    #expect(
      text.hasPrefix(
        "[\n{\"id\":\"L42\",\"title\":\"Delta, Suzhou\",\"stage\":\"signed\",\"amount\":60000000,"
          + "\"due\":\"2026-12-05\",\"idle\":30,\"contact\":{\"id\":\"C7\",\"name\":\"王伟\"},"
          + "\"tags\":[\"a\",\"b;c\"],\"guests\":-3},\n{\"id\":null"))
    #expect(try Tables.written(.json, Tables.columns, []) == "[]\n")
  }

  @Test func jsonLines() throws {
    let lines = try Tables.written(.jsonl, Tables.columns, Self.rows).split(separator: "\n")
    #expect(lines.count == 2)
    for line in lines { _ = try JSONSerialization.jsonObject(with: Data(line.utf8)) }
    let text = try Tables.texts(.jsonl, ["\u{1}\u{2028}\u{202E}\"\\\n\u{E0041}"])
    #expect(text == #"{"text":"\u0001\u2028\u202e\"\\\n\udb40\udc41"}"# + "\n")
  }

  @Test func markdown() throws {
    let text = try Tables.written(.md, Tables.columns, [Self.rows[0]])
    #expect(
      text == "| 编号 | 标题 | 阶段 | 金额 | 到期 | 闲置 | 联系人 | 标签 | 人数 |\n"
        + "| --- | --- | --- | ---: | --- | ---: | --- | --- | ---: |\n"
        + "| L42 | Delta, Suzhou | 签约 | CNY 60,000,000 | 2026-12-05 | 30 | 王伟 | a; \"b;c\" | -3 |\n"
    )
    let marked = try Tables.texts(.md, ["<b>&|`x`\r\n[a](b)|\u{301}"])
    #expect(marked.hasSuffix("| &lt;b&gt;&amp;\\|\\`x\\`<br>\\[a\\](b)\\|\u{301} |\n"))
  }

  @Test(
    arguments: [
      (50, "CNY", "0.50"), (-150, "CNY", "-1.50"), (300, "USD", "3 USD"), (7, "JPY", "7 JPY"),
    ] as [(Int64, String, String)])
  func amountsAreExact(units: Int64, code: String, text: String) throws {
    let currency = try #require(Currency(code: code))
    let column = ReportColumn(id: "amount", heading: "amount", type: .money)
    let value = FieldValue.money(Money(minorUnits: units, currency: currency))
    #expect(CellStyle(base: .cny, usesNames: false).text(value, in: column) == text)
    let json = try Tables.written(.jsonl, [column], [[value]])
    #expect(json == "{\"amount\":\(text.split(separator: " ")[0])}\n")
  }

  @Test func largeTablesComeWhole() throws {
    let rows = Array(repeating: Self.rows[0], count: 20_000)
    #expect(try Tables.written(.csv, Tables.columns, rows).split(separator: "\r\n").count == 20_001)
  }

  @Test func formatsByEnding() {
    #expect(TableFormat(fileEnding: "CSV") == .csv)
    #expect(TableFormat(fileEnding: "ndjson") == .jsonl)
    #expect(TableFormat(fileEnding: "markdown") == .md)
    #expect(TableFormat(fileEnding: "exe") == nil)
    #expect(TableFormat.names.contains("tsv"))
  }
}
