internal import LeadlineModel
internal import LeadlineReports

extension Network {
  /// What connects two persons; places go by their keys until somebody asks for the words.
  enum Reason: Hashable {
    case shared(Affiliation.Kind, Int64, group: String?, SharedYears)
    case declared(kind: String, strength: Int?)
    case dealings(Day)

    /// Which of two comes first that are worth the same.
    var rank: Int64 {
      switch self {
      case .declared: 0
      case .shared(_, let organisation, _, _): organisation
      case .dealings: .max
      }
    }

    /// Whether a stronger one says it already: the same, or that of a group within the place where
    /// this one knows no other years.
    func isSaid(by stronger: Reason) -> Bool {
      if case .shared(let kind, let place, nil, let years) = self,
        case .shared(kind, place, _?, let theirs) = stronger
      {
        return years == .unknown || years == theirs
      }
      return self == stronger
    }
  }

  typealias Found = (_ person: Int64, _ other: Int64, _ worth: Double, Reason) throws -> Void

  /// Tells what connects persons to others, at least what makes a tie stronger than the bound.
  func reasons(of persons: [Int64], above bound: (Int64) -> Double, _ body: Found) throws {
    try loadStays(of: persons)
    try loadDeclared(of: persons)
    try loadDealings(of: persons.filter { bound($0) < mostMet })
    for person in persons {
      let bound = bound(person)
      for stay in stays[person] ?? [] where most(stay, of: person) > bound {
        try companions(of: person, stay, above: bound, body)
      }
      for (other, tie) in (declared[person] ?? [:]).inOrder { try tell(person, other, tie, body) }
      for (other, day) in (dealings[person] ?? [:]).inOrder {
        try body(person, other, met, .dealings(day))
      }
    }
  }

  /// Tells what connects two groups of persons.
  ///
  /// What they declared is read of the fewer.
  func reasons(
    between near: [Int64], and far: [Int64], above bound: (Int64, Int64) -> Double, _ body: Found
  ) throws {
    try loadStays(of: near + far)
    let (few, many) = near.count < far.count ? (near, far) : (far, near)
    try loadDeclared(of: few)
    var there: [Place: [(person: Int64, stay: Affiliation, most: Double)]] = [:]
    for person in far {
      for stay in stays[person] ?? [] {
        there[stay.place, default: []].append((person, stay.affiliation, most(stay, of: person)))
      }
    }
    for person in near {
      for stay in stays[person] ?? [] {
        guard let others = there[stay.place] else { continue }
        let most = most(stay, of: person)
        for other in others where other.person != person {
          guard min(most, other.most) > bound(person, other.person) else { continue }
          try share(person, stay, other.person, other.stay, body)
        }
      }
    }
    let others = Set(many)
    for person in few {
      for (other, tie) in (declared[person] ?? [:]).inOrder where others.contains(other) {
        let (person, other) = near.count < far.count ? (person, other) : (other, person)
        try tell(person, other, tie, body)
      }
    }
    let (ours, theirs) = (near.filter(Key.isStaff), far.filter(Key.isStaff))
    let turned = { bound($1, $0) }
    try dealings(of: far, with: ours, above: turned) { try body($1, $0, $2, $3) }
    try dealings(of: near, with: theirs, above: bound, body)
  }

  /// Tells of the dealings of those who are contacts with some of the staff; they are read of those
  /// alone for whom they may make a tie stronger than the bound.
  private func dealings(
    of persons: [Int64], with staff: [Int64], above bound: (Int64, Int64) -> Double, _ body: Found
  ) throws {
    let contacts = persons.filter { contact in
      !Key.isStaff(contact) && staff.contains { bound(contact, $0) < mostMet }
    }
    try loadDealings(of: contacts)
    let members = Set(staff)
    for contact in contacts {
      for (member, day) in (dealings[contact] ?? [:]).inOrder where members.contains(member) {
        try body(contact, member, met, .dealings(day))
      }
    }
  }

  /// A bound for the ties that a stay makes.
  func most(_ stay: Stay, of person: Int64) -> Double {
    let worth = scale.most(of: stay.affiliation, in: year)
    return dealings[person]?.isEmpty == true ? worth : scale.warmed(worth, days: 0)
  }

  /// Dealings are a tie by themselves.
  private var met: Double { scale.strength(declared: nil, kind: "met") }
  /// The strongest that they make.
  var mostMet: Double { scale.warmed(met, days: 0) }

  private func tell(
    _ person: Int64, _ other: Int64, _ tie: Declared, _ body: Found
  ) throws {
    try body(person, other, worth(tie), .declared(kind: tie.kind, strength: tie.strength))
  }

  /// Tells of all who shared a person's time at a place.
  private func companions(
    of person: Int64, _ stay: Stay, above bound: Double, _ body: Found
  ) throws {
    let isWorthIt = { [scale] size in
      self.most(stay, of: person) * scale.factor(ofSize: size) > bound
    }
    for member in try contemporaries(of: stay, isWorthIt) where member.person != person {
      try share(person, stay, member.person, member.affiliation, body)
    }
  }

  /// Tells of the years that two shared at a place, and those in one class, unit or department.
  private func share(
    _ person: Int64, _ stay: Stay, _ other: Int64, _ their: Affiliation, _ body: Found
  ) throws {
    let own = stay.affiliation
    guard let years = own.years(with: their, until: year) else { return }
    var circle = Circle(place: stay.place, group: nil, year: years.first)
    func tell() throws {
      let worth = scale.strength(
        of: own.kind, years: years, isOneGroup: circle.group != nil, size: try size(of: circle),
        in: year)
      guard let worth else { return }
      try body(
        person, other, worth,
        .shared(own.kind, stay.place.organisation, group: circle.group, years))
    }
    try tell()
    if let group = own.group, group == their.group {
      circle.group = group
      try tell()
    }
  }
}

extension Dictionary where Key == Int64 {
  /// By number, so that of ways that are equally strong the same are found every time.
  fileprivate var inOrder: [(key: Int64, value: Value)] { sorted { $0.key < $1.key } }
}
