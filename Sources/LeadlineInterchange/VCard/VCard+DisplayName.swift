extension VCard {
  /// The name to show: the formatted one, else made of the parts, else a nickname or organisation.
  ///
  /// Chinese, Japanese and Korean names go family first, without blanks.
  public var displayName: String {
    if !formattedName.isEmpty { return formattedName }
    if !name.isEmpty { return name.joined }
    return nicknames.first ?? organisations.first?.name ?? ""
  }
}

extension VCard.Name {
  var joined: String {
    let isEastern = [family, given].contains { $0.unicodeScalars.contains(where: Self.isEastern) }
    let parts =
      isEastern
      ? [prefix, family, additional, given, suffix] : [prefix, given, additional, family, suffix]
    return parts.filter { !$0.isEmpty }.joined(separator: isEastern ? "" : " ")
  }

  /// Han, kana and Hangul.
  private static func isEastern(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x11FF, 0x3005...0x3007, 0x3040...0x30FF, 0x3130...0x318F, 0x3400...0x9FFF,
      0xAC00...0xD7AF, 0xF900...0xFAFF, 0xFF66...0xFF9F, 0x20000...0x3FFFF:
      true
    default: false
    }
  }
}
