internal import LeadlineModel

/// Finds the names that were probably meant.
public enum NearestNames {
  /// At most three of `names`, the nearest first; none where nothing is near.
  public static func of(_ typed: String, in names: [String]) -> [String] {
    let typed = Array(FieldIndex.folded(typed).unicodeScalars)
    guard !typed.isEmpty, typed.count <= 64 else { return [] }
    let limit = max(1, typed.count / 3)
    var found: [(name: String, distance: Int)] = []
    for name in names where !found.contains(where: { $0.name == name }) {
      let folded = Array(FieldIndex.folded(name).unicodeScalars)
      guard folded.count <= 64 else { continue }
      let starts = typed.count >= 3 && folded.starts(with: typed)
      let distance = starts ? 1 : distance(typed, folded)
      if distance <= limit, distance < folded.count { found.append((name, distance)) }
    }
    let best = found.map(\.distance).min() ?? 0
    return found.filter { $0.distance <= best + 1 }.enumerated()
      .sorted { ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset) }
      .prefix(3).map(\.element.name)
  }

  /// The Damerau-Levenshtein distance (optimal string alignment): insertions, deletions,
  /// substitutions and exchanges of neighbours.
  static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, scalar) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var cost = min(
          last[column + 1] + 1, current[column] + 1, last[column] + (scalar == other ? 0 : 1))
        if row > 0, column > 0, scalar == right[column - 1], left[row - 1] == other {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
