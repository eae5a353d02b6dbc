internal import CReadline

/// The window of a terminal, in cells.
public struct Screen: Hashable, Sendable {
  public let columns: Int
  public let rows: Int

  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }

  /// The window behind `descriptor`, else what `COLUMNS` and `LINES` say, else 80 by 24.
  public init(of descriptor: Int32, environment: [String: String]) {
    var columns: Int32 = 0
    var rows: Int32 = 0
    if leadline_window_size(descriptor, &columns, &rows) {
      self.init(columns: Int(columns), rows: Int(rows))
    } else {
      self.init(
        columns: environment["COLUMNS"].flatMap(Int.init) ?? 80,
        rows: environment["LINES"].flatMap(Int.init) ?? 24)
    }
  }
}
