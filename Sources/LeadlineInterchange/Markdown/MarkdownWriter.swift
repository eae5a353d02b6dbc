public import LeadlineModel
public import LeadlineReports

/// Writes a table as a pipe table of GitHub's Markdown; nothing in the data becomes markup.
public struct MarkdownWriter: TableWriter {
  private let text: PageText
  private var columns: [ReportColumn] = []
  private var block: OutputBlock

  public init(to sink: any ByteSink, language: Language) {
    text = PageText(language)
    block = OutputBlock(sink)
  }

  public mutating func begin(_ columns: [ReportColumn]) throws {
    self.columns = columns
    try write(columns.map { Self.escaped($0.heading) })
    try write(columns.map { $0.isNumeric ? "---:" : "---" })
  }

  public mutating func row(_ values: [FieldValue]) throws {
    try write(zip(values, columns).map { Self.escaped(text($0, in: $1)) })
  }

  public mutating func end() throws {
    try block.flush()
  }

  private mutating func write(_ cells: [String]) throws {
    block.append("|")
    for cell in cells { block.append(" \(cell) |") }
    block.append("\n")
    try block.rowEnded()
  }

  /// A line end within a cell is the one thing that turns into markup: `<br>`.
  static func escaped(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    var previous: UnicodeScalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where previous == "\r": break
      case "\n", "\r": out.append(contentsOf: "<br>".unicodeScalars)
      case "&": out.append(contentsOf: "&amp;".unicodeScalars)
      case "<": out.append(contentsOf: "&lt;".unicodeScalars)
      case ">": out.append(contentsOf: "&gt;".unicodeScalars)
      case "\\", "`", "*", "_", "[", "]", "|", "~", "$":
        out.append("\\")
        out.append(scalar)
      default: out.append(scalar)
      }
      previous = scalar
    }
    return VisibleText.of(String(out))
  }
}
