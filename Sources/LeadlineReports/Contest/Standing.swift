public import LeadlineModel

/// How far a department has come with one goal.
public struct GoalStanding: Hashable, Sendable {
  public let goal: Campaign.Goal
  /// A number of projects or of activities or guests, or minor units.
  public let done: Fraction
  /// Done ÷ wanted, also above 1.
  public let progress: Fraction

  /// Wanted less done; none where the goal is reached.
  public var missing: Fraction {
    (try? max(.zero, Fraction(goal.wanted) - done)) ?? .zero
  }
}

/// How far a department has come with one measure; without goals where its target is not set.
public struct MeasureStanding: Hashable, Sendable {
  public let measure: Campaign.Measure
  /// In the order of the target.
  public let goals: [GoalStanding]

  public var isSet: Bool { !goals.isEmpty }

  /// Nearest first: by progress, then as the target has them.
  public var nearest: [GoalStanding] {
    goals.enumerated().sorted { left, right in
      if left.element.progress != right.element.progress {
        return left.element.progress > right.element.progress
      }
      return left.offset < right.offset
    }.map(\.element)
  }

  /// The best of its goals; nil where the target is not set.
  public var progress: Fraction? { goals.map(\.progress).max() }

  /// At most 1.
  public var capped: Fraction? { progress.map { min($0, .one) } }

  init(_ measure: Campaign.Measure, _ target: Campaign.Target?, _ done: [Fraction]?) throws {
    self.measure = measure
    goals = try (target?.goals ?? []).enumerated().map { index, goal in
      let done = done?[index] ?? .zero
      let progress = try done / Fraction(goal.wanted) ?? .zero
      return GoalStanding(goal: goal, done: done, progress: progress)
    }
  }
}

/// Where a department, or a part of one, stands on a day of a campaign.
public struct Standing: Hashable, Sendable {
  public let tier: Campaign.Tier
  public let department: NamedRef
  /// In the order of the campaign.
  public let measures: [MeasureStanding]
  /// The weighted mean over the measures that are set, each capped at 1; nil where none is set.
  public let overall: Fraction?
  /// The same mean of what was reached, uncapped.
  public let uncapped: Fraction?
  /// Overall ÷ elapsed; nil where nothing is set, or before the first day.
  public let pace: Fraction?
  /// Minor units that arrived within the days.
  public let arrived: Fraction
  public let card: Card?
  /// The first day with a yellow pace if nothing more happens; nil where the campaign ends before,
  /// or nothing is set.
  public let yellowOn: Day?
  /// Among all departments; nil where nothing is set.
  public internal(set) var rank: Int?
  /// Within the tier.
  public internal(set) var tierRank: Int?

  public init(
    _ department: NamedRef, in tier: Campaign.Tier, of campaign: Campaign, on day: Day,
    _ result: ContestTally.Result
  ) throws {
    self.tier = tier
    self.department = department
    measures = try campaign.measures.map {
      try MeasureStanding($0, tier.targets[$0.id], result.done[$0.id])
    }
    overall = try Self.mean(measures, \.capped)
    uncapped = try Self.mean(measures, \.progress)
    arrived = result.arrived
    let elapsed = campaign.elapsed(on: day)
    pace = try overall.flatMap { try $0 / elapsed }
    yellowOn = try overall.flatMap { try campaign.firstYellowDay(at: $0) }
    let isEmpty = measures.allSatisfy { ($0.progress ?? .zero) == .zero }
    card = pace.flatMap { campaign.card(at: $0, isEmpty: isEmpty, on: day) }
  }

  private static func mean(
    _ measures: [MeasureStanding], _ value: (MeasureStanding) -> Fraction?
  ) throws -> Fraction? {
    var sum = Fraction.zero
    var weights = Fraction.zero
    for measure in measures {
      guard let value = value(measure) else { continue }
      sum = try sum + value * measure.measure.weight
      weights = try weights + measure.measure.weight
    }
    return try sum / weights
  }
}

extension Campaign {
  /// Day ⌊overall × days ÷ limit⌋ + 1 of the campaign; nil where it has fewer days.
  public func firstYellowDay(at overall: Fraction) throws -> Day? {
    guard let days = try overall * Fraction(length) / cards.yellowBelow, days.floor < length
    else { return nil }
    return self.days.lowerBound + Int(days.floor)
  }

  /// What a pace earns on a day; `isEmpty` where nothing was done in any measure that is set.
  func card(at pace: Fraction, isEmpty: Bool, on day: Day) -> Card? {
    guard pace < cards.yellowBelow else { return nil }
    return counted(day) < cards.from ? .warning : isEmpty ? .red : .yellow
  }
}
