internal import LeadlineModel

/// A word or sign that names a currency, or one of several.
enum CurrencyMark: Equatable {
  case one(Currency)
  /// `$` and `¥`: the home currency if it is called so too, else `usual`.
  case sign(Set<String>, usual: Currency)
  /// 元 without a country: any currency may be called so.
  case yuan

  /// What it means where `home` is the currency of amounts that name none.
  func currency(home: Currency) -> Currency {
    switch self {
    case .one(let currency): currency
    case .sign(let codes, let usual): codes.contains(home.code) ? home : usual
    case .yuan: Self.yuans.contains(home.code) ? home : .cny
    }
  }

  /// The narrower of two marks on one amount (人民币300万元, `$3m HKD`); nil where they disagree.
  func joined(with other: CurrencyMark) -> CurrencyMark? {
    switch (self, other) {
    case (.yuan, _): other
    case (_, .yuan): self
    case (.one(let one), .one(let two)): one == two ? self : nil
    case (.sign(let codes, _), .one(let one)): codes.contains(one.code) ? other : nil
    case (.one(let one), .sign(let codes, _)): codes.contains(one.code) ? self : nil
    case (.sign(let codes, _), .sign(let others, _)): codes == others ? self : nil
    }
  }

  private static let yuans: Set<String> = ["CNY", "HKD", "MOP", "TWD"]
}

/// The names of currencies beside their codes.
enum CurrencyWords {
  /// The currency of a run of folded letters: a code, or an English name.
  static func currency(letters: String) -> Currency? {
    Currency(code: english[letters] ?? letters.uppercased())
  }

  /// Chinese names and signs, folded; longer ones come before their beginnings.
  static let marks: [(String, CurrencyMark)] = {
    var marks: [(String, CurrencyMark)] = [
      ("¥", sign(["CNY", "JPY"], usual: "CNY")), ("$", sign(dollars, usual: "USD")),
      ("元", .yuan), ("圆", .yuan), ("块钱", .yuan), ("块", .yuan),
    ]
    for (code, names) in names {
      guard let currency = Currency(code: code) else { continue }
      marks += names.split(separator: " ").map { (String($0), .one(currency)) }
    }
    return marks.sorted { $0.0.count > $1.0.count }
  }()

  /// The name that a Chinese amount ends in.
  static func name(of currency: Currency) -> Words {
    printed[currency.code] ?? Words(currency.code, currency.code, currency.code)
  }

  private static func sign(_ codes: Set<String>, usual: String) -> CurrencyMark {
    .sign(codes, usual: Currency(code: usual) ?? .cny)
  }

  private static let dollars: Set<String> = [
    "USD", "HKD", "TWD", "SGD", "AUD", "CAD", "NZD", "MXN", "MOP", "BND", "CLP", "COP", "ARS",
  ]

  private static let english = [
    "rmb": "CNY", "yuan": "CNY", "ntd": "TWD", "dollar": "USD", "dollars": "USD", "euro": "EUR",
    "euros": "EUR", "yen": "JPY", "pound": "GBP", "pounds": "GBP", "won": "KRW",
  ]

  private static let names: [(String, String)] = [
    ("CNY", "人民币"), ("USD", "美元 美金 us$"), ("EUR", "欧元 €"), ("GBP", "英镑 £"),
    ("JPY", "日元 日圆 日币 円"), ("HKD", "港元 港币 港圆 hk$"), ("MOP", "澳门元 澳门币 mop$"),
    ("TWD", "新台币 新台圆 台币 nt$"), ("KRW", "韩元 韩圆 韩币 ₩"), ("SGD", "新加坡元 新元 新币 s$"),
    ("AUD", "澳大利亚元 澳元 澳币 a$"), ("NZD", "新西兰元 纽元 nz$"), ("CAD", "加拿大元 加元 加币 c$"),
    ("CHF", "瑞士法郎 瑞郎"), ("RUB", "卢布 ₽"), ("INR", "印度卢比 ₹"), ("THB", "泰铢 ฿"),
    ("VND", "越南盾 ₫"), ("IDR", "印尼盾"), ("MYR", "马来西亚令吉 林吉特 令吉"), ("SEK", "瑞典克朗"),
    ("NOK", "挪威克朗"), ("DKK", "丹麦克朗"), ("PHP", "菲律宾比索 ₱"), ("ILS", "₪"), ("TRY", "₺"),
  ]

  private static let printed = [
    "CNY": Words("CNY", "人民币", "人民幣"), "USD": Words("USD", "美元", "美元"),
    "EUR": Words("EUR", "欧元", "歐元"), "GBP": Words("GBP", "英镑", "英鎊"),
    "JPY": Words("JPY", "日元", "日圓"), "HKD": Words("HKD", "港元", "港元"),
    "TWD": Words("TWD", "新台币", "新臺幣"), "KRW": Words("KRW", "韩元", "韓元"),
    "SGD": Words("SGD", "新加坡元", "新加坡元"), "AUD": Words("AUD", "澳元", "澳元"),
    "CAD": Words("CAD", "加元", "加元"), "CHF": Words("CHF", "瑞士法郎", "瑞士法郎"),
    "MOP": Words("MOP", "澳门元", "澳門元"), "RUB": Words("RUB", "卢布", "盧布"),
    "THB": Words("THB", "泰铢", "泰銖"),
  ]
}
