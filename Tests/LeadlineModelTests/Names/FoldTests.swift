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

  /// All scalars of the table and the tags above it, many at a time.
  @Test func foldingTwiceIsFoldingOnce() {
    for start in stride(from: UInt32(0), to: 0xE0200, by: 128) where !(0x33000..<0xE0000 ~= start) {
      let scalars = (start..<start + 128).compactMap(Unicode.Scalar.init)
      let once = Fold.text(scalars.map { "\(Character($0)) " }.joined())
      #expect(Fold.text(once) == once)
      #expect(once.unicodeScalars.allSatisfy { $0.value >= 0x20 })
    }
  }
}
