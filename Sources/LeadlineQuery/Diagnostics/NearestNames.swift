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
      let distance = starts ? 1 : EditDistance.between(typed, folded)
      if distance <= limit, distance < folded.count { found.append((name, distance)) }
    }
    let best = found.map(\.distance).min() ?? 0
    return found.filter { $0.distance <= best + 1 }.enumerated()
      .sorted { ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset) }
      .prefix(3).map(\.element.name)
  }
}
