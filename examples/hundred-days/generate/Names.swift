/// A person's name as written and as an e-mail address spells it.
struct Name {
  let family: String
  let given: String
  let latin: String

  var isWestern: Bool { family.unicodeScalars.allSatisfy { $0.value < 0x250 } }
  var written: String { isWestern ? "\(given) \(family)" : family + given }
}

/// Gives Chinese names, each one once.
struct Names {
  private var waiting: [Name]

  init(seed: UInt64) {
    var chance = Chance(seed: seed)
    waiting = chance.shuffled(
      Self.families.flatMap { family in
        Self.given.map { given in
          Name(family: family.0, given: given.0, latin: given.1 + "." + family.1)
        }
      }
    ).filter { !Self.taken.contains($0.written) }
  }

  mutating func next() -> Name { waiting.removeLast() }

  /// Names that stand elsewhere by hand.
  private static let taken = ["王伟", "李娜", "周敏", "陈静", "张伟", "曾文彬", "单晓峰", "解志强"]

  private static let families = [
    ("王", "wang"), ("李", "li"), ("张", "zhang"), ("刘", "liu"), ("陈", "chen"), ("杨", "yang"),
    ("赵", "zhao"), ("黄", "huang"), ("周", "zhou"), ("吴", "wu"), ("徐", "xu"), ("孙", "sun"),
    ("胡", "hu"), ("朱", "zhu"), ("高", "gao"), ("林", "lin"), ("何", "he"), ("郭", "guo"),
    ("马", "ma"), ("罗", "luo"), ("梁", "liang"), ("宋", "song"), ("郑", "zheng"), ("谢", "xie"),
    ("韩", "han"), ("唐", "tang"), ("冯", "feng"), ("于", "yu"), ("董", "dong"), ("萧", "xiao"),
    ("程", "cheng"), ("曹", "cao"), ("袁", "yuan"), ("邓", "deng"), ("许", "xu"), ("傅", "fu"),
    ("沈", "shen"), ("吕", "lu"), ("仇", "qiu"), ("欧阳", "ouyang"),
  ]

  private static let given = [
    ("建国", "jianguo"), ("志强", "zhiqiang"), ("晓峰", "xiaofeng"), ("丽华", "lihua"),
    ("文彬", "wenbin"), ("敏", "min"), ("静", "jing"), ("伟", "wei"), ("娜", "na"), ("磊", "lei"),
    ("国强", "guoqiang"), ("海燕", "haiyan"), ("俊杰", "junjie"), ("婷婷", "tingting"),
    ("明辉", "minghui"), ("红梅", "hongmei"), ("永康", "yongkang"), ("秀英", "xiuying"),
    ("浩然", "haoran"), ("雪琴", "xueqin"), ("立新", "lixin"), ("思远", "siyuan"),
    ("春生", "chunsheng"), ("慧敏", "huimin"), ("振华", "zhenhua"), ("玉兰", "yulan"),
    ("少军", "shaojun"), ("佳怡", "jiayi"), ("德明", "deming"), ("亚萍", "yaping"),
  ]
}
