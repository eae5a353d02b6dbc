internal import LeadlineModel

/// The faults that leads may have after an entry was taken back, as they are not of its making.
struct StandingFaults {
  private let before: [Int64: [LeadFault]]
  private let present: Set<Int64>
  /// Leads whose log is not the one that the entry left.
  private let changed: Set<Int64>

  /// Looks at the leads as they are before anything is taken back.
  init(of leads: [Int64], before entry: Int64, in database: Database, on day: Day) throws {
    before = try database.faults(of: leads, on: day)
    var present: Set<Int64> = []
    for chunk in leads.chunked(by: 400) {
      present.formUnion(try database.keys("SELECT id FROM lead WHERE id IN (\(chunk.list))"))
    }
    self.present = present
    changed = present.isEmpty ? [] : try database.leadsChanged(since: entry)
  }

  /// Whether a fault is one that the lead has now, or had before the entry was written.
  ///
  /// A lead that is restored brings its own faults. One that is there had the fault before the
  /// entry as long as nothing of its log changed since. `isWhole` says that nothing of the log
  /// stays away; otherwise the taking back itself may have put the log in disorder.
  func tolerate(_ fault: LeadFault, of lead: Int64, isWhole: Bool) -> Bool {
    if has(lead, fault) { return true }
    guard present.contains(lead) else { return isWhole || fault.isMissing }
    guard isWhole, !changed.contains(lead) else { return false }
    switch fault {
    case .missing, .receiptTooEarly: return true
    case .notEntered, .movesOutOfOrder, .movesApart: return false
    }
  }

  private func has(_ lead: Int64, _ fault: LeadFault) -> Bool {
    guard let faults = before[lead] else { return false }
    guard case .missing(let requirement, _) = fault else { return faults.contains(fault) }
    return faults.contains {
      if case .missing(requirement, _) = $0 { true } else { false }
    }
  }
}

extension LeadFault {
  fileprivate var isMissing: Bool {
    if case .missing = self { true } else { false }
  }
}

extension Database {
  /// The leads in whose log something that stood right after an entry is changed or gone now, or
  /// that moved or received money since; what was undone since does not count.
  fileprivate func leadsChanged(since entry: Int64) throws -> Set<Int64> {
    let made = try rowsMade(since: entry)
    var firsts: [RowKey: (entry: Int64, values: [String: Datum])] = [:]
    let tables = Self.logTables.map { "\(.text($0.name))" as Clause }.separated(by: ", ")
    try changes("entry > \(.integer(entry)) AND tbl IN (\(tables))") { number, row, _, was in
      let old = OldValues.decode(was, of: row.table)
      firsts[row, default: (number, [:])].values.merge(old) { first, _ in first }
    }
    var leads: Set<Int64> = []
    for (row, first) in firsts {
      if let birth = made[row], birth <= first.entry { continue }
      let now = try read(row)
      if now?.merging(first.values, uniquingKeysWith: { $1 }) == now, now != nil { continue }
      if case .integer(let lead)? = (now ?? first.values)["lead"] { leads.insert(lead) }
    }
    for (row, birth) in made where [Schema.move.name, Schema.receipt.name].contains(row.table.name)
    {
      if let first = firsts[row], first.entry < birth { continue }
      if case .integer(let lead)? = try read(row)?["lead"] { leads.insert(lead) }
    }
    return leads
  }

  private static let logTables = [
    Schema.move, Schema.figure, Schema.receipt, Schema.leadContact,
  ]

  /// The rows of logs made after an entry, each with the first entry that made it.
  private func rowsMade(since entry: Int64) throws -> [RowKey: Int64] {
    var made: [RowKey: Int64] = [:]
    for table in Self.logTables {
      try engine.rows(
        """
        SELECT entry, first, last FROM entry_made WHERE entry > \(.integer(entry)) \
        AND tbl = \(.text(table.name)) ORDER BY entry DESC
        """
      ) { cells in
        if let number = cells.integer(0), let first = cells.integer(1),
          let last = cells.integer(2), first <= last
        {
          for id in first...last { made[RowKey(table, id)] = number }
        }
        return true
      }
    }
    return made
  }
}
