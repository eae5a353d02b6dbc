/// Reads Chinese numerals, mixed with plain digits or not: 三千五百万, 1亿2000万, 壹拾壹, 1.2亿, 三点五.
///
/// Units fall from left to right. A last digit without a unit counts tenths of the unit before it
/// (三万五 = 35000). Digits in a row (一一), ranges (三五万) and 一亿五千, which may mean two things, are
/// no numerals.
public enum ChineseNumeral {
  /// The exact value of the whole text, nil where it is none or too large for 64 bits.
  public static func value(_ text: String) -> ExactNumber? {
    try? read(FoldedText(text).text)
  }

  /// The number whose digits are said one by one, as years are: 二〇二六.
  static func spelled(_ folded: String) -> String? {
    guard let tokens = NumeralToken.tokens(of: folded) else { return nil }
    return tokens.isEmpty ? nil : spelled(tokens[...])
  }

  /// Reads a folded text.
  static func read(_ folded: String) throws(NumeralFault) -> ExactNumber {
    let isNegative = folded.hasPrefix("负") || folded.hasPrefix("-")
    guard let tokens = NumeralToken.tokens(of: folded.dropFirst(isNegative ? 1 : 0)),
      !tokens.isEmpty
    else { throw .malformed }
    let magnitude = try magnitude(of: tokens[...])
    return isNegative
      ? ExactNumber(digits: -magnitude.digits, decimals: magnitude.decimals) : magnitude
  }

  private static func magnitude(
    of tokens: ArraySlice<NumeralToken>
  ) throws(NumeralFault) -> ExactNumber {
    if case .plain(let text)? = tokens.first,
      let power = NumeralToken.power(of: tokens.dropFirst())
    {
      return try ExactNumber(plain: text).scaled(by: power)
    }
    if let point = tokens.firstIndex(of: .point) {
      return try decimal(tokens[..<point], tokens[(point + 1)...])
    }
    return ExactNumber(digits: try integer(tokens))
  }

  /// 三点五亿: the whole part, the digits behind 点, and the units that hold for both.
  private static func decimal(
    _ whole: ArraySlice<NumeralToken>, _ tail: ArraySlice<NumeralToken>
  ) throws(NumeralFault) -> ExactNumber {
    let fraction = tail.prefix { !$0.isUnit }
    guard let digits = spelled(fraction),
      let power = NumeralToken.power(of: tail[fraction.endIndex...])
    else { throw .malformed }
    let number = try ExactNumber(whole: String(try integer(whole)), fraction: digits)
    return try number.scaled(by: power)
  }

  private static func spelled(_ tokens: ArraySlice<NumeralToken>) -> String? {
    guard !tokens.isEmpty else { return nil }
    var digits = ""
    for token in tokens {
      switch token {
      case .digit(let digit): digits += String(digit)
      case .zero: digits += "0"
      case .plain(let text) where text.allSatisfy(\.isPlainDigit): digits += text
      default: return nil
      }
    }
    return digits
  }

  private static func integer(_ tokens: ArraySlice<NumeralToken>) throws(NumeralFault) -> Int64 {
    if tokens.count == 1, tokens.first == .zero { return 0 }
    guard let cut = tokens.firstIndex(of: .hundredMillion) else {
      return try belowHundredMillion(tokens, follows: false)
    }
    let high = try belowHundredMillion(tokens[..<cut], follows: false)
    let low = try remainder(tokens[(cut + 1)...])
    return try ExactNumber.sum(try ExactNumber.product(high, 100_000_000), low)
  }

  /// What stands behind 亿. Without 万 it needs 零: 一亿五千 is said for 一亿五千万 too.
  private static func remainder(_ tokens: ArraySlice<NumeralToken>) throws(NumeralFault) -> Int64 {
    if tokens.isEmpty { return 0 }
    if tokens.count == 1, case .digit(let digit)? = tokens.first { return digit * 10_000_000 }
    if !tokens.contains(.myriad), tokens.first != .zero { throw .ambiguous }
    return try belowHundredMillion(tokens, follows: true)
  }

  private static func belowHundredMillion(
    _ tokens: ArraySlice<NumeralToken>, follows: Bool
  ) throws(NumeralFault) -> Int64 {
    guard let cut = tokens.firstIndex(of: .myriad) else {
      return try NumeralSection(follows: follows, isLast: true).value(tokens)
    }
    let high = try NumeralSection(follows: follows, isLast: false).value(tokens[..<cut])
    let tail = tokens[(cut + 1)...]
    var low: Int64 = 0
    if tail.count == 1, case .digit(let digit)? = tail.first {
      low = digit * 1000
    } else if !tail.isEmpty {
      low = try NumeralSection(follows: true, isLast: true).value(tail)
    }
    return try ExactNumber.sum(try ExactNumber.product(high, 10_000), low)
  }
}

extension NumeralToken {
  fileprivate var isUnit: Bool {
    switch self {
    case .unit, .myriad, .hundredMillion: true
    default: false
    }
  }
}
