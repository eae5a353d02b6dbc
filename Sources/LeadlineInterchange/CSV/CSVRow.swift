/// One row of a CSV file.
public struct CSVRow: Hashable, Sendable {
  /// The line of the file on which the row begins, counted from 1.
  public let line: Int
  public let cells: [String]
  /// True where a cell has a NUL character, which no database takes.
  public let hasNUL: Bool

  public init(line: Int, cells: [String], hasNUL: Bool = false) {
    self.line = line
    self.cells = cells
    self.hasNUL = hasNUL
  }
}
