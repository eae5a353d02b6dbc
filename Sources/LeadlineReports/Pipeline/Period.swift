public import LeadlineModel

/// A period of the calendar by which leads are put into cohorts.
public enum Period: String, Hashable, Sendable, CaseIterable {
  case month, quarter, year

  /// The period that a day belongs to, as a filter writes it: `2022-11`, `2022-q4`, `2022`.
  public func name(of day: Day) -> String {
    let (year, month, _) = day.parts
    return switch self {
    case .month: String(day.iso.prefix(7))
    case .quarter: "\(year)-q\((month + 2) / 3)"
    case .year: "\(year)"
    }
  }
}
