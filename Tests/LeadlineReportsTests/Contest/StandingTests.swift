import LeadlineModel
import LeadlineReports
import Testing

/// Targets, pace and cards, with the figures of the speech.
@Suite struct StandingTests {
  private let first = Speech.first
  private let last = Speech.last
  private let million = Speech.million

  private func fraction(_ top: Int128, _ bottom: Int128 = 1) -> Fraction {
    Fraction(top, over: bottom)!
  }

  /// For each tier: its number, what a project must have to count, how many are wanted.
  private static let signed: [(Int64, size: Int64, count: Int)] = [
    (1, 10, 3), (2, 10, 2), (3, 10, 1), (4, 5, 1), (5, 10, 4),
  ]
  private static let started: [(Int64, size: Int64, count: Int)] = [
    (1, 10, 2), (2, 10, 1), (3, 5, 1), (4, 3, 1), (5, 10, 2),
  ]

  private func check(_ stage: String, _ cases: [(Int64, size: Int64, count: Int)]) throws {
    for (tier, size, count) in cases {
      func progress(_ amounts: [Int64]) throws -> Fraction? {
        let facts = amounts.map { Speech.entry(stage, $0, Speech.credit(tier)) }
        return try Speech.standing(tier, facts).progress(stage)
      }
      let exact = Array(repeating: size * million, count: count)
      #expect(try progress(exact) == .one, "\(stage) \(tier)")
      #expect(try progress(Array(exact.dropLast())) ?? .one < .one, "\(stage) \(tier)")
      // One yuan short is no project of that size, and adds nothing to totals.
      let short = exact.dropLast() + [size * million - 100]
      #expect(try progress(Array(short)) == progress(Array(exact.dropLast())))
      #expect(try progress([]) == .zero)
    }
  }

  @Test func countsAreReachedExactlyOrNot() throws {
    try check("signed", Self.signed)
    try check("started", Self.started)
  }

  @Test(arguments: [
    ("signed", 1, [30, 30]), ("signed", 2, [40]), ("signed", 5, [50, 30]), ("started", 1, [30]),
    ("started", 5, [40]),
  ])
  func totalsAreReachedExactlyOrOneYuanShort(
    stage: String, tier: Int64, millions: [Int64]
  ) throws {
    func standing(_ lessBy: Int64) throws -> Standing {
      let amounts = millions.map { $0 * million }
      let facts = (amounts.dropLast() + [amounts[amounts.count - 1] - lessBy]).map {
        Speech.entry(stage, $0, Speech.credit(tier))
      }
      return try Speech.standing(tier, facts)
    }
    #expect(try standing(0).progress(stage) == .one)
    let wanted = millions.reduce(0, +) * million
    let short = try standing(100)
    #expect(short.progress(stage) == fraction(Int128(wanted - 100), Int128(wanted)))
    let measure = try #require(short.measures.first { $0.measure.id == stage })
    #expect(measure.nearest[0].goal.kind == .total)
    #expect(measure.nearest[0].missing == Fraction(100))
  }

  @Test(arguments: [(2, 1000), (3, 500), (4, 250), (5, 4000)])
  func fundsAreReachedExactlyOrOneYuanShort(tier: Int64, tenThousands: Int64) throws {
    let wanted = tenThousands * 1_000_000
    func progress(_ amount: Int64) throws -> Fraction? {
      try Speech.standing(tier, [Speech.receipt(amount, Speech.credit(tier))]).progress("funded")
    }
    #expect(try progress(wanted) == .one)
    #expect(try progress(wanted - 100) == fraction(Int128(wanted - 100), Int128(wanted)))
  }

  @Test func whatIsNotSetIsLeftOutOfTheMean() throws {
    let facts =
      (0..<3).map { _ in Speech.entry("signed", 10 * million, Speech.credit(1)) }
      + [
        Speech.entry("started", 10 * million, Speech.credit(1)),
        Speech.receipt(7, Speech.credit(1)),
      ]
    let standing = try Speech.standing(1, facts)
    #expect(standing.progress("funded") == nil)
    #expect(!standing.measures[2].isSet)
    #expect(standing.overall == fraction(3, 4))
    #expect(standing.arrived == Fraction(7))
  }

  @Test func weightsCount() throws {
    let measures = [
      Speech.measure("signed", .stage("signed", figure: .agreed), weight: Fraction(3)),
      Speech.measure("started", .stage("started", figure: .total)),
    ]
    let campaign = Speech.campaign(measures: measures)
    let facts = [Speech.entry("signed", 10 * million, Speech.credit(3))]
    #expect(try Speech.standing(3, facts, of: campaign).overall == fraction(3, 4))
  }

  @Test func moreThanWantedIsCapped() throws {
    let facts = (0..<6).map { _ in Speech.entry("signed", 10 * million, Speech.credit(2)) }
    let standing = try Speech.standing(2, facts)
    #expect(standing.progress("signed") == fraction(3))
    #expect(standing.overall == fraction(1, 3))
    #expect(standing.uncapped == fraction(1))
    #expect(standing.pace == fraction(1, 3))
    #expect(standing.card == .yellow)
  }

