public import LeadlineModel

/// Something wrong in a database.
public enum Finding: Hashable, Sendable {
  /// What the engine says of its own file.
  case damaged(String)
  /// The journal lacks an entry.
  case entryMissing(Int64)
  /// Who, when, what or the hash of an entry is not what was written.
  case entryChanged(Int64)
  /// The old values or the list of new rows that belong to an entry are not what was written.
  case contentChanged(entry: Int64)
  /// Rows name an entry that the journal lacks.
  case unknownEntry(Int64, table: String)
  /// A fact kept on a record is not what its log says.
  case fact(Ref, column: String, kept: String?, right: String?)
  /// The first day in a stage is not what the log says.
  case stageEntry(Ref, stage: String, kept: Day?, right: Day?)
  /// Whom the staff dealt with in an activity is not what it says.
  case dealings(activity: Ref)
  /// The moves of a lead do not follow each other.
  case moves(Ref, LeadFault)
  /// A folded text, a sort key or the digits of a number do not follow from the text.
  case twin(Ref?, table: String, row: Int64, column: String)
  /// Search keys that a record lacks, and those that it should not have.
  case searchKeys(Ref, missing: [String], surplus: [String])
  /// Texts were folded by another version of the tables; repairing writes all keys anew.
  case keysOutdated(written: Int?, current: Int)
  /// The next number of a series is one that is taken.
  case counter(String, next: Int64, largest: Int64)
}

extension Finding {
  /// Whether `repair` mends it: it follows from rows that are right.
  public var isDerived: Bool {
    switch self {
    case .fact, .stageEntry, .dealings, .twin, .searchKeys, .keysOutdated, .counter: true
    case .damaged, .entryMissing, .entryChanged, .contentChanged, .unknownEntry, .moves: false
    }
  }
}
