/// Records by the keys they share, so that not all need be compared with all.
struct Blocks {
  /// What more records than this share says nothing of any two, and is passed over.
  static let largest = 50

  private var entries: [(hash: Int, id: Int64)] = []

  /// Two keys of one hash only cost a comparison.
  mutating func add(_ key: String, _ id: Int64) { entries.append((key.hashValue, id)) }

  /// The pairs that share a key, each once, in order.
  consuming func pairs() -> [Pair] {
    entries.sort { ($0.hash, $0.id) < ($1.hash, $1.id) }
    var pairs: [Pair] = []
    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count, entries[end].hash == entries[start].hash { end += 1 }
      Self.addPairs(of: entries[start..<end], to: &pairs)
      start = end
    }
    pairs.sort()
    return pairs.withoutRepetition
  }

  private static func addPairs(
    of block: ArraySlice<(hash: Int, id: Int64)>, to pairs: inout [Pair]
  ) {
    guard block.count > 1, block.count <= largest else { return }
    for index in block.indices {
      for other in block[(index + 1)...] where other.id != block[index].id {
        pairs.append(Pair(block[index].id, other.id))
      }
    }
  }

  /// The keys of two records, the lower first.
  struct Pair: Hashable, Comparable {
    let first: Int64
    let second: Int64

    init(_ one: Int64, _ other: Int64) {
      first = min(one, other)
      second = max(one, other)
    }

    static func < (left: Pair, right: Pair) -> Bool {
      (left.first, left.second) < (right.first, right.second)
    }
  }
}

extension [Blocks.Pair] {
  /// The pairs, which are in order, each once.
  fileprivate var withoutRepetition: [Blocks.Pair] {
    var kept: [Blocks.Pair] = []
    for pair in self where kept.last != pair { kept.append(pair) }
    return kept
  }
}
