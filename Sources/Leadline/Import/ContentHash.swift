/// Tells texts apart: 128 bits by FNV-1a, twice with different starts.
///
/// Not against forgery: who forges a row of a file only makes his own row be taken for another.
struct ContentHash {
  private var low: UInt64 = 0xcbf2_9ce4_8422_2325
  private var high: UInt64 = 0x6c62_272e_07bb_0142

  mutating func add(_ text: some StringProtocol) {
    for byte in text.utf8 { add(byte) }
    // Parts are kept apart by a byte that no text has.
    add(0xFF)
  }

  private mutating func add(_ byte: UInt8) {
    low = (low ^ UInt64(byte)) &* 0x100_0000_01b3
    high = (high &+ UInt64(byte) &+ 1) &* 0x9e37_79b9_7f4a_7c15
    high ^= high >> 29
  }

  /// A short text; begins with `#`, as no key of a file needs to.
  var text: String { "#" + String(high, radix: 36) + "-" + String(low, radix: 36) }
  var number: UInt64 { low ^ high }
}
