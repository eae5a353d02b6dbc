internal import LeadlineModel

extension DayWords {
  /// The period that a folded text names, nil where it names none.
  func readPeriod(
    _ text: String, _ looking: FieldType.Looking
  ) throws(Refusal) -> ClosedRange<Day>? {
    if let named = Self.english[text.split(separator: " ").joined(separator: "-")] {
      return try span(named.unit, named.offset)
    }
    var cursor = TextCursor(text)
    if let named = takeSpan(&cursor), cursor.isAtEnd { return try span(named.unit, named.offset) }
    if let period = try numericPeriod(text) { return period }
    return try spokenPeriod(text, looking)
  }

  /// `2022`, `2022-11`, `2022-q4`, `2022q4`.
  private func numericPeriod(_ text: String) throws(Refusal) -> ClosedRange<Day>? {
    if let parts = NumericParts(text) {
      let numbers = parts.numbers
      switch parts.widths.count {
      case 1 where parts.widths[0] == 4: return try months(from: 12 * numbers[0], count: 12)
      case 1 where parts.widths[0] == 6:
        throw Refusal(.digitRun, suggestion: monthSuggestion(numbers[0]))
      case 2 where parts.widths[0] == 4 && parts.widths[1] <= 2 && parts.separator != ".":
        return try month(numbers[1], of: numbers[0])
      default: return nil
      }
    }
    var cursor = TextCursor(text)
    let year = cursor.takeDigits()
    _ = cursor.take("-")
    guard year.count == 4, let year = Int(year), cursor.take("q"),
      let quarter = Int(cursor.takeDigits()), cursor.isAtEnd
    else { return nil }
    return try self.quarter(quarter, of: year)
  }

  /// `2022年`, `2022年11月`, `去年11月`, `11月`, `2022年第四季度`.
  private func spokenPeriod(
    _ text: String, _ looking: FieldType.Looking
  ) throws(Refusal) -> ClosedRange<Day>? {
    var cursor = TextCursor(text)
    let named = takeSpan(&cursor)
    if let named, named.unit != .year { return nil }
    let stated = named == nil ? try takeYear(&cursor) : nil
    let year = stated ?? named.map { today.parts.year + $0.offset }
    if let year, cursor.isAtEnd { return try months(from: 12 * year, count: 12) }
    if let month = takeNumber(&cursor, before: "月"), cursor.isAtEnd {
      return try self.month(month, of: year ?? impliedYear ?? self.year(ofMonth: month, looking))
    }
    _ = cursor.take("第")
    guard let year, let quarter = takeNumber(&cursor, before: "季"),
      cursor.take("度") || cursor.isAtEnd, cursor.isAtEnd
    else { return nil }
    return try self.quarter(quarter, of: year)
  }

  /// The year of the nearest such month; this month counts in both directions.
  private func year(ofMonth month: Int, _ looking: FieldType.Looking) -> Int {
    let (year, thisMonth, _) = today.parts
    switch looking {
    case .forward: return month < thisMonth ? year + 1 : year
    case .back: return month > thisMonth ? year - 1 : year
    }
  }

  private func month(_ month: Int, of year: Int) throws(Refusal) -> ClosedRange<Day> {
    guard (1...12).contains(month) else { throw Refusal(.noSuchMonth(month)) }
    return try months(from: 12 * year + month - 1, count: 1)
  }

  private func quarter(_ quarter: Int, of year: Int) throws(Refusal) -> ClosedRange<Day> {
    guard (1...4).contains(quarter) else { throw Refusal(.noSuchQuarter(quarter)) }
    return try months(from: 12 * year + 3 * (quarter - 1), count: 3)
  }

  private func monthSuggestion(_ run: Int) -> String? {
    guard (1...12).contains(run % 100), run >= 100_000 else { return nil }
    return "\(run / 100)-\(run % 100 < 10 ? "0" : "")\(run % 100)"
  }

  private static let english: [String: NamedSpan] = {
    let units: [(String, SpanUnit)] = [
      ("week", .week), ("month", .month), ("quarter", .quarter), ("year", .year),
    ]
    var table: [String: NamedSpan] = [:]
    for (word, unit) in units {
      for (direction, offset) in [("this", 0), ("last", -1), ("next", 1)] {
        table["\(direction)-\(word)"] = NamedSpan(unit: unit, offset: offset)
      }
    }
    return table
  }()
}
