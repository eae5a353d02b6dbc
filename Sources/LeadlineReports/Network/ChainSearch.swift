/// The strongest chains of introductions between two groups of persons, of at most so many hops.
///
/// A chain is as strong as the product of its ties. The search goes on from both ends, always where
/// fewer persons stand, and never through a person who is not to be asked. The best chain found is
/// the best there is; the others are the best through other middles.
public struct ChainSearch {
  public typealias Strengths = [Int64: [Int64: Double]]

  public var mostHops = 4
  /// How many chains are wanted.
  public var count = 3
  /// Whether nobody is to be led through this person.
  public var isBarred: (Int64) throws -> Bool
  /// The strengths of the ties of each of these persons, by the other person.
  public var ties: ([Int64]) throws -> Strengths

  public init(
    isBarred: @escaping (Int64) throws -> Bool, ties: @escaping ([Int64]) throws -> Strengths
  ) {
    self.isBarred = isBarred
    self.ties = ties
  }

  /// The chains from any of `sources` to any of `targets`, the strongest first.
  public func chains(from sources: [Int64], to targets: [Int64]) throws -> [Chain] {
    var start = Side(sources)
    var end = Side(targets)
    var found: [Chain] = []
    for _ in 0..<mostHops where !start.outermost.isEmpty && !end.outermost.isEmpty {
      // A longer chain is at most as strong as what it is made of.
      let least = found.count < count ? 0 : found[count - 1].strength
      if start.outermost.count <= end.outermost.count {
        try expand(&start, beyond: least / end.greatest, besides: targets)
      } else {
        try expand(&end, beyond: least / start.greatest, besides: sources)
      }
      found = best(start, end)
    }
    return found
  }

  /// Takes one step further out from all that may still lead to a better chain.
  private func expand(_ side: inout Side, beyond bound: Double, besides ends: [Int64]) throws {
    let isFirst = side.layers.count == 1
    let standing = try side.outermost.filter { person, place in
      try place.strength > bound && (isFirst || !ends.contains(person) && !isBarred(person))
    }
    var next: [Int64: Side.Place] = [:]
    let found = try ties(standing.keys.sorted())
    for (person, place) in standing.sorted(by: { $0.key < $1.key }) {
      for (other, strength) in found[person] ?? [:] {
        let reached = place.strength * strength
        // What was reached as strongly in fewer steps leads nowhere better.
        if side.strength(of: other) >= reached { continue }
        if let known = next[other], known.precedes(reached, person) { continue }
        next[other] = Side.Place(strength: reached, before: person)
      }
    }
    side.layers.append(next)
  }

  private func best(_ start: Side, _ end: Side) -> [Chain] {
    var meetings: [(strength: Double, person: Int64, start: Int, end: Int)] = []
    for (near, layer) in start.layers.enumerated() {
      for (far, other) in end.layers.enumerated() where near + far <= mostHops && near + far > 0 {
        let (few, many) = layer.count < other.count ? (layer, other) : (other, layer)
        for (person, place) in few {
          guard let twin = many[person] else { continue }
          meetings.append((place.strength * twin.strength, person, near, far))
        }
      }
    }
    meetings.sort {
      ($1.strength, $0.start + $0.end, $0.person) < ($0.strength, $1.start + $1.end, $1.person)
    }
    var chains: [Chain] = []
    for meeting in meetings where chains.count < count {
      let way = start.way(to: meeting.person, layer: meeting.start)
      let rest = end.way(to: meeting.person, layer: meeting.end).reversed().dropFirst()
      let persons = way + rest
      guard Set(persons).count == persons.count, !chains.contains(where: { $0.persons == persons }),
        isAllowed(persons)
      else { continue }
      chains.append(Chain(persons: persons, strength: meeting.strength))
    }
    return chains
  }

  /// A meeting in the middle may be with somebody who is not to be asked.
  private func isAllowed(_ persons: [Int64]) -> Bool {
    persons.dropFirst().dropLast().allSatisfy { (try? isBarred($0)) == false }
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

/// What was reached from one end, step by step.
private struct Side {
  struct Place {
    let strength: Double
    let before: Int64?

    /// Of two ways that are equally strong, the one through the lower number comes first.
    func precedes(_ strength: Double, _ before: Int64) -> Bool {
      self.strength > strength || self.strength == strength && (self.before ?? 0) <= before
    }
  }

  var layers: [[Int64: Place]]

  init(_ persons: [Int64]) {
    layers = [
      Dictionary(persons.map { ($0, Place(strength: 1, before: nil)) }, uniquingKeysWith: { $1 })
    ]
  }

  var outermost: [Int64: Place] { layers[layers.count - 1] }
  var greatest: Double { outermost.values.map(\.strength).max() ?? 0 }

  func strength(of person: Int64) -> Double {
    layers.compactMap { $0[person]?.strength }.max() ?? 0
  }

  func way(to person: Int64, layer: Int) -> [Int64] {
    var way = [person]
    for index in stride(from: layer, to: 0, by: -1) {
      guard let before = layers[index][way[0]]?.before else { break }
      way.insert(before, at: 0)
    }
    return way
  }
}
