import LeadlineReports
import TestKit
import Testing

/// The search from both ends agrees with one that tries every chain.
@Suite struct ChainSearchTests {
  @Test(arguments: (1...200).map(UInt64.init) + [UInt64.random(in: .min ... .max)])
  func bestIsTheBestThereIs(seed: UInt64) throws {
    var network = SmallNetwork(seed: seed)
    for number in 0..<8 {
      let (sources, targets) = (network.some(), network.some())
      let search = ChainSearch(in: network, crowd: number % 2 == 0 ? 0 : 4)
      let found = try search.chains(from: sources, to: targets.filter { !sources.contains($0) })
      let best = network.best(from: sources, to: targets.filter { !sources.contains($0) })
      #expect(
        abs((found.first?.strength ?? 0) - best) < 1e-12, "seed \(seed): \(sources) \(targets)")
      for chain in found {
        #expect(chain.persons.count <= 5 && Set(chain.persons).count == chain.persons.count)
        #expect(network.barred.isDisjoint(with: chain.persons.dropFirst().dropLast()))
        #expect(abs(network.strength(of: chain.persons) - chain.strength) < 1e-12)
      }
      #expect(found.map(\.strength) == found.map(\.strength).sorted(by: >))
      #expect(Set(found.map(\.persons)).count == found.count)
    }
  }

  @Test func nobodyIsReachedInMoreThanFourHops() throws {
    let line: [Int64: [Int64: Double]] = [
      1: [2: 0.9], 2: [1: 0.9, 3: 0.9], 3: [2: 0.9, 4: 0.9], 4: [3: 0.9, 5: 0.9],
      5: [4: 0.9, 6: 0.9], 6: [5: 0.9],
    ]
    for crowd in [0, 4] {
      let search = ChainSearch(in: SmallNetwork(ties: line), crowd: crowd)
      #expect(try search.chains(from: [1], to: [5]).map(\.persons) == [[1, 2, 3, 4, 5]])
      #expect(try search.chains(from: [1], to: [6]).isEmpty)
    }
  }
}

/// A network of a few persons with ties both ways.
private struct SmallNetwork: TieNetwork {
  var ties: [Int64: [Int64: Double]] = [:]
  var barred: Set<Int64> = []
  private var random = SplitMix64(seed: 0)
  private var people: ClosedRange<Int64> = 1...1

  init(ties: [Int64: [Int64: Double]]) { self.ties = ties }

  func ties(
    of persons: [Int64], above bound: (Int64) -> Double,
    _ body: (Int64, Int64, Double) throws -> Void
  ) throws {
    for person in persons {
      for (other, strength) in ties[person] ?? [:] where strength > bound(person) {
        // Told twice, as ties with two reasons are.
        try body(person, other, strength / 2)
        try body(person, other, strength)
      }
    }
  }

  func ties(
    between near: [Int64], and far: [Int64], above bound: (Int64, Int64) -> Double,
    _ body: (Int64, Int64, Double) throws -> Void
  ) throws {
    let noBound = { (_: Int64) in 0.0 }
    try ties(of: near, above: noBound) { person, other, strength in
      guard far.contains(other), strength > bound(person, other) else { return }
      try body(person, other, strength)
    }
  }

  func reach(of persons: [Int64], besides ends: Set<Int64>) -> [Int64: Double] {
    persons.reduce(into: [:]) {
      $0[$1] = (ties[$1] ?? [:]).filter { !ends.contains($0.key) }.values.max() ?? 0
    }
  }

  func isBarred(_ person: Int64) -> Bool { barred.contains(person) }

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    people = 1...Int64.random(in: 2...14, using: &random)
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
