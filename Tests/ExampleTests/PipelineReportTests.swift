import Leadline
import LeadlineModel
import TestKit
import Testing

/// Funnel, mix and report of a database, on every engine, against what its leads say one by one.
@Suite struct PipelineReportTests {
  private let today = Day(iso: "2022-12-02")!

  /// Leads that moved or were lost as the seed has it; the last day of a lead's course is `today`.
  private func filled(_ database: OwnDatabase, _ seed: UInt64) throws -> CRM {
    let crm = try CRM.open(database.location, as: "Li Na", clock: .fixed(today))
    for name in ["商务局", "<script>alert(1)</script>"] { try crm.newDepartment(name) }
    var random = SeededNumbers(seed: seed)
    for number in 0..<14 {
      var day = today - Int.random(in: 60...300, using: &random)
      let lead = try crm.newLead(
        [
          .title("项目\(number)"), .source("event"),
          .department(number % 2 == 0 ? "商务局" : "<script>alert(1)</script>"),
          .sector(["汽车", "物流"].randomElement(using: &random) ?? ""),
          .expected(try crm.money("\(Int.random(in: 1...120, using: &random))m")),
        ], on: day
      ).result
      for stage in ["signed", "started"] {
        guard Int.random(in: 0...2, using: &random) > 0 else { break }
        day = min(today, day + Int.random(in: 0...80, using: &random))
        try crm.move(
          lead, to: stage, on: day,
          changes: [
            .organisation("台达电子"), .agreed(try crm.money("20m")), .total(try crm.money("30m")),
            .site("东区"),
          ])
      }
      if Int.random(in: 0...3, using: &random) == 0 {
        try crm.close([lead], as: .lost, on: today, reason: "price")
      }
    }
    return crm
  }

  @Test(arguments: EngineChoice.allCases, UInt64(1)...3)
  func agreeWithTheLeads(on engine: EngineChoice, seed: UInt64) throws {
    let database = try OwnDatabase(engine)
    let crm = try filled(database, seed)
    let sector = try #require(Field.leads(crm.pipeline).first { $0.name == "sector" })
    for day in [today, today - 1, today - 45, today - 400] {
      crm.asOf = day
      let leads = try crm.leads()
      let open = leads.filter { $0.outcome == .open }
      let funnel = try crm.funnel()
      for (place, step) in funnel.steps.enumerated() {
        let standing = open.filter { $0.stage == step.stage.id }
        #expect(step.standing == standing.count, "seed \(seed), \(day)")
        #expect(step.amount == standing.reduce(0) { $0 + ($1.amount?.minorUnits ?? 0) })
        let reached = place == 0 ? leads.count : leads.count { $0.entered[step.stage.id] != nil }
        #expect(step.reached == reached, "seed \(seed), \(day)")
      }
      let mix = try crm.mix(by: sector, bigFrom: 5_000_000_000)
      #expect(mix.whole.count == open.count, "seed \(seed), \(day)")
      #expect(mix.big.count == open.count { ($0.amount?.minorUnits ?? 0) >= 5_000_000_000 })
    }
  }

  @Test(arguments: EngineChoice.allCases)
  func aReportTellsWhatHappenedSince(on engine: EngineChoice) throws {
    let database = try OwnDatabase(engine)
    let crm = try filled(database, 7)
    let report = try crm.meeting(of: nil, since: today - 60, until: today + 30, seed: 1)
    let leads = try crm.leads()
    let recent = leads.reduce(0) { sum, lead in
      sum + lead.entered.values.count { $0 > today - 60 && $0 <= today }
    }
    #expect(recent > 0 && report.work.reduce(0) { $0 + $1.moves } == recent)
    #expect(report.work.reduce(0) { $0 + $1.lost } == leads.count { $0.outcome == .lost })
    #expect(report.stalled.reduce(0) { $0 + $1.count } == (try crm.stalled().count))
    #expect(report.biggest.rows.count == min(10, leads.count { $0.outcome == .open }))
    let again = try crm.meeting(of: nil, since: today - 60, until: today + 30, seed: 1)
    #expect(again.document(in: .english) == report.document(in: .english))
  }

  @Test func anAmountWithoutARateIsAnErrorThatNamesIt() throws {
    let database = try OwnDatabase(.sqlite)
    let crm = try CRM.open(database.location, as: "Li Na", clock: .fixed(today))
    let price = try crm.money("3m USD")
    try crm.newLead([.title("Plant"), .source("event"), .expected(price)], on: today)
    #expect(throws: MissingRate.self) { try crm.funnel() }
    try crm.setRate(of: "USD", to: "7", from: today)
    #expect(try crm.funnel().steps[0].amount == 2_100_000_000)
  }
}
