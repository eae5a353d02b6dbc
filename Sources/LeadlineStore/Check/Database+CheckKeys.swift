internal import LeadlineModel

extension Database {
  /// Compares folded texts, sort keys and digits with what they follow from.
  func checkTwins(_ report: (Finding) throws -> Void) throws {
    for table in Schema.records {
      try twins(of: table) { row, column, _ in
        try report(.twin(row.ref, table: table.name, row: row.id, column: column.name))
      }
    }
  }

  func repairTwins() throws {
    for table in Schema.records {
      var wrong: [(row: RowKey, column: String, right: Datum)] = []
      try twins(of: table) { wrong.append(($0, $1.name, $2)) }
      for (row, column, right) in wrong {
        try engine.run(
          """
          UPDATE \(raw: table.name) SET \(raw: column) = \(right) WHERE id = \(.integer(row.id))
          """)
      }
    }
  }

  /// Gives the columns that do not follow from their source, each with the right value.
  private func twins(
    of table: TableShape, _ body: (RowKey, ColumnShape, Datum) throws -> Void
  ) throws {
    let columns = table.columns.filter { column in
      column.source.flatMap { table.column($0.column) }?.isDerived == false
    }
    if columns.isEmpty { return }
    let names = columns.compactMap { column in
      column.source.map { "\(raw: $0.column), \(raw: column.name)" as Clause }
    }
    try engine.rows(
      "SELECT id, \(names.separated(by: ", ")) FROM \(raw: table.name) ORDER BY id"
    ) { cells in
      for (index, column) in columns.enumerated() {
        let right = cells.text(1 + index * 2).flatMap { column.source?.value(for: $0) }
        if cells.text(2 + index * 2) != right {
          try body(RowKey(table, cells.integer(0) ?? 0), column, Datum(right))
        }
      }
      return true
    }
  }

  /// The kinds that have search keys, with their tables; staff are found as persons.
  private static let searched: [(kind: RecordKind, table: TableShape)] = [
    (.contact, Schema.person), (.organisation, Schema.organisation), (.lead, Schema.lead),
  ]

  /// Compares the search keys of every record with those that its names ask for.
  func checkSearchKeys(_ report: (Finding) throws -> Void) throws {
    for (kind, table) in Self.searched {
      try pages(of: table) { page in
        let kept = try keptTokens(kind, page)
        let right = try rightTokens(kind, page)
        for key in page where kept[key] != right[key] {
          let (kept, right) = (kept[key] ?? [], right[key] ?? [])
          try report(
            .searchKeys(
              Key.ref(kind, key), missing: right.subtracting(kept).sorted(),
              surplus: kept.subtracting(right).sorted()))
        }
      }
      for key in try keys(orphans(kind, table)) {
        let kept = try keptTokens(kind, [key])[key] ?? []
        try report(.searchKeys(Key.ref(kind, key), missing: [], surplus: kept.sorted()))
      }
    }
  }

  /// Writes the search keys of all records anew.
  func repairSearchKeys() throws {
    for (kind, table) in Self.searched {
      let letter = Datum.text(String(kind.letter))
      for key in try keys(orphans(kind, table)) {
        try engine.run(
          "DELETE FROM search_key WHERE kind = \(letter) AND record = \(.integer(key))")
      }
      try pages(of: table) { page in
        try reindex(Set(page.map { SearchSubject(kind: kind, id: $0) }), fresh: [])
      }
    }
  }

  /// The records that have search keys and are not there.
  private func orphans(_ kind: RecordKind, _ table: TableShape) -> Clause {
    """
    SELECT DISTINCT search_key.record FROM search_key \
    WHERE search_key.kind = \(.text(String(kind.letter))) AND NOT EXISTS \
    (SELECT 1 FROM \(raw: table.name) WHERE \(raw: table.name).id = search_key.record) ORDER BY 1
    """
  }

  private func keptTokens(
    _ kind: RecordKind, _ page: ArraySlice<Int64>
  ) throws -> [Int64: Set<String>] {
    var tokens: [Int64: Set<String>] = [:]
    try engine.rows(
      """
      SELECT record, token FROM search_key WHERE kind = \(.text(String(kind.letter))) \
      AND record IN (\(page.list))
      """
    ) { cells in
      tokens[cells.integer(0) ?? 0, default: []].insert(cells.text(1) ?? "")
      return true
    }
    return tokens
  }

  private func rightTokens(
    _ kind: RecordKind, _ page: ArraySlice<Int64>
  ) throws -> [Int64: Set<String>] {
    var tokens: [Int64: Set<String>] = [:]
    for part in NamePart.of(kind) {
      try engine.rows(part.names(of: page.list)) { cells in
        let text = cells.text(1) ?? ""
        let found = part.tokens(of: text)
        if !found.isEmpty { tokens[cells.integer(0) ?? 0, default: []].formUnion(found) }
        return true
      }
    }
    return tokens
  }
}

extension NamePart {
  /// The search keys of a text of this kind.
  fileprivate func tokens(of text: String) -> [String] {
    switch self {
    case .title, .person, .organisation, .alias: SearchKeys.tokens(of: text)
    case .address: SearchKeys.emailTokens(of: text)
    case .number: SearchKeys.phoneTokens(of: text)
    }
  }
}
