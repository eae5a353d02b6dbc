import LeadlineModel
import LeadlineQuery
import Testing

struct AmountsTests {
  private let words = AmountWords(currency: .cny)

  @Test(
    arguments: [
      ("52000000", "CNY 52,000,000"), ("52,000,000", "CNY 52,000,000"), ("5200万", "CNY 52,000,000"),
      ("5,200万", "CNY 52,000,000"), ("1.2亿", "CNY 120,000,000"), ("1亿2000万", "CNY 120,000,000"),
      ("三千五百万", "CNY 35,000,000"), ("三千五百万元", "CNY 35,000,000"), ("两亿", "CNY 200,000,000"),
      ("5千万", "CNY 50,000,000"), ("52m", "CNY 52,000,000"), ("50k", "CNY 50,000"),
      ("1.2bn", "CNY 1,200,000,000"), ("1.2b", "CNY 1,200,000,000"), ("3mUSD", "USD 3,000,000"),
      ("3m USD", "USD 3,000,000"), ("USD 3m", "USD 3,000,000"), ("usd3m", "USD 3,000,000"),
      ("USD 3,000,000", "USD 3,000,000"), ("300万美元", "USD 3,000,000"),
      ("CNY 120,000,000", "CNY 120,000,000"), ("1.2亿元", "CNY 120,000,000"),
      ("¥5200万", "CNY 52,000,000"), ("￥５２００万", "CNY 52,000,000"), ("$3m", "USD 3,000,000"),
      ("€2.5m", "EUR 2,500,000"), ("300萬歐元", "EUR 3,000,000"), ("1.2億港幣", "HKD 120,000,000"),
      ("HK$3m", "HKD 3,000,000"), ("NT$3億", "TWD 300,000,000"), ("新臺幣三億", "TWD 300,000,000"),
      ("人民币5200万元", "CNY 52,000,000"), ("5200万元人民币", "CNY 52,000,000"),
      ("美元300万元", "USD 3,000,000"),
      ("$3m HKD", "HKD 3,000,000"), ("5200万RMB", "CNY 52,000,000"),
      ("3 million usd", "USD 3,000,000"),
      ("５２Ｍ", "CNY 52,000,000"), ("5MOP", "MOP 5"), ("5mMOP", "MOP 5,000,000"),
      ("300万日元", "JPY 3,000,000"),
      ("1.2 亿", "CNY 120,000,000"), ("0", "CNY 0"), ("1.000", "CNY 1"), ("0.5", "CNY 0.50"),
      ("玖仟陆佰陆拾伍圆壹角捌分", "CNY 9,665.18"), ("壹元零壹分", "CNY 1.01"), ("肆角叁分", "CNY 0.43"),
      ("三千三百八十元五角八分", "CNY 3,380.58"), ("二十五元三毛", "CNY 25.30"), ("壹拾壹元整", "CNY 11"),
      ("一点二五人民币", "CNY 1.25"), ("1.5k", "CNY 1,500"), ("0.000001m", "CNY 1"),
      ("92233720368547758.07", "CNY 92,233,720,368,547,758.07"),
    ])
  func reads(_ text: String, _ printed: String) throws {
    #expect(try words.money(text).description == printed)
  }

  private static let refused: [(String, ValueError.Reason)] = [
    ("", .empty), ("  ", .empty), ("abc", .notUnderstood), ("1e9", .notUnderstood),
    ("1,2,3", .grouping), ("5,2000", .grouping), ("1,50", .grouping), ("12万万", .notUnderstood),
    ("-5", .negative), ("负五万", .negative), ("$-5", .negative), ("－５万", .negative),
    ("−5", .negative), ("0.001", .decimals(.cny, allowed: 2)),
    ("三十四点五二一元", .decimals(.cny, allowed: 2)),
    ("92233720368547758.08", .tooLarge), ("99999999999999999999", .tooLarge),
    ("9999999万亿", .tooLarge),
    ("92233720368547758元八分", .tooLarge), ("一亿五千", .ambiguous), ("3万5", .ambiguous),
    ("3m ABC", .unknownCurrency("ABC")), ("ABC 3m", .unknownCurrency("ABC")),
    ("八九千美元", .notUnderstood), ("七百三四十欧元", .notUnderstood), ("5200万左右", .notUnderstood),
    ("3x", .notUnderstood), ("3mm", .notUnderstood), ("1.2.3", .notUnderstood),
    (".5", .notUnderstood),
    ("1 200", .notUnderstood), ("元", .notUnderstood), ("USD", .notUnderstood),
    ("兆", .notUnderstood),
    ("1.5元5角", .notUnderstood), ("五分五角", .notUnderstood), ("+5", .notUnderstood),
  ]

  @Test(arguments: refused.indices)
  func refuses(_ index: Int) {
    let (text, reason) = Self.refused[index]
    let error = #expect(throws: ValueError.self) { try words.money(text) }
    #expect(error?.reason == reason, "\(text)")
    #expect(error?.text == text)
  }

  @Test func refusesTwoCurrencies() throws {
    let error = #expect(throws: ValueError.self) { try words.money("USD 300万欧元") }
    let usd = try #require(Currency(code: "USD"))
    let eur = try #require(Currency(code: "EUR"))
    #expect(error?.reason == .currencies(usd, eur))
    #expect(throws: ValueError.self) { try words.money("¥3m USD") }
  }

