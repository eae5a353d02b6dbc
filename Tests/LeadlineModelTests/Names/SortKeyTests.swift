import LeadlineModel
import Testing

@Suite struct SortKeyTests {
  @Test(arguments: [
    ("曾国藩", "zeng guo fan\u{1F}曾国藩"), ("單雄信", "shan xiong xin\u{1F}单雄信"),
    ("尉迟恭", "yu chi gong\u{1F}尉迟恭"), ("长孙无忌", "zhang sun wu ji\u{1F}长孙无忌"),
    ("Müller GmbH", "muller gmbh"), ("IBM中国", "ibm zhong guo\u{1F}ibm中国"), ("", ""),
    ("吕布", "lv bu\u{1F}吕布"), ("O'Brien 李", "o' brien li\u{1F}o'brien 李"),
  ])
  func keys(name: String, key: String) {
    #expect(SortKey.of(name) == key)
  }

  @Test func organisationsHaveNoSurname() {
    #expect(SortKey.of("解放日报", isPerson: false).hasPrefix("jie fang"))
    #expect(SortKey.of("解放", isPerson: true).hasPrefix("xie fang"))
  }

  @Test func departmentsStandByPinyinAndNoneLast() {
    let names = ["", "交通局", "发改局", "解放局", "Zoo", "农业局"]
    #expect(
      SortKey.ordered(names) == ["发改局", "交通局", "解放局", "农业局", "Zoo", ""])
  }

  @Test func syllablesOrderBeforeLongerOnes() {
    let names = ["林丹", "李娜", "Lisa", "黎明", "李伟", "曾志伟", "安妮", "吕布", "陸遜"]
    let sorted = names.sorted {
      SortKey.of($0).utf8.lexicographicallyPrecedes(SortKey.of($1).utf8)
    }
    #expect(sorted == ["安妮", "黎明", "李娜", "李伟", "林丹", "Lisa", "陸遜", "吕布", "曾志伟"])
  }
}
