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

  /// Tells what connects persons to others, at least what makes a way over them stronger than
  /// `least`.
  func reasons(of persons: [Reached], above least: Double, _ body: Found) throws {
    try loadStays(of: persons.map(\.person))
    try listedReasons(of: persons, body)
    for person in persons {
      for stay in stays[person.person] ?? [] {
        guard person.strength * most(stay, of: person.person) > least else { continue }
        try companions(of: person, stay, above: least, body)
      }
    }
  }

  typealias Found = (_ person: Reached, _ other: Int64, _ worth: Double, Reason) throws -> Void

  /// Tells what was declared of persons, and whom they dealt with.
  func listedReasons(of persons: [Reached], _ body: Found) throws {
    try loadDeclared(of: persons.map(\.person))
    try loadDealings(of: persons.map(\.person))
    for person in persons {
      for tie in declared[person.person]?.ties ?? [] {
        try body(person, tie.other, tie.worth, .declared(kind: tie.kind, strength: tie.strength))
      }
      for (other, day) in (dealings[person.person] ?? [:]).inOrder {
        try body(person, other, met, .dealings(day))
      }
    }
  }

  typealias Joined = (_ person: Reached, _ other: Reached, _ worth: Double, Reason) throws -> Void

  /// Tells what connects two groups of persons, at least what makes a way over both stronger than
  /// `least`.
  func reasons(
    between near: [Reached], and far: [Reached], above least: () -> Double, _ body: Joined
  ) throws {
    if near.count < far.count {
      try acquaintances(of: near, among: far, above: least(), body)
    } else {
      try acquaintances(of: far, among: near, above: least()) { try body($1, $0, $2, $3) }
    }
    try meetings(of: near, and: far, above: least, body)
    try dealings(of: near, with: far, above: least(), body)
    try dealings(of: far, with: near, above: least()) { try body($1, $0, $2, $3) }
  }

  /// Tells who of two groups were at a place together.
  ///
  /// Of those near it is read only where they were with those far, if a tie may be strong enough.
  private func meetings(
    of near: [Reached], and far: [Reached], above least: () -> Double, _ body: Joined
  ) throws {
    try loadStays(of: far.map(\.person))
    let strongest = near.map(\.strength).max() ?? 0
    var there: [Place: [(person: Reached, stay: Affiliation, most: Double)]] = [:]
    var mostThere = 0.0
    for person in far {
      for stay in stays[person.person] ?? [] {
        let most = person.strength * most(stay, of: person.person)
        guard strongest * most > least() else { continue }
        there[stay.place, default: []].append((person, stay.affiliation, most))
        mostThere = max(mostThere, most)
      }
    }
    let near = near.filter { $0.strength * mostThere > least() }
    let visits = try stays(of: near.map(\.person), at: Set(there.keys.map(\.organisation)))
    for person in near {
      for stay in visits[person.person] ?? [] {
        guard let others = there[stay.place] else { continue }
        let most = most(stay, of: person.person)
        for other in others where other.person.person != person.person {
          let bound = person.strength * min(most * other.person.strength, other.most)
          guard bound > least() else { continue }
          try share(stay, with: other.stay) {
            try body(person, other.person, $0, $1)
          }
        }
      }
    }
  }

  /// Tells whom of the many the few were said to know.
  ///
  /// Of staff and a contact it is read of the contact, whom fewer know.
  private func acquaintances(
    of few: [Reached], among many: [Reached], above least: Double, _ body: Joined
  ) throws {
    func tell(
      _ known: [Int64: Acquaintances], of persons: [Reached], _ others: [Reached], _ body: Joined
    ) throws {
      let others = others.byNumber
      for person in persons {
        for tie in known[person.person]?.ties ?? [] {
          guard let other = others[tie.other] else { continue }
          try body(person, other, tie.worth, .declared(kind: tie.kind, strength: tie.strength))
        }
      }
    }
    let contacts = few.filter { !$0.isStaff }
    try loadDeclared(of: contacts.map(\.person))
    try tell(declared, of: contacts, many, body)
    let staff = few.filter(\.isStaff)
    let near = many.contacts(within: staff, worth: scale.most, above: least)
    try loadDeclared(of: near.map(\.person))
    try tell(declared, of: near, staff) { try body($1, $0, $2, $3) }
    let others = many.filter(\.isStaff)
    if others.isEmpty { return }
    try loadDeclaredAmongStaff(of: staff.map(\.person))
    try tell(declaredAmongStaff, of: staff, others, body)
  }

  /// Tells of the dealings of those who are contacts with those who are of the staff.
  private func dealings(
    of persons: [Reached], with others: [Reached], above least: Double, _ body: Joined
  ) throws {
    let staff = others.filter(\.isStaff)
    let contacts = persons.contacts(within: staff, worth: mostMet, above: least)
    try loadDealings(of: contacts.map(\.person))
    let members = staff.byNumber
    for contact in contacts {
      for (number, day) in (dealings[contact.person] ?? [:]).inOrder {
        guard let member = members[number] else { continue }
        try body(contact, member, met, .dealings(day))
      }
    }
  }

  /// A bound for the ties that a stay makes.
  func most(_ stay: Stay, of person: Int64) -> Double {
    most(worth: scale.most(of: stay.affiliation, in: year), of: person)
  }

  /// A bound for ties of such a worth.
  private func most(worth: Double, of person: Int64) -> Double {
    dealings[person]?.isEmpty == true ? worth : scale.warmed(worth, days: 0)
  }

  /// Dealings are a tie by themselves.
  private var met: Double { scale.strength(declared: nil, kind: "met") }
  /// The strongest that they make, and the strongest that is declared.
  var mostMet: Double { scale.warmed(met, days: 0) }
  var mostDeclared: Double { scale.warmed(scale.declared.max() ?? 0, days: 0) }

  /// Tells of all who shared a person's time at a place.
  private func companions(
    of person: Reached, _ stay: Stay, above least: Double,
    _ body: Found
  ) throws {
    let isWorthIt = { person.strength * self.most(worth: $0, of: person.person) > least }
    for member in try contemporaries(of: stay, isWorthIt) where member.person != person.person {
      try share(stay, with: member.affiliation) {
        try body(person, member.person, $0, $1)
      }
    }
  }

  /// Tells of the years that two shared at a place, and those in one class, unit or department.
  private func share(
    _ stay: Stay, with their: Affiliation, _ body: (_ worth: Double, Reason) throws -> Void
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
        worth, .shared(own.kind, stay.place.organisation, group: circle.group, years))
    }
    try tell()
    if let group = own.group, group == their.group {
      circle.group = group
      try tell()
    }
  }
}

extension Reached {
  var isStaff: Bool { Key.isStaff(person) }
}

extension [Reached] {
  fileprivate var byNumber: [Int64: Reached] {
    Dictionary(map { ($0.person, $0) }, uniquingKeysWith: { known, _ in known })
  }

  /// The contacts whom a tie of such a worth may join to some of the staff in a way stronger than
  /// `least`.
  fileprivate func contacts(
    within staff: [Reached], worth: Double, above least: Double
  ) -> [Reached] {
    let strongest = staff.map(\.strength).max() ?? 0
    return filter { !$0.isStaff && $0.strength * worth * strongest > least }
  }
}

extension Dictionary where Key == Int64 {
  /// By number, so that of ways that are equally strong the same are found every time.
  fileprivate var inOrder: [(key: Int64, value: Value)] { sorted { $0.key < $1.key } }
}
