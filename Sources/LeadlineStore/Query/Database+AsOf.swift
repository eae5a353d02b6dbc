internal import LeadlineModel

extension Database {
  /// The leads as of a past day, as rows named `lead`.
  ///
  /// Facts on the lead are days, not lengths, so they still hold for every lead whose log has
  /// nothing after `day`; the others are folded anew into a temporary table.
  func leadsAsOf(_ day: Day) throws -> Clause {
    try engine.run(
      """
      CREATE TEMPORARY TABLE IF NOT EXISTS lead_as_of AS SELECT * FROM lead WHERE 1 = 0
      """)
    try engine.run("CREATE UNIQUE INDEX IF NOT EXISTS lead_as_of_by_id ON lead_as_of (id)")
    try engine.run("DELETE FROM lead_as_of")
    var changed: [Int64] = []
    try engine.rows(changedLeads(after: day)) { cells in
      if let lead = cells.integer(0) { changed.append(lead) }
      return true
    }
    for chunk in changed.chunked(by: 400) {
      try engine.run("INSERT INTO lead_as_of SELECT * FROM lead WHERE id IN (\(chunk.list))")
      try logs(of: chunk, upTo: day) { lead, log in
        let values = LeadFacts(log, in: pipeline)?.columns
        let assignments = Schema.leadFacts.enumerated().map { index, column in
          "\(raw: column.name) = \(values?[index] ?? .null)" as Clause
        }
        try engine.run(
          """
          UPDATE lead_as_of SET \(assignments.separated(by: ", ")) \
          WHERE id = \(.integer(lead))
          """)
      }
    }
    return """
      (SELECT * FROM lead WHERE NOT EXISTS \
      (SELECT 1 FROM lead_as_of WHERE lead_as_of.id = lead.id) \
      UNION ALL SELECT * FROM lead_as_of) AS lead
      """
  }
}
