public import LeadlineModel

/// An open lead as a forecast of targets follows it.
public struct ContestLead: Hashable, Sendable {
  public let course: ForecastFact
  public let key: Int64
  public let currency: Currency
  /// The figures that are known, in minor units.
  public let figures: [LeadLog.DatedFact.Name: Int64]
  /// Minor units that arrived so far.
  public let arrived: Int64
  public let credit: Credit

  public init(
    course: ForecastFact, key: Int64, currency: Currency,
    figures: [LeadLog.DatedFact.Name: Int64], arrived: Int64, credit: Credit
  ) {
    self.course = course
    self.key = key
    self.currency = currency
    self.figures = figures
    self.arrived = arrived
    self.credit = credit
  }

  /// The figure, or the best known where it is not there yet.
  func figure(_ name: LeadLog.DatedFact.Name) -> Int64? {
    figures[name] ?? figures[.total] ?? figures[.agreed] ?? figures[.expected]
  }
}

/// The chance that each department meets each of its targets by the last day of a campaign.
///
/// The courses that are drawn for the open leads become facts like those of the log, and the
/// campaign's own rules count both together.
public struct TargetForecast: Hashable, Sendable {
  public struct Chance: Hashable, Sendable {
    public let department: NamedRef
    public let tier: Campaign.Tier
    /// By measure, in the order of the campaign; nil where the target is not set.
    public let targets: [Share?]
    /// Of all the targets that are set; nil where none is.
    public let all: Share?
  }

  public let campaign: Campaign
  public let basis: ForecastBasis
  public let chances: [Chance]

  /// `facts` is what the campaign counts as of `today`; `beforeEach` may end it by throwing.
  ///
  /// Throws what counting throws: a missing rate.
  public init(
    _ campaign: Campaign, _ pipeline: Pipeline, entrants: [Board.Entrant], facts: [ContestFact],
    leads: [ContestLead], stageRates: [StageRates], rates: Rates, today: Day, seed: UInt64,
    runs: Int, beforeEach: () throws -> Void = {}
  ) throws {
    self.campaign = campaign
    basis = ForecastBasis(
      leads.map(\.course), stageRates, today: today, lastDay: campaign.days.upperBound,
      seed: seed, runs: runs, countsTargets: true)
    let tiers = Dictionary(entrants.map { ($0.department.ref.number, $0.tier) }) { $1 }
    var known = ContestTally(campaign, tiers: tiers, by: .department, rates: rates)
    let draws = ContestDraws(campaign, pipeline, today: today, facts, of: leads)
    for fact in draws.settled { try known.add(fact) }
    var simulation = Simulation(
      stageRates, days: max(0, campaign.days.upperBound - today), seed: seed)
    var counts = entrants.map { _ in Counts(measures: campaign.measures.count) }
    for _ in 0..<runs {
      try beforeEach()
      var tally = known
      for lead in leads {
        for fact in draws.facts(of: lead, &simulation) { try tally.add(fact) }
      }
      let results = try tally.finished()
      for (place, entrant) in entrants.enumerated() {
        let unit = ContestTally.Unit(department: entrant.department.ref.number)
        counts[place].add(
          try Standing(
            entrant.department, in: entrant.tier, of: campaign, on: campaign.days.upperBound,
            results[unit] ?? ContestTally.Result()))
      }
    }
    chances = zip(entrants, counts).map { entrant, counts in
      let isSet = campaign.measures.map { entrant.tier.targets[$0.id] != nil }
      return Chance(
        department: entrant.department, tier: entrant.tier,
        targets: zip(isSet, counts.reached).map { isSet, reached in
          isSet ? Share(Int64(reached), of: Int64(runs)) : nil
        }, all: isSet.contains(true) ? Share(Int64(counts.all), of: Int64(runs)) : nil)
    }
  }

  /// In how many draws a department met its targets.
  private struct Counts {
    var reached: [Int]
    var all = 0

    init(measures: Int) { reached = Array(repeating: 0, count: measures) }

    mutating func add(_ standing: Standing) {
      for (place, measure) in standing.measures.enumerated() where measure.capped == .one {
        reached[place] += 1
      }
      if standing.overall == .one { all += 1 }
    }
  }
}

/// Turns drawn courses into what a campaign counts.
private struct ContestDraws {
  private let campaign: Campaign
  private let pipeline: Pipeline
  private let today: Day
  /// What counts whatever becomes of the leads.
  let settled: [ContestFact]
  /// The entries so far of each lead that is followed: they count while it stays open.
  private let entries: [Int64: [ContestFact]]

  init(
    _ campaign: Campaign, _ pipeline: Pipeline, today: Day, _ facts: [ContestFact],
    of leads: [ContestLead]
  ) {
    self.campaign = campaign
    self.pipeline = pipeline
    self.today = today
    let followed = Set(leads.map(\.key))
    var settled: [ContestFact] = []
    var entries: [Int64: [ContestFact]] = [:]
    for fact in facts {
      if case .entry(let entry) = fact, followed.contains(entry.lead) {
        entries[entry.lead, default: []].append(fact)
      } else {
        settled.append(fact)
      }
    }
    self.settled = settled
    self.entries = entries
  }

  /// One course of the lead: its entries where it is still open on the last day, and the money
  /// that arrives with the final stage, which is what its best known amount has left.
  func facts(of lead: ContestLead, _ simulation: inout Simulation) -> [ContestFact] {
    var entered: [Simulation.Entry] = []
    let isOpen = simulation.follow(Simulation.Follower(lead.course), &entered)
    let drawn = entered.flatMap { entry -> [ContestFact] in
      let stage = pipeline.stages[entry.place]
      let day = today + entry.days
      return (isOpen ? entries(of: lead, into: stage, on: day) : [])
        + (stage == pipeline.final ? receipts(of: lead, on: day) : [])
    }
    return (isOpen ? entries[lead.key] ?? [] : []) + drawn
  }

  /// An entry for each figure by which the stage is measured.
  private func entries(
    of lead: ContestLead, into stage: Stage, on day: Day
  ) -> [ContestFact] {
    var names: [LeadLog.DatedFact.Name] = []
    for measure in campaign.measures {
      if case .stage(stage.id, let name) = measure.kind, !names.contains(name) {
        names.append(name)
      }
    }
    // Figures stay what they are: what enters before the first day has not grown by the last.
    let isBefore = day < campaign.days.lowerBound
    return names.map { name in
      let figure = lead.figure(name)
      return .entry(
        ContestFact.Entry(
          lead: lead.key, stage: stage.id, name: name, day: day, onEve: isBefore ? figure : nil,
          figure: figure, currency: lead.currency, credit: lead.credit))
    }
  }

  private func receipts(of lead: ContestLead, on day: Day) -> [ContestFact] {
    let due = (lead.figure(.agreed) ?? 0) - lead.arrived
    guard due > 0 else { return [] }
    // Drawn receipts come after all that were recorded.
    return [
      .receipt(
        ContestFact.Receipt(
          key: .max, lead: lead.key, day: day,
          amount: Money(minorUnits: due, currency: lead.currency), credit: lead.credit))
    ]
  }
}
