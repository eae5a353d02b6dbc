/// What is written behind the digits of a phone number.
enum PhoneTail: Hashable {
  case none
  /// `转801`, `分机 801`: as the Chinese write it.
  case chinese(digits: String)
  /// `ext. 102`, `x12`, `;ext=5`, `#9`.
  case plain(digits: String)
  /// Dialled after pauses (`p`, also written `,`) or waiting (`w`, also `;`): `p123w4`.
  case dialled(String)
  /// Anything else.
  case other(hasDigits: Bool)

  /// Reads folded scalars.
  init(_ scalars: ArraySlice<UInt32>) {
    let text = String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
    self =
      Self.extended(text) ?? Self.paused(text)
      ?? (text.isEmpty ? .none : .other(hasDigits: text.contains(where: Self.isDigit)))
  }

  /// As it stands behind a number for people; nil for what has no form of its own.
  func display(inChina: Bool) -> String? {
    switch self {
    case .none: ""
    case .chinese(let digits): " 转\(digits)"
    case .plain(let digits): inChina ? " 转\(digits)" : " ext. \(digits)"
    case .dialled(let text): " \(text)"
    case .other: nil
    }
  }

  private static let marks: [(word: String, isChinese: Bool)] = [
    ("转", true), ("分机", true), (";ext=", false), ("extension", false), ("extn", false),
    ("ext", false), ("x", false), ("#", false), ("*", false),
  ]

  private static func extended(_ text: String) -> PhoneTail? {
    guard let mark = marks.first(where: { text.hasPrefix($0.word) }) else { return nil }
    let rest = text.dropFirst(mark.word.count).drop { " .:=-号码".contains($0) }
    let digits = String(rest.prefix(while: isDigit))
    guard !digits.isEmpty, !rest.dropFirst(digits.count).contains(where: isDigit) else {
      return nil
    }
    return mark.isChinese ? .chinese(digits: digits) : .plain(digits: digits)
  }

  private static func paused(_ text: String) -> PhoneTail? {
    var out = ""
    for character in text {
      switch character {
      case "p", ",": out.append("p")
      case "w", ";": out.append("w")
      case "0"..."9", "#", "*": out.append(character)
      case " ": continue
      default: return nil
      }
    }
    return out.contains(where: isDigit) && (out.hasPrefix("p") || out.hasPrefix("w"))
      ? .dialled(out) : nil
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}
