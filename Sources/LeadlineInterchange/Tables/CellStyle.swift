public import LeadlineModel
public import LeadlineReports

/// How values stand as text in the cells of a table.
public struct CellStyle: Hashable, Sendable {
  /// The currency that goes without saying: other amounts are followed by their code.
  public let base: Currency
  /// True for people: choices by their names. Machines get the ids.
  public let usesNames: Bool

  public init(base: Currency, usesNames: Bool) {
    self.base = base
    self.usesNames = usesNames
  }

  /// The text of `value`: amounts as exact decimals, days as ISO 8601, lengths of time as whole
  /// days, records by name (by ref in a column of refs), lists as `ListText` writes them.
  public func text(_ value: FieldValue, in column: ReportColumn) -> String {
    switch value {
    case .none: ""
    case .text(let text): text
    case .number(let number): String(number)
    case .money(let money):
      money.currency == base ? money.decimal : "\(money.decimal) \(money.currency.code)"
    case .day(let day): day.iso
    case .days(let days): String(days)
    case .choice(let id): usesNames ? column.names[id] ?? id : id
    case .record(let ref, let name): column.type == .id ? ref.description : name
    case .list(let items):
      ListText.joined(usesNames ? items.map { column.names[$0] ?? $0 } : items)
    case .records(let records): ListText.joined(records.map(\.name))
    }
  }
}

extension FieldValue {
  /// True for what is written as words rather than as a number or a day.
  var isWords: Bool {
    switch self {
    case .text, .choice, .record, .records, .list: true
    case .none, .number, .money, .day, .days: false
    }
  }
}
