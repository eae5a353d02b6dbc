/// The strongest chains of introductions between two groups of persons, of at most four hops.
///
/// A chain is as strong as the product of its ties. One hop is taken from either end; a third joins
/// them; for a fourth either side goes one further, from those first who may still lead to a better
/// chain. What cannot become better than the chains found is never looked at. The best chain found
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
    let found = Best(count: count, ends: Set(sources + targets), network: network)
    let start = try Side(sources, network)
    let end = try Side(targets, isTarget: true, network)
    for target in targets { try found.add(start.way(to: target)) }
    try meet(start, end, found)
    let (many, few) = start.persons.count < end.persons.count ? (end, start) : (start, end)
    let goals = try Prospects(few, few.persons, found)
    try join(many, goals, found)
    let able = many.persons.prefix { many.strength(of: $0) * goals.most > found.least }
    let prospects = try Prospects(many, Array(able), found)
    try goFurther(prospects, goals, found)
    return found.chains
  }

  /// Chains of two hops: through somebody whom both ends know.
  private func meet(_ start: Side, _ end: Side, _ found: Best) throws {
    let (few, many) = start.persons.count < end.persons.count ? (start, end) : (end, start)
    for person in few.persons where many.contains(person) {
      try found.add(start, person, end, person)
    }
  }

  /// Chains of three hops, or those that go on from a side that is two hops from its end: the ties
  /// that join the two sides.
  private func join(_ side: Side, _ goals: Prospects, _ found: Best) throws {
    for part in side.persons.growing(from: 50) {
      let near = part.prefix { side.strength(of: $0) * goals.most > found.least }
      guard let strongest = near.first.map({ side.strength(of: $0) }) else { return }
      // What is found on the way raises it.
      let bound = { found.least / (side.strength(of: $0) * goals.side.strength(of: $1)) }
      let far = goals.persons(worthMoreThan: found.least / strongest)
      try network.ties(between: Array(near), and: far, above: bound) { person, goal, tie in
        let strength = side.strength(of: person) * tie * goals.side.strength(of: goal)
        guard strength > found.least else { return }
        try found.add(side, person, goals.side, goal, joinedBy: tie)
      }
    }
  }

  /// Chains of four hops: one more from a few of either side, then a tie to those of the other who
  /// were not taken yet; from that side first of which the rest is then worth the less. A chain
  /// between the rests is worth at most the product of what they are worth.
  private func goFurther(_ start: Prospects, _ end: Prospects, _ found: Best) throws {
    var (side, other) = (start, end)
    while side.most * other.most > found.least {
      if other.fall < side.fall { swap(&side, &other) }
      let bound = found.least / other.most
      let standing = try side.takeNext().filter {
        try side.worth(of: $0) > bound && found.mayLead(through: $0)
      }
      let next = try side.side.onward(standing, above: bound, network)
      try join(next, other, found)
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
