public import LeadlineInterchange
public import LeadlineModel

/// What an import did, or would do, file by file.
public struct ImportReport: Sendable {
  public var files: [ImportedFile] = []
  /// The journal entry it made; nil where nothing was written.
  public var entry: Int64?
  public var isDryRun = false
  /// What it brings into the network, where somebody was named who knows the contacts.
  public var gain: NetworkGain?
}

/// What became of one file.
public struct ImportedFile: Sendable {
  /// How many of anything are kept as examples; all are counted.
  public static let examplesKept = 20

  public let path: String
  public internal(set) var kind: RecordKind
  /// Where its keys hold.
  public let origin: String
  /// The name of the encoding it was in.
  public internal(set) var encoding: String?

  /// Rows or cards read, without the headings.
  public internal(set) var rows = 0
  public internal(set) var made = 0
  public internal(set) var changed = 0
  public internal(set) var unchanged = 0
  /// Rows equal to an earlier one of the same file.
  public internal(set) var repeated = 0
  /// Rows left out by the mode: unknown ones by `update`, known ones by `add`.
  public internal(set) var skipped = 0
  /// Rows that could not be taken.
  public internal(set) var rejected = 0
  /// Contacts who were there already and whom the owner is known to know from now on.
  public internal(set) var acquainted = 0
  /// Where the rejected rows are, ready to be mended; nil where there are none, or for cards.
  public internal(set) var rejectedPath: String?
  /// Records that rows named and that were made: organisations, staff, departments, sections.
  public internal(set) var entered: [RecordKind: Int] = [:]

  /// Each column, and what it was taken for.
  public internal(set) var columns: [ImportedColumn] = []
  /// The first rows that could not be taken, with the reason.
  public internal(set) var rejections: [RejectedRow] = []
  /// The first records made.
  public internal(set) var madeExamples: [MadeRecord] = []
  /// The first values changed.
  public internal(set) var changes: [ImportedChange] = []
  /// Values that the file changed and that were moved here since: kept as they are here.
  public internal(set) var kept: [ImportedChange] = []
  public internal(set) var keptCount = 0
  /// What the user should know of the file as a whole.
  public internal(set) var notes: [ImportNote] = []
  /// What could not be taken from cards, by card and line.
  public internal(set) var cardIssues: [VCardIssue] = []
  public internal(set) var possibleDuplicates = 0
  /// The first new contacts that may be known already.
  public internal(set) var duplicates: [PossibleDuplicate] = []
  /// What each cell of the first rows became, where that was asked for.
  public internal(set) var explained: [ExplainedRow] = []

  init(path: String, kind: RecordKind, origin: String) {
    self.path = path
    self.kind = kind
    self.origin = origin
  }
}

/// A remark on a whole file.
public enum ImportNote: Hashable, Sendable {
  /// There is a column of relations, and nobody was named who has them.
  case relationWithoutOwner
}

/// One column of a file.
public struct ImportedColumn: Hashable, Sendable {
  public enum Role: Hashable, Sendable {
    /// It fills this field.
    case field(Field)
    /// Its values tell the rows apart.
    case key
    /// It counts the rows, and is passed over.
    case rowNumber
    /// The reasons of an earlier import, passed over.
    case error
    /// An earlier column fills this field already.
    case repeats(Field)
    /// The field follows from others and is not taken from a file.
    case computed(Field)
    /// Not understood; the nearest fields by name.
    case unknown(nearest: [String])
  }

  public let heading: String
  public let role: Role
}

/// A row that could not be taken.
public struct RejectedRow: Hashable, Sendable {
  /// The line of the file on which it begins.
  public let line: Int
  public let refusal: RowRefusal
}

/// A record that came in.
public struct MadeRecord: Hashable, Sendable {
  public let line: Int
  /// In a dry run the number that it would have had.
  public let ref: Ref
  public let name: String
  /// What the file said of it, by field.
  public let values: [ImportedValue]
}

/// What a file says of one field.
public struct ImportedValue: Hashable, Sendable {
  public let field: String
  public let text: String
}

/// A value that differs from what the file said last time.
public struct ImportedChange: Hashable, Sendable {
  public let line: Int
  public let ref: Ref
  public let field: String
  public let old: String
  public let new: String
}

/// A contact that came in although one like it is known: the first of the pair.
public struct PossibleDuplicate: Hashable, Sendable {
  public let line: Int
  public let pair: DuplicatePair
}

/// One row as it was understood.
public struct ExplainedRow: Hashable, Sendable {
  public struct Cell: Hashable, Sendable {
    public let heading: String
    public let text: String
    public let field: String
    /// What it became, as the import remembers it.
    public let value: String
  }

  public let line: Int
  public let cells: [Cell]
}
