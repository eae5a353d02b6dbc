public import LeadlineModel

extension Database {
  /// How many facts have a day up to `day` (moves, figures, shares, receipts, activities), and how
  /// many of them were written, or written anew, from a moment on.
  public func recorded(
    upTo day: Day, since moment: Instant
  ) throws -> (all: Int64, later: Int64) {
    var first: Int64?
    try engine.rows("SELECT MIN(id) FROM entry WHERE at >= \(.text(moment.iso))") { cells in
      first = cells.integer(0)
      return false
    }
    guard let first else { return (0, 0) }
    var (all, later) = (Int64(0), Int64(0))
    // The day is no condition of the statement: by its index every row would be looked up, which
    // takes seven times as long as reading them all (0.54 s for 700,000 figures against 0.08 s).
    let isKnown: Clause = "day <= \(.day(day))"
    for table in [Schema.move, Schema.figure, Schema.share, Schema.receipt, Schema.activity] {
      try engine.rows(
        """
        SELECT CAST(COALESCE(SUM(CASE WHEN \(isKnown) THEN 1 ELSE 0 END), 0) AS BIGINT), \
        CAST(COALESCE(SUM(CASE WHEN \(isKnown) AND entry >= \(.integer(first)) THEN 1 ELSE 0 END), \
        0) AS BIGINT) FROM \(raw: table.name)
        """
      ) { cells in
        all += cells.integer(0) ?? 0
        later += cells.integer(1) ?? 0
        return false
      }
    }
    return (all, later)
  }
}
