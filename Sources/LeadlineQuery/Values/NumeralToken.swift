/// A piece of a Chinese numeral.
enum NumeralToken: Equatable {
  /// 一 to 九, and 两.
  case digit(Int64)
  case zero
  /// 十 百 千 as powers of ten.
  case unit(Int)
  /// 万
  case myriad
  /// 亿
  case hundredMillion
  /// 点
  case point
  /// Plain digits, as written.
  case plain(String)

  /// Cuts a folded text into tokens; nil where a character belongs to no numeral.
  static func tokens(of text: some StringProtocol) -> [NumeralToken]? {
    var tokens: [NumeralToken] = []
    var run = ""
    for character in text {
      if character.isPlainDigit || character == "," || character == "." {
        run.append(character)
        continue
      }
      guard let meaning = table[character] else { return nil }
      if !run.isEmpty { tokens.append(.plain(run)) }
      run = ""
      tokens += meaning
    }
    if !run.isEmpty { tokens.append(.plain(run)) }
    return tokens
  }

  /// Whether a character of a folded text can stand in a numeral.
  static func canHold(_ character: Character) -> Bool {
    character.isPlainDigit || character == "," || character == "." || table[character] != nil
  }

  /// Whether it is one of 十 百 千 万 亿.
  static func isUnit(_ character: Character) -> Bool {
    guard let meaning = table[character], meaning.count == 1 else { return false }
    switch meaning[0] {
    case .unit, .myriad, .hundredMillion: return true
    default: return false
    }
  }

  /// The power of ten of a chain of units (千万, 万亿) that stands behind one number.
  static func power(of units: ArraySlice<NumeralToken>) -> Int? {
    var units = units
    var power = 0
    if case .unit(let small)? = units.first {
      power += small
      units = units.dropFirst()
    }
    if units.first == .myriad {
      power += 4
      units = units.dropFirst()
    }
    if units.first == .hundredMillion {
      power += 8
      units = units.dropFirst()
    }
    return units.isEmpty ? power : nil
  }

  private static let table: [Character: [NumeralToken]] = {
    var table: [Character: [NumeralToken]] = [
      "两": [.digit(2)], "零": [.zero], "〇": [.zero], "点": [.point],
      "廿": [.digit(2), .unit(1)], "卅": [.digit(3), .unit(1)],
      "万": [.myriad], "亿": [.hundredMillion],
    ]
    for digits in ["一二三四五六七八九", "壹贰叁肆伍陆柒捌玖"] {
      for (index, digit) in digits.enumerated() { table[digit] = [.digit(Int64(index) + 1)] }
    }
    for units in ["十百千", "拾佰仟"] {
      for (index, unit) in units.enumerated() { table[unit] = [.unit(index + 1)] }
    }
    return table
  }()
}
