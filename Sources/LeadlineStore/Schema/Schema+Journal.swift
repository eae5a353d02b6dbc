extension Schema {
  static let journal: [TableShape] = [meta, counter, entry, entryMade, entryChange]

  /// What the database says of itself, by name.
  static let meta = TableShape(
    name: "meta", columns: [.text("name").required, .text("value").required],
    key: ["name"])

  /// The next number of each table.
  static let counter = TableShape(
    name: "counter", columns: [.text("kind").required, .integer("next").required],
    key: ["kind"])

  /// One row a command: who wrote, when, and the line as typed.
  static let entry = TableShape(
    name: "entry",
    columns: [
      .integer("id").required, .text("at").required, .integer("actor"), .text("line").required,
      .text("kind").required.oneOf(EntryKind.allCases.map(\.rawValue)), .integer("target"),
      .text("content").required, .text("hash").required,
    ],
    indexes: ["(target)", "(actor, id)"], key: ["id"])

  /// The rows that an entry made, as runs of keys.
  static let entryMade = TableShape(
    name: "entry_made",
    columns: [
      .integer("entry").required, .text("tbl").required, .integer("first").required,
      .integer("last").required,
    ],
    key: ["entry", "tbl", "first"])

  /// The old values of the columns an entry changed, or of the whole row it removed.
  static let entryChange = TableShape(
    name: "entry_change",
    columns: [
      .integer("entry").required, .integer("seq").required, .text("tbl").required,
      .integer("record").required, .flag("removed"), .text("was").required,
    ],
    indexes: ["(tbl, record, entry)"], key: ["entry", "seq"])
}

/// What an entry of the journal is.
public enum EntryKind: String, Sendable, CaseIterable {
  case command, undo, redo
  /// The program's own: the database was made, a member of staff was met first.
  case setup
}
