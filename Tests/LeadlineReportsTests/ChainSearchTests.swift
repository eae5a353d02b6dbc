import LeadlineReports
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
