public import LeadlineModel

/// A birthday as far as a card tells it.
public enum VCardBirthday: Hashable, Sendable {
  case day(Day)
  /// Without a year.
  case monthDay(month: Int, day: Int)
  /// Something else, as written.
  case text(String)

  /// The day, where the card has all of it.
  public var day: Day? {
    if case .day(let day) = self { day } else { nil }
  }

  /// Reads `1980-03-22`, `19800322`, either with a time behind, and `--0322` or `--03-22`.
  ///
  /// `omittedYear` is the year that stands for none (`X-APPLE-OMIT-YEAR`).
  init?(_ raw: String, omittedYear: String? = nil) {
    let text = trimmed(raw.unicodeScalars[...])
    guard !text.isEmpty else { return nil }
    self = Self.parts(Array(text.utf8), omittedYear: omittedYear) ?? .text(text)
  }

  private static func parts(_ bytes: [UInt8], omittedYear: String?) -> VCardBirthday? {
    if bytes.starts(with: "--".utf8) {
      let digits = number(Array(bytes.dropFirst(2).filter { $0 != 0x2D }), from: 0, length: 4)
      guard let digits, Day(year: 2000, month: digits / 100, day: digits % 100) != nil else {
        return nil
      }
      return .monthDay(month: digits / 100, day: digits % 100)
    }
    guard let (year, month, day, length) = fullDate(bytes),
      length == bytes.count || !(0x30...0x39).contains(bytes[length]),
      let found = Day(year: year, month: month, day: day)
    else { return nil }
    if omittedYear == String(year) { return .monthDay(month: month, day: day) }
    return .day(found)
  }

  private static func fullDate(_ bytes: [UInt8]) -> (year: Int, month: Int, day: Int, length: Int)?
  {
    guard let year = number(bytes, from: 0, length: 4), bytes.count > 4 else { return nil }
    let separator = bytes[4]
    if separator == 0x2D || separator == 0x2F || separator == 0x2E {
      guard let month = number(bytes, from: 5, length: 2), bytes.count > 7, bytes[7] == separator,
        let day = number(bytes, from: 8, length: 2)
      else { return nil }
      return (year, month, day, 10)
    }
    guard let rest = number(bytes, from: 4, length: 4) else { return nil }
    return (year, rest / 100, rest % 100, 8)
  }

  private static func number(_ bytes: [UInt8], from start: Int, length: Int) -> Int? {
    guard start + length <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[start..<start + length] {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }
}

/// The text without blanks and line ends around it.
func trimmed(_ scalars: Substring.UnicodeScalarView) -> String {
  func isBlank(_ scalar: UnicodeScalar) -> Bool {
    scalar == " " || (0x09...0x0D).contains(scalar.value) || scalar == "\u{3000}"
  }
  var rest = scalars.drop(while: isBlank)
  while let last = rest.last, isBlank(last) { rest.removeLast() }
  return String(rest)
}
