public import LeadlineModel

/// The contacts most worth a call among those whom nobody approached, by how strong the way to them
/// is times what they could bring.
///
/// One wave goes outward from our own people, always on from those to whom the way is strongest, and
/// stops where nobody further out can come among the best. What is found is exact for ways of
/// `mostHops` ties, unless more than `mostAsked` persons would have to be asked at one distance.
public struct UntappedSearch {
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
  public var ties: ([Int64]) throws -> ChainSearch.Strengths
  /// What is known of those of these persons who are wanted and untapped.
  public var facts: ([Int64]) throws -> [Int64: ProspectFacts]

  public init(
    isBarred: @escaping (Int64) throws -> Bool,
    ties: @escaping ([Int64]) throws -> ChainSearch.Strengths,
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

/// Whom the wave reached, distance by distance.
private struct Wave {
  typealias Place = (strength: Double, before: Int64?)

  private var layers: [[Int64: Place]]
  private var best: [Int64: Double]
  private var improved: Set<Int64> = []

  init(from sources: [Int64]) {
    layers = [Dictionary(sources.map { ($0, (1, nil)) }, uniquingKeysWith: { $1 })]
    best = layers[0].mapValues(\.strength)
  }

  var outermost: [Int64: Place] { layers[layers.count - 1] }
  var isAtStart: Bool { layers.count == 1 }
  /// Whether the outermost are those next to the start.
  var isFirst: Bool { layers.count == 2 }

  mutating func goOn() { layers.append([:]) }

  /// Notes whom `person` is tied to; what was reached as strongly in fewer steps leads nowhere
  /// better.
  mutating func reach(_ ties: [Int64: Double], through person: Int64, _ strength: Double) {
    for (other, tie) in ties {
      let reached = strength * tie
      if let known = best[other] {
        if known > reached { continue }
        let before = layers[layers.count - 1][other]?.before
        if known == reached, before.map({ $0 <= person }) ?? true { continue }
      }
      best[other] = reached
      layers[layers.count - 1][other] = (reached, person)
      improved.insert(other)
    }
  }

  /// Those to whom a stronger way was found since this was asked last, with its strength.
  mutating func takeImproved() -> [Int64: Double] {
    defer { improved = [] }
    return improved.reduce(into: [:]) { $0[$1] = best[$1] }
  }

  /// The strongest way to a person.
  func chain(to person: Int64) -> Chain {
    let strength = best[person] ?? 0
    var layer = layers.firstIndex { $0[person]?.strength == strength } ?? 0
    var persons = [person]
    while layer > 0, let before = layers[layer][persons[0]]?.before {
      persons.insert(before, at: 0)
      layer -= 1
    }
    return Chain(persons: persons, strength: strength)
  }
}

/// The best so far, and those of whom it is not known yet whether they are.
private struct Ranking {
  let scale: WorthScale
  let count: Int
  private var candidates: [Int64: (facts: ProspectFacts, worth: Double, score: Double)] = [:]
  private var others: Set<Int64> = []
  private var waiting: [Int64: Double] = [:]
  private var least: Double?

  init(scale: WorthScale, count: Int) {
    self.scale = scale
    self.count = count
  }

  /// Whether somebody of this score may be among the best.
  func mayEnter(atMost score: Double) -> Bool { count > 0 && score >= least ?? 0 }

  /// Takes ways that became stronger, and asks for the facts of those who may be among the best.
  mutating func take(
    _ ways: [Int64: Double], _ facts: ([Int64]) throws -> [Int64: ProspectFacts]
  ) throws {
    for (person, strength) in ways where !others.contains(person) {
      if let known = candidates[person] {
        candidates[person]?.score = strength * known.worth
      } else {
        waiting[person] = strength
      }
    }
    update()
    for chunk in waiting.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).chunks(of: 400) {
      guard mayEnter(atMost: chunk[chunk.startIndex].value * scale.most) else { break }
      let found = try facts(chunk.map(\.key))
      for (person, strength) in chunk {
        waiting[person] = nil
        if let facts = found[person] {
          let worth = scale.worth(of: facts)
          candidates[person] = (facts, worth, strength * worth)
        } else {
          others.insert(person)
        }
      }
      update()
    }
  }

  private var best: [(person: Int64, score: Double)] {
    Array(
      candidates.map { (person: $0.key, score: $0.value.score) }
        .sorted { ($1.score, $0.person) < ($0.score, $1.person) }.prefix(count))
  }

  private mutating func update() {
    let best = best
    least = best.count < count ? nil : best.last?.score
  }

  func prospects(_ chain: (Int64) -> Chain) -> [Prospect] {
    best.compactMap { person, _ in
      candidates[person].map {
        Prospect(person: person, chain: chain(person), facts: $0.facts, worth: $0.worth)
      }
    }
  }
}

extension Array {
  fileprivate func chunks(of size: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
  }
}
