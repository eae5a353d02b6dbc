import LeadlineModel
import Testing

@Suite struct WrittenStayTests {
  /// What is written, then place, group, first and last year.
  private static let written: [(String, String, String?, Int?, Int?)] = [
    ("南京大学", "南京大学", nil, nil, nil),
    ("南京大学 1995-1999", "南京大学", nil, 1995, 1999),
    ("南京大学1995—1999", "南京大学", nil, 1995, 1999),
    ("南京大学（1995～1999）", "南京大学", nil, 1995, 1999),
    ("南京大学 (1995 - 1999)", "南京大学", nil, 1995, 1999),
    ("南京大学，1995年9月至1999年7月", "南京大学", nil, 1995, 1999),
    ("南京大学 1995.9-1999.07", "南京大学", nil, 1995, 1999),
    ("南京大学 1995/09–1999/07", "南京大学", nil, 1995, 1999),
    ("南京大学 2019年至今", "南京大学", nil, 2019, nil),
    ("南京大学 2019-", "南京大学", nil, 2019, nil),
    ("南京大学 -1999", "南京大学", nil, nil, 1999),
    ("南京大学 1999", "南京大学", nil, 1999, 1999),
    ("南京大学95级", "南京大学", nil, 1995, 1995),
    ("南京大學 2003屆", "南京大學", nil, 2003, 2003),
    ("南京大学 03级", "南京大学", nil, 2003, 2003),
    ("南京大学 计算机系 1995-1999", "南京大学", "计算机系", 1995, 1999),
    ("南京大学 1995-1999 计算机系", "南京大学", "计算机系", 1995, 1999),
    ("南京大学　工商管理学院　95级", "南京大学", "工商管理学院", 1995, 1995),
    ("南京大学计算机系95级", "南京大学", "计算机系", 1995, 1995),
    ("南京大學法律系2班", "南京大學", "法律系2班", nil, nil),
    ("南京大学附中3班", "南京大学附中3班", nil, nil, nil),
    ("南京大学金陵学院", "南京大学金陵学院", nil, nil, nil),
    ("73021部队 三营二连 1990-1994", "73021部队", "三营二连", 1990, 1994),
    ("73021部队1990年至1994年", "73021部队", nil, 1990, 1994),
    ("Nanjing University, 1995-1999", "Nanjing University", nil, 1995, 1999),
    ("Foo, Inc. 1999-2003", "Foo, Inc.", nil, 1999, 2003),
    // What is part of a name stays in it.
    ("中国矿业大学（北京）", "中国矿业大学（北京）", nil, nil, nil),
    ("中国矿业大学（北京） 1995-1999", "中国矿业大学（北京）", nil, 1995, 1999),
    ("北京 中国音乐学院", "北京 中国音乐学院", nil, nil, nil),
    ("Studio 1984", "Studio 1984", nil, nil, nil),
    ("Studio 1984-1999", "Studio", nil, 1984, 1999),
    ("Studio 54", "Studio 54", nil, nil, nil),
    ("江苏1998", "江苏1998", nil, nil, nil),
    ("第73021", "第73021", nil, nil, nil),
    ("南京大学 1999-1995", "南京大学 1999-1995", nil, nil, nil),
    ("南京大学 0001-0002", "南京大学 0001-0002", nil, nil, nil),
    ("南京大学 1995-1997-1999", "南京大学 1995-1997-1999", nil, nil, nil),
    ("1995-1999", "1995-1999", nil, nil, nil),
    ("(1995)", "(1995)", nil, nil, nil),
    ("至今", "至今", nil, nil, nil), ("", "", nil, nil, nil),
  ]

  @Test func placeGroupAndYears() {
    for (text, place, group, from, to) in Self.written {
      let stay = WrittenStay(text)
      #expect(stay.place == place, "\(text)")
      #expect(stay.group == group, "\(text)")
      #expect(stay.years?.from == from && stay.years?.to == to, "\(text)")
    }
  }

  /// Whatever is written, no character of it is lost where nothing is understood, and what is found
  /// is found again in it.
  @Test func anyText() {
    let seed = UInt64.random(in: .min ... .max)
    print("written stays: seed \(seed)")
    var random = SeededNumbers(seed: seed)
    let pieces = [
      "南京大学", "计算机系", " ", "1995", "-", "至", "今", "年", "级", "（", "）", "95", ".", ",", "部队", "é",
    ]
    for _ in 0..<5_000 {
      let text = (0..<Int.random(in: 0...8, using: &random))
        .map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
      let stay = WrittenStay(text)
      #expect(text.contains(stay.place), "\(text)")
      #expect(stay.group.map(text.contains) ?? true, "\(text)")
      if stay.years == nil, stay.group == nil {
        let kept = text.filter { !$0.isWhitespace && $0 != "," }
        #expect(stay.place.filter { !$0.isWhitespace && $0 != "," } == kept, "\(text)")
      }
      if let from = stay.years?.from, let to = stay.years?.to { #expect(from <= to) }
    }
  }
}
