public import LeadlineModel

/// What taking back an entry did, and what it left as it is.
public struct UndoReport: Hashable, Sendable {
  /// The entry of the journal that this made.
  public let entry: Int64
  /// The entry taken back.
  public let target: Int64
  /// The command line of the entry taken back; for a redo, of the command that stands again.
  public let line: String
  public let removedRows: Int
  public let restoredRows: Int
  /// Columns that have their old value again.
  public let restoredColumns: Int
  /// What could not be taken back, in the order of the schema.
  public let kept: [Kept]
}

/// Something that an undo left as it is.
public struct Kept: Hashable, Sendable {
  /// The record, or the one that the row is a part of.
  public let record: Ref?
  /// The record's name; nil where it has none, or is gone.
  public let name: String?
  /// The table of the row, where that is only a part of the record.
  public let part: String?
  /// The column kept; nil where the whole row is.
  public let column: String?
  public let why: Why

  public enum Why: Hashable, Sendable {
    /// A later entry wrote another value.
    case changed(by: Int64)
    /// The row was removed by a later entry.
    case removed(by: Int64)
    /// It must fit another column of its row, which is kept.
    case coupled(to: String)
    /// What it would refer to is gone.
    case dangling(Ref?)
    /// Something that stays refers to it.
    case referred(by: Ref?)
    /// The journal names this member of staff as the one who wrote.
    case acted
    /// It is a part of a record that is kept.
    case part(of: Ref?)
    /// Another row has taken its place.
    case taken(by: Ref?)
    /// The lead has a later move, on that day.
    case laterMove(Day)
    /// The lead would be without what its stage asks for, or without order in its moves.
    case rule([LeadFault])
  }
}

/// Why nothing was taken back.
public enum UndoRefusal: Error, Hashable, Sendable {
  case nothingToUndo
  case nothingToRedo
  case noSuchEntry(Int64)
  case alreadyUndone(Int64, by: Int64)
  /// Only commands are taken back; an undo is by `redo`.
  case notACommand(Int64, EntryKind)
  /// All that the entry wrote has changed since, or is needed.
  case allKept(Int64, [Kept])
}
