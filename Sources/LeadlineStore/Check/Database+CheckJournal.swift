internal import LeadlineModel

extension Database {
  /// Computes the chain anew: the hash of each entry covers its content and the hash before it.
  func checkJournal(_ report: (Finding) throws -> Void) throws {
    var previous: (id: Int64, hash: String) = (0, "")
    while true {
      let page = try records(after: previous.id)
      guard let first = page.first, let last = page.last else { break }
      let contents = try contents(of: first.record.id...last.record.id)
      for (record, hash) in page {
        for missing in previous.id + 1..<max(record.id, previous.id + 1) {
          try report(.entryMissing(missing))
        }
        if contents[record.id, default: SHA256()].hex() != record.content {
          try report(.contentChanged(entry: record.id))
        }
        if record.hash(after: previous.hash) != hash, record.id == previous.id + 1 {
          try report(.entryChanged(record.id))
        }
        previous = (record.id, hash)
      }
    }
    try checkEntryNames(report)
  }

  private func records(after id: Int64) throws -> [(record: JournalRecord, hash: String)] {
    var page: [(JournalRecord, String)] = []
    try engine.rows(
      """
      SELECT id, at, actor, line, kind, target, content, hash FROM entry \
      WHERE id > \(.integer(id)) ORDER BY id LIMIT 400
      """
    ) { cells in
      let record = JournalRecord(
        id: cells.integer(0) ?? 0, at: cells.text(1) ?? "", actor: cells.integer(2),
        line: cells.text(3) ?? "", kind: cells.text(4) ?? "", target: cells.integer(5),
        content: cells.text(6) ?? "")
      page.append((record, cells.text(7) ?? ""))
      return true
    }
    return page
  }

  /// The hashes of the contents of some entries.
  private func contents(of entries: ClosedRange<Int64>) throws -> [Int64: SHA256] {
    var hashes: [Int64: SHA256] = [:]
    let isAsked: Clause =
      "entry BETWEEN \(.integer(entries.lowerBound)) AND \(.integer(entries.upperBound))"
    try engine.rows(
      """
      SELECT entry, seq, tbl, record, removed, was FROM entry_change WHERE \(isAsked) \
      ORDER BY entry, seq
      """
    ) { cells in
      hashes[cells.integer(0) ?? 0, default: SHA256()].addChange(
        number: cells.integer(1) ?? 0, table: cells.text(2) ?? "", row: cells.integer(3) ?? 0,
        removed: cells.flag(4), was: cells.text(5) ?? "")
      return true
    }
    try engine.rows(
      """
      SELECT entry, tbl, first, last FROM entry_made WHERE \(isAsked) ORDER BY entry, tbl, first
      """
    ) { cells in
      hashes[cells.integer(0) ?? 0, default: SHA256()].addMade(
        table: cells.text(1) ?? "", first: cells.integer(2) ?? 0, last: cells.integer(3) ?? 0)
      return true
    }
    return hashes
  }

  /// Rows, and parts of the journal, that name an entry which is not there.
  private func checkEntryNames(_ report: (Finding) throws -> Void) throws {
    let tables = ["entry_made", "entry_change"] + Schema.records.map(\.name)
    for table in tables {
      let unknown = try keys(
        """
        SELECT DISTINCT \(raw: table).entry FROM \(raw: table) WHERE NOT EXISTS \
        (SELECT 1 FROM entry WHERE entry.id = \(raw: table).entry) ORDER BY 1
        """)
      for entry in unknown { try report(.unknownEntry(entry, table: table)) }
    }
  }
}

extension SHA256 {
  /// Takes in one change as the journal keeps it.
  mutating func addChange(number: Int64, table: String, row: Int64, removed: Bool, was: String) {
    update("change \(number) \(table) \(row) \(removed ? 1 : 0) \(was)\n")
  }

  /// Takes in one run of rows made.
  mutating func addMade(table: String, first: Int64, last: Int64) {
    update("made \(table) \(first) \(last)\n")
  }
}
