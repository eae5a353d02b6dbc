public import LeadlineModel

/// What a report on sources reads of each lead.
public struct SourceFact: Hashable, Sendable {
  /// What the leads are grouped by; empty for none.
  public let group: String
  /// The day of the first entry into each stage, in the order of the pipeline.
  public let entered: [Day?]
  /// Minor units of the currency reported in; nil for none, or for another currency.
  public let agreed: Int64?
  public let arrived: Int64?

  public init(group: String, entered: [Day?], agreed: Int64?, arrived: Int64?) {
    self.group = group
    self.entered = entered
    self.agreed = agreed
    self.arrived = arrived
  }
}

/// What one source brought: leads, how many of them reached each stage and after how long, and
/// money.
public struct SourceYield: Hashable, Sendable {
  public let group: String
  public let leads: Int
  /// How many ever reached each stage, in the order of the pipeline.
  public let reached: [Int]
  /// The median of the days from the first stage to each, of those that reached it; the lower of
  /// the two middle ones. Nil where none did.
  public let medianDays: [Int?]
  /// Sums in minor units.
  public let agreed: Int64
  public let arrived: Int64

  /// Folds leads one after another; gives the sources, those with the most leads first.
  public static func fold(_ facts: some Sequence<SourceFact>) -> [SourceYield] {
    let groups = Dictionary(grouping: facts, by: \.group)
    return groups.map { SourceYield($0.key, $0.value) }
      .sorted { ($1.leads, $0.group) < ($0.leads, $1.group) }
  }

  private init(_ group: String, _ facts: [SourceFact]) {
    let stages = facts.map(\.entered.count).max() ?? 0
    self.group = group
    leads = facts.count
    let lengths = (0..<stages).map { stage in
      facts.compactMap { fact -> Int? in
        guard let first = fact.entered.first ?? nil, let day = fact.entered[stage] else {
          return nil
        }
        return day - first
      }.sorted()
    }
    reached = lengths.map(\.count)
    medianDays = lengths.map { $0.isEmpty ? nil : $0[($0.count - 1) / 2] }
    agreed = facts.compactMap(\.agreed).reduce(0, +)
    arrived = facts.compactMap(\.arrived).reduce(0, +)
  }
}
