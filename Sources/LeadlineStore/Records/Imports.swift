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

  /// The first contact with each of these phones, by their comparable digits.
  public func contacts(phones: [String]) throws -> [String: Ref] {
    try contacts(phones, column: "digits", "SELECT id, digits, person FROM phone")
  }

  /// The first contact with each of these e-mail addresses, folded.
  public func contacts(emails: [String]) throws -> [String: Ref] {
    try contacts(emails, column: "address_fold", "SELECT id, address_fold, person FROM email")
  }

  /// The rows are read without a join, and ordered here: an engine that knows little of a table
  /// that has just grown would go through all of it in the order asked for.
  private func contacts(
    _ wanted: [String], column: Clause, _ rows: Clause
  ) throws -> [String: Ref] {
    var found: [String: Ref] = [:]
    for chunk in wanted.chunked(by: 500) {
      var all: [(id: Int64, text: String, ref: Ref)] = []
      try engine.rows("\(rows) WHERE \(column) IN (\(chunk.list))") { cells in
        let ref = Key.person(cells.integer(2) ?? 0)
        if ref.kind == .contact { all.append((cells.integer(0) ?? 0, cells.text(1) ?? "", ref)) }
        return true
      }
      for row in all.sorted(by: { $0.id < $1.id }) where found[row.text] == nil {
        found[row.text] = row.ref
      }
    }
    return found
  }

  /// The contacts of these names, folded, that are at an organisation: by name, with its key.
  public func contacts(
    names: [String]
  ) throws -> [String: [(contact: Ref, organisation: Int64)]] {
    var found: [String: [(contact: Ref, organisation: Int64)]] = [:]
    for chunk in names.chunked(by: 500) {
      try engine.rows(
        """
        SELECT name_fold, id, organisation FROM person WHERE name_fold IN (\(chunk.list))
        """
      ) { cells in
        let ref = Key.person(cells.integer(1) ?? 0)
        if ref.kind == .contact, let organisation = cells.integer(2) {
          found[cells.text(0) ?? "", default: []].append((ref, organisation))
        }
        return true
      }
    }
    return found.mapValues { $0.sorted { $0.contact.number < $1.contact.number } }
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
  fileprivate var list: Clause { map { "\(.text($0))" as Clause }.separated(by: ", ") }
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
