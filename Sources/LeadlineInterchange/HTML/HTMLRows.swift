public import LeadlineModel
public import LeadlineReports
internal import Mustache

/// The parts of a page around and within tables, filled in.
struct HTMLRows {
  private let start: MustacheTemplate
  private let tableStart: MustacheTemplate
  private let language: Language
  private let text: PageText

  init(_ language: Language) throws {
    self.language = language
    text = PageText(language)
    start = try MustacheTemplate(string: HTMLTemplates.start)
    tableStart = try MustacheTemplate(string: HTMLTemplates.tableStart)
  }

  func page(titled title: String) -> String {
    start.render([
      "language": language.rawValue, "title": VisibleText.of(title), "style": HTMLStyle.text,
    ])
  }

  func table(_ columns: [ReportColumn]) -> String {
    tableStart.render([
      "columns": columns.map { column in
        let heading = VisibleText.of(column.heading)
        return ["heading": heading, "class": Self.kind(of: heading, column)]
      }
    ])
  }

  /// A row, put together by hand: through a template 200,000 leads of nine cells took 24 s, as CSV
  /// they take 1.1 s.
  func row(_ values: [FieldValue], _ columns: [ReportColumn]) -> String {
    var row = "<tr>"
    for (value, column) in zip(values, columns) {
      let text = VisibleText.of(text(value, in: column))
      let kind = Self.level(value) ?? Self.kind(of: text, column)
      row += "<td class=\"\(kind)\">"
      row += Self.escaped(text)
      row += "</td>"
    }
    return row + "</tr>\n"
  }

  /// Text as it stands in an element; the same signs as Mustache escapes.
  private static func escaped(_ text: String) -> String {
    let marks: [UInt8] = [34, 38, 39, 60, 62]
    guard text.utf8.contains(where: marks.contains) else { return text }
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// Texts up to so many cells stay on one line.
  private static let short = 16

  /// Numbers stand at the right, what is short or never cut stays on a line, sentences get room;
  /// further columns are marked: narrow windows leave them out.
  private static func kind(of text: String, _ column: ReportColumn) -> String {
    let further = column.isFurther
    if column.isNumeric { return further ? "n f" : "n" }
    if !column.mayBeCut || CellWidth.of(text) <= short { return further ? "k f" : "k" }
    return further ? "w f" : "w"
  }

  /// Levels and cards have classes of their own.
  private static func level(_ value: FieldValue) -> String? {
    guard case .choice(let id) = value else { return nil }
    return Level(rawValue: id)?.rawValue ?? Card(rawValue: id)?.rawValue
  }
}

/// Writes a table as a page of its own that opens without network and prints on A4.
///
/// Rows are written as they come; everything from outside is escaped.
public struct HTMLWriter: TableWriter {
  private let language: Language
  private var rows: HTMLRows?
  private var columns: [ReportColumn] = []
  private var block: OutputBlock

  public init(to sink: any ByteSink, language: Language) {
    self.language = language
    block = OutputBlock(sink)
  }

  public mutating func begin(_ columns: [ReportColumn]) throws {
    let rows = try HTMLRows(language)
    self.rows = rows
    self.columns = columns
    block.append(rows.page(titled: "Leadline") + rows.table(columns))
  }

  public mutating func row(_ values: [FieldValue]) throws {
    guard let rows else { return }
    block.append(rows.row(values, columns))
    try block.rowEnded()
  }

  public mutating func end() throws {
    block.append(HTMLTemplates.tableEnd + HTMLTemplates.end)
    try block.flush()
  }
}
