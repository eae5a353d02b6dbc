extension DayWords {
  /// A length of time in whole days: `30`, `30d`, `6w`, `30天`, `两周`.
  ///
  /// Months and years are refused, for they differ in length.
  public static func duration(_ text: String) throws(ValueError) -> Int {
    do {
      return try readDuration(FoldedText(text).text)
    } catch {
      throw error.error(.duration, text)
    }
  }

  private static func readDuration(_ text: String) throws(Refusal) -> Int {
    guard !text.isEmpty else { throw Refusal(.empty) }
    if text.hasPrefix("-") || text.hasPrefix("负") { throw Refusal(.negative) }
    var cursor = TextCursor(text)
    let run = cursor.take(while: NumeralToken.canHold)
    cursor.skipBlanks()
    let unit = String(cursor.rest)
    guard !run.isEmpty, let number = try numeral(run) else { throw Refusal(.notUnderstood) }
    if varying.contains(unit) { throw Refusal(.lengthVaries) }
    guard let length = lengths[unit] else { throw Refusal(.notUnderstood) }
    guard number <= Int64(longest / length) else { throw Refusal(.tooLarge) }
    return Int(number) * length
  }

  /// A whole number, nil where it has decimals.
  private static func numeral(_ text: String) throws(Refusal) -> Int64? {
    do {
      return try ChineseNumeral.read(text).integer
    } catch {
      throw Refusal(error.reason)
    }
  }

  /// The days of the whole calendar, years 1 to 9999.
  private static let longest = 3_652_059

  private static let lengths: [String: Int] = [
    "": 1, "d": 1, "day": 1, "days": 1, "天": 1, "日": 1, "w": 7, "week": 7, "weeks": 7, "周": 7,
    "星期": 7, "个星期": 7, "礼拜": 7, "个礼拜": 7,
  ]

  private static let varying: Set<String> = [
    "m", "month", "months", "月", "个月", "q", "quarter", "quarters", "季", "季度", "个季度", "y",
    "year", "years", "年",
  ]
}
