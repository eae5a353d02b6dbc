internal import LeadlineModel

extension Database {
  /// Writes the search keys of the subjects anew; the fresh ones have none yet.
  func reindex(_ subjects: Set<SearchSubject>, fresh: Set<SearchSubject>) throws {
    for subject in subjects.sorted(by: { ($0.kind.letter, $0.id) < ($1.kind.letter, $1.id) }) {
      let kind = Datum.text(String(subject.kind.letter))
      if !fresh.contains(subject) {
        try engine.run(
          "DELETE FROM search_key WHERE kind = \(kind) AND record = \(.integer(subject.id))")
      }
      for token in try tokens(of: subject) {
        try engine.run(
          """
          INSERT INTO search_key (token, kind, record) \
          VALUES (\(.text(token)), \(kind), \(.integer(subject.id)))
          """)
      }
    }
  }

  /// The tokens by which the subject should be found.
  func tokens(of subject: SearchSubject) throws -> [String] {
    var tokens: Set<String> = []
    let key = Datum.integer(subject.id)
    func add(_ clause: Clause, _ make: (String) -> [String]) throws {
      try engine.rows(clause) { cells in
        tokens.formUnion(make(cells.text(0) ?? ""))
        return true
      }
    }
    switch subject.kind {
    case .lead:
      try add("SELECT title FROM lead WHERE id = \(key)", SearchKeys.tokens(of:))
    case .organisation:
      try add(
        """
        SELECT name FROM organisation WHERE id = \(key) UNION ALL \
        SELECT name FROM organisation_alias WHERE organisation = \(key)
        """, SearchKeys.tokens(of:))
    default:
      try add("SELECT name FROM person WHERE id = \(key)", SearchKeys.tokens(of:))
      try add("SELECT number FROM phone WHERE person = \(key)") { SearchKeys.phoneTokens(of: $0) }
      try add("SELECT address FROM email WHERE person = \(key)", SearchKeys.emailTokens(of:))
    }
    return tokens.sorted()
  }
}
