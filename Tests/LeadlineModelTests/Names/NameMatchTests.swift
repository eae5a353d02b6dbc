import LeadlineModel
import Testing

@Suite struct NameMatchTests {
  @Test(
    arguments: [
      ("zhangwei", "张伟", .whole), ("zhang wei", "张伟", .whole), ("zhangw", "张伟", .start),
      ("zw", "张伟", .whole), ("伟", "张伟", .word), ("張偉", "张伟", .whole), ("wei", "張偉", .word),
      ("zeng", "曾国藩", .start), ("cengjing", "曾经", .whole), ("eng", "曾国藩", nil),
      ("muller", "Müller", .whole), ("ülle", "Müller", .elsewhere), ("mull", "Karl Müller", .word),
      ("shanxiongxin", "单雄信", .whole), ("yuchi", "尉迟恭", .start), ("moqi", "万俟卨", .start),
      ("zhangsun", "长孙无忌", .start), ("ou", "区志强", .start), ("piao", "朴正熙", .start),
      ("张w", "张伟", .whole), ("张zh", "张志强", .start), ("张wei", "张伟", .whole), ("z伟", "张伟", .whole),
      ("zwei", "张伟", nil), ("ibmzg", "IBM中国", .whole), ("ibm zhongguo", "IBM中国", .whole),
      ("li na", "Carolina", nil), ("lina", "Carolina", .elsewhere), ("li na", "李娜", .whole),
      ("john smith", "John Smith", .whole), ("johnsmith", "John Smith", .whole),
      ("lv", "吕布", .start), ("lü", "吕布", .start), ("lu", "吕布", .start),
      ("denver", "Denver", .whole), ("denuer", "Denver", nil), ("yve", "Yves", .start),
      ("brien", "O'Brien", .word), ("", "x", nil), ("njdx", "南京大学", .whole),
      ("南京大学计算机科学与技术系", "南京大学计算机科学与技术系", .whole),
      ("nanjingdaxuejisuanji", "南京大学计算机科学与技术系", .start),
      ("qianlong", "乾隆", .whole), ("zhuzuo", "著作", .whole), ("著", "着", .whole),
      ("dxjsj", "南京大学计算机科学与技术系", .word), ("maimaiti", "阿里·买买提", .word),
    ] as [(String, String, NameMatch.Rank?)])
  func ranks(query: String, name: String, rank: NameMatch.Rank?) {
    #expect(NameMatch.rank(query: query, name: name) == rank)
    #expect(NameIndex([name]).find(query)[name] == rank)
  }

  @Test func ranksAreOrdered() {
    #expect(NameMatch.Rank.allCases.sorted() == [.whole, .start, .word, .elsewhere])
  }
}
