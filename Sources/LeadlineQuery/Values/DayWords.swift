public import LeadlineModel

/// Reads days and periods as people write them, in English and Chinese, seen from one day.
public struct DayWords: Sendable {
  public let today: Day
  /// The year of days and months that state none; nil means the nearest.
  private(set) var impliedYear: Int?

  /// `today` is the day that `tomorrow` and `+3d` count from.
  public init(today: Day) {
    self.today = today
  }

  /// The one day that `text` names: `2026-12-05`, `12-05`, `fri`, `+3d`, `下周三`, `12月5日`.
  ///
  /// A weekday or a day without a year is the nearest in the direction of `looking`, today included.
  /// Words that say their own direction (`yesterday`, `月底`, `+3d`) do not ask it.
  public func day(
    _ text: String, looking: FieldType.Looking
  ) throws(ValueError) -> Day {
    do {
      return try readDay(FoldedText(text).text, looking)
    } catch {
      throw error.error(.day, text)
    }
  }

  /// The days of a period (`2022`, `2022-11`, `2022-q4`, `本月`), or the one day that `text` names.
  public func period(
    _ text: String, looking: FieldType.Looking
  ) throws(ValueError) -> ClosedRange<Day> {
    do {
      let folded = FoldedText(text).text
      if let period = try readPeriod(folded, looking) { return period }
      let day = try readDay(folded, looking)
      return day...day
    } catch {
      throw error.error(.period, text)
    }
  }

  /// The same words where days and months without a year lie in `year`.
  func inYear(_ year: Int) -> DayWords {
    var words = self
    words.impliedYear = year
    return words
  }

  /// Whether `text` says its year: `2022-09-01`, `2022`, `2022年9月`, `去年9月`.
  func statesYear(_ text: String) -> Bool {
    let folded = FoldedText(text).text
    var cursor = TextCursor(folded)
    if (try? takeYear(&cursor)) != nil || takeSpan(&cursor)?.unit == .year { return true }
    return cursor.takeDigits().count == 4
  }

  private func readDay(_ text: String, _ looking: FieldType.Looking) throws(Refusal) -> Day {
    guard !text.isEmpty else { throw Refusal(.empty) }
    if let day = try named(text) { return day }
    if let day = try weekday(text, looking) { return day }
    if let day = try offset(text, looking) { return day }
    if let day = try spokenOffset(text) { return day }
    if let day = try numeric(text, looking) { return day }
    if let day = try spokenDate(text, looking) { return day }
    if try readPeriod(text, looking) != nil { throw Refusal(.isPeriod) }
    throw Refusal(.notUnderstood)
  }

  /// Today's neighbours by name, and the ends of periods.
  private func named(_ text: String) throws(Refusal) -> Day? {
    if let days = Self.neighbours[text] { return try checked(today.number + days) }
    if let unit = Self.ends[text] { return try span(unit, 0).upperBound }
    var cursor = TextCursor(text)
    let named = takeSpan(&cursor)
    let plain = named == nil ? cursor.take(oneOf: Self.endUnits) : nil
    guard cursor.take("底") || cursor.take("末"), cursor.isAtEnd else { return nil }
    if let named, named.unit != .week { return try span(named.unit, named.offset).upperBound }
    guard let plain else { return nil }
    return try span(plain, 0).upperBound
  }

  private func weekday(_ text: String, _ looking: FieldType.Looking) throws(Refusal) -> Day? {
    if let weekday = Self.weekdays[text] { return try nearest(weekday: weekday, looking) }
    var cursor = TextCursor(text)
    let week = takeSpan(&cursor)
    if let week {
      guard week.unit == .week else { return nil }
    } else {
      guard cursor.take(oneOf: SpanUnit.weeks) != nil else { return nil }
    }
    guard let weekday = cursor.take(oneOf: Self.spokenWeekdays), cursor.isAtEnd else { return nil }
    guard let week else { return try nearest(weekday: weekday, looking) }
    let monday = today.number - today.weekday + 1
    return try checked(monday + 7 * week.offset + weekday - 1)
  }

  private func nearest(
    weekday: Int, _ looking: FieldType.Looking
  ) throws(Refusal) -> Day {
    switch looking {
    case .forward: try checked(today.number + (weekday - today.weekday + 7) % 7)
    case .back: try checked(today.number - (today.weekday - weekday + 7) % 7)
    }
  }

  private static let neighbours = [
    "today": 0, "tomorrow": 1, "yesterday": -1, "今天": 0, "今日": 0, "明天": 1, "明日": 1,
    "后天": 2, "后日": 2, "大后天": 3, "昨天": -1, "昨日": -1, "前天": -2, "前日": -2, "大前天": -3,
  ]

  private static let ends: [String: SpanUnit] = [
    "eow": .week, "eom": .month, "eoq": .quarter, "eoy": .year,
  ]

  private static let endUnits: [(String, SpanUnit)] = [
    ("月", .month), ("季度", .quarter), ("季", .quarter), ("年", .year),
  ]

  private static let weekdays: [String: Int] = {
    let names = [
      ["mon", "monday"], ["tue", "tues", "tuesday"], ["wed", "wednesday"],
      ["thu", "thur", "thurs", "thursday"], ["fri", "friday"], ["sat", "saturday"],
      ["sun", "sunday"],
    ]
    var table: [String: Int] = [:]
    for (index, names) in names.enumerated() {
      for name in names { table[name] = index + 1 }
    }
    return table
  }()

  private static let spokenWeekdays: [(String, Int)] = [
    ("一", 1), ("二", 2), ("三", 3), ("四", 4), ("五", 5), ("六", 6), ("日", 7), ("天", 7),
  ]
}
