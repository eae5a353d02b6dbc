public import LeadlineModel

/// What an import is told beside its files.
public struct ImportOptions: Sendable {
  /// Which of known and unknown records are taken.
  public enum Mode: String, Hashable, Sendable, CaseIterable {
    case add, update, both
  }

  /// What a word in the file's column of stages stands for.
  public enum StageMeaning: Hashable, Sendable {
    /// A stage of the pipeline by its id or name, or what `lost` and `shelved` are called.
    case stage(String)
    case lost
    case shelved
  }

  /// Contacts, leads, organisations or activities; nil to be told from the file.
  public var kind: RecordKind?
  /// Values that hold for every row; they go before what a column says.
  public var fixed: [Change] = []
  /// The member of staff, by name, ref or `me`, who knows the contacts that come in; `CRMError`
  /// where there is none, for only what files name is made.
  public var knownBy: String?
  /// Columns by their headings, each with the field that it fills (`key` for the key).
  public var columns: [(column: String, field: String)] = []
  /// Words of the file, each with what it stands for.
  public var stages: [(word: String, meaning: StageMeaning)] = []
  /// Where keys hold; nil for the file's name without digits and ending.
  public var origin: String?
  public var mode = Mode.both
  /// Nothing is written; the report says what would be.
  public var isDryRun = false
  /// The report says what each cell of the first rows became.
  public var explains = false
  /// The encoding's name; nil to be found out.
  public var encoding: String?
  /// The sheet of a workbook.
  public var sheet: String?
  /// The line with the headings, counted from 1; nil for the first with any.
  public var headerRow: Int?

  public init() {}

  /// The values that hold for every row of a file of this kind: fields are meant by their names.
  ///
  /// For contacts, an owner is who knows them and no field.
  func fixed(for kind: RecordKind, in pipeline: Pipeline) throws(ImportError) -> [Change] {
    let known = Field.of(kind, in: pipeline)
    var changes: [Change] = []
    for change in fixed {
      if kind == .contact, change.field.name == "owner" { continue }
      guard let field = known.first(where: { $0.name == change.field.name }) else {
        throw .notTaken(field: change.field.name, kind)
      }
      changes.append(Change(field, change.value, change.operation))
    }
    return changes
  }
}

/// How far an import has come.
public struct ImportProgress: Hashable, Sendable {
  public let path: String
  /// Rows or cards read of this file.
  public let rows: Int
  /// Rows a second since the import began, all files together.
  public let rate: Double
}
