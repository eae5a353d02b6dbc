public import LeadlineModel

/// The contacts most worth a call among those whom nobody approached, by how strong the way to them
/// is times what they could bring.
///
/// One wave goes outward from our own people, always on from those to whom the way is strongest; ties
/// too weak for anybody to come among the best are not read. What is found is exact for ways of
/// `mostHops` ties, unless more than `mostAsked` persons would have to be asked at one distance.
public struct UntappedSearch {
  public var scale = WorthScale.standard
  public var mostHops = 3
  /// Of the persons at one distance the wave goes on from so many.
  public var mostAsked = 10_000
  /// How many are wanted.
  public var count = 20
  private let network: any TieNetwork
  private let facts: ([Int64]) throws -> [Int64: ProspectFacts]

  /// `facts` gives what is known of those of some persons who are wanted and untapped.
  public init(
    in network: any TieNetwork, facts: @escaping ([Int64]) throws -> [Int64: ProspectFacts]
  ) {
    self.network = network
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
      let standing = standing(in: wave)
      let areOurs = wave.isAtStart
      wave.goOn()
      let most = wave.isFirst ? standing.count : min(mostAsked, standing.count)
      var start = 0
      while start < standing.count, standing[start].strength > ranking.least {
        guard start < most else {
          isWhole = false
          break
        }
        let batch = standing[start..<min(start + Self.batch, most)]
        let barred = areOurs ? [] : try network.barred(among: batch.map(\.person))
        let asked = batch.filter { !barred.contains($0.person) }
        try network.ties(of: asked, above: ranking.least) {
          wave.reach($1, through: $0.person, $0.strength * $2)
        }
        try ranking.take(wave.takeImproved(), facts)
        start += batch.count
      }
    }
    return (ranking.prospects { wave.chain(to: $0) }, isWhole)
  }

  private static let batch = 100

  /// Those from whom the wave goes on, the strongest way first.
  private func standing(in wave: Wave) -> [Reached] {
    wave.outermost.map { Reached($0.key, $0.value.strength) }
      .sorted { ($1.strength, $0.person) < ($0.strength, $1.person) }
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
