public import LeadlineModel
public import LeadlineReports

/// A table for people: borderless columns as wide as the window, or a record view where that
/// would cut what is never cut.
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
    case columns([Int])
    case records(RecordWriter)
  }

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
    case .columns(let widths): try write(values, widths)
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
    if let widths = ColumnLayout(columns, naturalWidths()).widths(within: width) {
      shape = .columns(widths)
      try writeHeadings(widths)
    } else {
      var writer = RecordWriter(sink: sink, text: text, style: style)
      writer.begin(columns)
      shape = .records(writer)
    }
    let rows = held
    held = []
    for values in rows { try row(values) }
  }

  private func naturalWidths() -> [Int] {
    var widths = columns.map { CellWidth.of(Printable.escaping($0.heading)) }
    for values in held {
      for (index, (column, value)) in zip(columns, values).enumerated() {
        widths[index] = max(widths[index], CellWidth.of(text(value, in: column).text))
      }
    }
    return widths
  }

  private func writeHeadings(_ widths: [Int]) throws {
    let headings = columns.map { (text: Printable.escaping($0.heading), value: FieldValue.none) }
    try sink.write(rendered: line(headings, widths, isHeading: true))
  }

  private func write(_ values: [FieldValue], _ widths: [Int]) throws {
    let cells = zip(columns, values).map { (text: text($1, in: $0).text, value: $1) }
    try sink.write(rendered: line(cells, widths, isHeading: false))
  }

  private func line(
    _ cells: [(text: String, value: FieldValue)], _ widths: [Int], isHeading: Bool
  ) -> String {
    var line = ""
    var gap = 0
    for (index, cell) in cells.enumerated() {
      let column = columns[index]
      let mayBeCut = column.mayBeCut || isHeading
      let shown = mayBeCut ? CellWidth.truncate(cell.text, to: widths[index]) : cell.text
      let padding = max(0, widths[index] - CellWidth.of(shown))
      if column.isNumeric { gap += padding }
      if !shown.isEmpty {
        line += String(repeating: " ", count: gap)
        line += isHeading ? style.bold(shown) : style.graded(shown, as: cell.value)
        gap = 0
      }
      gap += (column.isNumeric ? 0 : padding) + ColumnLayout.gap
    }
    return line + "\n"
  }
}
