import LeadlineModel
import Testing

@testable import LeadlineReports

@Suite struct StageRatesTests {
  static let today = Day(number: 20_000)

  /// A lead that entered so many days ago.
  static func lead(
    _ stage: Int = 0, ago: [Int?], outcome: Outcome = .open, closedAgo: Int? = nil,
    inStage: Int = 0, amount: Int64? = nil, group: String = ""
  ) -> ForecastFact {
    ForecastFact(
      group: group, stage: stage, outcome: outcome,
      entered: (0..<4).map { place in
        (place < ago.count ? ago[place] : nil).map { today - $0 }
      }, closed: closedAgo.map { today - $0 }, inStage: inStage, amount: amount)
  }

  @Test(
    arguments: [
      (StageRatesTests.lead(ago: [40]), 0, 40, Stay.End.none),
      (StageRatesTests.lead(1, ago: [40, 30]), 0, 10, .advanced),
      (StageRatesTests.lead(1, ago: [40, 30]), 1, 30, .none),
      (StageRatesTests.lead(ago: [40], outcome: .lost, closedAgo: 5), 0, 35, .left),
      (StageRatesTests.lead(ago: [5], outcome: .shelved, closedAgo: 5), 0, 1, .left),
    ] as [(ForecastFact, Int, Int, Stay.End)])
  func staysFollowFromEntries(fact: ForecastFact, place: Int, days: Int, end: Stay.End) {
    #expect(fact.stay(at: place, upTo: Self.today) == Stay(days: days, end: end))
  }

  @Test func whatIsNoStay() {
    let today = Self.today
    // Never there, gone through within a day, came back from it, entered after the day.
    #expect(Self.lead(ago: [40]).stay(at: 1, upTo: today) == nil)
    #expect(Self.lead(1, ago: [40, 40]).stay(at: 0, upTo: today) == nil)
    #expect(Self.lead(0, ago: [40, 30]).stay(at: 1, upTo: today) == nil)
    #expect(Self.lead(ago: [10]).stay(at: 0, upTo: today - 11) == nil)
    // What happened after the day is not known on it.
    #expect(
      Self.lead(1, ago: [40, 30]).stay(at: 0, upTo: today - 35) == nil)
  }

  @Test(arguments: [(1, 0), (7, 0), (8, 1), (14, 1), (365, 6), (366, 7), (9999, 7)])
  func bandsEndWithTheirLastDay(day: Int, band: Int) {
    #expect(StageRates.band(day) == band)
  }

  @Test func fewLeadsTellNothing() {
    var learning = RateLearning(.standard, upTo: Self.today)
    for _ in 0..<29 { learning.add(Self.lead(1, ago: [40, 30])) }
    #expect(learning.rates[0].basis == .pipeline(seen: 29))
    // Half leave within 90 days; of these 10 ÷ 50 go on.
    let daily = 0.693_147_180_559_945_3 / 90
    #expect(learning.rates[0].chance(onDay: 1).advance == daily * 0.2)
    #expect(learning.rates[0].chance(onDay: 500).leave == daily * 0.8)
    learning.add(Self.lead(ago: [40], outcome: .lost, closedAgo: 1))
    #expect(learning.rates[0].basis == .log(advanced: 29, left: 1))
  }

  @Test func ratesAreMovesByDays() {
    var learning = RateLearning(.standard, upTo: Self.today)
    // Thirty leave on day 10 of their stay: ten lost, twenty go on; ten stand there for 7 days.
    for _ in 0..<20 { learning.add(Self.lead(1, ago: [40, 30])) }
    for _ in 0..<10 {
      learning.add(Self.lead(ago: [40], outcome: .lost, closedAgo: 30))
      learning.add(Self.lead(ago: [7]))
    }
    let rates = learning.rates[0]
    let first = 7.0 * 40
    let second = 3.0 * 30
    let own = 20 / (first + second)
    #expect(rates.chance(onDay: 7).advance == 5 / (first + 5 / own))
    #expect(rates.chance(onDay: 8).advance == 25 / (second + 5 / own))
    #expect(rates.chance(onDay: 100).advance == 5 / (5 / own))
  }

  @Test(arguments: [0, 3, 50, 500], UInt64(1)...3)
  func drawsFallAsTheirChancesSay(stood: Int, seed: UInt64) {
    var learning = RateLearning(.standard, upTo: Self.today)
    for day in 1...60 {
      learning.add(Self.lead(1, ago: [day + 10, 10]))
      learning.add(Self.lead(ago: [2 * day + 10], outcome: .lost, closedAgo: 10))
    }
    let course = StageCourse(learning.rates[0], horizon: 30)
    var numbers = SeededNumbers(seed: seed)
    var advanced = 0
    for _ in 0..<20_000 {
      guard let exit = course.exit(after: stood, within: 30, &numbers) else { continue }
      #expect((1...30).contains(exit.days))
      if exit.advances { advanced += 1 }
    }
    let chance = course.chanceToAdvance(after: stood, within: 30)
    #expect(abs(Double(advanced) / 20_000 - chance) < 0.015, "seed \(seed)")
  }

  @Test func numbersAreThoseOfTheAlgorithm() {
    var numbers = SeededNumbers(seed: 1_234_567)
    // The reference implementation's first values.
    #expect(numbers.next() == 6_457_827_717_110_365_317)
    #expect(numbers.next() == 3_203_168_211_198_807_973)
    #expect((0..<1000).allSatisfy { _ in (0..<1).contains(numbers.fraction()) })
  }
}
