import LeadlineModel
import LeadlineReports
import Testing

@Suite struct TargetForecastTests {
  private let today = StageRatesTests.today
  private let able = NamedRef(Ref(.department, 1), name: "商务局")
  private let unable = NamedRef(Ref(.department, 2), name: "统计局")

  /// One tier: one project signed of at least 10, and 30 that arrive.
  private func campaign(firstDay: Day, lastDay: Day) -> Campaign {
    let measures = [
      Campaign.Measure(
        id: "signed", words: Words("signed", "签约", "簽約"), weight: .one,
        kind: .stage("signed", figure: .agreed)),
      Campaign.Measure(
        id: "funds", words: Words("funds", "资金", "資金"), weight: .one, kind: .receipts),
      Campaign.Measure(
        id: "started", words: Words("started", "开工", "開工"), weight: .one,
        kind: .stage("started", figure: .total)),
    ]
    let tier = Campaign.Tier(
      id: "first", words: Words("first", "一档", "一檔"), departments: [able.name, unable.name],
      targets: [
        "signed": Campaign.Target([
          Campaign.Goal(.count, wanted: 1, atLeast: 10),
          Campaign.Goal(.total, wanted: 40, atLeast: 40),
        ]),
        "funds": Campaign.Target([Campaign.Goal(.total, wanted: 30)]),
      ])
    return Campaign(
      name: "test", days: firstDay...lastDay, currency: .cny, measures: measures,
      tiers: [tier], cards: Campaign.CardRule(yellowBelow: .one, from: lastDay))
  }

  private func lead(
    _ department: NamedRef, _ stage: Int, expected: Int64, agreed: Int64? = nil
  ) -> ContestLead {
    var figures: [LeadLog.DatedFact.Name: Int64] = [.expected: expected]
    figures[.agreed] = agreed
    return ContestLead(
      course: StageRatesTests.lead(stage, ago: [60, 30].prefix(stage + 1).map(\.self)),
      key: 1, currency: .cny, figures: figures, arrived: 0,
      credit: Credit(
        parts: [Credit.Part(department: department.ref.number, share: .one)], section: nil,
        staff: nil))
  }

  private func chances(
    _ leads: [ContestLead], facts: [ContestFact] = [], days: Int = 200, startsIn: Int = -40,
    seed: UInt64 = 1
  ) throws -> [TargetForecast.Chance] {
    let campaign = campaign(firstDay: today + startsIn, lastDay: today + days)
    return try TargetForecast(
      campaign, .standard,
      entrants: [able, unable].map { Board.Entrant($0, tier: campaign.tiers[0]) }, facts: facts,
      leads: leads, stageRates: RateLearning(.standard, upTo: today).rates,
      rates: Rates(base: .cny, []), today: today, seed: seed, runs: 400
    ).chances
  }

  @Test func whoCannotMakeItAnyMoreHasNoChance() throws {
    // Too small a project, and nothing at all.
    let chances = try chances([lead(able, 0, expected: 10), lead(unable, 0, expected: 9)])
    #expect(chances[0].targets[0].map { $0.part > 0 && $0.part < 400 } == true)
    #expect(chances[1].targets[0]?.percent == "0%")
    #expect(chances[1].all?.percent == "0%")
    #expect(try self.chances([]).map(\.all?.percent) == ["0%", "0%"])
  }

  @Test func whatIsNotSetHasNone() throws {
    #expect(try chances([]).map { $0.targets[2] } == [nil, nil])
  }

  @Test func whatIsReachedIsCertain() throws {
    let credit = Credit(
      parts: [Credit.Part(department: 2, share: .one)], section: nil, staff: nil)
    let facts: [ContestFact] = [
      .entry(
        ContestFact.Entry(
          lead: 9, stage: "signed", name: .agreed, day: today - 5, onEve: nil, figure: 10,
          currency: .cny, credit: credit)),
      .receipt(
        ContestFact.Receipt(
          key: 1, lead: 9, day: today, amount: Money(minorUnits: 30, currency: .cny),
          credit: credit)),
    ]
    let chance = try chances([], facts: facts, days: 0)[1]
    #expect(chance.targets.map { $0?.percent } == ["100%", "100%", nil])
    #expect(chance.all?.percent == "100%")
  }

  @Test func moneyArrivesWithTheFinalStage() throws {
    let enough = lead(able, 1, expected: 5, agreed: 30)
    let tooLittle = lead(unable, 1, expected: 50, agreed: 29)
    let chances = try chances([enough, tooLittle], days: 2000)
    #expect(chances[0].targets[1].map { $0.part > 0 } == true)
    #expect(chances[1].targets[1]?.part == 0)
  }

  /// A contest that begins when everything that is to come has come.
  @Test func whatComesBeforeTheFirstDayDoesNotCount() throws {
    let leads = [lead(able, 0, expected: 50), lead(unable, 1, expected: 50, agreed: 50)]
    let later = try chances(leads, days: 20_001, startsIn: 20_000)
    #expect(later.map { $0.targets.map(\.?.part) } == [[0, 0, nil], [0, 0, nil]])
    // The same leads make it within the days.
    #expect(try chances(leads, days: 20_001)[0].targets[0].map { $0.part > 0 } == true)
  }

  @Test func whoIsLostCountsNoMore() throws {
    let signed = lead(able, 1, expected: 10, agreed: 10)
    let entry = ContestFact.entry(
      ContestFact.Entry(
        lead: signed.key, stage: "signed", name: .agreed, day: today - 30, onEve: nil, figure: 10,
        currency: .cny, credit: signed.credit))
    let chance = try chances([signed], facts: [entry])[0].targets[0]
    #expect(chance.map { $0.part > 100 && $0.part < 400 } == true)
    #expect(try chances([signed], facts: [entry], days: 0)[0].targets[0]?.percent == "100%")
  }

  @Test func aSeedGivesTheSameChances() throws {
    let leads = [lead(able, 0, expected: 20), lead(able, 1, expected: 20, agreed: 40)]
    #expect(try chances(leads) == chances(leads))
  }
}
