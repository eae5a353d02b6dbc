internal import LeadlineModel

/// The best so far, and those of whom it is not known yet whether they are.
struct Ranking {
  let scale: WorthScale
  let count: Int
  private var candidates: [Int64: (facts: ProspectFacts, worth: Double, score: Double)] = [:]
  private var others: Set<Int64> = []
  private var waiting: [Int64: Double] = [:]
  /// The score below which nobody comes among the best; nil while all do.
  private var lowest: Double?

  init(scale: WorthScale, count: Int) {
    self.scale = scale
    self.count = count
  }

  /// A way that is not stronger leads to nobody among the best. Those who score as much as the last
  /// of the best may come before them by their number, however products are rounded.
  var least: Double { count > 0 ? (lowest ?? 0) / scale.most * (1 - 1e-9) : .infinity }

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
    let able = waiting.filter { $0.value > least }
    for chunk in able.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).chunks(of: 400) {
      guard chunk[chunk.startIndex].value > least else { break }
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

  /// Scores only rise, so whoever scored less than the last of the best is not among them.
  private var best: [(person: Int64, score: Double)] {
    Array(
      candidates.filter { $0.value.score >= lowest ?? 0 }
        .map { (person: $0.key, score: $0.value.score) }
        .sorted { ($1.score, $0.person) < ($0.score, $1.person) }.prefix(count))
  }

  private mutating func update() {
    let best = best
    lowest = best.count < count ? nil : best.last?.score
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
