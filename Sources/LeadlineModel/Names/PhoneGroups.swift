/// The grouping of an international number for people.
enum PhoneGroups {
  /// `+86 138 1234 5678` from `8613812345678`.
  static func display(_ full: String) -> String {
    let country = String(full.prefix(countryLength(full)))
    let rest = full.dropFirst(country.count)
    return (["+" + country] + groups(of: rest, country: country)).joined(separator: " ")
  }

  private static func groups(of rest: Substring, country: String) -> [String] {
    switch country {
    case "86" where NumberShape.isChineseMobile(String(rest)): split(rest, first: 3)
    case "86": split(rest, first: NumberShape.areaLength(rest))
    case "1": [rest.prefix(3), rest.dropFirst(3).prefix(3), rest.dropFirst(6)].map(String.init)
    default: split(rest, first: rest.count % 4)
    }
  }

  /// A first group, then groups of four, the one before the last possibly of three.
  private static func split(_ digits: Substring, first: Int) -> [String] {
    var groups = first > 0 ? [String(digits.prefix(first))] : []
    var rest = digits.dropFirst(first)
    while !rest.isEmpty {
      let length = rest.count % 4 == 0 ? 4 : rest.count % 4
      groups.append(String(rest.prefix(length)))
      rest = rest.dropFirst(length)
    }
    return groups
  }

  /// The length of the country code, by the zones of ITU-T E.164.
  private static func countryLength(_ full: String) -> Int {
    let two: Set<String> = [
      "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46",
      "47", "48", "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63",
      "64", "65", "66", "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98",
    ]
    if full.hasPrefix("1") || full.hasPrefix("7") { return 1 }
    return two.contains(String(full.prefix(2))) ? 2 : 3
  }
}
