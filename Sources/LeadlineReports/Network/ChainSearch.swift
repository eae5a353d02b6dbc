/// The strongest chains of introductions between two groups of persons, of at most four hops.
///
/// A chain is as strong as the product of its ties. One hop is taken from either end; a third joins
/// them; for a fourth the larger side goes one further, those who may still lead to a better chain
/// first. What cannot become better than the chains found is never looked at. The best chain found
/// is the best there is; the others are the best through other middles.
public struct ChainSearch {
  private let network: any TieNetwork
  /// How many chains are wanted.
  private let count: Int

  public init(in network: any TieNetwork, count: Int = 3) {
    self.network = network
    self.count = count
  }

  /// The chains from any of `sources` to any of `targets`, the strongest first.
  ///
  /// None leads through a person who is not to be asked.
  public func chains(from sources: [Int64], to targets: [Int64]) throws -> [Chain] {
    var found = Best(count: count, ends: Set(sources + targets), network: network)
    let start = try Side(sources, network)
    let end = try Side(targets, network)
    for target in targets { try found.add(start.way(to: target)) }
    try meet(start, end, &found)
    // From here on chains are made from the larger side to the smaller.
    found.isTurned = start.persons.count < end.persons.count
    let (many, few) = found.isTurned ? (end, start) : (start, end)
    let goals = try Prospects(few, few.persons, found)
    try join(many, few, goals, &found)
    try goFurther(many, few, goals, &found)
    return found.chains
  }

  /// Chains of two hops: through somebody whom both ends know.
  private func meet(_ start: Side, _ end: Side, _ found: inout Best) throws {
    let (few, many) = start.persons.count < end.persons.count ? (start, end) : (end, start)
    for person in few.persons where many.strengths[person] != nil {
      try found.add(start.way(to: person), end.way(to: person))
    }
  }

  /// Chains of three hops, or those that go on from a side that is two hops from its end: the ties
  /// that join the two sides.
  private func join(
    _ side: Side, _ few: Side, _ goals: Prospects, _ found: inout Best
  ) throws {
    for part in side.persons.growing(from: 50) {
      let least = found.least
      let near = part.prefix { side.strength(of: $0) * goals.most > least }
      guard let strongest = near.first.map({ side.strength(of: $0) }) else { return }
      let bound = { least / (side.strength(of: $0) * few.strength(of: $1)) }
      try network.ties(
        between: Array(near), and: goals.persons(worthMoreThan: least / strongest), above: bound
      ) { person, goal, tie in
        let strength = side.strength(of: person) * tie * few.strength(of: goal)
        guard strength > found.least else { return }
        try found.add(side.way(to: person), few.way(to: goal), joinedBy: tie)
      }
    }
  }

  /// Chains of four hops: one more from the larger side, then a tie to the other.
  private func goFurther(
    _ many: Side, _ few: Side, _ goals: Prospects, _ found: inout Best
  ) throws {
    let able = many.persons.prefix { many.strength(of: $0) * goals.most > found.least }
    let prospects = try Prospects(many, Array(able), found)
    for part in prospects.persons.growing(from: 8) {
      let bound = goals.most > 0 ? found.least / goals.most : .infinity
      let standing = try part.prefix { prospects.worth(of: $0) > bound }
        .filter { try found.mayLead(through: $0) }
      if prospects.worth(of: part.first) <= bound { return }
      let next = try many.onward(standing, above: bound, network)
      try join(next, few, goals, &found)
    }
  }
}

/// Persons each of whom can introduce to the next.
public struct Chain: Hashable, Sendable {
  public let persons: [Int64]
  /// The product of the strengths of its ties.
  public let strength: Double

  public init(persons: [Int64], strength: Double) {
    self.persons = persons
    self.strength = strength
  }
}
