internal import LeadlineModel

extension DayWords {
  /// `2026-12-05`, `2026/12/5`, `2026.12.5` and, without a year, `12-05`.
  func numeric(_ text: String, _ looking: FieldType.Looking) throws(Refusal) -> Day? {
    guard let parts = NumericParts(text) else { return nil }
    let numbers = parts.numbers
    switch parts.widths.count {
    case 1:
      if parts.widths[0] == 4 { throw Refusal(.isPeriod) }
      throw Refusal(.digitRun, suggestion: suggestion(forRun: text))
    case 2 where parts.widths[0] == 4: throw Refusal(.isPeriod)
    case 2 where parts.widths[1] == 4: throw Refusal(.yearNotFirst)
    case 2... where parts.widths.dropFirst().contains { $0 > 2 && $0 != 4 }: return nil
    case 2 where parts.separator == "-":
      return try day(year: nil, month: numbers[0], day: numbers[1], looking)
    case 2:
      let meant = try? day(year: nil, month: numbers[0], day: numbers[1], looking)
      throw Refusal(.dayOrMonthFirst, suggestion: meant.map { String($0.iso.dropFirst(5)) })
    case 3 where parts.widths[0] == 4 && parts.widths[2] <= 2:
      return try day(year: numbers[0], month: numbers[1], day: numbers[2], looking)
    case 3: throw Refusal(parts.widths[2] == 4 ? .yearNotFirst : .yearDigits)
    default: return nil
    }
  }

  /// `12月5日`, `2026年12月5号`, `明年3月1日`, `下月5日`, `十二月五日`.
  func spokenDate(_ text: String, _ looking: FieldType.Looking) throws(Refusal) -> Day? {
    var cursor = TextCursor(text)
    var index: Int?
    let named = takeSpan(&cursor)
    if let named, named.unit == .month {
      let (year, month, _) = today.parts
      index = 12 * year + month - 1 + named.offset
    } else if named != nil, named?.unit != .year {
      return nil
    }
    let stated = named == nil ? try takeYear(&cursor) : nil
    let year = index.map { $0 / 12 } ?? stated ?? named.map { today.parts.year + $0.offset }
    guard let month = index.map({ $0 % 12 + 1 }) ?? takeNumber(&cursor, before: "月"),
      let day = takeDayOfMonth(&cursor), cursor.isAtEnd
    else { return nil }
    return try self.day(year: year, month: month, day: day, looking)
  }

  /// Takes a year and 年: four digits (2026, 二〇二六) or a numeral (两千零五).
  func takeYear(_ cursor: inout TextCursor) throws(Refusal) -> Int? {
    var ahead = cursor
    let run = ahead.take(while: NumeralToken.canHold)
    guard !run.isEmpty, ahead.take("年") else { return nil }
    if let digits = ChineseNumeral.spelled(run) {
      guard digits.count == 4, let year = Int(digits) else { throw Refusal(.yearDigits) }
      cursor = ahead
      return year
    }
    guard let year = ChineseNumeral.value(run)?.integer else { return nil }
    guard (1000...9999).contains(year) else { throw Refusal(.yearDigits) }
    cursor = ahead
    return Int(year)
  }

  /// Takes a numeral of at most two digits' worth and the word behind it.
  func takeNumber(_ cursor: inout TextCursor, before word: String) -> Int? {
    var ahead = cursor
    let run = ahead.take(while: NumeralToken.canHold)
    guard ahead.take(word), let number = ChineseNumeral.value(run)?.integer,
      (0...99).contains(number)
    else { return nil }
    cursor = ahead
    return Int(number)
  }

  private func takeDayOfMonth(_ cursor: inout TextCursor) -> Int? {
    if let day = takeNumber(&cursor, before: "日") ?? takeNumber(&cursor, before: "号") {
      return day
    }
    var ahead = cursor
    let run = ahead.take(while: NumeralToken.canHold)
    guard ahead.isAtEnd, let number = ChineseNumeral.value(run)?.integer,
      (0...99).contains(number)
    else { return nil }
    cursor = ahead
    return Int(number)
  }

  /// The day of these parts; without a year, stated or implied, the nearest that exists.
  private func day(
    year stated: Int?, month: Int, day: Int, _ looking: FieldType.Looking
  ) throws(Refusal) -> Day {
    let year = stated ?? impliedYear
    guard (1...12).contains(month) else { throw Refusal(.noSuchMonth(month)) }
    // 2000 was a leap year: without a year, 29 February exists.
    let days = Day.daysInMonth(year: year ?? 2000, month: month)
    guard (1...days).contains(day) else {
      throw Refusal(.monthEnds(year: year, month: month, days: days))
    }
    if let year {
      guard let result = Day(year: year, month: month, day: day) else {
        throw Refusal(.outOfCalendar)
      }
      return result
    }
    let thisYear = today.parts.year
    // Leap years lie at most eight years apart.
    for distance in 0...8 {
      let year = looking == .forward ? thisYear + distance : thisYear - distance
      guard let result = Day(year: year, month: month, day: day) else { continue }
      if looking == .forward ? result >= today : result <= today { return result }
    }
    throw Refusal(.outOfCalendar)
  }

  /// 20261205 was probably meant as 2026-12-05.
  private func suggestion(forRun text: String) -> String? {
    let digits = Array(text)
    guard digits.count == 8 else { return nil }
    let iso = "\(String(digits[..<4]))-\(String(digits[4..<6]))-\(String(digits[6...]))"
    return Day(iso: iso)?.iso
  }
}

/// Runs of digits with one and the same separator between them: `2026-12-05`.
struct NumericParts {
  let numbers: [Int]
  let widths: [Int]
  let separator: Character?

  init?(_ folded: String) {
    let separator = folded.first { !$0.isPlainDigit }
    if let separator {
      guard separator == "-" || separator == "/" || separator == "." else { return nil }
    }
    let parts = folded.split(omittingEmptySubsequences: false) { $0 == separator }
    guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isPlainDigit) }) else { return nil }
    widths = parts.map(\.count)
    // Longer runs are refused by their width.
    numbers = parts.map { Int($0.prefix(9)) ?? 0 }
    self.separator = separator
  }
}
