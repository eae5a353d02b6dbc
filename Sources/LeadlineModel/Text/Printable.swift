/// Text that may be printed on a terminal: whatever could steer the terminal or hide itself is
/// shown as a visible escape (`\n`, `\u{1B}`).
///
/// Joiners stay where a script or an emoji needs them. What is shown is plain text, so escaping
/// twice changes nothing.
public struct Printable: Hashable, Sendable {
  public let text: String

  /// `keepingNewlines` is for text of several lines; everything else is escaped as ever.
  public init(_ raw: String, keepingNewlines: Bool = false) {
    text = Self.escaping(raw, keepingNewlines: keepingNewlines)
  }

  /// `raw` with every control, bidi control, separator and invisible character made visible.
  public static func escaping(_ raw: String, keepingNewlines: Bool = false) -> String {
    if raw.utf8.allSatisfy(isHarmlessByte) { return raw }
    let scalars = raw.unicodeScalars
    if scalars.allSatisfy(isAlwaysShown) { return raw }
    var result = ""
    result.reserveCapacity(raw.utf8.count + 16)
    var index = scalars.startIndex
    var previous: Unicode.Scalar?
    while index < scalars.endIndex {
      let scalar = scalars[index]
      index = scalars.index(after: index)
      let next = index < scalars.endIndex ? scalars[index] : nil
      if scalar == "\n" && keepingNewlines || isShown(scalar, after: previous, before: next) {
        result.unicodeScalars.append(scalar)
      } else {
        result += escape(of: scalar)
      }
      previous = scalar
    }
    return result
  }

  /// Bytes that no character to be escaped contains at its start: the common case, read at once.
  private static func isHarmlessByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x7F, 0xC2, 0xD8, 0xE1, 0xE2, 0xEF, 0xF0, 0xF3: false
    default: true
    }
  }

  private static func isShown(
    _ scalar: Unicode.Scalar, after previous: Unicode.Scalar?, before next: Unicode.Scalar?
  ) -> Bool {
    switch scalar.value {
    case 0x200C: joinsLetters(previous)
    case 0x200D: joinsLetters(previous) || joinsEmoji(previous, next)
    default: isAlwaysShown(scalar)
    }
  }

  private static func isAlwaysShown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x2028...0x202E,
      0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A,
      0xE0000...0xE007F:
      false
    default: true
    }
  }

  /// Scripts from Arabic to Tibetan, Myanmar, Khmer and Mongolian, where joiners choose the shape
  /// of a letter.
  private static func joinsLetters(_ previous: Unicode.Scalar?) -> Bool {
    switch previous?.value {
    case .some(0x600..<0x1000), .some(0x1000..<0x10A0), .some(0x1780..<0x18B0): true
    default: false
    }
  }

  private static func joinsEmoji(_ previous: Unicode.Scalar?, _ next: Unicode.Scalar?) -> Bool {
    guard let previous, let next, next.value > 0x7F, next.properties.isEmoji else { return false }
    return previous.value == 0xFE0F || previous.value > 0x7F && previous.properties.isEmoji
  }

  private static func escape(of scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": "\\n"
    case "\t": "\\t"
    case "\r": "\\r"
    default: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    }
  }
}

extension Printable: CustomStringConvertible {
  public var description: String { text }
}
