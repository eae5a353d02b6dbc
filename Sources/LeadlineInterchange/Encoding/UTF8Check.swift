/// Tells whether bytes are UTF-8 as Unicode defines it, block by block.
///
/// Own code because a file is to be checked without being held: the library's validation wants
/// one piece.
struct UTF8Check {
  /// The bytes seen so far.
  private(set) var count = 0
  /// Where the first character that is not UTF-8 begins, once it has been seen.
  private(set) var failure: Int?
  private var pending = 0
  private var low: UInt8 = 0x80
  private var high: UInt8 = 0xBF
  private var characterStart = 0

  /// True while nothing was wrong.
  mutating func feed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard failure == nil else { return false }
    var index = 0
    while index < bytes.count {
      if pending == 0 { index = Self.skipASCII(bytes, from: index) }
      guard index < bytes.count else { break }
      guard take(bytes[index], at: count + index) else {
        failure = characterStart
        return false
      }
      index += 1
    }
    count += bytes.count
    return true
  }

  /// To be asked at the end: false where a character is cut off.
  mutating func finish() -> Bool {
    if failure == nil, pending > 0 { failure = characterStart }
    return failure == nil
  }

  /// Where `bytes` stop being UTF-8, or nil.
  static func failure(in bytes: [UInt8]) -> Int? {
    var check = UTF8Check()
    let good = bytes.withUnsafeBufferPointer { check.feed($0) }
    return good && check.finish() ? nil : check.failure
  }

  private static func skipASCII(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return start }
    var index = start
    while index + 8 <= bytes.count,
      base.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    {
      index += 8
    }
    while index < bytes.count, bytes[index] < 0x80 { index += 1 }
    return index
  }

  /// The ranges of Unicode 16.0, table 3-7.
  @inline(__always)
  private mutating func take(_ byte: UInt8, at offset: Int) -> Bool {
    if pending > 0 {
      guard byte >= low, byte <= high else { return false }
      pending -= 1
      low = 0x80
      high = 0xBF
      return true
    }
    characterStart = offset
    switch byte {
    case 0x00...0x7F: return true
    case 0xC2...0xDF: pending = 1
    case 0xE0...0xEF:
      pending = 2
      if byte == 0xE0 { low = 0xA0 }
      if byte == 0xED { high = 0x9F }
    case 0xF0...0xF4:
      pending = 3
      if byte == 0xF0 { low = 0x90 }
      if byte == 0xF4 { high = 0x8F }
    default: return false
    }
    return true
  }
}
