/// The characters that may mean something in a line, in both widths.
enum Marks {
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80
      ? scalar == " " || (9...13).contains(scalar.value) : scalar.properties.isWhitespace
  }

  static func opensGroup(_ scalar: Unicode.Scalar) -> Bool { scalar == "(" || scalar == "（" }
  static func closesGroup(_ scalar: Unicode.Scalar) -> Bool { scalar == ")" || scalar == "）" }
  static func selects(_ scalar: Unicode.Scalar) -> Bool { scalar == ":" || scalar == "：" }
  static func equals(_ scalar: Unicode.Scalar) -> Bool { scalar == "=" || scalar == "＝" }
  static func isGreater(_ scalar: Unicode.Scalar) -> Bool { scalar == ">" || scalar == "＞" }
  static func isLess(_ scalar: Unicode.Scalar) -> Bool { scalar == "<" || scalar == "＜" }
  static func compares(_ scalar: Unicode.Scalar) -> Bool { isGreater(scalar) || isLess(scalar) }

  static func isOperator(_ scalar: Unicode.Scalar) -> Bool {
    selects(scalar) || equals(scalar) || compares(scalar)
  }

  static func separates(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "," || scalar == "，" || scalar == "、"
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }

  /// Letters of the Latin script, with their accents.
  static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A: true
    case 0xC0...0x24F: scalar.value != 0xD7 && scalar.value != 0xF7
    default: false
    }
  }
}
