extension SearchKeys {
  /// The least digits of a query that look for phone numbers.
  public static let leastTail = 4

  /// The tokens of an e-mail address: from every position of its name and every label of its
  /// domain on, folded.
  public static func emailTokens(of address: String) -> [String] {
    let units = NameUnit.units(of: address)
    var tokens: [String] = []
    for start in units.indices where units.mayBeginPart(at: start) {
      let token = emailClass + units.text(from: start)
      if !tokens.contains(token) { tokens.append(token) }
    }
    return tokens
  }

  /// The tokens of a phone number: its digits backwards, so that a number's tail is a beginning.
  ///
  /// One token as typed and one in international form, where the first is not its tail. Numbers
  /// of less than four digits have none.
  public static func phoneTokens(of raw: String, country: String = "CN") -> [String] {
    let phone = Phone.normalised(raw, country: country)
    return tails(of: phone).map(phoneToken)
  }

  /// The digits a query looks for at the end of numbers; none unless it is made of digits.
  static func tails(ofQuery query: String, country: String) -> [String] {
    let isNumber = Fold.scalars(of: query).allSatisfy { scalar in
      switch scalar {
      case 0x30...0x39, 0x20, 0x28, 0x29, 0x2B, 0x2D...0x2F: true
      default: false
      }
    }
    return isNumber ? tails(of: Phone.normalised(query, country: country)) : []
  }

  private static func tails(of phone: Phone) -> [String] {
    guard phone.digits.utf8.count >= leastTail else { return [] }
    guard let full = phone.e164?.dropFirst(), full != phone.digits else { return [phone.digits] }
    return full.hasSuffix(phone.digits) ? [String(full)] : [phone.digits, String(full)]
  }

  static func phoneToken(of digits: String) -> String {
    phoneClass + String(digits.reversed())
  }
}

/// Whether an e-mail address answers a query: by a run of its name, or by its domain from the
/// start of a label on. A query with a blank inside is none for addresses.
public enum EmailMatch {
  public static func matches(query: String, address: String) -> Bool {
    let asked = NameUnit.units(of: query)
    guard !asked.isEmpty, !asked.contains(where: \.followsBlank) else { return false }
    let query = asked.map(\.scalar)
    let units = NameUnit.units(of: address)
    return units.indices.contains { start in
      units.mayBeginPart(at: start)
        && units[start...].lazy.map(\.scalar).starts(with: query)
    }
  }
}

extension [NameUnit] {
  fileprivate func mayBeginPart(at start: Int) -> Bool {
    let at: UInt32 = 0x40
    guard start > 0, self[..<start].contains(where: { $0.scalar == at }) else { return true }
    return self[start - 1].scalar == at || self[start - 1].scalar == 0x2E
  }
}
