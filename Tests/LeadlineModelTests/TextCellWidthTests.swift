import Foundation
import LeadlineModel
import Testing

@Suite struct TextCellWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("台达电子", 8), ("Ａ１（）", 8), ("ｱｲｳ", 3), ("e\u{301}é", 2),
    ("“”…·", 4), ("👩\u{200D}🔬", 2), ("🇨🇳", 2), ("1️⃣", 2), ("❤️", 2), ("❤", 1), ("👍🏽", 2),
    ("한글", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("が", 2), ("か\u{3099}", 2), ("α±§", 3),
    ("葛\u{E0100}", 2), ("𠮷", 2), ("กี่", 1),
  ]) func measures(text: String, cells: Int) {
    #expect(CellWidth.of(text) == cells)
  }

  @Test(arguments: [
    ("台达电子", 8, "台达电子"), ("台达电子", 7, "台达.."), ("台达电子", 5, "台.."),
    ("abcdef", 4, "ab.."), ("abc", 1, "."), ("abc", 0, ""),
    ("👩\u{200D}🔬👩\u{200D}🔬x", 4, "👩\u{200D}🔬.."),
  ]) func truncates(text: String, cells: Int, expected: String) {
    #expect(CellWidth.truncate(text, to: cells) == expected)
  }

  @Test func agreesWithEastAsianWidth() throws {
    guard let lines = corpus("EastAsianWidth.txt") else { return }
    var seen = 0
    for line in lines {
      let entry = line.prefix { $0 != "#" }.split(separator: ";")
      guard entry.count == 2 else { continue }
      let width = entry[1].trimmingCharacters(in: .whitespaces)
      let ends = entry[0].trimmingCharacters(in: .whitespaces).components(separatedBy: "..")
      let low = try #require(UInt32(ends[0], radix: 16))
      let high = try #require(UInt32(ends[ends.count - 1], radix: 16))
      for scalar in (low...high).lazy.compactMap(Unicode.Scalar.init) {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control, .surrogate, .lineSeparator,
          .paragraphSeparator:
          continue
        default: break
        }
        if (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FF).contains(scalar.value) {
          continue
        }
        let expected = width == "W" || width == "F" ? 2 : 1
        #expect(CellWidth.of(Character(scalar)) == expected, "U+\(String(scalar.value, radix: 16))")
        seen += 1
      }
    }
    #expect(seen > 100_000)
  }

  @Test func everyQualifiedEmojiTakesTwoCells() throws {
    guard let lines = corpus("emoji-test.txt") else { return }
    var seen = 0
    for line in lines where line.contains("; fully-qualified") {
      let codes = line.prefix { $0 != ";" }.split(separator: " ")
      var text = ""
      for code in codes {
        let scalar = UInt32(code, radix: 16).flatMap(Unicode.Scalar.init)
        text.unicodeScalars.append(try #require(scalar))
      }
      #expect(CellWidth.of(text) == 2, "\(text)")
      seen += 1
    }
    #expect(seen > 3000)
  }

  private func corpus(_ name: String) -> [Substring]? {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder =
      ProcessInfo.processInfo.environment["LEADLINE_CORPORA"].map { URL(filePath: $0) }
      ?? root.deletingLastPathComponent().appending(path: "shared/corpora")
    let file = folder.appending(path: "unicode/\(name)")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else {
      print("skipped: no \(name) at \(file.path)")
      return nil
    }
    return text.split(whereSeparator: \.isNewline)
  }
}
