/// How many slips of the hand lie between two spellings.
public enum EditDistance {
  /// The Damerau-Levenshtein distance (optimal string alignment): insertions, deletions,
  /// substitutions and exchanges of neighbours.
  public static func between<Unit: Equatable>(_ left: [Unit], _ right: [Unit]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, unit) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var cost = min(
          last[column + 1] + 1, current[column] + 1, last[column] + (unit == other ? 0 : 1))
        if row > 0, column > 0, unit == right[column - 1], left[row - 1] == other {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }

  /// Whether one word may be the other mistyped: none of less than four letters, by one slip up
  /// to seven letters, by two beyond.
  static func isSlip(_ left: String, _ right: String) -> Bool {
    let (left, right) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
    let length = max(left.count, right.count)
    let most = length < 4 ? 0 : length < 8 ? 1 : 2
    return abs(left.count - right.count) <= most && between(left, right) <= most
  }
}
