/// Up to twelve ASCII letters and the mark of a cut, in one number that orders like the text.
struct PackedText: Hashable {
  /// How many scalars a key holds at most.
  static let limit = 12
  /// Stands at the end of a key whose text goes on.
  static let mark = "\u{1F}"

  private(set) var bits: UInt128 = 0
  private(set) var count = 0
  private(set) var isCut = false

  var last: UInt32 { count == 0 ? 0 : self[count - 1] }

  subscript(index: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: bits >> UInt128(120 - 8 * index)) & 0xFF
  }

  /// Adds a letter, or the mark when there is no room for it.
  mutating func append(_ letter: UInt32, limit: Int) {
    if count >= limit { return cut() }
    bits |= UInt128(letter) << UInt128(120 - 8 * count)
    count += 1
  }

  mutating func cut() {
    if isCut { return }
    isCut = true
    bits |= 0x1F << UInt128(120 - 8 * count)
  }

  /// The first letters alone, marked as cut.
  func cut(to length: Int) -> PackedText {
    var text = PackedText()
    for index in 0..<min(length, count) { text.append(self[index], limit: length) }
    text.cut()
    return text
  }

  var text: String {
    let length = count + (isCut ? 1 : 0)
    return String(unsafeUninitializedCapacity: length) { buffer in
      for index in 0..<length {
        buffer[index] = UInt8(truncatingIfNeeded: bits >> UInt128(120 - 8 * index))
      }
      return length
    }
  }
}