  /// A department with one goal, of which it has done so many thousandths.
  private func paced(_ thousandths: Int64, on day: Day, cardsFrom: Day) throws -> Standing {
    let tier = Speech.tier("only", ["funded": [.init(.total, wanted: 1000)]])
    let campaign = Speech.campaign(
      [tier], measures: [Speech.measure("funded", .receipts)], cardsFrom: cardsFrom)
    let facts = thousandths == 0 ? [] : [Speech.receipt(thousandths, Speech.credit(1))]
    return try Speech.standing(1, facts, of: campaign, on: day)
  }

  @Test func exactlySeventyPercentIsNotYellow() throws {
    #expect(try paced(700, on: last, cardsFrom: last).card == nil)
    #expect(try paced(699, on: last, cardsFrom: last).card == .yellow)
    // On day 50 half of the time has passed: 350 of 1000 is a pace of 0.7.
    #expect(try paced(350, on: first + 49, cardsFrom: first).card == nil)
    #expect(try paced(350, on: first + 49, cardsFrom: first).pace == fraction(7, 10))
    #expect(try paced(349, on: first + 49, cardsFrom: first).card == .yellow)
  }

  @Test func cardsAreWarningsBeforeTheirDay() throws {
    let from = first + 72
    #expect(try paced(1, on: from - 1, cardsFrom: from).card == .warning)
    #expect(try paced(0, on: from - 1, cardsFrom: from).card == .warning)
    #expect(try paced(1, on: from, cardsFrom: from).card == .yellow)
    #expect(try paced(0, on: from, cardsFrom: from).card == .red)
    #expect(try paced(1, on: last + 40, cardsFrom: last).card == .yellow)
    #expect(try paced(0, on: first - 1, cardsFrom: first).card == nil)
    #expect(try paced(0, on: first - 1, cardsFrom: first).pace == nil)
  }

  @Test func redIsForNothingDoneInWhatIsSet() throws {
    // The first tier's funds are not set: what arrived of them is no result.
    let nothing = [Speech.receipt(5, Speech.credit(1))]
    #expect(try Speech.standing(1, nothing).card == .red)
    // A project of any size is one step; too small a one is none.
    let small = [Speech.entry("signed", 10 * million - 1, Speech.credit(1))]
    #expect(try Speech.standing(1, small).card == .red)
    let large = [Speech.entry("signed", 10 * million, Speech.credit(1))]
    #expect(try Speech.standing(1, large).card == .yellow)
  }

  @Test func theYellowDayIsTheFirstWithABadPace() throws {
    #expect(try paced(500, on: first + 30, cardsFrom: last).yellowOn == first + 71)
    #expect(try paced(700, on: first + 30, cardsFrom: last).yellowOn == nil)
    #expect(try paced(699, on: first + 30, cardsFrom: last).yellowOn == first + 99)
    #expect(try paced(0, on: first + 30, cardsFrom: last).yellowOn == first)
    for done in stride(from: Int64(0), through: 1000, by: 7) {
      let expected = (0..<100).map { first + $0 }.first { day in
        fraction(Int128(done) * 100, 1000 * Int128(day - first + 1)) < fraction(7, 10)
      }
      #expect(try paced(done, on: first + 30, cardsFrom: last).yellowOn == expected, "\(done)")
    }
  }

  @Test func timePassesFromTheFirstDayToTheLast() {
    let campaign = Speech.campaign()
    #expect(campaign.length == 100)
    #expect(campaign.elapsed(on: first - 1) == .zero)
    #expect(campaign.elapsed(on: first) == fraction(1, 100))
    #expect(campaign.elapsed(on: Day(iso: "2022-11-29")!) == fraction(41, 100))
    #expect(campaign.elapsed(on: last) == .one)
    #expect(campaign.elapsed(on: last + 50) == .one)
  }

  @Test func nothingSetIsNothingToJudge() throws {
    let campaign = Speech.campaign([Speech.tier("none", [:])])
    let standing = try Speech.standing(1, [], of: campaign)
    #expect(standing.overall == nil)
    #expect(standing.card == nil)
    #expect(standing.rank == nil)
    #expect(standing.explanation(in: .english, of: campaign) == "not set")
  }

  @Test func saysWhatIsMissing() throws {
    let campaign = Speech.campaign()
    let facts = [19, 19].map { Speech.entry("signed", $0 * million, Speech.credit(1)) }
    let standing = try Speech.standing(1, facts)
    let words = GoalWords(campaign.measures[0], of: campaign, in: .english)
    #expect(
      words.missing(standing.measures[0])
        == "1 more project ≥ CNY 10,000,000, or CNY 22,000,000 more")
    #expect(words.allDone(standing.measures[0]) == "2 / 3 · CNY 38,000,000 / CNY 60,000,000")
    let chinese = GoalWords(campaign.measures[0], of: campaign, in: .simplified)
    #expect(chinese.missing(standing.measures[0]) == "还差1个≥1000万元项目，或还差2200万元")
    #expect(words.missing(standing.measures[2]) == "")
    // The nearest goal comes first, whatever the order of the file.
    let one = try Speech.standing(1, [Speech.entry("signed", 50 * million, Speech.credit(1))])
    #expect(
      words.missing(one.measures[0])
        == "CNY 10,000,000 more, or 2 more projects ≥ CNY 10,000,000")
  }
}
