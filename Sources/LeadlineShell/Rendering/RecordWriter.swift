public import LeadlineModel
public import LeadlineReports

/// A table as `field: value` lines, records parted by a blank line; values that are none are
/// left out.
public struct RecordWriter: TableWriter {
  private let sink: Sink
  private let text: ValueText
  private let style: Style
  private var columns: [ReportColumn] = []
  private var isFirst = true

  public init(sink: Sink, text: ValueText, style: Style) {
    self.sink = sink
    self.text = text
    self.style = style
  }

  public mutating func begin(_ columns: [ReportColumn]) {
    self.columns = columns
  }

  public mutating func row(_ values: [FieldValue]) throws {
    var lines = isFirst ? "" : "\n"
    isFirst = false
    for (column, value) in zip(columns, values) where !value.isNone {
      let heading = style.dim(Printable.escaping(column.heading) + ":")
      lines += heading + " " + style.graded(text(value, in: column).text, as: value) + "\n"
    }
    try sink.write(rendered: lines)
  }

  public func end() {}
}

extension Style {
  /// Colours the words for levels and cards.
  func graded(_ text: String, as value: FieldValue) -> String {
    guard case .choice(let id) = value else { return text }
    return switch Card(rawValue: id) {
    case .red: red(text)
    case .yellow, .warning: yellow(text)
    case nil: text
    }
  }
}
