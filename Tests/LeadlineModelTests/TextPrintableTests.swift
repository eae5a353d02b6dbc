import LeadlineModel
import Testing

@Suite struct TextPrintableTests {
  @Test(arguments: [
    ("plain 台达电子（苏州）", "plain 台达电子（苏州）"),
    ("a\nb\tc\r", "a\\nb\\tc\\r"),
    ("\u{1B}[31mred\u{7F}\u{9B}0m", "\\u{1B}[31mred\\u{7F}\\u{9B}0m"),
    ("\u{202E}evil\u{2069}\u{61C}", "\\u{202E}evil\\u{2069}\\u{61C}"),
    ("a\u{200B}b\u{2060}c\u{FEFF}", "a\\u{200B}b\\u{2060}c\\u{FEFF}"),
    ("\u{2028}\u{2029}", "\\u{2028}\\u{2029}"),
    ("hi\u{E0041}\u{E007F}", "hi\\u{E0041}\\u{E007F}"),
    ("a\u{200D}b", "a\\u{200D}b"),
    ("王\u{200C}伟", "王\\u{200C}伟"),
    ("👩\u{200D}🔬 ❤️\u{200D}🔥", "👩\u{200D}🔬 ❤️\u{200D}🔥"),
    ("क\u{94D}\u{200D}ष می\u{200C}خواهم", "क\u{94D}\u{200D}ष می\u{200C}خواهم"),
    ("é e\u{301} “quoted” …", "é e\u{301} “quoted” …"),
    ("", ""),
  ]) func shows(raw: String, expected: String) {
    let shown = Printable.escaping(raw)
    #expect(Array(shown.unicodeScalars) == Array(expected.unicodeScalars))
    #expect(Printable.escaping(shown) == shown)
    #expect(Printable(raw).description == shown)
  }

  @Test func keepsNewlinesOnRequest() {
    #expect(Printable("a\r\nb\tc", keepingNewlines: true).text == "a\\r\nb\\tc")
  }

  @Test func noControlOrFormatCharacterSurvivesAlone() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let shown = Printable.escaping("a\(scalar)b")
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator:
        #expect(shown.utf8.allSatisfy { (0x20..<0x7F).contains($0) }, "U+\(value)")
      case .format where !visibleFormats.contains(value):
        #expect(shown.utf8.allSatisfy { (0x20..<0x7F).contains($0) }, "U+\(value)")
      default: break
      }
    }
  }

  /// Signs of Arabic, Syriac, Kaithi and Egyptian that are drawn although they count as formats.
  private var visibleFormats: Set<UInt32> {
    Set([0x600...0x605, 0x6DD...0x6DD, 0x70F...0x70F, 0x890...0x891, 0x8E2...0x8E2].joined())
      .union([0x110BD, 0x110CD]).union(0x13430...0x1343F)
  }
}
