/// A phone number as somebody wrote it, read.
public struct Phone: Hashable, Sendable {
  /// The international form, `+8613812345678`; nil when no country can be told.
  public let e164: String?
  /// The digits as written, without extension or pause.
  public let digits: String
  /// The number for people, with its extension: `+86 138 1234 5678`, `+1 418 656 9254 ext. 102`.
  ///
  /// The digits where no country can be told, and the text as written where there is no digit or
  /// something else stands behind them. Reading it again gives the same.
  public let display: String

  /// Reads a number; one without a country is of `country` (`CN`, `US` or `CA`, else unknown).
  ///
  /// Shapes: Chinese mobiles (1, 3–9, nine digits) and landlines (0, area, number), numbers of
  /// ten digits in North America, anything of 7 to 15 digits after + or 00.
  public static func normalised(_ raw: String, country: String = "CN") -> Phone {
    let written = WrittenNumber(raw)
    let full = written.international ?? national(written.digits, country: country)
    return Phone(
      e164: full.map { "+" + $0 }, digits: written.digits,
      display: shown(written, full) ?? trimmed(raw))
  }

  /// The form for people; nil where something would be lost in it.
  private static func shown(_ written: WrittenNumber, _ full: String?) -> String? {
    guard !written.digits.isEmpty else { return nil }
    let number = full.map(PhoneGroups.display) ?? written.digits
    if let tail = written.tail.display(inChina: full?.hasPrefix("86") == true) {
      return number + tail
    }
    // A remark behind a number that is known for one says nothing of it.
    return full == nil || written.tail == .other(hasDigits: true) ? nil : number
  }

  private static func trimmed(_ raw: String) -> String {
    var rest = raw[...].drop(while: \.isWhitespace)
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }

  private static func national(_ digits: String, country: String) -> String? {
    switch country {
    case "CN": chinese(digits)
    case "US", "CA": NumberShape.isNorthAmerican(digits.drop("1")) ? "1" + digits.drop("1") : nil
    default: nil
    }
  }

  private static func chinese(_ digits: String) -> String? {
    let local = digits.utf8.count == 13 ? digits.drop("86") : digits
    if NumberShape.isChineseMobile(local) { return "86" + local }
    guard digits.hasPrefix("0"), NumberShape.isChineseLandline(digits.drop("0")) else {
      return nil
    }
    return "86" + digits.drop("0")
  }
}

/// What shapes national numbers have, without their trunk prefix.
enum NumberShape {
  static func isChineseMobile(_ digits: String) -> Bool {
    let bytes = Array(digits.utf8)
    return bytes.count == 11 && bytes[0] == 0x31 && (0x33...0x39).contains(bytes[1])
  }

  /// 10 and 2x take eight digits after the area; three-digit areas seven or eight.
  static func isChineseLandline(_ digits: String) -> Bool {
    let bytes = Array(digits.utf8)
    guard bytes.count > 2 else { return false }
    if (bytes[0], bytes[1]) == (0x31, 0x30) || bytes[0] == 0x32 { return bytes.count == 10 }
    return (0x33...0x39).contains(bytes[0]) && (10...11).contains(bytes.count)
  }

  static func isNorthAmerican(_ digits: String) -> Bool {
    let bytes = Array(digits.utf8)
    return bytes.count == 10 && bytes[0] > 0x31 && bytes[3] > 0x31
  }

  /// How many digits of the area a Chinese landline begins with.
  static func areaLength(_ digits: some StringProtocol) -> Int {
    digits.hasPrefix("10") || digits.hasPrefix("2") ? 2 : 3
  }
}

extension String {
  /// The text without `prefix`, where it begins so.
  func drop(_ prefix: String) -> String {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
  }
}
