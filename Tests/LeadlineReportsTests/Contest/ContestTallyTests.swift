import LeadlineModel
import LeadlineReports
import Testing

/// What counts, for whom and how much.
@Suite struct ContestTallyTests {
  private let first = Speech.first
  private let million = Speech.million
  private let tier = Speech.tier(
    "only",
    [
      "signed": [Speech.count(10, of: 10), Speech.total(100, of: 10)],
      "funded": [Speech.count(10, of: 10), Speech.total(100, of: 10)],
      "parties": [.init(.count, wanted: 10)], "guests": [.init(.count, wanted: 100)],
    ])

  private func campaign(inFull: Bool = false) -> Campaign {
    let measures =
      Speech.measures + [
        Speech.measure("parties", .activities(["reception"])),
        Speech.measure("guests", .guests(["reception", "visit"])),
      ]
    return Speech.campaign([tier], measures: measures, inFull: inFull)
  }

  /// What departments 1 and 2 have done of each goal of a measure.
  private func done(
    _ measure: String, _ facts: [ContestFact], inFull: Bool = false,
    rates: Rates = Rates(base: .cny, [])
  ) throws -> [[Fraction]] {
    let board = try Speech.board(
      facts, of: campaign(inFull: inFull), entrants: [("A", tier), ("B", tier)], rates: rates)
    return board.standings.sorted { $0.department.name < $1.department.name }.map { standing in
      standing.measures.first { $0.measure.id == measure }?.goals.map(\.done) ?? []
    }
  }

  private func whole(_ numbers: Int64...) -> [Fraction] { numbers.map { Fraction($0) } }

  private func shared(_ share: String, _ rest: String) -> Credit {
    Credit(
      parts: [
        .init(department: 1, share: Fraction(share)!), .init(department: 2, share: Fraction(rest)!),
      ], section: nil, staff: nil)
  }

  @Test func aShareDividesCountAndSumAndTheSizeIsOfTheWhole() throws {
    let facts = [Speech.entry("signed", 10 * million, shared("60%", "40%"))]
    #expect(
      try done("signed", facts) == [
        [Fraction("3/5")!, Fraction(6 * million)], [Fraction("2/5")!, Fraction(4 * million)],
      ])
    #expect(
      try done("signed", facts, inFull: true) == [whole(1, 10 * million), whole(1, 10 * million)])
  }

  @Test func anEntryBeforeTheFirstDayAddsOnlyWhatItsFigureGrew() throws {
    func grown(from eve: Int64?, to figure: Int64) throws -> [Fraction] {
      try done(
        "signed",
        [Speech.entry("signed", figure, day: first - 1, onEve: eve, Speech.credit(1))])[0]
    }
    #expect(try grown(from: 12 * million, to: 15 * million) == whole(0, 3 * million))
    #expect(try grown(from: 15 * million, to: 12 * million) == whole(0, 0))
    #expect(try grown(from: nil, to: 12 * million) == whole(0, 12 * million))
    // The figure must meet the size on the day; what it was on the eve does not matter.
    #expect(try grown(from: 4 * million, to: 10 * million) == whole(0, 6 * million))
    #expect(try grown(from: 4 * million, to: 10 * million - 1) == whole(0, 0))
  }

  @Test func anEntryOnTheFirstDayCountsWhole() throws {
    let facts = [Speech.entry("signed", 12 * million, day: first, onEve: million, Speech.credit(1))]
    #expect(try done("signed", facts)[0] == whole(1, 12 * million))
  }

  @Test func aProjectIsAsLargeAsWhatArrivedOfIt() throws {
    let facts = [
      Speech.receipt(6 * million, key: 2, lead: 1, day: first + 9, Speech.credit(2)),
      Speech.receipt(4 * million, key: 1, lead: 1, day: first, Speech.credit(1)),
      Speech.receipt(9 * million, key: 3, lead: 2, Speech.credit(1)),
    ]
    #expect(try done("funded", facts) == [whole(1, 4 * million), whole(0, 6 * million)])
  }

  @Test func activitiesAndGuestsAreOfTheKindsNamed() throws {
    func activities(_ kind: String, _ count: Int64, _ guests: Int64) -> ContestFact {
      .activities(.init(kind: kind, count: count, guests: guests, credit: Speech.credit(1)))
    }
    let facts = [
      activities("reception", 3, 11), activities("visit", 2, 5), activities("call", 9, 1),
    ]
    #expect(try done("parties", facts)[0] == whole(3))
    #expect(try done("guests", facts)[0] == whole(16))
  }

  private func dollars(_ minorUnits: Int64, day: Day, onEve: Int64? = nil, in department: Int64 = 1)
    -> ContestFact
  {
    .entry(
      .init(
        lead: 1, stage: "signed", name: .agreed, day: day, onEve: onEve, figure: minorUnits,
        currency: Currency(code: "USD")!, credit: Speech.credit(department)))
  }

  @Test func otherCurrenciesCountAtTheRateOfTheDayThatCounts() throws {
    let usd = Currency(code: "USD")!
    let rates = Rates(
      base: .cny,
      [
        .init(currency: usd, day: first - 50, value: Fraction(8)),
        .init(currency: usd, day: first + 5, value: Fraction(5)),
      ])
    // 2 M dollars are 16 M yuan, and 10 M from the sixth day on: the size is tested in yuan.
    let facts = [dollars(2 * million, day: first + 4), dollars(2 * million, day: first + 5)]
    #expect(try done("signed", facts, rates: rates)[0] == whole(2, 26 * million))
    let less = [dollars(2 * million - 1, day: first + 5)]
    #expect(try done("signed", less, rates: rates)[0] == whole(0, 0))
    // Growth is what the figure grew, not what the currency did.
    let grown = [dollars(3 * million, day: first - 9, onEve: 2 * million)]
    #expect(try done("signed", grown, rates: rates)[0] == whole(0, 8 * million))
  }

  @Test func aMissingRateIsAnErrorOnlyWhereItCounts() throws {
    let usd = Currency(code: "USD")!
    #expect(throws: MissingRate(currency: usd, base: .cny, day: first)) {
      try done("signed", [dollars(1, day: first)])
    }
    #expect(try done("signed", [dollars(1, day: first, in: 99)])[0] == whole(0, 0))
  }

  @Test func whatBelongsToNobodyInTheContestIsLeftOut() throws {
    let none = Credit(parts: [], section: nil, staff: nil)
    let facts = [
      Speech.entry("signed", 10 * million, none),
      Speech.entry("signed", 10 * million, Speech.credit(77)), Speech.receipt(5, none),
    ]
    #expect(try done("signed", facts) == [whole(0, 0), whole(0, 0)])
  }
}
