public import LeadlineModel

/// The one abstract table: what lists and reports give and what every output format takes.
///
/// Columns come first, then rows as they are found; a writer never needs all rows at once.
public struct ReportColumn: Hashable, Sendable {
  /// The field's English name, stable for machines: `signed-on`.
  public let id: String
  /// The heading for people, in the language asked for.
  public let heading: String
  public let type: FieldType
  /// For choices and stages: how each id is shown in the language asked for.
  public let names: [String: String]
  /// Whether its texts are figures, such as `86.6%` or `0–3`: they stand like numbers.
  public let isFigure: Bool
  /// Whether it is left out of a window too narrow for all, before rows become lines.
  public let isFurther: Bool

  public init(
    id: String, heading: String, type: FieldType, names: [String: String] = [:],
    isFigure: Bool = false, isFurther: Bool = false
  ) {
    self.id = id
    self.heading = heading
    self.type = type
    self.names = names
    self.isFigure = isFigure
    self.isFurther = isFurther
  }

  /// Ids, stages, days, amounts and figures are never cut to fit a window.
  public var mayBeCut: Bool {
    switch type {
    case .text, .list, .record: !isFigure
    default: false
    }
  }

  /// Numbers stand at the right.
  public var isNumeric: Bool {
    switch type {
    case .money, .days, .number: true
    default: isFigure
    }
  }
}

/// Takes a table row by row and turns it into bytes or a screen.
public protocol TableWriter {
  mutating func begin(_ columns: [ReportColumn]) throws
  mutating func row(_ values: [FieldValue]) throws
  mutating func end() throws
}

/// A table that is small enough to be held whole: the result of a report.
public struct ReportTable: Hashable, Sendable {
  public let columns: [ReportColumn]
  public let rows: [[FieldValue]]

  public init(columns: [ReportColumn], rows: [[FieldValue]]) {
    self.columns = columns
    self.rows = rows
  }

  /// Gives the whole table to a writer.
  public func write(to writer: inout any TableWriter) throws {
    try writer.begin(columns)
    for row in rows { try writer.row(row) }
    try writer.end()
  }
}
