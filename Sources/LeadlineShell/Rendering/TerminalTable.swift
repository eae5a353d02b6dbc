public import LeadlineModel
public import LeadlineReports

/// A table for people: borderless columns as wide as the window, without its further columns where
/// they do not fit (the headings then end in `..`), or a record view where that would still cut
/// what is never cut.
///
/// The first rows are held back to size the columns, the rest streams.
public struct TerminalTable: TableWriter {
  private let sink: Sink
  private let width: Int
  private let text: ValueText
  private let style: Style
  private let sample: Int
  private var columns: [ReportColumn] = []
  private var held: [[FieldValue]] = []
  private var shape = Shape.unknown

  private enum Shape {
    case unknown
    case columns([Column])
    case records(RecordWriter)
  }

  /// A column that is shown: its place in the table, and its width.
  private typealias Column = (place: Int, width: Int)

  /// `width` is the window's in cells, `sample` how many rows size the columns.
  public init(sink: Sink, width: Int, text: ValueText, style: Style, sample: Int = 1000) {
    self.sink = sink
    self.width = width
    self.text = text
    self.style = style
    self.sample = sample
  }

  public mutating func begin(_ columns: [ReportColumn]) {
    self.columns = columns
  }

  public mutating func row(_ values: [FieldValue]) throws {
    switch shape {
    case .unknown:
      held.append(values)
      if held.count >= sample { try release() }
    case .columns(let shown): try write(values, shown)
    case .records(var writer):
      try writer.row(values)
      shape = .records(writer)
    }
  }

  /// A table without rows prints nothing.
  public mutating func end() throws {
    if case .unknown = shape, !held.isEmpty { try release() }
  }

  private mutating func release() throws {
    if let shown = shownColumns() {
      shape = .columns(shown)
      try writeHeadings(shown)
    } else {
      var writer = RecordWriter(sink: sink, text: text, style: style)
      writer.begin(columns)
      shape = .records(writer)
    }
    let rows = held
    held = []
    for values in rows { try row(values) }
  }

  /// All columns, else those that are left when further ones go, the last first; nil where even
  /// these do not fit. Names of records are not cut while a further column stands.
  private func shownColumns() -> [Column]? {
    let (whole, cut) = (needs(cutsNames: false), needs(cutsNames: true))
    var places = Array(columns.indices)
    while true {
      let further = places.lastIndex { columns[$0].isFurther }
      let needs = further == nil ? cut : whole
      let mark = places.count < columns.count ? ColumnLayout.gap + Self.mark.count : 0
      let layout = ColumnLayout(needs: places.map { needs[$0] })
      if let widths = layout.widths(within: width - mark) {
        return zip(places, widths).map { ($0, $1) }
      }
      guard let further else { return nil }
      places.remove(at: further)
    }
  }

  /// Stands at the end of the headings where columns were left out.
  private static let mark = ".."

  private func needs(cutsNames: Bool) -> [ColumnLayout.Need] {
    columns.enumerated().map { index, column in
      ColumnLayout.Need(
        heading: CellWidth.of(Printable.escaping(column.heading)),
        values: held.map { CellWidth.of(text($0[index], in: column).text) }.max() ?? 0,
        mayBeCut: column.mayBeCut && (cutsNames || !column.type.isRecord))
    }
  }

  private func writeHeadings(_ shown: [Column]) throws {
    let headings = columns.map { (text: Printable.escaping($0.heading), value: FieldValue.none) }
    let line = line(headings, shown, isHeading: true)
    let isWhole = shown.count == columns.count
    let mark = isWhole ? "" : String(repeating: " ", count: ColumnLayout.gap) + Self.mark
    try sink.write(rendered: line + mark + "\n")
  }

  private func write(_ values: [FieldValue], _ shown: [Column]) throws {
    let cells = zip(columns, values).map { (text: text($1, in: $0).text, value: $1) }
    try sink.write(rendered: line(cells, shown, isHeading: false) + "\n")
  }

  private func line(
    _ cells: [(text: String, value: FieldValue)], _ shown: [Column], isHeading: Bool
  ) -> String {
    var line = ""
    var gap = 0
    for (place, width) in shown {
      let (cell, column) = (cells[place], columns[place])
      let mayBeCut = column.mayBeCut || isHeading
      let text = mayBeCut ? CellWidth.truncate(cell.text, to: width) : cell.text
      let padding = max(0, width - CellWidth.of(text))
      if column.isNumeric { gap += padding }
      if !text.isEmpty {
        line += String(repeating: " ", count: gap)
        line += isHeading ? style.bold(text) : style.graded(text, as: cell.value)
        gap = 0
      }
      gap += (column.isNumeric ? 0 : padding) + ColumnLayout.gap
    }
    return line
  }
}

extension FieldType {
  fileprivate var isRecord: Bool {
    if case .record = self { true } else { false }
  }
}
