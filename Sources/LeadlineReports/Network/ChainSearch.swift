/// The strongest chains of introductions between two groups of persons, of at most four hops.
///
/// A chain is as strong as the product of its ties. Between few persons, one hop is taken from either
/// end; a third joins them; for a fourth either side goes one further, over the ties that are listed,
/// then over others from those first who may still lead to a better chain. From or to a crowd,
/// somebody of which is near to everybody, the search goes outward from the other end alone. What
/// cannot become better than the chains found is never looked at. The best chain found is the best
/// there is; the others are the best through other middles.
public struct ChainSearch {
  private let network: any TieNetwork
  /// How many chains are wanted.
  private let count: Int
  /// More persons than this at one end are a crowd: from 20 of the staff to one of a million
  /// contacts both ways of searching took the same time.
  private let crowd: Int

  public init(in network: any TieNetwork, count: Int = 3, crowd: Int = 20) {
    self.network = network
    self.count = count
    self.crowd = crowd
  }

  /// The chains from any of `sources` to any of `targets`, the strongest first.
  ///
  /// None leads through a person who is not to be asked.
  public func chains(from sources: [Int64], to targets: [Int64]) throws -> [Chain] {
    let found = Best(count: count, ends: Set(sources + targets), network: network)
    let (few, many) = Side.ordered(Side(at: sources), Side(at: targets, isTarget: true))
    if many.persons.count > crowd {
      try goOutward(from: few, to: Prospects(many), hops: 4, found)
    } else {
      try goInward(few, many, found)
    }
    return found.chains
  }

  /// From one end on, hop by hop: those who are reached may be tied to the crowd.
  private func goOutward(
    from side: Side, to crowd: Prospects, hops: Int, _ found: Best
  ) throws {
    try join(side, crowd, found)
    if hops == 1 { return }
    for part in side.persons.growing(from: 16) {
      let able = part.prefix { $0.strength > found.least }
      let standing = side.isEnd ? Array(able) : try found.allowed(able)
      if standing.isEmpty { continue }
      let next = try side.onward(standing, above: found.least, network)
      try goOutward(from: next, to: crowd, hops: hops - 1, found)
    }
  }

  /// From both ends on.
  private func goInward(_ one: Side, _ other: Side, _ found: Best) throws {
    let next = try one.onward(one.persons, above: 0, network)
    try meet(next, other, found)
    let (few, many) = Side.ordered(next, try other.onward(other.persons, above: 0, network))
    try meet(few, many, found)
    let fewFurther = try few.onwardByList(above: found.least / many.most, network, found)
    let manyFurther = try many.onwardByList(above: found.least / few.most, network, found)
    try meet(fewFurther, many, found)
    try meet(manyFurther, few, found)
    try meet(fewFurther, manyFurther, found)
    let goals = try Prospects(few, few.persons[...], network)
    let most = max(goals.most, fewFurther.most)
    let able = many.persons.prefix { $0.strength * most > found.least }
    let start = try Prospects(many, able, network)
    try join(many, goals, found)
    try join(manyFurther, goals, found)
    try join(fewFurther, start, found)
    try goFurther(start, goals, found)
  }

  /// Chains through somebody whom both sides reached.
  private func meet(_ one: Side, _ other: Side, _ found: Best) throws {
    for reached in one.persons {
      guard reached.strength * other.strength(of: reached.person) > found.least else { continue }
      try found.add(one, reached.person, other, reached.person)
    }
  }

  /// Chains over a tie that joins the two sides; where worths leave listed ties out, not all of those.
  private func join(_ side: Side, _ goals: Prospects, _ found: Best) throws {
    for part in side.persons.growing(from: 50) {
      let near = part.prefix { $0.strength * goals.most > found.least }
      guard let strongest = near.first?.strength else { return }
      let far = goals.persons(worthMoreThan: found.least / strongest)
      let least = { found.least }
      try network.ties(between: Array(near), and: far, above: least) { person, goal, tie in
        guard person.strength * tie * goal.strength > found.least else { return }
        try found.add(side, person.person, goals.side, goal.person, joinedBy: tie)
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
      let standing = try found.allowed(side.takeNext(worthMoreThan: bound))
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
