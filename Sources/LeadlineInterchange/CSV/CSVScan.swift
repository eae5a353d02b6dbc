/// Finds where one row of CSV ends and where its cells lie, without making text of them.
struct CSVScan {
  /// A cell's bytes, counted from the beginning of the row, without its outer quotes.
  struct Cell {
    let start: Int
    let end: Int
    /// True where quotes within are still to be taken out.
    let hasInnerQuotes: Bool
  }

  enum Outcome: Equatable {
    /// The row, with its line ending, is so many bytes long.
    case row(length: Int)
    /// More bytes are needed to tell where the row ends.
    case cutOff
    /// The input ends within quotes that opened so many line ends into the row.
    case unclosed(opened: Int)
  }

  let delimiter: UInt8
  /// False where a quote is a character like any other.
  var hasQuotes = true
  private(set) var cells: [Cell] = []
  /// How many line ends the row has, its own among them.
  private(set) var lineEnds = 0

  init(delimiter: UInt8) {
    self.delimiter = delimiter
  }

  /// Scans the first row of `bytes`; `isWhole` says that nothing follows them.
  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, isWhole: Bool) -> Outcome {
    cells.removeAll(keepingCapacity: true)
    lineEnds = 0
    var index = 0
    while true {
      if hasQuotes, index < bytes.count, bytes[index] == Self.quote {
        let opened = lineEnds
        guard let cell = quotedCell(bytes, from: &index) else {
          return isWhole ? .unclosed(opened: opened) : .cutOff
        }
        cells.append(cell)
      } else {
        let start = index
        skipPlain(bytes, from: &index)
        cells.append(Cell(start: start, end: index, hasInnerQuotes: false))
      }
      guard index < bytes.count else { return isWhole ? .row(length: index) : .cutOff }
      if bytes[index] == delimiter {
        index += 1
        continue
      }
      guard endLine(bytes, at: &index, isWhole: isWhole) else { return .cutOff }
      return .row(length: index)
    }
  }

  /// A cell that begins with a quote; nil where no quote closes it.
  ///
  /// Text after the closing quote belongs to the cell, up to the delimiter.
  private mutating func quotedCell(
    _ bytes: UnsafeBufferPointer<UInt8>, from index: inout Int
  ) -> Cell? {
    let start = index + 1
    index = start
    var hasInner = false
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == Self.quote {
        if index < bytes.count, bytes[index] == Self.quote {
          hasInner = true
          index += 1
          continue
        }
        let closing = index - 1
        skipPlain(bytes, from: &index)
        if index == closing + 1 {
          return Cell(start: start, end: closing, hasInnerQuotes: hasInner)
        }
        return Cell(start: start, end: index, hasInnerQuotes: true)
      }
      if byte == 10 || byte == 13 && !(index < bytes.count && bytes[index] == 10) { lineEnds += 1 }
    }
    return nil
  }

  @inline(__always)
  private func skipPlain(_ bytes: UnsafeBufferPointer<UInt8>, from index: inout Int) {
    while index < bytes.count {
      let byte = bytes[index]
      if byte == delimiter || byte == 10 || byte == 13 { return }
      index += 1
    }
  }

  /// Steps over LF, CR LF or CR; false where a CR is the last byte known.
  private mutating func endLine(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: inout Int, isWhole: Bool
  ) -> Bool {
    if bytes[index] == 13 {
      index += 1
      if index < bytes.count {
        if bytes[index] == 10 { index += 1 }
      } else if !isWhole {
        return false
      }
    } else {
      index += 1
    }
    lineEnds += 1
    return true
  }

  /// The text of a cell's bytes.
  static func text(_ bytes: UnsafeBufferPointer<UInt8>, hasInnerQuotes: Bool) -> String {
    guard hasInnerQuotes else { return String(decoding: bytes, as: UTF8.self) }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = 0
    var isQuoted = true
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if isQuoted, byte == quote {
        guard index < bytes.count, bytes[index] == quote else {
          isQuoted = false
          continue
        }
        index += 1
      }
      out.append(byte)
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static let quote: UInt8 = 0x22
}
