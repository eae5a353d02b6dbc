public import LeadlineModel

/// What a file said of one record when it was imported last.
public struct ImportMemory: Hashable, Sendable {
  public let row: Int64
  public let record: Ref
  /// What it said, as text.
  public let said: String
}

extension Database {
  /// What the files of an origin said under these keys, by key, for records that still exist.
  public func importMemory(
    origin: String, kind: RecordKind, keys: [String]
  ) throws -> [String: ImportMemory] {
    var memory: [String: ImportMemory] = [:]
    for chunk in keys.chunked(by: 500) {
      try engine.rows(
        """
        SELECT key, id, record, said FROM import_row WHERE key IN (\(chunk.list)) \
        AND kind = \(.text(kind.rawValue)) AND origin = \(.text(origin))
        """
      ) { cells in
        memory[cells.text(0) ?? ""] = ImportMemory(
          row: cells.integer(1) ?? 0, record: Ref(kind, cells.integer(2) ?? 0),
          said: cells.text(3) ?? "")
        return true
      }
    }
    return memory
  }

  /// The leads that files of any origin brought in under this key.
  public func leads(importedAs key: String) throws -> [Int64] {
    try keys(
      """
      SELECT DISTINCT record FROM import_row WHERE kind = 'lead' AND key = \(.text(key)) \
      ORDER BY record
      """)
  }

  /// The contacts of exactly this name, folded, each with the organisation they are at.
  public func people(named name: String) throws -> [(key: Int64, organisation: Int64?)] {
    var found: [(key: Int64, organisation: Int64?)] = []
    try engine.rows(
      """
      SELECT id, organisation FROM person WHERE name_fold = \(.text(Fold.text(name))) \
      AND staff = 0 ORDER BY id
      """
    ) { cells in
      found.append((cells.integer(0) ?? 0, cells.integer(1)))
      return true
    }
    return found
  }

  /// Whether a lead was moved, or a move of it mended, after a file last spoke of it.
  public func wasMoved(_ lead: Int64, since memory: Int64) throws -> Bool {
    let moves = try number(
      """
      SELECT COUNT(*) FROM move WHERE lead = \(.integer(lead)) \
      AND entry > (SELECT entry FROM import_row WHERE id = \(.integer(memory)))
      """)
    return moves ?? 0 > 0
  }

  /// The receipts of a lead, each with its key.
  public func receipts(
    ofLead lead: Int64
  ) throws -> [(key: Int64, receipt: LeadLog.Receipt)] {
    var found: [(key: Int64, receipt: LeadLog.Receipt)] = []
    try engine.rows(
      "SELECT id, day, amount FROM receipt WHERE lead = \(.integer(lead)) ORDER BY id"
    ) { cells in
      guard let day = cells.day(1) else { return true }
      found.append(
        (cells.integer(0) ?? 0, LeadLog.Receipt(day: day, minorUnits: cells.integer(2) ?? 0)))
      return true
    }
    return found
  }
}

extension Collection<String> {
  /// The texts for an IN list.
  var list: Clause { map { "\(.text($0))" as Clause }.separated(by: ", ") }
}

extension Writer {
  /// Remembers what a file said of a record under a key.
  public func remember(
    _ said: String, of record: Ref, origin: String, key: String, known: Int64?
  ) throws {
    if let known {
      try update(Schema.importRow, known, ["said": .text(said)])
      return
    }
    try insert(
      Schema.importRow,
      [
        "origin": .text(origin), "key": .text(key), "kind": .text(record.kind.rawValue),
        "record": .integer(record.number), "said": .text(said),
      ])
  }

  /// Mends the day and the amount of a receipt.
  public func updateReceipt(_ receipt: Int64, to value: LeadLog.Receipt) throws {
    try update(
      Schema.receipt, receipt,
      ["day": .day(value.day), "amount": .integer(value.minorUnits)])
  }

  public func removeReceipt(_ receipt: Int64) throws {
    try delete(Schema.receipt, receipt)
  }
}
