internal import LeadlineModel
internal import LeadlineReports

extension Network {
  /// What connects two persons; places go by their keys until somebody asks for the words.
  enum Reason: Hashable {
    case shared(Affiliation.Kind, Int64, group: String?, SharedYears)
    case declared(kind: String, strength: Int?)
    case dealings(Day)
  }

  typealias Found = (_ person: Int64, _ other: Int64, _ worth: Double, Reason) throws -> Void

  /// Tells what connects persons to others, at least what makes a tie stronger than the bound.
  func reasons(of persons: [Int64], above bound: (Int64) -> Double, _ body: Found) throws {
    try loadStays(of: persons)
    try loadDeclared(of: persons)
    try loadDealings(of: persons)
    for person in persons {
      let bound = bound(person)
      for stay in stays[person] ?? [] where most(stay, of: person) > bound {
        try companions(of: person, stay, above: bound, body)
      }
      for (other, tie) in declared[person] ?? [:] { try tell(person, other, tie, body) }
      for (other, day) in dealings[person] ?? [:] {
        try body(person, other, met, .dealings(day))
      }
    }
  }

  /// Tells what connects two groups of persons.
  ///
  /// What they declared and dealt is read of those in `far`.
  func reasons(
    between near: [Int64], and far: [Int64], above bound: (Int64, Int64) -> Double, _ body: Found
  ) throws {
    try loadStays(of: near + far)
    try loadDeclared(of: far)
    try loadDealings(of: far)
    var there: [Place: [(person: Int64, stay: Stay)]] = [:]
    for person in far {
      for stay in stays[person] ?? [] { there[stay.place, default: []].append((person, stay)) }
    }
    for person in near {
      for stay in stays[person] ?? [] {
        for other in there[stay.place] ?? [] where other.person != person {
          let most = min(most(stay, of: person), most(other.stay, of: other.person))
          guard most > bound(person, other.person) else { continue }
          try share(person, stay, other.person, other.stay.affiliation, body)
        }
      }
    }
    let near = Set(near)
    for other in far {
      for (person, tie) in declared[other] ?? [:] where near.contains(person) {
        try tell(person, other, tie, body)
      }
      for (person, day) in dealings[other] ?? [:] where near.contains(person) {
        try body(person, other, met, .dealings(day))
      }
    }
  }

  /// A bound for the ties that a stay makes.
  func most(_ stay: Stay, of person: Int64) -> Double {
    let worth = scale.most(of: stay.affiliation, in: year)
    return dealings[person]?.isEmpty == true ? worth : scale.warmed(worth, days: 0)
  }

  /// Dealings are a tie by themselves.
  var met: Double { scale.strength(declared: nil, kind: "met") }

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
