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
    let reach = try network.reach(of: few.persons)
    let goals = Goals(few, reach)
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

  /// Chains of three hops: the ties that join the two sides.
  private func join(
    _ many: Side, _ few: Side, _ goals: Goals, _ found: inout Best
  ) throws {
    for chunk in many.persons.chunked(by: Self.chunk) {
      guard many.strength(of: chunk.first) * goals.most > found.least else { return }
      let near = try chunk.filter { try found.mayLead(through: $0) }
      try tie(near, many, few, goals, &found)
    }
  }

  /// Ties persons of a side to the goals of the other, where that makes a better chain.
  private func tie(
    _ near: [Int64], _ side: Side, _ few: Side, _ goals: Goals, _ found: inout Best
  ) throws {
    guard let strongest = near.first.map({ side.strength(of: $0) }) else { return }
    let least = found.least
    let far = goals.persons(worthMoreThan: least / strongest)
    try network.ties(
      between: near, and: far,
      above: { least / (side.strength(of: $0) * few.strength(of: $1)) }
    ) { person, goal, strength in
      let (way, rest) = (side.way(to: person), few.way(to: goal))
      guard way.strength * strength * rest.strength > found.least else { return }
      try found.add(way, rest, joinedBy: strength)
    }
  }

  /// Chains of four hops: one more from the larger side, then a tie to the other.
  private func goFurther(
    _ many: Side, _ few: Side, _ goals: Goals, _ found: inout Best
  ) throws {
    for chunk in many.persons.chunked(by: Self.chunk) {
      guard many.strength(of: chunk.first) * goals.most > found.least else { return }
      let bound = found.least / goals.most
      let reach = try network.reach(of: chunk)
      let standing = try chunk.filter {
        try many.strength(of: $0) * (reach[$0] ?? 0) > bound && found.mayLead(through: $0)
      }
      let next = try many.onward(standing, above: bound, network)
      for part in next.persons.chunked(by: Self.chunk * 5) {
        try tie(part, next, few, goals, &found)
      }
    }
  }

  private static let chunk = 100
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
