public import LeadlineModel
public import LeadlineReports

/// How the values of a table are worded for people.
public struct ValueText: Hashable, Sendable {
  public let language: Language

  public init(language: Language) {
    self.language = language
  }

  /// `value` in its column's words; empty for none.
  public func callAsFunction(_ value: FieldValue, in column: ReportColumn) -> Printable {
    Printable(raw(value, in: column))
  }

  private func raw(_ value: FieldValue, in column: ReportColumn) -> String {
    switch value {
    case .none: ""
    case .text(let text): text
    case .number(let number): String(number)
    case .money(let money): money.text(in: language)
    case .day(let day): day.iso
    case .days(let days): "\(days)d"
    case .choice(let id): column.names[id] ?? id
    case .record(let ref, let name): name.isEmpty ? ref.description : name
    case .list(let items): items.map { column.names[$0] ?? $0 }.joined(separator: ", ")
    case .records(let records): records.map(\.name).joined(separator: ", ")
    }
  }
}
