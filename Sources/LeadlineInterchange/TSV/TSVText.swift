/// The text of cells in tab-separated files.
public enum TSVText {
  /// What `TSVWriter` made `text` of: `\t`, `\n`, `\r`, `\\` and `\u{1B}` are undone.
  ///
  /// A backslash before anything else is itself.
  public static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(0x5C) else { return text }
    var out = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "\\", let (meant, length) = escape(rest) {
        out.append(meant)
        rest = rest.dropFirst(length)
      } else {
        out.append(scalar)
      }
    }
    return String(out)
  }

  /// What stands behind a backslash, and how long it is.
  private static func escape(
    _ rest: Substring.UnicodeScalarView
  ) -> (meant: Unicode.Scalar, length: Int)? {
    switch rest.first {
    case "t": return ("\t", 1)
    case "n": return ("\n", 1)
    case "r": return ("\r", 1)
    case "\\": return ("\\", 1)
    case "u": break
    default: return nil
    }
    let inside = rest.dropFirst()
    guard inside.first == "{", let close = inside.prefix(8).firstIndex(of: "}") else { return nil }
    let digits = inside[..<close].dropFirst()
    guard let value = UInt32(String(digits), radix: 16), value > 0,
      let meant = Unicode.Scalar(value)
    else {
      return nil
    }
    return (meant, digits.count + 3)
  }
}
