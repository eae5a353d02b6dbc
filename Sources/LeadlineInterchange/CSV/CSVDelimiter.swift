/// The character that parts the cells of a CSV file.
public enum CSVDelimiter: UInt8, Hashable, Sendable, CaseIterable {
  case comma = 0x2C
  case semicolon = 0x3B
  case tab = 0x09
  case bar = 0x7C
  /// Never guessed, only named.
  case colon = 0x3A

  /// How much of a file is looked at.
  static let sampleSize = 1 << 16
  private static let sampleRows = 50
  private static let guessed: [CSVDelimiter] = [.comma, .semicolon, .tab, .bar]

  public init?(_ character: Character) {
    guard let byte = character.asciiValue else { return nil }
    self.init(rawValue: byte)
  }

  /// A first line like `sep=;`, as spreadsheets write it, and its length.
  static func declaration(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (delimiter: CSVDelimiter, length: Int)? {
    guard bytes.count >= 5,
      bytes.prefix(4).elementsEqual("sep=".utf8, by: { $0 | 0x20 == $1 | 0x20 }),
      let delimiter = CSVDelimiter(rawValue: bytes[4])
    else { return nil }
    var length = 5
    if length < bytes.count, bytes[length] == 13 { length += 1 }
    if length < bytes.count, bytes[length] == 10 { length += 1 }
    return length > 5 || bytes.count == 5 ? (delimiter, length) : nil
  }

  /// The delimiter under which most of the first rows have the same number of cells, more than
  /// one; the comma where none does.
  static func guess(_ bytes: UnsafeBufferPointer<UInt8>, isWhole: Bool) -> CSVDelimiter {
    var best = (delimiter: CSVDelimiter.comma, share: 0.0, cells: 0)
    for delimiter in guessed {
      let counts = cellCounts(bytes, delimiter, isWhole: isWhole)
      let tally = Dictionary(grouping: counts.filter { $0 > 1 }) { $0 }.mapValues(\.count)
      guard let most = tally.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { continue }
      let share = Double(most.value) / Double(counts.count)
      if share > best.share || share == best.share && most.key > best.cells {
        best = (delimiter, share, most.key)
      }
    }
    return best.delimiter
  }

  private static func cellCounts(
    _ bytes: UnsafeBufferPointer<UInt8>, _ delimiter: CSVDelimiter, isWhole: Bool
  ) -> [Int] {
    var scan = CSVScan(delimiter: delimiter.rawValue)
    var counts: [Int] = []
    var rest = bytes
    while counts.count < sampleRows, !rest.isEmpty,
      case .row(let length) = scan.scan(rest, isWhole: isWhole)
    {
      let isEmpty = scan.cells.count == 1 && scan.cells[0].end == 0
      if !isEmpty { counts.append(scan.cells.count) }
      rest = UnsafeBufferPointer(rebasing: rest.dropFirst(length))
    }
    return counts
  }
}
