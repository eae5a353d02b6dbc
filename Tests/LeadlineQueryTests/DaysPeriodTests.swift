import LeadlineModel
import LeadlineQuery
import Testing

struct DaysPeriodTests {
  private let words = DayWords(today: Day(iso: "2026-11-23")!)

  @Test(
    arguments: [
      ("2022", "2022-01-01", "2022-12-31"), ("2022-11", "2022-11-01", "2022-11-30"),
      ("2022-2", "2022-02-01", "2022-02-28"), ("2022/11", "2022-11-01", "2022-11-30"),
      ("2022-q4", "2022-10-01", "2022-12-31"), ("2022Q1", "2022-01-01", "2022-03-31"),
      ("本周", "2026-11-23", "2026-11-29"), ("上周", "2026-11-16", "2026-11-22"),
      ("下週", "2026-11-30", "2026-12-06"), ("这个星期", "2026-11-23", "2026-11-29"),
      ("本月", "2026-11-01", "2026-11-30"), ("上月", "2026-10-01", "2026-10-31"),
      ("下個月", "2026-12-01", "2026-12-31"), ("本季", "2026-10-01", "2026-12-31"),
      ("上季度", "2026-07-01", "2026-09-30"), ("下季", "2027-01-01", "2027-03-31"),
      ("今年", "2026-01-01", "2026-12-31"), ("去年", "2025-01-01", "2025-12-31"),
      ("明年", "2027-01-01", "2027-12-31"), ("前年", "2024-01-01", "2024-12-31"),
      ("this-week", "2026-11-23", "2026-11-29"), ("Last Week", "2026-11-16", "2026-11-22"),
      ("this-month", "2026-11-01", "2026-11-30"), ("last-month", "2026-10-01", "2026-10-31"),
      ("this-quarter", "2026-10-01", "2026-12-31"), ("last-quarter", "2026-07-01", "2026-09-30"),
      ("this-year", "2026-01-01", "2026-12-31"), ("last-year", "2025-01-01", "2025-12-31"),
      ("2022年", "2022-01-01", "2022-12-31"), ("2022年11月", "2022-11-01", "2022-11-30"),
      ("二千年", "2000-01-01", "2000-12-31"), ("去年11月", "2025-11-01", "2025-11-30"),
      ("2022年第四季度", "2022-10-01", "2022-12-31"), ("今年3季度", "2026-07-01", "2026-09-30"),
      ("11月", "2026-11-01", "2026-11-30"), ("12月", "2025-12-01", "2025-12-31"),
      ("fri", "2026-11-20", "2026-11-20"), ("2026-12-05", "2026-12-05", "2026-12-05"),
    ])
  func reads(_ text: String, _ first: String, _ last: String) throws {
    let period = try words.period(text, looking: .back)
    #expect(period.lowerBound.iso == first)
    #expect(period.upperBound.iso == last)
  }

  private static let refused: [(String, ValueError.Reason, String?)] = [
    ("", .empty, nil), ("2022-13", .noSuchMonth(13), nil), ("2022-q5", .noSuchQuarter(5), nil),
    ("202211", .digitRun, "2022-11"), ("201813", .digitRun, nil), ("0000", .outOfCalendar, nil),
    ("22年", .yearDigits, nil), ("13月", .noSuchMonth(13), nil), ("2022-q", .notUnderstood, nil),
    ("2022年第五季度", .noSuchQuarter(5), nil),
    ("2026-02-30", .monthEnds(year: 2026, month: 2, days: 28), nil),
  ]

  @Test(arguments: refused.indices)
  func refuses(_ index: Int) {
    let (text, reason, suggestion) = Self.refused[index]
    let error = #expect(throws: ValueError.self) { try words.period(text, looking: .back) }
    #expect(error?.reason == reason, "\(text)")
    #expect(error?.suggestion == suggestion, "\(text)")
    #expect(error?.expected == .period)
  }

  @Test(
    arguments: [
      ("30d", 30), ("30", 30), ("6w", 42), ("30天", 30), ("两周", 14), ("兩週", 14), ("6周", 42),
      ("６Ｗ", 42), ("三十天", 30), ("2个星期", 14), ("30 days", 30), ("0", 0), ("1,000", 1000),
    ])
  func readsDurations(_ text: String, _ days: Int) throws {
    #expect(try DayWords.duration(text) == days)
  }

  private static let refusedDurations: [(String, ValueError.Reason)] = [
    ("", .empty), ("3m", .lengthVaries), ("1y", .lengthVaries), ("三个月", .lengthVaries),
    ("-3d", .negative), ("1.5d", .notUnderstood), ("d", .notUnderstood), ("30x", .notUnderstood),
    ("99999999999999999999", .tooLarge), ("3652060", .tooLarge), ("999999999999w", .tooLarge),
    ("3,0", .grouping),
  ]

  @Test(arguments: refusedDurations.indices)
  func refusesDurations(_ index: Int) {
    let (text, reason) = Self.refusedDurations[index]
    let error = #expect(throws: ValueError.self) { try DayWords.duration(text) }
    #expect(error?.reason == reason, "\(text)")
  }

  @Test func messagesNameTheCauseAndTheWayOut() {
    let error = #expect(throws: ValueError.self) { try words.day("20261205", looking: .back) }
    #expect(
      error?.words(.english)
        == "'20261205' is not a day: digits alone do not say which is the year, the month and the day"
        + "; did you mean 2026-12-05?; accepted: 2026-12-05, 12-05, today, +3d, -2w, fri, eom, 明天, "
        + "下周三, 12月5日")
    let short = #expect(throws: ValueError.self) { try words.day("２０２６－０２－３０", looking: .back) }
    #expect(
      short?.words(.english).hasPrefix("'２０２６－０２－３０' is not a day: 2026-02 has 28 days;") == true)
    #expect(short?.words(.simplified).hasPrefix("“２０２６－０２－３０”不是日期：2026年2月只有28天；") == true)
    #expect(short?.words(.traditional).contains("可用：") == true)
  }

  /// Traditional messages hold no character that is only simplified, and the other way round.
  @Test func everyMessageStandsInItsScript() {
    let reasons: [ValueError.Reason] = [
      .empty, .notUnderstood, .digitRun, .monthEnds(year: 2026, month: 2, days: 28),
      .noSuchMonth(13),
      .monthEnds(year: nil, month: 2, days: 29), .noSuchQuarter(5), .outOfCalendar, .yearDigits,
      .dayOrMonthFirst, .yearNotFirst, .unsigned, .withoutUnit, .isPeriod, .negative, .grouping,
      .decimals(.cny, allowed: 2), .tooLarge, .currencies(.cny, .cny), .unknownCurrency("ABC"),
      .ambiguous, .lengthVaries,
    ]
    for expected in ValueError.Expected.allCases {
      for reason in reasons {
        let error = ValueError(expected: expected, text: "x", reason: reason, suggestion: "y")
        #expect(error.words(.english).unicodeScalars.first?.isASCII == true)
        #expect(!error.words(.simplified).contains { "後週兩個萬億時間額數寫點號".contains($0) && $0 != "寫" })
        #expect(!error.words(.traditional).contains { "后周两个万亿时间额数写点号".contains($0) })
      }
    }
  }
}
