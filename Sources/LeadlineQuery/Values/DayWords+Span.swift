internal import LeadlineModel

/// A week, month, quarter or year of the calendar.
enum SpanUnit: Hashable {
  case week, month, quarter, year

  static let weeks: [(String, SpanUnit)] = [("星期", .week), ("礼拜", .week), ("周", .week)]
  fileprivate static let spoken: [(String, SpanUnit)] =
    weeks + [("月", .month), ("季度", .quarter), ("季", .quarter)]
}

/// A span counted from the one that today lies in, which is 0.
struct NamedSpan: Hashable {
  let unit: SpanUnit
  let offset: Int
}

extension DayWords {
  /// Takes 本周, 下个月, 上季度, 去年 and the like; nothing where none stands.
  func takeSpan(_ cursor: inout TextCursor) -> NamedSpan? {
    if let offset = cursor.take(oneOf: Self.years) { return NamedSpan(unit: .year, offset: offset) }
    var ahead = cursor
    guard let offset = ahead.take(oneOf: Self.directions) else { return nil }
    _ = ahead.take("个")
    guard let unit = ahead.take(oneOf: SpanUnit.spoken) else { return nil }
    cursor = ahead
    return NamedSpan(unit: unit, offset: offset)
  }

  /// The days of the span that lies `offset` spans after today's; weeks begin on Monday.
  func span(_ unit: SpanUnit, _ offset: Int) throws(Refusal) -> ClosedRange<Day> {
    let (year, month, _) = today.parts
    switch unit {
    case .week:
      let monday = today.number - today.weekday + 1 + 7 * offset
      return try checked(monday)...checked(monday + 6)
    case .month: return try months(from: 12 * year + month - 1 + offset, count: 1)
    case .quarter:
      return try months(from: 12 * year + (month - 1) / 3 * 3 + 3 * offset, count: 3)
    case .year: return try months(from: 12 * (year + offset), count: 12)
    }
  }

  /// The days of `count` months, the first given as 12 × year + month − 1.
  func months(from first: Int, count: Int) throws(Refusal) -> ClosedRange<Day> {
    let last = first + count - 1
    let lastDay = Day.daysInMonth(year: last / 12, month: last % 12 + 1)
    guard let lower = Day(year: first / 12, month: first % 12 + 1, day: 1),
      let upper = Day(year: last / 12, month: last % 12 + 1, day: lastDay)
    else { throw Refusal(.outOfCalendar) }
    return lower...upper
  }

  /// Today that many months on; the last day of the month where it is shorter.
  func adding(months count: Int) throws(Refusal) -> Day {
    let (year, month, day) = today.parts
    let target = 12 * year + month - 1 + count
    guard target >= 12 else { throw Refusal(.outOfCalendar) }
    let last = Day.daysInMonth(year: target / 12, month: target % 12 + 1)
    guard let moved = Day(year: target / 12, month: target % 12 + 1, day: min(day, last)) else {
      throw Refusal(.outOfCalendar)
    }
    return moved
  }

  /// The day of that number, if its year is one from 1 to 9999.
  func checked(_ number: Int) throws(Refusal) -> Day {
    guard (-719_162...2_932_896).contains(number) else { throw Refusal(.outOfCalendar) }
    return Day(number: number)
  }

  private static let years = [
    ("今年", 0), ("本年", 0), ("明年", 1), ("去年", -1), ("前年", -2), ("后年", 2),
  ]

  private static let directions = [
    ("本", 0), ("这", 0), ("下下", 2), ("下", 1), ("上上", -2), ("上", -1),
  ]
}
