/// What the first bytes of a file say about its encoding.
struct EncodingGuess {
  let encoding: TextEncoding
  /// How many bytes the byte order mark takes.
  let markLength: Int

  /// The encoding that a byte order mark names.
  static func byMark(_ bytes: some Collection<UInt8>) -> EncodingGuess? {
    let head = Array(bytes.prefix(4))
    if head.starts(with: [0xEF, 0xBB, 0xBF]) {
      return EncodingGuess(encoding: .utf8, markLength: 3)
    }
    if head == [0xFF, 0xFE, 0, 0] {
      return EncodingGuess(encoding: .utf32(bigEndian: false), markLength: 4)
    }
    if head == [0, 0, 0xFE, 0xFF] {
      return EncodingGuess(encoding: .utf32(bigEndian: true), markLength: 4)
    }
    if head.starts(with: [0xFF, 0xFE]) {
      return EncodingGuess(encoding: .utf16(bigEndian: false), markLength: 2)
    }
    if head.starts(with: [0xFE, 0xFF]) {
      return EncodingGuess(encoding: .utf16(bigEndian: true), markLength: 2)
    }
    return nil
  }

  /// UTF-16 or UTF-32 without a mark, where the zero bytes leave no doubt.
  static func byZeros(_ bytes: some Collection<UInt8>) -> TextEncoding? {
    let sample = Array(bytes.prefix(4096))
    guard sample.count >= 4, sample.contains(0) else { return nil }
    let whole = sample.count - sample.count % 4
    let zeros = (0..<4).map { phase in
      stride(from: phase, to: whole, by: 4).count { sample[$0] == 0 }
    }
    let groups = whole / 4
    // A scalar of UTF-32 has a zero first byte, a second under 0x11, and most often a zero there.
    if zeros[3] == groups, zeros[2] * 2 > groups { return .utf32(bigEndian: false) }
    if zeros[0] == groups, zeros[1] * 2 > groups { return .utf32(bigEndian: true) }
    let even = zeros[0] + zeros[2]
    let odd = zeros[1] + zeros[3]
    let enough = max(2, whole / 32)
    // Han such as U+4E00 have a zero in the other place, but far fewer do.
    if odd >= enough, even * 2 <= odd { return .utf16(bigEndian: false) }
    if even >= enough, odd * 2 <= even { return .utf16(bigEndian: true) }
    return nil
  }
}
