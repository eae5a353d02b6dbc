import LeadlineModel
import LeadlineReports
import Testing

/// The wave finds those whom a search that tries every chain finds.
@Suite struct UntappedSearchTests {
  @Test(arguments: (1...200).map(UInt64.init) + [UInt64.random(in: .min ... .max)])
  func bestAreTheBestThereAre(seed: UInt64) throws {
    var circle = Circle(seed: seed)
    for count in [1, 3, 20] {
      let sources = circle.some()
      let (network, facts) = (circle.network, circle.facts)
      var search = UntappedSearch(in: network) { persons in
        facts.filter { persons.contains($0.key) }
      }
      search.count = count
      search.mostHops = circle.someHops()
      let (found, isWhole) = try search.prospects(from: sources)
      let expected = circle.ranked(from: sources, hops: search.mostHops).prefix(count)
      #expect(isWhole)
      #expect(found.map(\.person) == expected.map(\.person), "seed \(seed): \(sources)")
      for (prospect, best) in zip(found, expected) {
        #expect(abs(prospect.score - best.score) < 1e-12, "seed \(seed)")
        let chain = prospect.chain.persons
        #expect(sources.contains(chain[0]) && chain.last == prospect.person)
        #expect(chain.count <= search.mostHops + 1 && Set(chain).count == chain.count)
        #expect(network.barred.isDisjoint(with: chain.dropFirst().dropLast()))
        #expect(abs(network.strength(of: chain) - prospect.chain.strength) < 1e-12)
      }
    }
  }

  @Test func factsAreAskedOnlyOfThoseWhoMayBeAmongTheBest() throws {
    var asked: [Int64] = []
    let facts = ProspectFacts(
      title: nil, organisation: nil, isCompany: false, hasLeads: false, sector: nil)
    let ties = (Int64(2)...3000).map { ($0, $0 < 500 ? 0.9 : 0.1) }
    let network = SmallNetwork(ties: [1: Dictionary(uniqueKeysWithValues: ties)])
    var search = UntappedSearch(in: network) { persons in
      asked += persons
      return persons.reduce(into: [:]) { $0[$1] = facts }
    }
    search.count = 5
    #expect(try search.prospects(from: [1]).prospects.map(\.person) == [2, 3, 4, 5, 6])
    #expect(asked.count == 800)
    #expect(Set(asked).count == asked.count)
  }

  @Test func aCrowdTooLargeIsSaid() throws {
    let near: [Int64: [Int64: Double]] = [1: [2: 0.5, 3: 0.5, 4: 0.5]]
    let ties = (Int64(2)...40).reduce(into: near) { $0[$1] = [$1 + 10: 0.5] }
    var search = UntappedSearch(in: SmallNetwork(ties: ties)) { _ in [:] }
    search.mostAsked = 2
    #expect(try search.prospects(from: [1]).isWhole == false)
    search.mostAsked = 3
    #expect(try search.prospects(from: [1]).isWhole)
  }
}

/// A network of a few persons, and what some of them could bring.
private struct Circle {
  private(set) var network: SmallNetwork
  private(set) var facts: [Int64: ProspectFacts] = [:]

  init(seed: UInt64) {
    network = SmallNetwork(seed: seed)
    for person in network.people where Int.random(in: 0..<3, using: &network.random) > 0 {
      facts[person] = someFacts(of: person)
    }
  }

  private mutating func someFacts(of person: Int64) -> ProspectFacts {
    let titles = ["董事长", "副总经理", "业务经理", "Managing Director", "司机", nil]
    return ProspectFacts(
      title: titles.randomElement(using: &network.random) ?? nil,
      organisation: Bool.random(using: &network.random)
        ? NamedRef(Ref(.organisation, person), name: "place") : nil,
      isCompany: Bool.random(using: &network.random), hasLeads: Bool.random(using: &network.random),
      sector: Bool.random(using: &network.random) ? "汽车" : nil)
  }

  mutating func some() -> [Int64] { Array(Set(network.some())).sorted() }

  mutating func someHops() -> Int { Int.random(in: 1...3, using: &network.random) }

  /// Every chain is tried.
  func ranked(from sources: [Int64], hops: Int) -> [(person: Int64, score: Double)] {
    var best: [Int64: Double] = [:]
    func go(_ chain: [Int64]) {
      let last = chain[chain.count - 1]
      if chain.count > 1 { best[last] = max(best[last] ?? 0, network.strength(of: chain)) }
      if chain.count > hops || chain.count > 1 && network.barred.contains(last) { return }
      for other in (network.ties[last] ?? [:]).keys where !chain.contains(other) {
        go(chain + [other])
      }
    }
    for source in sources { go([source]) }
    return facts.compactMap { person, facts in
      guard !sources.contains(person), let strength = best[person] else { return nil }
      return (person, strength * WorthScale.standard.worth(of: facts))
    }.sorted { ($1.score, $0.person) < ($0.score, $1.person) }
  }
}