  @Test func countsDecimalsByCurrency() throws {
    #expect(throws: ValueError.self) { try words.money("JPY 1.5") }
    #expect(try words.money("JPY 1.5k").minorUnits == 1500)
    #expect(try words.money("KWD 1.234").minorUnits == 1234)
    #expect(throws: ValueError.self) { try words.money("5角日元") }
  }

  @Test(
    arguments: [
      ("CNY", "300元", "CNY"), ("TWD", "300元", "TWD"), ("USD", "300元", "CNY"),
      ("HKD", "$300", "HKD"),
      ("CNY", "$300", "USD"), ("JPY", "¥300", "JPY"), ("USD", "¥300", "CNY"), ("EUR", "300", "EUR"),
    ])
  func signsFollowTheHomeCurrency(_ home: String, _ text: String, _ code: String) throws {
    let words = AmountWords(currency: try #require(Currency(code: home)))
    #expect(try words.money(text).currency.code == code)
  }

  @Test(
    arguments: [
      ("CNY", 12_000_000_000, "1.2亿元", "1.2億元"), ("CNY", 6_000_000_000, "6000万元", "6000萬元"),
      ("CNY", 12_345_678_900, "123,456,789元", "123,456,789元"),
      ("CNY", 12_345_600_000, "12345.6万元", "12345.6萬元"), ("CNY", 99_999, "999.99元", "999.99元"),
      ("USD", 300_000_000, "300万美元", "300萬美元"), ("JPY", 3_000_000, "300万日元", "300萬日圓"),
      ("TWD", 30_000_000_000, "3亿新台币", "3億新臺幣"), ("CNY", -12_000_000_000, "-1.2亿元", "-1.2億元"),
      ("CNY", 0, "0元", "0元"), ("XOF", 3_000_000, "300万XOF", "300萬XOF"),
    ] as [(String, Int64, String, String)])
  func saysAmountsShort(
    _ code: String, _ minorUnits: Int64, _ simplified: String, _ traditional: String
  ) throws {
    let money = Money(minorUnits: minorUnits, currency: try #require(Currency(code: code)))
    #expect(words.short(money, language: .simplified) == simplified)
    #expect(words.short(money, language: .traditional) == traditional)
    #expect(words.short(money, language: .english) == money.description)
  }

  @Test(arguments: [7, 20_261_123] as [UInt64])
  func readsBackWhatItPrints(_ seed: UInt64) throws {
    var random = SeededValues(seed: seed)
    let codes = [
      "CNY", "USD", "EUR", "JPY", "HKD", "TWD", "KWD", "KRW", "XOF", "MOP", "GBP", "SGD", "AUD",
      "CAD", "CHF", "RUB", "THB",
    ]
    let currencies = codes.compactMap { Currency(code: $0) }
    for _ in 0..<1000 {
      let zeros = (0..<Int.random(in: 0...12, using: &random)).reduce(Int64(1)) { each, _ in
        each * 10
      }
      let units = Int64.random(in: 0...(Int64.max / zeros), using: &random) / zeros * zeros
      let currency = try #require(currencies.randomElement(using: &random))
      let home = try #require(currencies.randomElement(using: &random))
      let money = Money(minorUnits: units, currency: currency)
      let words = AmountWords(currency: home)
      #expect(try words.money(money.description) == money)
      for language in Language.allCases {
        #expect(try words.money(words.short(money, language: language)) == money)
      }
    }
  }

  @Test(arguments: [11, 20_261_123] as [UInt64])
  func neverTraps(_ seed: UInt64) {
    var random = SeededValues(seed: seed)
    let pieces =
      ["9", "1", "0", ",", ".", "万", "亿", "千", "零", "元", "角", "分", "m", "bn", "usd", "$", "¥"]
      + ["trillion", " ", "-", "九", "十", "点", "jpy", "kwd", "999999999", "整", "²", "٣", "\u{301}"]
    for _ in 0..<4000 {
      let length = Int.random(in: 0...14, using: &random)
      let text = (0..<length).compactMap { _ in pieces.randomElement(using: &random) }.joined()
      do {
        #expect(try words.money(text).minorUnits >= 0)
      } catch {
        #expect(error.text == text)
      }
    }
  }

  /// The amounts of the corpus that are one amount; ranges are refused.
  @Test func holdsTheMoneyOfTheCorpus() {
    for record in corpusRecords("wetext_itn.jsonl") where record["set"] as? String == "money" {
      guard let input = record["input"] as? String, let printed = record["expected"] as? String
      else { continue }
      let isOne = !printed.contains { "-~".contains($0) } && !printed.hasSuffix("34.521")
      let money = try? words.money(input)
      let number = printed.drop { !$0.isNumber }
      #expect(money.flatMap { Double($0.decimal) } == (isOne ? Double(number) : nil), "\(input)")
    }
    for record in corpusRecords("cn2an_numbers.jsonl") {
      guard let input = record["input"] as? String, let value = record["expected"] as? Double,
        input.contains(where: { "元圆".contains($0) })
      else { continue }
      #expect((try? words.money(input)).flatMap { Double($0.decimal) } == value, "\(input)")
    }
    for record in corpusRecords("cn2an_an2cn.jsonl") {
      guard let forms = record["expected"] as? [String], let value = record["input"] as? Double,
        value >= 1, (value * 100).rounded() == value * 100
      else { continue }
      #expect((try? words.money(forms[2])).flatMap { Double($0.decimal) } == value, "\(forms[2])")
    }
  }
}
