public import LeadlineModel

/// What the funnel reads of each lead.
public struct FunnelFact: Hashable, Sendable {
  /// The place of the lead's stage in the pipeline.
  public let stage: Int
  public let outcome: Outcome
  /// The day of the first entry into each stage, in the order of the pipeline.
  public let entered: [Day?]
  /// Minor units of the currency reported in; nil for none, or for another currency.
  public let amount: Int64?

  public init(stage: Int, outcome: Outcome, entered: [Day?], amount: Int64?) {
    self.stage = stage
    self.outcome = outcome
    self.entered = entered
    self.amount = amount
  }
}

/// How many leads stand at each stage, how many ever came so far, and how long it took them.
///
/// A lead has passed a stage once it first entered the next one, whatever became of it later.
public struct Funnel: Hashable, Sendable {
  /// One stage of the funnel.
  public struct Step: Hashable, Sendable {
    public let stage: Stage
    /// Open leads at the stage, and their amounts in minor units.
    public fileprivate(set) var standing = 0
    public fileprivate(set) var amount: Int64 = 0
    /// Leads that were lost or shelved at the stage.
    public fileprivate(set) var closed = 0
    /// Leads that ever entered the stage, and those of them that ever entered the next.
    public fileprivate(set) var reached = 0
    public fileprivate(set) var passed = 0
    fileprivate var stays = DayCounts()

    /// The median of the days from the first entry into the stage to that into the next, of the
    /// leads that passed; the lower of the two middle ones.
    public var medianDays: Int? { stays.median }
    /// Those that passed, of those that entered.
    public var conversion: Share { Share(Int64(passed), of: Int64(reached)) }
  }

  /// The leads that entered the pipeline in one period.
  public struct Cohort: Hashable, Sendable {
    public let period: String
    public fileprivate(set) var leads = 0
    /// How many ever entered each stage.
    public fileprivate(set) var reached: [Int]
    fileprivate var toFinal = DayCounts()

    /// The median of the days from the entry to the final stage, of those that came so far.
    public var medianDays: Int? { toFinal.median }
  }

  public private(set) var steps: [Step]
  private let period: Period
  private var byPeriod: [String: Cohort] = [:]

  public init(_ pipeline: Pipeline, cohorts period: Period = .month) {
    steps = pipeline.stages.map { Step(stage: $0) }
    self.period = period
  }

  /// The cohorts in the order of time.
  public var cohorts: [Cohort] {
    byPeriod.values.sorted { $0.period < $1.period }
  }

  /// Takes in one more lead.
  public mutating func add(_ fact: FunnelFact) {
    guard steps.indices.contains(fact.stage), fact.entered.count == steps.count else { return }
    if fact.outcome == .open {
      steps[fact.stage].standing += 1
      let (sum, overflows) = steps[fact.stage].amount.addingReportingOverflow(fact.amount ?? 0)
      steps[fact.stage].amount = overflows ? .max : sum
    } else {
      steps[fact.stage].closed += 1
    }
    for (place, day) in fact.entered.enumerated() {
      guard let day else { continue }
      steps[place].reached += 1
      guard place + 1 < steps.count, let next = fact.entered[place + 1] else { continue }
      steps[place].passed += 1
      steps[place].stays.add(next - day)
    }
    addToCohort(fact.entered)
  }

  private mutating func addToCohort(_ entered: [Day?]) {
    guard let first = entered.first ?? nil else { return }
    let name = period.name(of: first)
    var cohort =
      byPeriod[name] ?? Cohort(period: name, reached: Array(repeating: 0, count: steps.count))
    cohort.leads += 1
    for (place, day) in entered.enumerated() where day != nil { cohort.reached[place] += 1 }
    if let last = entered.last ?? nil { cohort.toFinal.add(last - first) }
    byPeriod[name] = cohort
  }
}
