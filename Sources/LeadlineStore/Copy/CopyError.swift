/// Why a database was not copied.
public enum CopyError: Error, Hashable, Sendable {
  /// There is nothing to be copied.
  case noSource(location: String)
  case sameDatabase(location: String)
  /// There are records already where the copy is to be.
  case notEmpty(location: String)
  /// One of the two was made by an older program, and not opened by this one since.
  case olderSchema(location: String, found: Int64, known: Int64)
  /// What was written is not what was read.
  case differs(CopyDifference)
}

/// The first place at which a copy is not what it was made from.
public struct CopyDifference: Hashable, Sendable {
  public let table: String
  /// The row's primary key, its parts with commas between.
  public let row: String
  /// Nil where one of the two lacks the whole row.
  public let column: String?
}
