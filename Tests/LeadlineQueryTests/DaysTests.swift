import LeadlineModel
import LeadlineQuery
import Testing

/// Monday of ISO week 48 of 2026.
private let monday = Day(iso: "2026-11-23")!

struct DaysTests {
  private let words = DayWords(today: monday)

  @Test(
    arguments: [
      ("2026-12-05", "2026-12-05", "2026-12-05"), ("2026/12/5", "2026-12-05", "2026-12-05"),
      ("2026.12.5", "2026-12-05", "2026-12-05"), ("２０２６－１２－０５", "2026-12-05", "2026-12-05"),
      ("12-05", "2025-12-05", "2026-12-05"), ("1-2", "2026-01-02", "2027-01-02"),
      ("11-23", "2026-11-23", "2026-11-23"), ("02-29", "2024-02-29", "2028-02-29"),
      ("today", "2026-11-23", "2026-11-23"), ("Tomorrow", "2026-11-24", "2026-11-24"),
      ("YESTERDAY", "2026-11-22", "2026-11-22"), ("+3d", "2026-11-26", "2026-11-26"),
      ("-2w", "2026-11-09", "2026-11-09"), ("＋１ｍ", "2026-12-23", "2026-12-23"),
      ("-1y", "2025-11-23", "2025-11-23"), ("−2W", "2026-11-09", "2026-11-09"),
      ("mon", "2026-11-23", "2026-11-23"), ("fri", "2026-11-20", "2026-11-27"),
      ("Friday", "2026-11-20", "2026-11-27"), ("sun", "2026-11-22", "2026-11-29"),
      ("eow", "2026-11-29", "2026-11-29"), ("eom", "2026-11-30", "2026-11-30"),
      ("eoq", "2026-12-31", "2026-12-31"), ("eoy", "2026-12-31", "2026-12-31"),
      ("今天", "2026-11-23", "2026-11-23"), ("明天", "2026-11-24", "2026-11-24"),
      ("后天", "2026-11-25", "2026-11-25"), ("後天", "2026-11-25", "2026-11-25"),
      ("大后天", "2026-11-26", "2026-11-26"), ("昨天", "2026-11-22", "2026-11-22"),
      ("前天", "2026-11-21", "2026-11-21"), ("大前天", "2026-11-20", "2026-11-20"),
      ("周五", "2026-11-20", "2026-11-27"), ("週五", "2026-11-20", "2026-11-27"),
      ("星期五", "2026-11-20", "2026-11-27"), ("禮拜五", "2026-11-20", "2026-11-27"),
      ("周日", "2026-11-22", "2026-11-29"), ("本周五", "2026-11-27", "2026-11-27"),
      ("这周五", "2026-11-27", "2026-11-27"), ("下周三", "2026-12-02", "2026-12-02"),
      ("下週三", "2026-12-02", "2026-12-02"), ("下个星期天", "2026-12-06", "2026-12-06"),
      ("上周五", "2026-11-20", "2026-11-20"), ("下下周一", "2026-12-07", "2026-12-07"),
      ("3天后", "2026-11-26", "2026-11-26"), ("三天後", "2026-11-26", "2026-11-26"),
      ("两周前", "2026-11-09", "2026-11-09"), ("兩週前", "2026-11-09", "2026-11-09"),
      ("2个月后", "2027-01-23", "2027-01-23"), ("十年前", "2016-11-23", "2016-11-23"),
      ("半年后", "2027-05-23", "2027-05-23"), ("半个月前", "2026-11-08", "2026-11-08"),
      ("月底", "2026-11-30", "2026-11-30"), ("本月底", "2026-11-30", "2026-11-30"),
      ("下月底", "2026-12-31", "2026-12-31"), ("上个月底", "2026-10-31", "2026-10-31"),
      ("季末", "2026-12-31", "2026-12-31"), ("年底", "2026-12-31", "2026-12-31"),
      ("年末", "2026-12-31", "2026-12-31"), ("明年底", "2027-12-31", "2027-12-31"),
      ("12月5日", "2025-12-05", "2026-12-05"), ("12月5号", "2025-12-05", "2026-12-05"),
      ("12月5號", "2025-12-05", "2026-12-05"), ("12月5", "2025-12-05", "2026-12-05"),
      ("十二月五日", "2025-12-05", "2026-12-05"), ("2026年12月5日", "2026-12-05", "2026-12-05"),
      ("二〇二六年十二月五日", "2026-12-05", "2026-12-05"), ("两千零五年八月五号", "2005-08-05", "2005-08-05"),
      ("明年3月1日", "2027-03-01", "2027-03-01"), ("去年5月1日", "2025-05-01", "2025-05-01"),
      ("下月5日", "2026-12-05", "2026-12-05"), ("本月二十日", "2026-11-20", "2026-11-20"),
    ])
  func reads(_ text: String, _ back: String, _ forward: String) throws {
    #expect(try words.day(text, looking: .back).iso == back)
    #expect(try words.day(text, looking: .forward).iso == forward)
  }

