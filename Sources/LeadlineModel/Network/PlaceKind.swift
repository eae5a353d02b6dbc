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
  public init(guessedFrom name: String) {
    let fold = Fold.text(name)
    let found = Self.signs.first { _, signs in signs.contains { fold.contains($0) } }
    let ending = Self.endings.first { _, endings in endings.contains { fold.hasSuffix($0) } }
    self = found?.kind ?? ending?.kind ?? .company
  }

  /// Words anywhere in a folded name.
  private static let signs: [(kind: PlaceKind, words: [String])] = [
    (.school, ["大学", "学院", "中学", "小学", "党校", "技校", "university", "college", "school"]),
    (.unit, ["部队", "解放军", "陆军", "空军", "武警", "消防支队", "regiment", "brigade", "battalion"]),
  ]

  private static let endings: [(kind: PlaceKind, words: [String])] = [
    (.school, ["学校", "一中", "二中", "三中"]),
    (.unit, ["师", "旅", "团", "营", "连", "军", "舰队", "军区", "军分区", "警备区"]),
    (.agency, ["局", "委", "办", "政府", "委员会", "管委会", "ministry", "bureau"]),
    (.town, ["省", "市", "县", "区", "镇", "乡", "村"]),
  ]
}
