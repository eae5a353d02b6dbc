/// What kind of organisation a place is, and what people do there.
public enum PlaceKind: String, CaseIterable, Hashable, Sendable {
  case company, school, unit, agency, town

  /// What somebody who was there did, as far as the kind tells.
  public var affiliation: Affiliation.Kind {
    switch self {
    case .company, .agency: .work
    case .school: .study
    case .unit: .service
    case .town: .town
    }
  }

  /// What a name says of its kind; a company where it says nothing.
  ///
  /// The ending tells more than what stands before it: the press and the hospital of a university are
  /// no schools. Where it is known what somebody did there, the kind is one where people do that.
  public init(guessedFrom name: String, for affiliation: Affiliation.Kind? = nil) {
    let guess = Self.guess(name)
    let fitting = Self.allCases.first { $0.affiliation == affiliation }
    self = affiliation.map { $0 == guess.affiliation } ?? true ? guess : fitting ?? guess
  }

  private static func guess(_ name: String) -> PlaceKind {
    let fold = Fold.text(name)
    if firms.contains(where: { fold.hasSuffix($0) }) { return .company }
    if let sign = signs.first(where: { $0.words.contains { fold.contains($0) } }) {
      return sign.kind
    }
    if isTroop(fold) { return .unit }
    return endings.first { $0.words.contains { fold.hasSuffix($0) } }?.kind ?? .company
  }

  /// Whether a name ends in a troop after its number or its arm: 三营二连, 某团, 炮兵旅, 第12集团军.
  private static func isTroop(_ fold: String) -> Bool {
    guard let last = fold.last, "师旅团营连排军".contains(last) else { return false }
    let rest = fold.dropLast()
    return rest.last.map { $0.isNumber || "一二三四五六七八九十百某".contains($0) } ?? false
      || arms.contains { rest.hasSuffix($0) }
  }

  private static let arms = [
    "步兵", "炮兵", "装甲", "坦克", "工兵", "通信", "侦察", "防化", "摩步", "机步", "合成", "空降", "特战", "陆战", "集团",
  ]

  /// Endings of companies and of what counts as one, whatever stands before.
  private static let firms = [
    "公司", "集团", "医院", "出版社", "旅行社", "事务所", "银行", "工厂", "超市", "ltd", "limited", "inc", "corp",
    "gmbh", "press", "hospital",
  ]

  /// Words anywhere in a folded name.
  private static let signs: [(kind: PlaceKind, words: [String])] = [
    (.school, ["大学", "学院", "中学", "小学", "党校", "技校", "university", "college", "school"]),
    (
      .unit,
      ["部队", "解放军", "陆军", "海军", "空军", "火箭军", "武警", "消防支队", "regiment", "brigade", "battalion"]
    ),
  ]

  private static let endings: [(kind: PlaceKind, words: [String])] = [
    (.school, ["学校", "一中", "二中", "三中", "师大", "科大", "工大", "农大", "医大", "财大", "交大"]),
    (.unit, ["舰队", "军区", "军分区", "警备区"]),
    (
      .agency,
      ["局", "厅", "委", "办", "政府", "委员会", "管委会", "法院", "检察院", "ministry", "bureau"]
    ),
    (.town, ["省", "市", "县", "区", "镇", "乡", "村"]),
  ]
}
