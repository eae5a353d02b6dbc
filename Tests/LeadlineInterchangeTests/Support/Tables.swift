import LeadlineInterchange
import LeadlineModel
import LeadlineReports

/// A table with a value of every kind, and the text that a writer makes of it.
enum Tables {
  static let columns = [
    ReportColumn(id: "id", heading: "编号", type: .id),
    ReportColumn(id: "title", heading: "标题", type: .text),
    ReportColumn(id: "stage", heading: "阶段", type: .stage, names: ["signed": "签约"]),
    ReportColumn(id: "amount", heading: "金额", type: .money),
    ReportColumn(id: "due", heading: "到期", type: .day(.forward)),
    ReportColumn(id: "idle", heading: "闲置", type: .days),
    ReportColumn(id: "contact", heading: "联系人", type: .record(.contact)),
    ReportColumn(id: "tags", heading: "标签", type: .list),
    ReportColumn(id: "guests", heading: "人数", type: .number),
  ]

  static func row(_ title: String, amount: Money) -> [FieldValue] {
    [
      .record(Ref(.lead, 42), name: title), .text(title), .choice("signed"), .money(amount),
      .day(Day(iso: "2026-12-05") ?? Day(number: 0)), .days(30),
      .record(Ref(.contact, 7), name: "王伟"), .list(["a", "b;c"]), .number(-3),
    ]
  }

  static let none: [FieldValue] = Array(repeating: .none, count: 9)

  static func written(
    _ format: TableFormat, forMachine: Bool = false, _ columns: [ReportColumn],
    _ rows: [[FieldValue]]
  ) throws -> String {
    let output = MemoryOutput()
    guard var writer = format.writer(to: output, base: .cny, forMachine: forMachine) else {
      return ""
    }
    try writer.begin(columns)
    for row in rows { try writer.row(row) }
    try writer.end()
    return output.text
  }

  /// A table of one text column.
  static func texts(
    _ format: TableFormat, forMachine: Bool = false, _ texts: [String]
  ) throws -> String {
    let column = ReportColumn(id: "text", heading: "text", type: .text)
    return try written(format, forMachine: forMachine, [column], texts.map { [.text($0)] })
  }
}