  @Test func monthsEndWhereTheyEnd() throws {
    let words = DayWords(today: Day(iso: "2024-01-31")!)
    #expect(try words.day("+1m", looking: .forward).iso == "2024-02-29")
    #expect(try words.day("一个月后", looking: .forward).iso == "2024-02-29")
    let leap = DayWords(today: Day(iso: "2024-02-29")!)
    #expect(try leap.day("-1y", looking: .forward).iso == "2023-02-28")
    #expect(try leap.day("02-29", looking: .back).iso == "2024-02-29")
    let before1900 = DayWords(today: Day(iso: "1897-01-01")!)
    #expect(try before1900.day("02-29", looking: .forward).iso == "1904-02-29")
  }

  private static let refused: [(String, ValueError.Reason, String?)] = [
    ("", .empty, nil), ("2026-02-30", .monthEnds(year: 2026, month: 2, days: 28), nil),
    ("02-30", .monthEnds(year: nil, month: 2, days: 29), nil),
    ("2月30日", .monthEnds(year: nil, month: 2, days: 29), nil),
    ("明年2月29日", .monthEnds(year: 2027, month: 2, days: 28), nil),
    ("2026-13-01", .noSuchMonth(13), nil), ("13-01", .noSuchMonth(13), nil),
    ("2026-12-00", .monthEnds(year: 2026, month: 12, days: 31), nil),
    ("201813", .digitRun, nil), ("20261205", .digitRun, "2026-12-05"), ("20261305", .digitRun, nil),
    ("99999999999999999999999", .digitRun, nil), ("5", .digitRun, nil),
    ("2022", .isPeriod, nil), ("2022-11", .isPeriod, nil), ("2022-q4", .isPeriod, nil),
    ("下周", .isPeriod, nil), ("本月", .isPeriod, nil), ("last-week", .isPeriod, nil),
    ("11月", .isPeriod, nil), ("12/5", .dayOrMonthFirst, "12-05"),
    ("12.5", .dayOrMonthFirst, "12-05"),
    ("05-12-2026", .yearNotFirst, nil), ("12-2026", .yearNotFirst, nil),
    ("2026-012-05", .notUnderstood, nil), ("12-005", .notUnderstood, nil),
    ("26-12-05", .yearDigits, nil),
    ("八五年二月二十七日", .yearDigits, nil), ("26年12月5日", .yearDigits, nil),
    ("3d", .unsigned, "+3d"), ("+3", .withoutUnit, "+3d"), ("+9999y", .outOfCalendar, nil),
    ("-9999y", .outOfCalendar, nil), ("+99999999999999999999d", .outOfCalendar, nil),
    ("9999999999年后", .outOfCalendar, nil), ("0000-01-01", .outOfCalendar, nil),
    ("soon", .notUnderstood, nil), ("下周八", .notUnderstood, nil), ("3月后", .notUnderstood, nil),
    ("2026-12/05", .notUnderstood, nil), ("2026-12-", .notUnderstood, nil),
    ("+", .notUnderstood, nil),
    ("本周末", .notUnderstood, nil), ("fri 2", .notUnderstood, nil), ("三五天后", .notUnderstood, nil),
  ]

  @Test(arguments: refused.indices)
  func refuses(_ index: Int) {
    let (text, reason, suggestion) = Self.refused[index]
    let error = #expect(throws: ValueError.self) { try words.day(text, looking: .forward) }
    #expect(error?.reason == reason, "\(text)")
    #expect(error?.suggestion == suggestion, "\(text)")
    #expect(error?.text == text)
  }

  @Test func theCalendarEnds() {
    let last = DayWords(today: Day(iso: "9999-12-31")!)
    for text in ["+1d", "tomorrow", "下周三", "01-01", "mon", "+1m", "明年底", "下月5日", "明年5月1日"] {
      let error = #expect(throws: ValueError.self) { try last.day(text, looking: .forward) }
      #expect(error?.reason == .outOfCalendar, "\(text)")
    }
    let first = DayWords(today: Day(iso: "0001-01-01")!)
    for text in ["-1d", "昨天", "上周三", "12-31", "sun", "-1m", "上月底", "去年5月1日"] {
      let error = #expect(throws: ValueError.self) { try first.day(text, looking: .back) }
      #expect(error?.reason == .outOfCalendar, "\(text)")
    }
  }

