public import LeadlineModel

/// One entry of the journal, as it is listed.
public struct JournalEntry: Hashable, Sendable {
  public let number: Int64
  /// When it was recorded, as `Instant.iso` writes it.
  public let at: String
  /// Who wrote; nil for the program itself.
  public let actor: String?
  /// The command line as typed.
  public let line: String
  public let kind: EntryKind
  /// The entry that an undo or redo took back.
  public let target: Int64?
  /// Whether an undo that still holds has taken it back.
  public let isUndone: Bool
  public let madeRows: Int
  /// Rows of which columns were changed, counted once for each change.
  public let changedRows: Int
  public let removedRows: Int
}

extension Database {
  /// Streams the journal, the newest entry first: at most `limit` entries, those below `before`.
  ///
  /// `body` says whether to go on.
  public func journal(
    limit: Int? = nil, before: Int64? = nil, _ body: (JournalEntry) throws -> Bool
  ) throws {
    let bound = before.map { "entry.id < \(.integer($0))" as Clause }
    var statement: Clause = """
      SELECT entry.id, entry.at, person.name, entry.line, entry.kind, entry.target, \
      CASE WHEN EXISTS (SELECT 1 FROM entry AS undo WHERE undo.target = entry.id \
      AND entry.kind = 'command' AND \(Self.isInForce)) THEN 1 ELSE 0 END, \
      (SELECT CAST(SUM(last - first + 1) AS BIGINT) FROM entry_made WHERE entry_made.entry = entry.id), \
      (SELECT COUNT(*) FROM entry_change WHERE entry_change.entry = entry.id AND removed = 0), \
      (SELECT COUNT(*) FROM entry_change WHERE entry_change.entry = entry.id AND removed = 1) \
      FROM entry LEFT JOIN person ON person.id = entry.actor \
      WHERE \(Clause.all([bound].compactMap(\.self))) ORDER BY entry.id DESC
      """
    if let limit { statement = "\(statement) LIMIT \(.integer(Int64(limit)))" }
    try engine.rows(statement) { cells in
      try body(
        JournalEntry(
          number: cells.integer(0) ?? 0, at: cells.text(1) ?? "", actor: cells.text(2),
          line: cells.text(3) ?? "",
          kind: cells.text(4).flatMap(EntryKind.init(rawValue:)) ?? .command,
          target: cells.integer(5), isUndone: cells.flag(6),
          madeRows: Int(cells.integer(7) ?? 0), changedRows: Int(cells.integer(8) ?? 0),
          removedRows: Int(cells.integer(9) ?? 0)))
    }
  }

  /// The newest entries of the journal, collected.
  public func journal(limit: Int, before: Int64? = nil) throws -> [JournalEntry] {
    var entries: [JournalEntry] = []
    try journal(limit: limit, before: before) { entry in
      entries.append(entry)
      return true
    }
    return entries
  }

  /// The entry that removed a record last; nil for one that was never there.
  public func removal(of ref: Ref) throws -> JournalEntry? {
    guard let table = ref.table else { return nil }
    let entry = try number(
      """
      SELECT entry FROM entry_change WHERE tbl = \(.text(table.name)) \
      AND record = \(.integer(Key.of(ref))) AND removed = 1 ORDER BY entry DESC LIMIT 1
      """)
    return try entry.flatMap { try journal(limit: 1, before: $0 + 1).first }
  }
}
