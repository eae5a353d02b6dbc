public import LeadlineModel

extension Writer {
  /// Notes that two records of a kind are not one; says whether that is new.
  public func setApart(_ ref: Ref, _ other: Ref) throws -> Bool {
    let pair = Blocks.Pair(Key.of(ref), Key.of(other))
    let known = try keys(
      of: Schema.apart,
      """
      kind = \(.text(ref.kind.rawValue)) AND (record = \(.integer(pair.first)) \
      AND other = \(.integer(pair.second)) OR record = \(.integer(pair.second)) \
      AND other = \(.integer(pair.first)))
      """)
    guard known.isEmpty else { return false }
    try insert(
      Schema.apart,
      [
        "kind": .text(ref.kind.rawValue), "record": .integer(pair.first),
        "other": .integer(pair.second),
      ])
    return true
  }
}

extension Database {
  /// The records that were said not to be one with this, by number.
  public func recordsApart(from ref: Ref) throws -> [Ref] {
    try pairsApart(
      ref.kind, "(record = \(.integer(Key.of(ref))) OR other = \(.integer(Key.of(ref))))"
    )
    .map { Key.ref(ref.kind, $0.first == Key.of(ref) ? $0.second : $0.first) }
    .sorted { $0.number < $1.number }
  }

  /// The pairs of a kind that were said not to be one.
  func pairsApart(_ kind: RecordKind, _ condition: Clause = .all([])) throws -> Set<Blocks.Pair> {
    var pairs: Set<Blocks.Pair> = []
    try engine.rows(
      """
      SELECT record, other FROM apart WHERE kind = \(.text(kind.rawValue)) AND \(condition)
      """
    ) { cells in
      if let record = cells.integer(0), let other = cells.integer(1) {
        pairs.insert(Blocks.Pair(record, other))
      }
      return true
    }
    return pairs
  }
}
