public import LeadlineModel
public import LeadlineReports

/// Writes a table as tab-separated lines: a header of field names, then one line per row.
///
/// Tabs, line ends and backslashes in values are written `\t`, `\n`, `\r` and `\\`; whatever a
/// terminal would act on is shown as an escape.
public struct TSVWriter: TableWriter {
  private let style: CellStyle
  private var columns: [ReportColumn] = []
  private var block: OutputBlock

  /// Amounts in `base` are written without their currency.
  public init(to sink: any ByteSink, base: Currency) {
    style = CellStyle(base: base, usesNames: false)
    block = OutputBlock(sink)
  }

  public mutating func begin(_ columns: [ReportColumn]) throws {
    self.columns = columns
    try write(columns.map(\.id))
  }

  public mutating func row(_ values: [FieldValue]) throws {
    try write(zip(values, columns).map { style.text($0, in: $1) })
  }

  public mutating func end() throws {
    try block.flush()
  }

  private mutating func write(_ cells: [String]) throws {
    for (index, cell) in cells.enumerated() {
      if index > 0 { block.bytes.append(9) }
      block.append(Self.escaped(cell))
    }
    block.bytes.append(10)
    try block.rowEnded()
  }

  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x5C }) else {
      return VisibleText.of(text)
    }
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t": out += "\\t"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\\": out += "\\\\"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return VisibleText.of(out)
  }
}
