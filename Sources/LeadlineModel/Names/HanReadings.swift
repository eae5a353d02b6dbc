import CHanTable

/// The readings of a folded Han character, the commonest first.
struct HanReadings {
  private let numbers: UnsafePointer<UInt16>

  init(of scalar: UInt32) {
    numbers = leadline_readings(scalar)
  }

  var count: Int { Int(numbers[0]) }

  subscript(index: Int) -> Syllable {
    Syllable(number: numbers[index + 1])
  }
}

/// A pinyin syllable without tone; ü is written v.
struct Syllable {
  private let packed: UInt64

  init(number: UInt16) {
    packed = leadline_syllable(number)
  }

  var count: Int { Int(packed & 0xFF) }

  subscript(index: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: packed >> UInt64(56 - 8 * index))
  }

  var text: String {
    String(scalars: (0..<count).map { UInt32(self[$0]) })
  }
}

/// The one spelling of ü in what is searched: v after these letters is written u.
enum Umlaut {
  static func follows(_ letter: UInt32) -> Bool {
    switch UInt8(truncatingIfNeeded: letter) {
    case UInt8(ascii: "l"), UInt8(ascii: "n"), UInt8(ascii: "j"), UInt8(ascii: "q"),
      UInt8(ascii: "x"), UInt8(ascii: "y"):
      letter < 0x80
    default: false
    }
  }

  /// `letter` as it is searched when it stands after `previous`.
  static func spelt(_ letter: UInt32, after previous: UInt32) -> UInt32 {
    letter == 0x76 && follows(previous) ? 0x75 : letter
  }
}
