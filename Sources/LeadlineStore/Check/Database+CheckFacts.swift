internal import LeadlineModel

extension Database {
  /// Compares the facts kept on every lead with a fold of its log, and looks at its moves.
  func checkFacts(_ report: (Finding) throws -> Void) throws {
    try pages(of: Schema.lead) { page in
      let kept = try keptFacts(of: page)
      let entries = try keptEntries(of: page)
      try logs(of: page, upTo: nil) { lead, log in
        let ref = Ref(.lead, lead)
        let facts = LeadFacts(log, in: pipeline)
        for fault in log.moveFaults { try report(.moves(ref, fault)) }
        for (index, column) in Schema.leadFacts.enumerated() {
          let right = facts?.columns[index] ?? .null
          let found = kept[lead]?[column.name] ?? .null
          guard found != right else { continue }
          try report(.fact(ref, column: column.name, kept: found.shown, right: right.shown))
        }
        let right = facts?.firstEntry ?? [:]
        let found = entries[lead] ?? [:]
        for stage in Set(right.keys).union(found.keys).sorted() where right[stage] != found[stage] {
          try report(.stageEntry(ref, stage: stage, kept: found[stage], right: right[stage]))
        }
      }
    }
  }

  private func keptFacts(of leads: ArraySlice<Int64>) throws -> [Int64: [String: Datum]] {
    var kept: [Int64: [String: Datum]] = [:]
    let names = Schema.leadFacts.map { Clause.raw($0.name) }.separated(by: ", ")
    try engine.rows("SELECT id, \(names) FROM lead WHERE id IN (\(leads.list))") { cells in
      kept[cells.integer(0) ?? 0] = cells.values(of: Schema.leadFacts, from: 1)
      return true
    }
    return kept
  }

  private func keptEntries(of leads: ArraySlice<Int64>) throws -> [Int64: [String: Day]] {
    var kept: [Int64: [String: Day]] = [:]
    try engine.rows(
      "SELECT lead, stage, day FROM stage_entry WHERE lead IN (\(leads.list))"
    ) { cells in
      kept[cells.integer(0) ?? 0, default: [:]][cells.text(1) ?? ""] = cells.day(2)
      return true
    }
    return kept
  }

  /// Compares the last touch kept on each person with the activities.
  func checkTouches(_ report: (Finding) throws -> Void) throws {
    try engine.rows(
      """
      SELECT person.id, person.last_touch, (\(Self.latestTouch)) FROM person ORDER BY person.id
      """
    ) { cells in
      let (kept, right) = (cells.text(1), cells.text(2))
      if kept != right {
        try report(
          .fact(
            Key.person(cells.integer(0) ?? 0), column: "last_touch", kept: kept, right: right))
      }
      return true
    }
  }

  /// Compares the dealings kept with the activities.
  func checkDealings(_ report: (Finding) throws -> Void) throws {
    let kept: Clause = "SELECT staff, contact, day, activity FROM dealing"
    try engine.rows(
      """
      SELECT DISTINCT activity FROM (\
      SELECT * FROM (\(kept) EXCEPT \(Self.dealings)) AS surplus UNION ALL \
      SELECT * FROM (\(Self.dealings) EXCEPT \(kept)) AS missing) AS wrong ORDER BY activity
      """
    ) { cells in
      try report(.dealings(activity: Ref(.activity, cells.integer(0) ?? 0)))
      return true
    }
  }

  /// Computes the facts of all leads, persons and activities anew.
  func repairFacts() throws {
    try pages(of: Schema.lead) { page in
      var stale = Writer.Stale()
      stale.leads = Set(page)
      try recompute(stale)
    }
    try pages(of: Schema.person) { page in
      var stale = Writer.Stale()
      stale.persons = Set(page)
      try recompute(stale)
    }
    try engine.run("DELETE FROM dealing")
    try engine.run(Self.enterDealings())
  }
}

extension Datum {
  /// The value in a finding.
  var shown: String? {
    switch self {
    case .null: nil
    case .integer(let number): String(number)
    case .text(let text): text
    case .day(let day): day.iso
    }
  }
}
