import LeadlineModel
import LeadlineReports

/// A network of a few persons with ties both ways.
struct SmallNetwork: TieNetwork {
  var ties: [Int64: [Int64: Double]] = [:]
  var barred: Set<Int64> = []
  /// Persons whose ties are listed where the sum of both numbers is a multiple of `listing`.
  private var listers: Set<Int64> = []
  private var listing: Int64 = 1
  var random = SeededNumbers(seed: 0)
  private(set) var people: ClosedRange<Int64> = 1...1

  init(ties: [Int64: [Int64: Double]], barred: Set<Int64> = []) {
    self.ties = ties
    self.barred = barred
  }

  func ties(
    of persons: [Reached], above least: Double,
    _ body: (Reached, Int64, Double) throws -> Void
  ) throws {
    for person in persons {
      for (other, strength) in ties[person.person] ?? [:]
      where person.strength * strength > least {
        // Told twice, as ties with two reasons are.
        try body(person, other, strength / 2)
        try body(person, other, strength)
      }
    }
  }

  func ties(
    between near: [Reached], and far: [Reached], above least: () -> Double,
    _ body: (Reached, Reached, Double) throws -> Void
  ) throws {
    try ties(of: near, above: 0) { person, number, strength in
      for other in far where other.person == number {
        guard person.strength * strength * other.strength > least() else { continue }
        try body(person, other, strength)
      }
    }
  }

  func listedTies(
    of persons: [Reached], above least: Double,
    _ body: (Reached, Int64, Double) throws -> Void
  ) throws {
    try ties(of: persons, above: least) { person, other, strength in
      if isListed(person.person, other) { try body(person, other, strength) }
    }
  }

  func reach(of persons: [Int64]) -> [Int64: Double] {
    persons.reduce(into: [:]) { reach, person in
      reach[person] =
        (ties[person] ?? [:]).filter { !isListed(person, $0.key) }.values.max() ?? 0
    }
  }

  /// Of some persons all ties, a part of them, or none.
  private func isListed(_ person: Int64, _ other: Int64) -> Bool {
    listers.contains(person) && (person + other).isMultiple(of: listing)
  }

  func barred(among persons: [Int64]) -> Set<Int64> { barred.intersection(persons) }

  init(seed: UInt64) {
    random = SeededNumbers(seed: seed)
    people = 1...Int64.random(in: 2...14, using: &random)
    let listed = Double.random(in: 0...1.5, using: &random)
    listers = Set(people.filter { _ in Double.random(in: 0..<1, using: &random) < listed })
    listing = Int64.random(in: 1...3, using: &random)
    let density = Double.random(in: 0.05...0.6, using: &random)
    for person in people {
      if Int.random(in: 0..<6, using: &random) == 0 { barred.insert(person) }
      for other in people where other > person {
        guard Double.random(in: 0..<1, using: &random) < density else { continue }
        let strength = Double.random(in: 0.05...0.98, using: &random)
        ties[person, default: [:]][other] = strength
        ties[other, default: [:]][person] = strength
      }
    }
  }

  mutating func some() -> [Int64] {
    (0..<Int.random(in: 1...2, using: &random)).map { _ in Int64.random(in: people, using: &random)
    }
  }

  func strength(of chain: [Int64]) -> Double {
    zip(chain, chain.dropFirst()).reduce(1) { $0 * (ties[$1.0]?[$1.1] ?? 0) }
  }

  func best(from sources: [Int64], to targets: [Int64]) -> Double {
    func best(_ chain: [Int64]) -> Double {
      let last = chain[chain.count - 1]
      if chain.count > 1, targets.contains(last) { return strength(of: chain) }
      if chain.count > 5 || chain.count > 1 && barred.contains(last) || chain.count == 5 {
        return 0
      }
      return (ties[last] ?? [:]).keys.filter { !chain.contains($0) }
        .map { best(chain + [$0]) }.max() ?? 0
    }
    return sources.map { best([$0]) }.max() ?? 0
  }
}
