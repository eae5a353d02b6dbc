internal import LeadlineModel

/// What one entry of the journal did, net: rows made, columns changed, rows removed.
struct EntryEffect {
  /// The runs of keys made, by table, in order.
  private(set) var made: [String: [ClosedRange<Int64>]] = [:]
  /// Of rows neither made nor removed by the entry: what the columns changed were before.
  private(set) var changed: [RowKey: [String: Datum]] = [:]
  /// Of rows removed that the entry had not made: what they were before.
  private(set) var removed: [RowKey: [String: Datum]] = [:]

  func madeContains(_ row: RowKey) -> Bool {
    made[row.table.name]?.contains(row.id) == true
  }

  func concerns(_ row: RowKey) -> Bool {
    changed[row] != nil || madeContains(row)
  }

  fileprivate mutating func addMade(_ table: String, _ run: ClosedRange<Int64>) {
    made[table, default: []].append(run)
  }

  fileprivate mutating func addChange(_ row: RowKey, removed isRemoval: Bool, _ was: String) {
    if madeContains(row) { return }
    let old = OldValues.decode(was, of: row.table)
    if isRemoval {
      removed[row] = old.merging(changed.removeValue(forKey: row) ?? [:]) { $1 }
    } else {
      changed[row, default: [:]].merge(old) { first, _ in first }
    }
  }
}

extension [ClosedRange<Int64>] {
  /// Whether one of the runs, which are in order, has the number.
  func contains(_ number: Int64) -> Bool {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if self[middle].upperBound < number { low = middle + 1 } else { high = middle }
    }
    return low < endIndex && self[low].contains(number)
  }
}

/// What later entries say of the rows that an entry wrote.
struct LaterChanges {
  /// By row and column: the value that the entry left, and the last entry that wrote another.
  private(set) var left: [RowKey: [String: (value: Datum, last: Int64)]] = [:]
  private(set) var removedBy: [RowKey: Int64] = [:]

  fileprivate mutating func add(_ row: RowKey, by entry: Int64, removed: Bool, _ was: String) {
    if removed { removedBy[row] = entry }
    for (column, value) in OldValues.decode(was, of: row.table) {
      left[row, default: [:]][column] = (left[row]?[column]?.value ?? value, entry)
    }
  }

  /// The value that the entry left in a column; nil where nothing later wrote it.
  func value(_ row: RowKey, _ column: String) -> (value: Datum, last: Int64)? {
    left[row]?[column]
  }
}

extension Database {
  func effect(of entry: Int64) throws -> EntryEffect {
    var effect = EntryEffect()
    try engine.rows(
      """
      SELECT tbl, first, last FROM entry_made WHERE entry = \(.integer(entry)) \
      ORDER BY tbl, first
      """
    ) { cells in
      if let first = cells.integer(1), let last = cells.integer(2), first <= last {
        effect.addMade(cells.text(0) ?? "", first...last)
      }
      return true
    }
    try changes("entry = \(.integer(entry))") { _, row, removed, was in
      effect.addChange(row, removed: removed, was)
    }
    return effect
  }

  func changes(after entry: Int64, to effect: EntryEffect) throws -> LaterChanges {
    var later = LaterChanges()
    try changes("entry > \(.integer(entry))") { number, row, removed, was in
      if effect.concerns(row) { later.add(row, by: number, removed: removed, was) }
    }
    return later
  }

  func changes(
    _ condition: Clause, _ body: (Int64, RowKey, Bool, String) -> Void
  ) throws {
    try engine.rows(
      """
      SELECT entry, tbl, record, removed, was FROM entry_change WHERE \(condition) \
      ORDER BY entry, seq
      """
    ) { cells in
      if let table = Schema.table(cells.text(1) ?? "") {
        let row = RowKey(table, cells.integer(2) ?? 0)
        body(cells.integer(0) ?? 0, row, cells.flag(3), cells.text(4) ?? "")
      }
      return true
    }
  }
}
