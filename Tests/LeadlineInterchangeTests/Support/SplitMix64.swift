import LeadlineModel

/// Random numbers that come again with the same seed.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Text full of what parsers stumble over.
  mutating func text(upTo length: Int) -> String {
    let pieces: [String] = [
      "a", "王", ",", ";", "\t", "\n", "\r\n", "\r", "\"", "'", "=", "+", "-", "@", "＝", " ", "|",
      "\\", "é", "😀", "\u{1B}", "\u{202E}", "\u{FEFF}", "\u{E0041}", "sep=", "0", "5", "(", "&",
      "<b>", "\u{301}", "\u{7F}",
    ]
    let count = Int.random(in: 0...length, using: &self)
    return (0..<count).map { _ in pieces.randomElement(using: &self) ?? "" }.joined()
  }
}
