import LeadlineModel

/// Text on its way to a terminal: what would not be seen, or would act, is shown as an escape.
enum VisibleText {
  /// `Printable.escaping`, asked only where something might need it.
  static func of(_ text: String) -> String {
    text.utf8.allSatisfy(isHarmless) ? text : Printable.escaping(text)
  }

  /// True for bytes that only plain characters have: ASCII, and the leads of most letters and of
  /// all Han.
  private static func isHarmless(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20...0x7E, 0x80...0xC1, 0xC3...0xCC, 0xE4...0xEC: true
    default: false
    }
  }
}
