public import LeadlineModel

/// The departments of a campaign, ranked as of a day.
public struct Board: Hashable, Sendable {
  public let campaign: Campaign
  /// The day that counts: the one asked for, at most the last.
  public let day: Day
  /// By rank, equals by name; those with nothing set come last.
  public let standings: [Standing]
  /// The parts of each department, where the board is broken down; in the order of the
  /// departments, then by name, what belongs to nobody last.
  public let parts: [Part]

  /// What a section or a member of staff did of their department's targets.
  public struct Part: Hashable, Sendable {
    /// Nil for what belongs to no section or nobody.
    public let part: NamedRef?
    public let standing: Standing
  }

  /// A department that takes part.
  public struct Entrant: Hashable, Sendable {
    public let department: NamedRef
    public let tier: Campaign.Tier

    public init(_ department: NamedRef, tier: Campaign.Tier) {
      self.department = department
      self.tier = tier
    }
  }

  /// Takes in the facts of a campaign one by one, and keeps none of them but receipts.
  public struct Count {
    fileprivate let campaign: Campaign
    fileprivate let entrants: [Entrant]
    fileprivate var whole: ContestTally
    /// Nil where nothing is broken down.
    fileprivate var parts: ContestTally?

    public init(
      _ campaign: Campaign, entrants: [Entrant], rates: Rates,
      by level: ContestTally.Level = .department
    ) {
      self.campaign = campaign
      self.entrants = entrants
      let tiers = Dictionary(entrants.map { ($0.department.ref.number, $0.tier) }) { $1 }
      func tally(_ level: ContestTally.Level) -> ContestTally {
        ContestTally(campaign, tiers: tiers, by: level, rates: rates)
      }
      whole = tally(.department)
      parts = level == .department ? nil : tally(level)
    }

    /// Throws `MissingRate` where an amount that counts cannot be converted.
    public mutating func add(_ fact: ContestFact) throws {
      try whole.add(fact)
      try parts?.add(fact)
    }
  }

  /// What was counted as of a day. `name` gives a part's name by its key.
  ///
  /// Throws `BreakdownMismatch` where parts do not add to their department.
  public init(_ count: Count, on day: Day, name: (Int64) throws -> NamedRef) throws {
    let campaign = count.campaign
    let whole = try count.whole.finished()
    let counted = campaign.counted(day)
    self.campaign = campaign
    self.day = counted
    let standings = try count.entrants.map { entrant in
      let unit = ContestTally.Unit(department: entrant.department.ref.number)
      return try Standing(
        entrant.department, in: entrant.tier, of: campaign, on: counted,
        whole[unit] ?? ContestTally.Result())
    }
    self.standings = Self.ranked(standings)
    guard let results = try count.parts?.finished() else {
      parts = []
      return
    }
    try Self.check(results, against: whole)
    parts = try Self.parts(results, of: self.standings, campaign, counted, name)
  }

  /// The board with only the departments that `isWanted`; ranks stay.
  public func only(_ isWanted: (NamedRef) -> Bool) -> Board {
    Board(
      campaign, day, standings.filter { isWanted($0.department) },
      parts.filter { isWanted($0.standing.department) })
  }

  private init(_ campaign: Campaign, _ day: Day, _ standings: [Standing], _ parts: [Part]) {
    self.campaign = campaign
    self.day = day
    self.standings = standings
    self.parts = parts
  }
}

/// The results of the parts of a department do not add to its own.
public struct BreakdownMismatch: Error, Hashable, Sendable {
  /// The key of the department.
  public let department: Int64

  public var words: Words {
    let place = "D\(department)"
    return Words(
      "the parts of \(place) do not add to the whole\n  check looks for what is wrong",
      "\(place) 各部分之和与总数不符\n  请用 check 查找问题",
      "\(place) 各部分之和與總數不符\n  請用 check 查找問題")
  }
}

extension Board {
  /// By overall capped, then uncapped, then arrived; equals share a rank, and the next is counted
  /// on.
  private static func ranked(_ standings: [Standing]) -> [Standing] {
    var ordered = standings.map {
      (standing: $0, key: SortKey.of($0.department.name, isPerson: false))
    }.sorted {
      let (left, right) = ($0.standing.rankedBy, $1.standing.rankedBy)
      if left != right { return left.isBetter(than: right) }
      return ($0.key, $0.standing.department.ref.number)
        < ($1.key, $1.standing.department.ref.number)
    }.map(\.standing)
    let keys = ordered.map(\.rankedBy)
    for index in ordered.indices where ordered[index].overall != nil {
      let better = keys.indices.filter { keys[$0].isBetter(than: keys[index]) }
      ordered[index].rank = better.count + 1
      let tier = ordered[index].tier.id
      ordered[index].tierRank = better.count { ordered[$0].tier.id == tier } + 1
    }
    return ordered
  }

  private static func check(
    _ parts: [ContestTally.Unit: ContestTally.Result],
    against whole: [ContestTally.Unit: ContestTally.Result]
  ) throws {
    var sums: [ContestTally.Unit: ContestTally.Result] = [:]
    for (unit, result) in parts {
      try sums[.init(department: unit.department), default: .init()].add(result)
    }
    for unit in Set(sums.keys).union(whole.keys) where sums[unit] != whole[unit] {
      throw BreakdownMismatch(department: unit.department)
    }
  }

  private static func parts(
    _ results: [ContestTally.Unit: ContestTally.Result], of standings: [Standing],
    _ campaign: Campaign, _ day: Day, _ name: (Int64) throws -> NamedRef
  ) throws -> [Part] {
    let byDepartment = Dictionary(grouping: results, by: \.key.department)
    return try standings.flatMap { standing in
      try (byDepartment[standing.department.ref.number] ?? []).map { unit, result in
        Part(
          part: try unit.part.map(name),
          standing: try Standing(
            standing.department, in: standing.tier, of: campaign, on: day, result))
      }.sorted { left, right in
        guard let left = left.part, let right = right.part else { return left.part != nil }
        return (SortKey.of(left.name), left.ref.number)
          < (SortKey.of(right.name), right.ref.number)
      }
    }
  }
}

/// By what a board is ranked.
private struct RankedBy: Equatable {
  let overall: Fraction?
  let uncapped: Fraction?
  let arrived: Fraction

  /// Nothing set comes after all others, and none of those before another.
  func isBetter(than other: RankedBy) -> Bool {
    guard let overall, let uncapped else { return false }
    guard let otherOverall = other.overall, let otherUncapped = other.uncapped else { return true }
    if overall != otherOverall { return overall > otherOverall }
    if uncapped != otherUncapped { return uncapped > otherUncapped }
    return arrived > other.arrived
  }
}

extension Standing {
  fileprivate var rankedBy: RankedBy {
    RankedBy(
      overall: overall, uncapped: uncapped, arrived: overall == nil ? .zero : arrived)
  }
}
