import Foundation

/// Reads CSV row by row: RFC 4180, and what programs write instead.
///
/// Lines end in LF, CR LF or CR; a quote within an unquoted cell is itself; text after a closing
/// quote belongs to the cell; empty lines are passed over; rows may have any number of cells. A
/// first line `sep=;` names the delimiter, else the first rows tell it.
public struct CSVReader: ~Copyable {
  /// A row longer than this is taken for a quote left open.
  public static let longestRow = 64 << 20

  private var source: TextSource
  private var scan: CSVScan
  private var nextLine = 1
  /// The line on which the row begins that `advance()` came to.
  public private(set) var line = 0
  private var rowLength = 0
  private var hasEscapes = false

  /// The name of the encoding the input was in.
  public var encoding: String { source.encoding }
  /// The character between cells.
  public var delimiter: Character { Character(UnicodeScalar(scan.delimiter)) }

  /// Reads bytes; `encoding` names theirs, else it is found out.
  public init(
    bytes: [UInt8], encoding: String? = nil, delimiter: CSVDelimiter? = nil
  ) throws(CSVError) {
    do throws(InputError) {
      let source = try TextSource(bytes: bytes, declared: encoding)
      try self.init(source, delimiter)
    } catch {
      throw .input(error)
    }
  }

  /// Reads a file, in blocks if it is UTF-8.
  public init(
    file path: String, encoding: String? = nil, delimiter: CSVDelimiter? = nil
  ) throws(CSVError) {
    do throws(InputError) {
      let source = try TextSource(file: path, declared: encoding)
      try self.init(source, delimiter)
    } catch {
      throw .input(error)
    }
  }

  private init(_ source: consuming TextSource, _ wanted: CSVDelimiter?) throws(InputError) {
    var source = source
    do throws(FileError) {
      while source.window.count < CSVDelimiter.sampleSize, try source.window.fill() {}
    } catch {
      throw .file(error)
    }
    let isWhole = source.window.count < CSVDelimiter.sampleSize
    let named = CSVDelimiter.declaration(source.window.unread)
    let found =
      wanted ?? named?.delimiter
      ?? CSVDelimiter.guess(source.window.unread, isWhole: isWhole)
    scan = CSVScan(delimiter: found.rawValue)
    if let named {
      source.window.start += named.length
      nextLine = 2
    }
    self.source = source
  }

  /// From the next row on, cells have the escapes that `TSVWriter` makes; without `quotes`, a
  /// quote is itself wherever it stands, as in what that writes.
  public mutating func expectEscapes(quotes: Bool) {
    hasEscapes = true
    scan.hasQuotes = quotes
  }

  /// Goes to the next row; false at the end.
  public mutating func advance() throws(CSVError) -> Bool {
    repeat {
      source.window.start += rowLength
      rowLength = 0
      line = nextLine
      guard try scanRow() else { return false }
      nextLine += scan.lineEnds
    } while isEmptyLine
    return true
  }

  /// The next row with all its cells, or nil at the end.
  public mutating func next() throws(CSVError) -> CSVRow? {
    guard try advance() else { return nil }
    var cells: [String] = []
    cells.reserveCapacity(count)
    for index in 0..<count { cells.append(cell(index)) }
    return CSVRow(line: line, cells: cells, hasNUL: hasNUL)
  }

  /// How many cells the row has.
  public var count: Int { scan.cells.count }

  /// The text of one cell of the row.
  public func cell(_ index: Int) -> String {
    let cell = scan.cells[index]
    let bytes = UnsafeBufferPointer(
      start: source.window.base + source.window.start + cell.start, count: cell.end - cell.start)
    let text = CSVScan.text(bytes, hasInnerQuotes: cell.hasInnerQuotes)
    return hasEscapes ? TSVText.unescaped(text) : text
  }

  /// True where the row has a NUL character.
  public var hasNUL: Bool {
    memchr(source.window.base + source.window.start, 0, rowLength) != nil
  }

  private var isEmptyLine: Bool {
    scan.cells.count == 1 && scan.cells[0].start == 0 && scan.cells[0].end == 0
  }

  /// Scans the row at the front of the window, reading on as long as its end is not in sight.
  private mutating func scanRow() throws(CSVError) -> Bool {
    var isWhole = false
    while true {
      if source.window.count > 0 {
        switch scan.scan(source.window.unread, isWhole: isWhole) {
        case .row(let length):
          rowLength = length
          return true
        case .unclosed(let opened):
          throw .unclosedQuote(line: line + opened)
        case .cutOff:
          if source.window.count > Self.longestRow {
            throw .rowTooLong(line: line, limit: Self.longestRow)
          }
        }
      } else if isWhole {
        return false
      }
      do throws(FileError) {
        isWhole = try !source.window.fill()
      } catch {
        throw .input(.file(error))
      }
    }
  }
}

extension InputWindow {
  /// The bytes not yet taken; void after `fill()`.
  var unread: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: base + start, count: count)
  }
}
