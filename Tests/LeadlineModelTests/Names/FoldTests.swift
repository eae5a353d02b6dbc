import LeadlineModel
import Testing

@Suite struct FoldTests {
  @Test(arguments: [
    ("Müller", "muller"), ("STRASSE Straße", "strasse strasse"), ("Øre Łódź Ærø", "ore lodz aero"),
    ("Ａｂｃ　１２", "abc 12"), ("  a \t\n b  ", "a b"), ("張偉", "张伟"), ("發髮发", "发发发"),
    ("乾幹干", "干干干"), ("後后", "后后"), ("Mu\u{308}ller", "muller"), ("Đặng", "dang"),
    ("О’Нил", "о'нил"), ("阿里·买买提", "阿里 买买提"), ("a\u{0}b\u{1F}c", "abc"), ("", ""),
    ("İstanbul ılık", "istanbul ilik"), ("ﬁn ㈱ ①", "fin (株) 1"), ("ΣΊΣΥΦΟΣ", "σισυφοσ"),
    ("峯羣昇", "峰群升"), ("plain text", "plain text"), (" ", ""), ("Ёжик", "ежик"),
  ])
  func folds(text: String, folded: String) {
    #expect(Fold.text(text) == folded)
  }

  @Test func foldingTwiceIsFoldingOnce() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let once = Fold.text("a\(Character(scalar)) \(Character(scalar))b")
      if Fold.text(once) != once { Issue.record("U+\(String(value, radix: 16)): \(once)") }
      if once.unicodeScalars.contains(where: { $0.value < 0x20 }) {
        Issue.record("a control character of U+\(String(value, radix: 16))")
      }
    }
  }
}
