public import LeadlineModel

/// Adds up what a campaign counts, for its departments or their sections or staff.
public struct ContestTally {
  /// How far results are broken down.
  public enum Level: Hashable, Sendable { case department, section, staff }

  /// Whose results: a department's, or those of a part of it.
  public struct Unit: Hashable, Sendable {
    public let department: Int64
    /// The key of the section or member of staff; nil for what belongs to none.
    public let part: Int64?

    public init(department: Int64, part: Int64? = nil) {
      self.department = department
      self.part = part
    }
  }

  /// What one unit has done.
  public struct Result: Hashable, Sendable {
    /// By the id of the measure: one for each goal of the department's target, in order; minor
    /// units for totals of money.
    public internal(set) var done: [String: [Fraction]] = [:]
    /// Minor units that arrived within the days.
    public internal(set) var arrived = Fraction.zero

    /// Adds another unit's.
    mutating func add(_ other: Result) throws {
      for (measure, values) in other.done {
        let known = done[measure] ?? values.map { _ in .zero }
        done[measure] = try zip(known, values).map { try $0 + $1 }
      }
      arrived = try arrived + other.arrived
    }
  }

  let campaign: Campaign
  let level: Level
  let rates: Rates
  private let tiers: [Int64: Campaign.Tier]
  private var results: [Unit: Result] = [:]
  /// Receipts are sized by lead, when all are known.
  private var receipts: [Int64: [ContestFact.Receipt]] = [:]

  /// `tiers` says which departments take part.
  public init(
    _ campaign: Campaign, tiers: [Int64: Campaign.Tier], by level: Level, rates: Rates
  ) {
    self.campaign = campaign
    self.tiers = tiers
    self.level = level
    self.rates = rates
  }

  /// Takes a fact in. Throws `MissingRate` where an amount that counts cannot be converted.
  public mutating func add(_ fact: ContestFact) throws {
    switch fact {
    case .entry(let entry): try add(entry)
    case .receipt(let receipt):
      guard takesPart(receipt.credit), campaign.days.contains(receipt.day) else { return }
      receipts[receipt.lead, default: []].append(receipt)
    case .activities(let activities): try add(activities)
    }
  }

  /// The results of all units that have any.
  public func finished() throws -> [Unit: Result] {
    var tally = self
    for receipts in receipts.values { try tally.add(receipts) }
    return tally.results
  }

  private func takesPart(_ credit: Credit) -> Bool {
    credit.parts.contains { tiers[$0.department] != nil }
  }

  private mutating func add(_ entry: ContestFact.Entry) throws {
    let isWithin = campaign.days.contains(entry.day)
    guard takesPart(entry.credit), isWithin || entry.day < campaign.days.lowerBound else { return }
    let figure = try converted(entry.figure, entry)
    let before = isWithin ? .zero : try converted(entry.onEve, entry)
    let gained = max(.zero, try figure - before)
    for measure in campaign.measures
    where measure.kind == .stage(entry.stage, figure: entry.name) {
      try add(measure, entry.credit) { goal in
        if figure < Fraction(goal.atLeast) { return .zero }
        return goal.kind == .total ? gained : isWithin ? .one : .zero
      }
    }
  }

  private func converted(_ figure: Int64?, _ entry: ContestFact.Entry) throws -> Fraction {
    guard let figure else { return .zero }
    return try rates.converted(
      Money(minorUnits: figure, currency: entry.currency), on: entry.day)
  }

  /// The receipts of one lead: its project is as large as what arrived of it within the days.
  private mutating func add(_ receipts: [ContestFact.Receipt]) throws {
    let ordered = receipts.sorted { ($0.day, $0.key) < ($1.day, $1.key) }
    let amounts = try ordered.map { try rates.converted($0.amount, on: $0.day) }
    let whole = try amounts.reduce(.zero) { try $0 + $1 }
    for (index, receipt) in ordered.enumerated() {
      try credit(receipt.credit) { result, _, share in
        result.arrived = try result.arrived + amounts[index] * share
      }
      for measure in campaign.measures where measure.kind == .receipts {
        try add(measure, receipt.credit) { goal in
          if whole < Fraction(goal.atLeast) { return .zero }
          return goal.kind == .total ? amounts[index] : index == 0 ? .one : .zero
        }
      }
    }
  }

  private mutating func add(_ activities: ContestFact.Activities) throws {
    for measure in campaign.measures {
      let count: Int64
      switch measure.kind {
      case .activities(let kinds) where kinds.contains(activities.kind): count = activities.count
      case .guests(let kinds) where kinds.contains(activities.kind): count = activities.guests
      default: continue
      }
      try add(measure, activities.credit) { _ in Fraction(count) }
    }
  }

  /// Adds to a measure of each department what `value` gives for a goal, by their shares.
  private mutating func add(
    _ measure: Campaign.Measure, _ credited: Credit, _ value: (Campaign.Goal) -> Fraction
  ) throws {
    try credit(credited) { result, tier, share in
      guard let target = tier.targets[measure.id] else { return }
      let known = result.done[measure.id] ?? target.goals.map { _ in .zero }
      result.done[measure.id] = try zip(known, target.goals).map { try $0 + value($1) * share }
    }
  }

  private mutating func credit(
    _ credit: Credit, _ change: (inout Result, Campaign.Tier, Fraction) throws -> Void
  ) throws {
    for part in credit.parts {
      guard let tier = tiers[part.department] else { continue }
      let share = campaign.countsInFull ? .one : part.share
      try change(&results[unit(credit, part.department), default: Result()], tier, share)
    }
  }

  /// A section is a part of its own department only.
  private func unit(_ credit: Credit, _ department: Int64) -> Unit {
    switch level {
    case .department: Unit(department: department)
    case .section:
      Unit(
        department: department,
        part: credit.section.flatMap { $0.department == department ? $0.key : nil })
    case .staff: Unit(department: department, part: credit.staff)
    }
  }
}
