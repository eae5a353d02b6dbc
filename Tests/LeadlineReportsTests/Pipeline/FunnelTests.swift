import LeadlineModel
import LeadlineReports
import Testing

@Suite struct FunnelTests {
  private func fact(
    _ stage: Int, _ days: [Int?], _ outcome: Outcome = .open, amount: Int64? = nil
  ) -> FunnelFact {
    FunnelFact(
      stage: stage, outcome: outcome, entered: days.map { $0.map { Day(number: $0) } },
      amount: amount)
  }

  @Test func countsWhoStandsWhoPassedAndHowLongItTook() {
    var funnel = Funnel(.standard)
    let facts = [
      fact(0, [100, nil, nil, nil], amount: 5), fact(1, [100, 110, nil, nil], amount: 7),
      fact(1, [50, 90, nil, nil], .lost, amount: 100), fact(3, [0, 5, 20, 40]),
      fact(0, [0, 30, nil, nil]), fact(0, [7, nil, nil, nil], .shelved),
    ]
    for fact in facts { funnel.add(fact) }
    #expect(funnel.steps.map(\.standing) == [2, 1, 0, 1])
    #expect(funnel.steps.map(\.amount) == [5, 7, 0, 0])
    #expect(funnel.steps.map(\.closed) == [1, 1, 0, 0])
    #expect(funnel.steps.map(\.reached) == [6, 4, 1, 1])
    #expect(funnel.steps.map(\.passed) == [4, 1, 1, 0])
    // 5, 10, 30 and 40 days: the lower of the two middle ones.
    #expect(funnel.steps.map(\.medianDays) == [10, 15, 20, nil])
    #expect(funnel.steps[0].conversion.percent == "67%")
    #expect(funnel.steps[3].conversion.percent == "0%")
  }

  @Test func emptyFunnelHasNoConversion() {
    let funnel = Funnel(.standard)
    #expect(funnel.steps.map(\.conversion.percent) == [nil, nil, nil, nil])
    #expect(funnel.cohorts.isEmpty)
  }

  @Test func cohortsAreThoseWhoEnteredTogether() throws {
    var funnel = Funnel(.standard, cohorts: .quarter)
    let march = try #require(Day(iso: "2022-03-31")).number
    for facts in [
      fact(0, [march + 1, nil, nil, nil]), fact(3, [march, march, march + 9, march + 30]),
      fact(1, [march - 40, march + 2, nil, nil], .lost),
    ] { funnel.add(facts) }
    #expect(funnel.cohorts.map(\.period) == ["2022-q1", "2022-q2"])
    #expect(funnel.cohorts.map(\.leads) == [2, 1])
    #expect(funnel.cohorts[0].reached == [2, 2, 1, 1])
    #expect(funnel.cohorts.map(\.medianDays) == [30, nil])
  }

  /// The same numbers, counted stage by stage over all leads at once.
  @Test(arguments: UInt64(1)...20)
  func agreesWithANaiveCount(_ seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    let facts = (0..<200).map { _ in randomFact(&random) }
    var funnel = Funnel(.standard)
    for fact in facts { funnel.add(fact) }
    for (place, step) in funnel.steps.enumerated() {
      let here = facts.filter { $0.entered[place] != nil }
      let on = place < 3 ? here.filter { $0.entered[place + 1] != nil } : []
      let stays = on.compactMap { fact in
        fact.entered[place + 1].flatMap { next in fact.entered[place].map { next - $0 } }
      }.sorted()
      let open = facts.filter { $0.stage == place && $0.outcome == .open }
      #expect(step.reached == here.count && step.passed == on.count, "seed \(seed)")
      #expect(step.standing == open.count, "seed \(seed)")
      #expect(step.amount == open.reduce(0) { $0 + ($1.amount ?? 0) }, "seed \(seed)")
      #expect(
        step.medianDays == (stays.isEmpty ? nil : stays[(stays.count - 1) / 2]), "seed \(seed)")
    }
    #expect(funnel.cohorts.reduce(0) { $0 + $1.leads } == facts.count)
  }

  private func randomFact(_ random: inout SeededNumbers) -> FunnelFact {
    let furthest = Int.random(in: 0...3, using: &random)
    var day = Int.random(in: 19_000...19_500, using: &random)
    let entered = (0...3).map { place -> Int? in
      if place > 0 { day += Int.random(in: 0...90, using: &random) }
      return place <= furthest ? day : nil
    }
    return fact(
      Int.random(in: 0...furthest, using: &random), entered,
      Outcome.allCases.randomElement(using: &random) ?? .open,
      amount: Bool.random(using: &random) ? Int64.random(in: 0...1_000, using: &random) : nil)
  }

  @Test(
    arguments: [
      (0, 5, "0%"), (5, 5, "100%"), (1, 1000, "<1%"), (999, 1000, ">99%"), (1, 200, "1%"),
      (1, 201, "<1%"), (1, 3, "33%"), (2, 3, "67%"),
    ] as [(Int64, Int64, String)])
  func sharesAreNeverAllOrNothingUnlessTheyAre(part: Int64, whole: Int64, text: String) {
    #expect(Share(part, of: whole).percent == text)
  }

  @Test func barsOfText() {
    #expect(Share(0, of: 9).bar(of: 10) == "" && Share(1, of: 0).bar(of: 10) == "")
    #expect(Share(1, of: 1000).bar(of: 10) == "█")
    #expect(Share(9, of: 9).bar(of: 10).count == 10)
    #expect(Share(1, of: 4).bar(of: 10).count == 3)
  }
}
