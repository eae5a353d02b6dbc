/// Strings as JSON (RFC 8259) has them.
enum JSONText {
  /// Appends `text` in quotes. Control characters, line separators, bidi controls and invisible
  /// tags are written `\uXXXX`.
  static func append(_ text: String, to out: inout [UInt8]) {
    out.append(0x22)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += [0x5C, 0x22]
      case "\\": out += [0x5C, 0x5C]
      case "\n": out += [0x5C, 0x6E]
      case "\r": out += [0x5C, 0x72]
      case "\t": out += [0x5C, 0x74]
      default:
        if isPlain(scalar) {
          out.append(contentsOf: UTF8.encode(scalar).unsafelyUnwrapped)
        } else {
          for unit in String(scalar).utf16 { escape(unit, to: &out) }
        }
      }
    }
    out.append(0x22)
  }

  private static func isPlain(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF,
      0xE0000...0xE007F:
      false
    default: true
    }
  }

  private static func escape(_ unit: UInt16, to out: inout [UInt8]) {
    let digits = String(unit, radix: 16)
    out += "\\u".utf8
    out += String(repeating: "0", count: 4 - digits.count).utf8
    out += digits.utf8
  }
}
