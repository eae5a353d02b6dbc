internal import LeadlineModel

extension Database {
  /// Writes the search keys of the subjects anew; the fresh ones have none yet.
  ///
  /// Keys are written in their own order, many subjects at a time: those of 100,000 contacts took
  /// 36 s subject by subject and 12 s so (one run each, on a busy machine).
  func reindex(_ subjects: Set<SearchSubject>, fresh: Set<SearchSubject>) throws {
    let ordered = subjects.sorted { ($0.kind.letter, $0.id) < ($1.kind.letter, $1.id) }
    for chunk in ordered.chunked(by: 20_000) {
      for subject in chunk where !fresh.contains(subject) {
        try engine.run(
          """
          DELETE FROM search_key WHERE kind = \(.text(String(subject.kind.letter))) \
          AND record = \(.integer(subject.id))
          """)
      }
      try insert(try chunk.chunkedByKind.flatMap { try keys(of: $0.map(\.id), $0[0].kind) })
    }
  }

  private func insert(_ keys: [IndexKey]) throws {
    var sorted = keys
    sorted.sort()
    var previous: IndexKey?
    let unique = sorted.filter { key in
      defer { previous = key }
      return key != previous
    }
    for key in unique {
      try engine.append(
        [.text(key.token), .text(String(key.kind)), .integer(key.record)],
        to: Schema.searchKey.loaded)
    }
  }

  private func keys(of ids: [Int64], _ kind: RecordKind) throws -> [IndexKey] {
    var keys: [IndexKey] = []
    func add(_ clause: Clause, _ make: (String) -> [String]) throws {
      try engine.rows(clause) { cells in
        let record = cells.integer(0) ?? 0
        for token in make(cells.text(1) ?? "") {
          keys.append(IndexKey(token: token, kind: kind.letter, record: record))
        }
        return true
      }
    }
    for part in ids.chunked(by: 400) {
      for source in IndexSource.all where source.kind == kind {
        try add(source.rows(part), source.tokens)
      }
    }
    return keys
  }
}

/// One row of the index, in the order in which the index keeps them.
private struct IndexKey: Comparable {
  let token: String
  let kind: Character
  let record: Int64

  static func < (left: IndexKey, right: IndexKey) -> Bool {
    if left.token != right.token { return left.token < right.token }
    return (left.kind, left.record) < (right.kind, right.record)
  }
}

/// A text by which records of a kind are found.
private struct IndexSource {
  let kind: RecordKind
  let table: String
  let record: String
  let text: String
  let tokens: @Sendable (String) -> [String]

  func rows(_ ids: ArraySlice<Int64>) -> Clause {
    """
    SELECT \(raw: record), \(raw: text) FROM \(raw: table) WHERE \(raw: record) IN (\(ids.list)) \
    AND \(raw: text) IS NOT NULL
    """
  }

  static let all = [
    IndexSource(
      kind: .lead, table: "lead", record: "id", text: "title", tokens: { SearchKeys.tokens(of: $0) }
    ),
    IndexSource(
      kind: .organisation, table: "organisation", record: "id", text: "name",
      tokens: { SearchKeys.tokens(of: $0) }),
    IndexSource(
      kind: .organisation, table: "organisation_alias", record: "organisation", text: "name",
      tokens: { SearchKeys.tokens(of: $0) }),
    IndexSource(
      kind: .contact, table: "person", record: "id", text: "name",
      tokens: { SearchKeys.tokens(of: $0) }),
    IndexSource(
      kind: .contact, table: "phone", record: "person", text: "number",
      tokens: { SearchKeys.phoneTokens(of: $0) }),
    IndexSource(
      kind: .contact, table: "email", record: "person", text: "address",
      tokens: { SearchKeys.emailTokens(of: $0) }),
  ]
}

extension Collection<SearchSubject> {
  /// Runs of subjects of one kind.
  fileprivate var chunkedByKind: [[SearchSubject]] {
    var runs: [[SearchSubject]] = []
    for subject in self {
      if runs.last?.last?.kind == subject.kind {
        runs[runs.count - 1].append(subject)
      } else {
        runs.append([subject])
      }
    }
    return runs
  }
}
