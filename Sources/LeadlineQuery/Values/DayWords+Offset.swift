internal import LeadlineModel

extension DayWords {
  /// `+3d`, `-2w`, `+1m`, `-1y`; without a sign it is refused, for it says no direction.
  func offset(_ text: String, _ looking: FieldType.Looking) throws(Refusal) -> Day? {
    var cursor = TextCursor(text)
    let sign = cursor.take(oneOf: [("+", 1), ("-", -1)])
    let digits = cursor.takeDigits()
    let unit = cursor.takeLetters()
    guard !digits.isEmpty, cursor.isAtEnd else { return nil }
    if unit.isEmpty {
      guard sign != nil else { return nil }
      throw Refusal(.withoutUnit, suggestion: text + "d")
    }
    guard let step = Self.steps[unit] else { return nil }
    guard let sign else {
      throw Refusal(.unsigned, suggestion: (looking == .forward ? "+" : "-") + text)
    }
    guard let count = Int(digits), count <= Self.longest else { throw Refusal(.outOfCalendar) }
    return try step.day(count: sign * count, from: self)
  }

  /// `3天后`, `三天后`, `两周前`, `2个月后`, `半年后`.
  func spokenOffset(_ text: String) throws(Refusal) -> Day? {
    var cursor = TextCursor(text)
    var count: Int64 = 1
    let step: OffsetStep
    if let half = cursor.take(oneOf: Self.halves) {
      step = half
    } else {
      let run = cursor.take(while: NumeralToken.canHold)
      guard !run.isEmpty, let whole = cursor.take(oneOf: Self.spokenSteps),
        let number = ChineseNumeral.value(run)?.integer
      else { return nil }
      step = whole
      count = number
    }
    guard let sign = cursor.take(oneOf: Self.senses), cursor.isAtEnd else { return nil }
    guard count <= Self.longest else { throw Refusal(.outOfCalendar) }
    return try step.day(count: sign * Int(count), from: self)
  }

  /// More days than the calendar has.
  private static let longest = 4_000_000

  private static let steps: [String: OffsetStep] = [
    "d": .days(1), "w": .days(7), "m": .months(1), "y": .months(12),
  ]

  /// 半个月 is said for fifteen days.
  private static let halves: [(String, OffsetStep)] = [("半个月", .days(15)), ("半年", .months(6))]

  private static let spokenSteps: [(String, OffsetStep)] = [
    ("个星期", .days(7)), ("个礼拜", .days(7)), ("个月", .months(1)), ("星期", .days(7)),
    ("礼拜", .days(7)), ("周", .days(7)), ("天", .days(1)), ("日", .days(1)), ("年", .months(12)),
  ]

  private static let senses = [
    ("以后", 1), ("之后", 1), ("后", 1), ("以前", -1), ("之前", -1), ("前", -1),
  ]
}

/// What an offset counts.
private enum OffsetStep {
  case days(Int)
  case months(Int)

  func day(count: Int, from words: DayWords) throws(Refusal) -> Day {
    switch self {
    case .days(let length): try words.checked(words.today.number + count * length)
    case .months(let length): try words.adding(months: count * length)
    }
  }
}