  @Test(
    arguments: [
      ("en", "2026-12-02", "Wed 2026-12-02 (in 9 days)"),
      ("en", "2026-11-23", "Mon 2026-11-23 (today)"),
      ("en", "2026-11-24", "Tue 2026-11-24 (tomorrow)"),
      ("en", "2026-11-22", "Sun 2026-11-22 (yesterday)"),
      ("en", "2026-11-20", "Fri 2026-11-20 (3 days ago)"),
      ("zh-Hans", "2026-12-02", "2026-12-02 周三（9天后）"),
      ("zh-Hant", "2026-12-02", "2026-12-02 週三（9天後）"),
      ("zh-Hans", "2026-11-20", "2026-11-20 周五（3天前）"),
    ])
  func echoes(_ language: String, _ day: String, _ echo: String) throws {
    let language = try #require(Language(rawValue: language))
    #expect(words.echo(try #require(Day(iso: day)), language: language) == echo)
  }

  @Test(arguments: [3, 20_261_123] as [UInt64])
  func looksTheWayItIsTold(_ seed: UInt64) throws {
    var random = SeededValues(seed: seed)
    let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    let spoken = ["一", "二", "三", "四", "五", "六", "日"]
    for _ in 0..<1000 {
      let today = Day(number: Int.random(in: -700_000...2_900_000, using: &random))
      let other = Day(number: Int.random(in: -700_000...2_900_000, using: &random))
      let words = DayWords(today: today)
      #expect(try words.day(other.iso, looking: .back) == other)
      let weekday = Int.random(in: 0...6, using: &random)
      let undirected = [names[weekday], "周" + spoken[weekday], String(other.iso.dropFirst(5))]
      for text in undirected {
        #expect(try words.day(text, looking: .back) <= today)
        #expect(try words.day(text, looking: .forward) >= today)
      }
      #expect(try words.day(names[weekday], looking: .back).weekday == weekday + 1)
      #expect(try words.day(names[weekday], looking: .forward) - today < 7)
      let monday = today - (today.weekday - 1)
      for (direction, weeks) in [("上", -1), ("本", 0), ("下", 1)] {
        let day = try words.day("\(direction)周\(spoken[weekday])", looking: .back)
        #expect(day == monday + (7 * weeks + weekday))
      }
    }
  }

  @Test(arguments: [5, 20_261_123] as [UInt64])
  func neverTraps(_ seed: UInt64) {
    var random = SeededValues(seed: seed)
    let pieces =
      ["9", "0", "12", "2026", "999999999", "-", "/", ".", "+", "d", "w", "m", "y", "q4", "年", "月"]
      + [
        "日", "号", "下", "上", "本", "周", "星期", "个", "天", "后", "前", "底", "三", "十", "零", "亿", "第", "季度",
        "去年", " ",
      ]
    for _ in 0..<4000 {
      let length = Int.random(in: 0...8, using: &random)
      let text = (0..<length).compactMap { _ in pieces.randomElement(using: &random) }.joined()
      for looking in [FieldType.Looking.back, .forward] {
        do {
          let period = try words.period(text, looking: looking)
          #expect((1...9999).contains(period.lowerBound.parts.year), "\(text)")
          #expect((1...9999).contains(period.upperBound.parts.year), "\(text)")
        } catch {
          #expect(error.text == text)
        }
        _ = try? words.day(text, looking: looking)
        _ = try? DayWords.duration(text)
      }
    }
  }

  /// The dates of the corpus that name one day, or one period, with a year of four digits.
  @Test func holdsTheDatesOfTheCorpus() throws {
    for record in corpusRecords("wetext_itn.jsonl") where record["set"] as? String == "date" {
      guard let input = record["input"] as? String, let written = record["expected"] as? String,
        input.count < 12, !input.hasPrefix("公元"), !input.hasPrefix("八五")
      else { continue }
      let parts = written.split { !$0.isNumber }.compactMap { Int($0) }
      let period = try words.period(input, looking: .back)
      let first = period.lowerBound.parts
      #expect(first.month == (parts.count == 1 ? 1 : parts[parts[0] > 31 ? 1 : 0]), "\(input)")
      if parts[0] > 31 { #expect(first.year == parts[0], "\(input)") }
      let holdsOneDay =
        written.hasSuffix("/08/08") || written == "08/08" || written.hasSuffix("/05")
      #expect((period.count == 1) == holdsOneDay, "\(input)")
    }
  }
}

extension ClosedRange<Day> {
  fileprivate var count: Int { upperBound - lowerBound + 1 }
}
