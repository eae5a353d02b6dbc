public import LeadlineModel
public import LeadlineReports

/// Writes a table as CSV (RFC 4180), in UTF-8 with CR LF.
///
/// Text is kept exactly, control characters too, so that an import brings it back unchanged.
public struct CSVWriter: TableWriter {
  /// Whom the file is for.
  public enum Reader: Hashable, Sendable {
    /// A byte order mark, headings and names in words, and `CSVGuard`.
    case person
    /// Field names and ids, the text as it is.
    case machine
  }

  private let style: CellStyle
  private let reader: Reader
  private var columns: [ReportColumn] = []
  private var block: OutputBlock

  /// Amounts in `base` are written without their currency.
  public init(to sink: any ByteSink, base: Currency, reader: Reader = .person) {
    style = CellStyle(base: base, usesNames: reader == .person)
    self.reader = reader
    block = OutputBlock(sink)
  }

  public mutating func begin(_ columns: [ReportColumn]) throws {
    self.columns = columns
    if reader == .person { block.bytes += [0xEF, 0xBB, 0xBF] }
    let headings = columns.map { reader == .person ? guarded($0.heading) : $0.id }
    try write(headings)
  }

  public mutating func row(_ values: [FieldValue]) throws {
    let cells = zip(values, columns).map { value, column in
      let text = style.text(value, in: column)
      return value.isWords ? guarded(text) : text
    }
    try write(cells)
  }

  public mutating func end() throws {
    try block.flush()
  }

  private func guarded(_ text: String) -> String {
    reader == .person ? CSVGuard.guarding(text) : text
  }

  private mutating func write(_ cells: [String]) throws {
    for (index, cell) in cells.enumerated() {
      if index > 0 { block.bytes.append(0x2C) }
      append(cell, alone: cells.count == 1)
    }
    block.bytes += [13, 10]
    try block.rowEnded()
  }

  /// A lone empty cell is quoted, or its row would be an empty line.
  private mutating func append(_ cell: String, alone: Bool) {
    guard Self.needsQuotes(cell) || alone && cell.isEmpty else {
      block.append(cell)
      return
    }
    block.bytes.append(0x22)
    for byte in cell.utf8 {
      if byte == 0x22 { block.bytes.append(byte) }
      block.bytes.append(byte)
    }
    block.bytes.append(0x22)
  }

  /// True for text with anything that could pass for a delimiter, a quote, a line end, a byte
  /// order mark or a declaration of the delimiter.
  private static func needsQuotes(_ cell: String) -> Bool {
    let bytes = cell.utf8
    guard let first = bytes.first else { return false }
    if first == 0x20 || bytes.last == 0x20 || cell.unicodeScalars.first == "\u{FEFF}" {
      return true
    }
    if first | 0x20 == 0x73, cell.lowercased().hasPrefix("sep=") { return true }
    return bytes.contains { byte in
      switch byte {
      case 0x09, 0x0A, 0x0D, 0x22, 0x2C, 0x3B, 0x7C: true
      default: false
      }
    }
  }
}
