/// Whom one person was said to know, whoever of the two said it.
struct Acquaintances {
  /// How somebody is known.
  struct Tie {
    let other: Int64
    let kind: String
    /// From 1 to 5; nil where it was not said.
    let strength: Int?
    /// What that is worth.
    let worth: Double

    /// Of what was said of a pair the strongest counts.
    fileprivate func precedes(_ tie: Tie) -> Bool {
      if other != tie.other { return other < tie.other }
      if worth != tie.worth { return worth > tie.worth }
      return kind < tie.kind
    }
  }

  /// By the number of the other, so that of ways that are equally strong the same are found every
  /// time.
  private(set) var ties: [Tie] = []

  /// From all that was said, in any order.
  init(_ said: [Tie]) {
    ties.reserveCapacity(said.count)
    for tie in said.sorted(by: { $0.precedes($1) }) where tie.other != ties.last?.other {
      ties.append(tie)
    }
  }

  /// How the other is known; nil where they are not.
  subscript(other: Int64) -> Tie? {
    var (low, high) = (0, ties.count)
    while low < high {
      let middle = (low + high) / 2
      if ties[middle].other < other { low = middle + 1 } else { high = middle }
    }
    return low < ties.count && ties[low].other == other ? ties[low] : nil
  }
}
