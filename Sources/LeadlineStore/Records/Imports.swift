public import LeadlineModel

/// What a file said of one record when it was imported last.
public struct ImportMemory: Hashable, Sendable {
  public let row: Int64
  public let record: Ref
  /// What it said, as text.
  public let said: String
}

extension Database {
  /// What the files of an origin said, by key, for records that still exist.
  public func importMemory(
    origin: String, kind: RecordKind
  ) throws -> [String: ImportMemory] {
    var memory: [String: ImportMemory] = [:]
    try engine.rows(
      """
      SELECT key, id, record, said FROM import_row \
      WHERE origin = \(.text(origin)) AND kind = \(.text(kind.rawValue)) ORDER BY id
      """
    ) { cells in
      memory[cells.text(0) ?? ""] = ImportMemory(
        row: cells.integer(1) ?? 0, record: Ref(kind, cells.integer(2) ?? 0),
        said: cells.text(3) ?? "")
      return true
    }
    return memory
  }
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
}
