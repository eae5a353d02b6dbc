import LeadlineModel
import LeadlineReports

/// The contest of the speech, and facts for its departments.
enum Speech {
  static let first = Day(iso: "2022-10-20")!
  static let last = Day(iso: "2023-01-27")!
  static let million: Int64 = 100_000_000

  static let measures = [
    measure("signed", .stage("signed", figure: .agreed)),
    measure("started", .stage("started", figure: .total)), measure("funded", .receipts),
  ]

  static func measure(
    _ id: String, _ kind: Campaign.Measure.Kind, weight: Fraction = .one
  ) -> Campaign.Measure {
    Campaign.Measure(id: id, words: Words(id, id, id), weight: weight, kind: kind)
  }

  /// Targets as lists of goals by count and total, each with its size, in millions.
  static func tier(
    _ id: String, _ targets: [String: [Campaign.Goal]], departments: [String] = []
  ) -> Campaign.Tier {
    Campaign.Tier(
      id: id, words: Words(id, id, id), departments: departments,
      targets: targets.mapValues(Campaign.Target.init))
  }

  static func count(_ wanted: Int64, of millions: Int64) -> Campaign.Goal {
    Campaign.Goal(.count, wanted: wanted, atLeast: millions * million)
  }

  static func total(_ wanted: Int64, of millions: Int64 = 0) -> Campaign.Goal {
    Campaign.Goal(.total, wanted: wanted * million, atLeast: millions * million)
  }

  static let tiers = [
    tier(
      "first",
      [
        "signed": [count(3, of: 10), total(60, of: 10)],
        "started": [count(2, of: 10), total(30, of: 10)],
      ]),
    tier(
      "second",
      [
        "signed": [count(2, of: 10), total(40, of: 10)], "started": [count(1, of: 10)],
        "funded": [total(10)],
      ]),
    tier(
      "third",
      ["signed": [count(1, of: 10)], "started": [count(1, of: 5)], "funded": [total(5)]]),
    tier(
      "fourth",
      [
        "signed": [count(1, of: 5)], "started": [count(1, of: 3)],
        "funded": [Campaign.Goal(.total, wanted: 250_000_000)],
      ]),
    tier(
      "zones",
      [
        "signed": [count(4, of: 10), total(80, of: 10)],
        "started": [count(2, of: 10), total(40, of: 10)], "funded": [total(40)],
      ]),
  ]

  static func campaign(
    _ tiers: [Campaign.Tier] = tiers, measures: [Campaign.Measure] = measures,
    cardsFrom: Day = last, inFull: Bool = false
  ) -> Campaign {
    Campaign(
      name: "contest", days: first...last, currency: .cny, measures: measures, tiers: tiers,
      cards: .init(yellowBelow: Fraction("70%")!, from: cardsFrom), countsInFull: inFull)
  }

  static func credit(
    _ department: Int64, section: Int64? = nil, staff: Int64? = nil
  ) -> Credit {
    Credit(
      parts: [.init(department: department, share: .one)],
      section: section.map { .init(key: $0, department: department) }, staff: staff)
  }

  /// An entry into a stage by a project of so many minor units.
  static func entry(
    _ stage: String, _ minorUnits: Int64?, day: Day = first, onEve: Int64? = nil, _ credit: Credit
  ) -> ContestFact {
    .entry(
      .init(
        lead: 1, stage: stage, name: stage == "signed" ? .agreed : .total, day: day, onEve: onEve,
        figure: minorUnits, currency: .cny, credit: credit))
  }

  static func receipt(
    _ minorUnits: Int64, key: Int64 = 1, lead: Int64 = 1, day: Day = first, _ credit: Credit
  ) -> ContestFact {
    .receipt(
      .init(
        key: key, lead: lead, day: day, amount: Money(minorUnits: minorUnits, currency: .cny),
        credit: credit))
  }

  /// The board of departments numbered from 1, one for each tier unless said otherwise.
  static func board(
    _ facts: [ContestFact], of campaign: Campaign = campaign(), on day: Day = last,
    entrants: [(name: String, tier: Campaign.Tier)]? = nil,
    by level: ContestTally.Level = .department, rates: Rates = Rates(base: .cny, [])
  ) throws -> Board {
    let entrants = entrants ?? campaign.tiers.map { ($0.id, $0) }
    var count = Board.Count(
      campaign,
      entrants: entrants.enumerated().map { index, entrant in
        .init(NamedRef(Ref(.department, Int64(index + 1)), name: entrant.name), tier: entrant.tier)
      }, rates: rates, by: level)
    for fact in facts { try count.add(fact) }
    return try Board(count, on: day) { NamedRef(Ref(.section, $0), name: "part \($0)") }
  }

  /// Where the department of a number stands.
  static func standing(
    _ department: Int64, _ facts: [ContestFact], of campaign: Campaign = campaign(),
    on day: Day = last, rates: Rates = Rates(base: .cny, [])
  ) throws -> Standing {
    try board(facts, of: campaign, on: day, rates: rates)
      .standings.first { $0.department.ref.number == department }!
  }
}

extension Standing {
  func progress(_ measure: String) -> Fraction? {
    measures.first { $0.measure.id == measure }?.progress
  }
}
