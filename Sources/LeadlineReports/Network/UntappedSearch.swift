public import LeadlineModel

/// The contacts most worth a call among those whom nobody approached, by how strong the way to them
/// is times what they could bring.
///
/// One wave goes outward from our own people, always on from those to whom the way is strongest, and
/// stops where nobody further out can come among the best. What is found is exact for ways of
/// `mostHops` ties, unless more than `mostAsked` persons would have to be asked at one distance.
public struct UntappedSearch {
  public typealias Strengths = [Int64: [Int64: Double]]

  public var scale = WorthScale.standard
  public var mostHops = 3
  /// No tie is stronger.
  public var strongestTie = TieScale.standard.most
  /// Of the persons at one distance the wave goes on from so many.
  public var mostAsked = 100
  /// How many are wanted.
  public var count = 20
  /// Whether nobody is to be led through this person.
  public var isBarred: (Int64) throws -> Bool
  /// The strengths of the ties of each of these persons, by the other person.
  public var ties: ([Int64]) throws -> Strengths
  /// What is known of those of these persons who are wanted and untapped.
  public var facts: ([Int64]) throws -> [Int64: ProspectFacts]

  public init(
    isBarred: @escaping (Int64) throws -> Bool,
    ties: @escaping ([Int64]) throws -> Strengths,
    facts: @escaping ([Int64]) throws -> [Int64: ProspectFacts]
  ) {
    self.isBarred = isBarred
    self.ties = ties
    self.facts = facts
  }

  /// The best, the most promising first, then by number; and whether the whole of what can be
  /// reached was looked at.
  public func prospects(
    from sources: [Int64]
  ) throws -> (prospects: [Prospect], isWhole: Bool) {
    var wave = Wave(from: sources)
    var ranking = Ranking(scale: scale, count: count)
    var isWhole = true
    for _ in 0..<mostHops {
      let standing = try standing(in: wave)
      wave.goOn()
      let most = wave.isFirst ? standing.count : min(mostAsked, standing.count)
      var start = 0
      while start < standing.count,
        ranking.mayEnter(atMost: standing[start].strength * strongestTie * scale.most)
      {
        guard start < most else {
          isWhole = false
          break
        }
        let batch = standing[start..<min(start + Self.batch, most)]
        let found = try ties(batch.map(\.person))
        for (person, strength) in batch {
          wave.reach(found[person] ?? [:], through: person, strength)
        }
        try ranking.take(wave.takeImproved(), facts)
        start += batch.count
      }
    }
    return (ranking.prospects { wave.chain(to: $0) }, isWhole)
  }

  private static let batch = 100

  /// Those from whom the wave goes on, the strongest way first.
  private func standing(in wave: Wave) throws -> [(person: Int64, strength: Double)] {
    let persons = wave.outermost.map { (person: $0.key, strength: $0.value.strength) }
      .sorted { ($1.strength, $0.person) < ($0.strength, $1.person) }
    return wave.isAtStart ? persons : try persons.filter { try !isBarred($0.person) }
  }
}

/// A contact worth a call.
public struct Prospect: Hashable, Sendable {
  public let person: Int64
  /// From one of ours to the contact.
  public let chain: Chain
  public let facts: ProspectFacts
  /// What they could bring, by `WorthScale`.
  public let worth: Double
  /// The strength of the way times the worth.
  public var score: Double { chain.strength * worth }
}
