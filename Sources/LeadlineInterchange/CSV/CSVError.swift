/// Why a CSV input cannot be read on.
public enum CSVError: Error, Hashable, Sendable {
  case input(InputError)
  /// A quote that opens on this line never closes.
  case unclosedQuote(line: Int)
  /// The row that begins on this line is longer than `limit` bytes.
  case rowTooLong(line: Int, limit: Int)
}
