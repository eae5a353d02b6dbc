import LeadlineModel
import Testing

@Suite struct FractionTests {
  private func fraction(_ text: String) throws -> Fraction { try #require(Fraction(text)) }

  @Test func isKeptInLowestTerms() throws {
    let half = try #require(Fraction(-6, over: -12))
    #expect((half.numerator, half.denominator) == (1, 2))
    let negative = try #require(Fraction(6, over: -12))
    #expect((negative.numerator, negative.denominator) == (-1, 2))
    #expect(Fraction(0, over: 7) == .zero)
    #expect(Fraction(1, over: 0) == nil)
  }

  @Test(arguments: [
    ("3/5", "60%"), ("0.6", "60%"), ("60%", "3/5"), ("60.5%", "121/200"), ("1/3", "2/6"),
    ("0.70", "7/10"), ("33.33 %".filter { $0 != " " }, "3333/10000"),
  ])
  func isReadAsPeopleWriteIt(text: String, same: String) throws {
    #expect(try fraction(text) == fraction(same))
  }

  @Test(arguments: ["", "%", "x", "-1", "1/0", "1/", "/2", "1.2.3", "1e3", ".5", "5.", "1 2", "１"])
  func nothingElseIsRead(text: String) { #expect(Fraction(text) == nil) }

  @Test func calculatesExactly() throws {
    #expect(try fraction("1/3") + fraction("1/6") == fraction("1/2"))
    #expect(try fraction("1/3") - fraction("1/3") == .zero)
    #expect(try fraction("2/3") * fraction("3/4") == fraction("1/2"))
    #expect(try fraction("1/2") / fraction("3/4") == fraction("2/3"))
    #expect(try Fraction.one / .zero == nil)
    // Ten times a tenth is one, which it is not in floating point.
    let tenth = try fraction("0.1")
    #expect(try (0..<10).reduce(Fraction.zero) { sum, _ in try sum + tenth } == .one)
  }

  @Test func largeNumbersAreRefusedRatherThanWrong() throws {
    let large = Fraction(Int128.max)
    #expect(throws: FractionOverflow.self) { try large + .one }
    #expect(throws: FractionOverflow.self) { try large * Fraction(2) }
    #expect(try large * #require(Fraction(1, over: Int128.max)) == .one)
  }

  @Test func comparesWithoutMultiplying() throws {
    let big = Int128.max
    let less = try #require(Fraction(big - 1, over: big))
    #expect(less < .one)
    #expect(try less < #require(Fraction(big, over: big - 1)))
    #expect(!(less < less))
    let ordered = try ["0", "1/3", "2/5", "1/2", "3/5", "2/3", "1", "4/3", "7/5", "2"].map(fraction)
    for (index, one) in ordered.enumerated() {
      for (place, other) in ordered.enumerated() { #expect((one < other) == (index < place)) }
    }
    #expect(try #require(Fraction(-1, over: 2)) < #require(Fraction(-1, over: 3)))
  }

  @Test func wholePartsLieBelowAndAbove() throws {
    let cases: [(Fraction?, Int128, Int128)] = [
      (Fraction(7, over: 2), 3, 4), (Fraction(-7, over: 2), -4, -3), (Fraction(4, over: 2), 2, 2),
    ]
    for (value, floor, ceiling) in cases {
      #expect(value?.floor == floor)
      #expect(value?.ceiling == ceiling)
    }
  }

  @Test(arguments: [
    ("0.7", "70%"), ("699999/1000000", "69.9%"), ("2/3", "66.6%"), ("1", "100%"), ("0", "0%"),
    ("0.005", "0.5%"), ("0.0004", "0%"), ("252/100", "252%"),
  ])
  func percentIsCutNotRounded(text: String, percent: String) throws {
    #expect(try fraction(text).percent == percent)
  }

  @Test func isWrittenAsADecimalWhereItIsOne() throws {
    #expect(try fraction("7.1").decimal(places: 8) == "7.1")
    #expect(try fraction("0.05").decimal(places: 8) == "0.05")
    #expect(try fraction("12").decimal(places: 8) == "12")
    #expect(try fraction("1/3").decimal(places: 8) == nil)
    #expect(try fraction("0.123").decimal(places: 2) == nil)
  }
}

@Suite struct SharesTests {
  private func parts(_ items: String...) throws -> [String] {
    try Shares(items).parts.map { "\($0.department) \($0.share.share)" }
  }

  @Test func percentAndPartsOfOneAreTheSame() throws {
    let wanted = ["商务局 60%", "发改局 40%"]
    #expect(try parts("商务局:60", "发改局:40") == wanted)
    #expect(try parts("商务局:0.6", "发改局:0.4") == wanted)
    #expect(try parts("商务局：60%", "发改局：40%") == wanted)
    #expect(try parts("商务局:3/5", "发改局:2/5") == wanted)
    #expect(try parts("A:1/3", "B:2/3") == ["A 1/3", "B 2/3"])
    #expect(try parts("A:1") == ["A 100%"])
    #expect(try parts("A:33.33", "B:66.67") == ["A 33.33%", "B 66.67%"])
  }

  @Test func whatDoesNotAddToTheWholeIsRefused() {
    #expect(throws: SharesError.badSum("90")) { try parts("A:60", "B:30") }
    #expect(throws: SharesError.badSum("110")) { try parts("A:60", "B:50") }
    #expect(throws: SharesError.badSum("99.99")) { try parts("A:33.33", "B:33.33", "C:33.33") }
    #expect(throws: SharesError.badSum("5/6")) { try parts("A:1/2", "B:1/3") }
  }

  @Test func whatIsNoShareIsRefused() {
    for item in ["A", "A:", "A:x", "A:0", "A:-5"] {
      #expect(throws: SharesError.notAShare(item)) { try parts(item, "B:100") }
    }
    #expect(throws: SharesError.twice("a")) { try parts("A:60", "a:40") }
  }
}

@Suite struct RatesTests {
  private let usd = Currency(code: "USD")!
  private let day = Day(iso: "2022-11-01")!

  private func rates() throws -> Rates {
    let yen = Currency(code: "JPY")!
    return Rates(
      base: .cny,
      [
        .init(currency: usd, day: day + 9, value: try #require(Fraction("7.2"))),
        .init(currency: usd, day: day, value: try #require(Fraction("7.1"))),
        .init(currency: yen, day: day, value: try #require(Fraction("0.05"))),
      ])
  }

  @Test func theRateOfTheDayHolds() throws {
    let rates = try rates()
    let million = Money(minorUnits: 100_000_000, currency: usd)
    #expect(try rates.converted(million, on: day) == Fraction(710_000_000))
    #expect(try rates.converted(million, on: day + 8) == Fraction(710_000_000))
    #expect(try rates.converted(million, on: day + 9) == Fraction(720_000_000))
  }

  @Test func currenciesWithoutSmallCoinsAreInWholeUnits() throws {
    let yen = Money(minorUnits: 1000, currency: try #require(Currency(code: "JPY")))
    #expect(try rates().converted(yen, on: day) == Fraction(5000))
  }

  @Test func ownMoneyNeedsNoRate() throws {
    let money = Money(minorUnits: 7, currency: .cny)
    #expect(try Rates(base: .cny, []).converted(money, on: day) == Fraction(7))
  }

  @Test func aMissingRateIsNamed() throws {
    let missing = MissingRate(currency: usd, base: .cny, day: day - 1)
    let money = Money(minorUnits: 7, currency: usd)
    #expect(throws: missing) { try rates().converted(money, on: day - 1) }
    #expect(missing.words.english.contains("USD in CNY is known on 2022-10-31"))
  }
}
