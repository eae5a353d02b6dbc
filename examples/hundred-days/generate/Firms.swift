/// A company, made up, and the domain of its e-mail addresses.
struct Firm {
  let name: String
  let region: String
  let domain: String

  /// The regions that the departments call 苏南.
  var isNearby: Bool { ["苏州", "无锡", "常州", "镇江", "南京"].contains(region) }
}

/// Gives companies, each name once.
struct Firms {
  private var brands: [(String, String)]
  private var chance: Chance

  init(seed: UInt64) {
    chance = Chance(seed: seed)
    brands = chance.shuffled(
      Self.heads.flatMap { head in
        Self.tails.map { (head.0 + $0.0, head.1 + $0.1) }
      })
  }

  mutating func next(_ trade: String) -> Firm {
    let (brand, latin) = brands.removeLast()
    let (region, suffix) = chance.pick(Self.regions)
    return Firm(
      name: region + brand + trade + suffix, region: region, domain: "\(latin).example")
  }

  private static let company = "有限公司"
  private static let regions = [
    ("苏州", company), ("苏州", company), ("苏州", company), ("上海", company), ("上海", company),
    ("上海", company), ("无锡", company), ("无锡", company), ("常州", company), ("镇江", company),
    ("南京", company), ("杭州", company), ("深圳", company), ("台湾", "股份有限公司"),
    ("台湾", "股份有限公司"), ("香港", "集团有限公司"), ("日本", "株式会社"),
  ]
  private static let heads = [
    ("恒", "heng"), ("瑞", "rui"), ("铭", "ming"), ("嘉", "jia"), ("启", "qi"), ("博", "bo"),
    ("凯", "kai"), ("远", "yuan"), ("盛", "sheng"), ("泽", "ze"), ("昊", "hao"), ("尚", "shang"),
    ("骏", "jun"), ("卓", "zhuo"), ("辰", "chen"), ("誉", "yu"),
  ]
  private static let tails = [
    ("朗", "lang"), ("川", "chuan"), ("达", "da"), ("和", "he"), ("源", "yuan"), ("鼎", "ding"),
    ("诚", "cheng"), ("业", "ye"), ("邦", "bang"), ("驰", "chi"), ("腾", "teng"), ("信", "xin"),
  ]
}
