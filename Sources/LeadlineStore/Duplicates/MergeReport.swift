public import LeadlineModel

/// What a merge did, or would do.
public struct MergeReport: Hashable, Sendable {
  public let survivor: NamedRef
  /// The records that are gone now, with the names they had.
  public let merged: [NamedRef]
  /// How many rows went over to the survivor, by table.
  public internal(set) var moved: [String: Int] = [:]
  /// Rows that said no more than one the survivor has.
  public internal(set) var repeated = 0
  /// What was said of two of the records themselves: ties, and that they are not one.
  public internal(set) var between = 0
  /// Values that the survivor lacked, by column.
  public internal(set) var taken: [String: String] = [:]
  /// What differed and went into the note, a text for each merged record.
  public internal(set) var noted: [String] = []

  init(survivor: NamedRef, merged: [NamedRef]) {
    self.survivor = survivor
    self.merged = merged
  }
}
