/// How often each length of time occurred: what a median needs, without the single values.
struct DayCounts: Hashable, Sendable {
  private var counts: [Int: Int] = [:]
  private(set) var total = 0

  mutating func add(_ days: Int) {
    counts[days, default: 0] += 1
    total += 1
  }

  /// The lower of the two middle ones; nil for none.
  var median: Int? {
    var before = 0
    for (days, count) in counts.sorted(by: { $0.key < $1.key }) {
      before += count
      if before > (total - 1) / 2 { return days }
    }
    return nil
  }
}
