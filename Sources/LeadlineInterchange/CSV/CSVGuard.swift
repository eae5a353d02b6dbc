/// Keeps a spreadsheet from taking text for a formula.
///
/// Text that begins with `=`, `+`, `-`, `@` (either width), tab, CR or `'` gets a `'` in front;
/// phone numbers do not. `strip` undoes exactly that.
public enum CSVGuard {
  public static func guarding(_ text: String) -> String {
    isRisky(text.unicodeScalars.first) && !isPhones(text) ? "'" + text : text
  }

  /// Takes one `'` off where one of the characters in question follows.
  public static func strip(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard scalars.first == "'", isRisky(scalars.dropFirst().first) else { return text }
    return String(scalars.dropFirst())
  }

  private static func isRisky(_ scalar: UnicodeScalar?) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\t", "\r", "'", "＝", "＋", "－", "＠": true
    default: false
    }
  }

  /// True for `+86 138 1234 5678`, and for several such in one cell.
  private static func isPhones(_ text: String) -> Bool {
    text.utf8.first == 0x2B
      && text.split(separator: "; ", omittingEmptySubsequences: false).allSatisfy(isPhone)
  }

  private static func isPhone(_ text: Substring) -> Bool {
    var bytes = text.utf8
    if bytes.first == 0x2B { bytes = bytes.dropFirst() }
    var digits = 0
    for byte in bytes {
      switch byte {
      case 0x30...0x39: digits += 1
      case 0x20, 0x28, 0x29, 0x2D: continue
      default: return false
      }
    }
    return digits >= 5
  }
}
