public import LeadlineModel

/// What may come of the leads that are open now, up to a last day: many courses of events drawn
/// from the rates at which leads leave their stages, and counted.
///
/// Leads that come in later are not foreseen; a lead without an amount adds to counts only.
public struct Forecast: Hashable, Sendable {
  /// A number as the draws spread: its mean, and the bounds within which eight of ten fell.
  public struct Spread: Hashable, Sendable {
    public let mean: Double
    public let low: Int64
    public let high: Int64
    /// In how many of the draws it was more than nothing.
    public let some: Share

    init(_ draws: [Int64]) {
      let sorted = draws.sorted()
      func quantile(_ tenths: Int) -> Int64 {
        sorted.isEmpty ? 0 : sorted[(sorted.count - 1) * tenths / 10]
      }
      mean = draws.reduce(0) { $0 + Double($1) } / Double(max(1, draws.count))
      low = quantile(1)
      high = quantile(9)
      some = Share(Int64(draws.count { $0 > 0 }), of: Int64(draws.count))
    }
  }

  /// The first entries into a stage that are to come.
  public struct Entries: Hashable, Sendable {
    /// Whom they count for; nil for all.
    public let group: String?
    public let stage: Stage
    public let count: Spread
    /// In minor units.
    public let amount: Spread
  }

  public let basis: ForecastBasis
  /// By stage after the first, of all the leads.
  public let entries: [Entries]
  /// The same for each group, by name.
  public let groups: [Entries]

  /// Follows the open ones of `facts` from `today` to `lastDay`, `runs` times; `beforeEach` may
  /// end it by throwing.
  public init(
    _ facts: [ForecastFact], _ rates: [StageRates], _ pipeline: Pipeline, today: Day,
    lastDay: Day, seed: UInt64, runs: Int, beforeEach: () throws -> Void = {}
  ) throws {
    let open = facts.filter { $0.outcome == .open && $0.stage < pipeline.stages.count - 1 }
    basis = ForecastBasis(
      open, rates, today: today, lastDay: lastDay, seed: seed, runs: runs, countsTargets: false)
    let later = Array(pipeline.stages.dropFirst())
    let names = SortKey.ordered(Set(facts.map(\.group)))
    let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    var tallies = Tallies(groups: names.count, stages: later.count, runs: runs)
    var simulation = Simulation(rates, days: max(0, lastDay - today), seed: seed)
    var entered: [Simulation.Entry] = []
    let followers = open.map { fact in
      (Simulation.Follower(fact), group: places[fact.group] ?? 0, amount: fact.amount ?? 0)
    }
    for run in 0..<runs {
      try beforeEach()
      for (lead, group, amount) in followers {
        entered.removeAll(keepingCapacity: true)
        _ = simulation.follow(lead, &entered)
        for entry in entered {
          tallies.add(run, group: group, stage: entry.place - 1, amount: amount)
        }
      }
    }
    entries = later.indices.map { stage in
      Entries(
        group: nil, stage: later[stage], count: Spread(tallies.counts(of: stage)),
        amount: Spread(tallies.amounts(of: stage)))
    }
    groups = names.enumerated().flatMap { place, name in
      later.indices.map { stage in
        Entries(
          group: name, stage: later[stage], count: Spread(tallies.counts(of: stage, place)),
          amount: Spread(tallies.amounts(of: stage, place)))
      }
    }
  }
}

/// Counts and amounts, by group, stage and run.
private struct Tallies {
  private var count: [[[Int64]]]
  private var amount: [[[Int64]]]
  private let runs: Int

  init(groups: Int, stages: Int, runs: Int) {
    let empty = Array(repeating: Array(repeating: Int64(0), count: runs), count: stages)
    count = Array(repeating: empty, count: groups)
    amount = count
    self.runs = runs
  }

  mutating func add(_ run: Int, group: Int, stage: Int, amount added: Int64) {
    count[group][stage][run] += 1
    let (sum, overflows) = amount[group][stage][run].addingReportingOverflow(added)
    amount[group][stage][run] = overflows ? .max : sum
  }

  func counts(of stage: Int, _ group: Int) -> [Int64] { count[group][stage] }
  func amounts(of stage: Int, _ group: Int) -> [Int64] { amount[group][stage] }
  func counts(of stage: Int) -> [Int64] { united(count, stage) }
  func amounts(of stage: Int) -> [Int64] { united(amount, stage) }

  private func united(_ tally: [[[Int64]]], _ stage: Int) -> [Int64] {
    (0..<runs).map { run in
      tally.reduce(0) { sum, group in
        let (next, overflows) = sum.addingReportingOverflow(group[stage][run])
        return overflows ? .max : next
      }
    }
  }
}
