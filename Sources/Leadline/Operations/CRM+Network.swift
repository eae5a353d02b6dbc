public import LeadlineModel
internal import LeadlineStore

/// What is said of a person's time at a place; years are calendar years.
public struct NewAffiliation: Hashable, Sendable {
  /// Nil for what the kind of the organisation tells.
  public var kind: Affiliation.Kind?
  public var role: String?
  /// The class, the department or the unit within the place.
  public var group: String?
  public var from: Int?
  /// Nil where it is not over, or not known.
  public var to: Int?

  public init(
    kind: Affiliation.Kind? = nil, role: String? = nil, group: String? = nil, from: Int? = nil,
    to: Int? = nil
  ) {
    self.kind = kind
    self.role = role
    self.group = group
    self.from = from
    self.to = to
  }
}

/// Where a person was affiliated.
public struct AffiliatedAt: Hashable, Sendable {
  public let organisation: NamedRef
  public let kind: Affiliation.Kind
  /// Whether the organisation was made for it.
  public let isNew: Bool
}

extension CRM {
  /// Records where a person studied, worked, served or comes from; a stay known there that shares
  /// years with it is brought up to what is said now.
  ///
  /// The organisation is made where none has the name. Throws `CRMError` for a person or an
  /// organisation that is not there, and for years that cannot be.
  @discardableResult
  public func affiliate(
    _ persons: [Ref], at organisation: String, _ stay: NewAffiliation, line: String? = nil
  ) throws -> Written<AffiliatedAt> {
    guard !organisation.allSatisfy(\.isWhitespace) else { throw CRMError.needsName(.organisation) }
    try check(persons)
    try check(stay)
    let known = try organisationNamed(organisation)
    return try write(line ?? "affiliate \(persons.spoken) \(organisation)") { writer in
      let place =
        try known
        ?? NamedRef(
          Ref(
            .organisation,
            writer.insertOrganisation(
              organisation, kind: PlaceKind(guessedFrom: organisation, for: stay.kind).rawValue)),
          name: organisation)
      let key = Database.key(of: place.ref)
      let kind = try stay.kind ?? database.placeKind(of: key).affiliation
      for person in persons {
        try writer.affiliate(
          Database.key(of: person), at: key, kind: kind, role: stay.role, group: stay.group,
          from: stay.from.map { Int64($0) }, to: stay.to.map { Int64($0) })
      }
      return AffiliatedAt(organisation: place, kind: kind, isNew: known == nil)
    }
  }

  /// Removes stays of persons at an organisation: those that kind and years mean, or all.
  ///
  /// Throws `CRMError.noAffiliation` where a person has none there.
  @discardableResult
  public func unaffiliate(
    _ persons: [Ref], from organisation: String, _ stay: NewAffiliation = NewAffiliation(),
    line: String? = nil
  ) throws -> Written<NamedRef> {
    try check(persons)
    guard let place = try organisationNamed(organisation) else {
      throw CRMError.unknown([.organisation], organisation, nearest: [])
    }
    return try write(line ?? "affiliate \(persons.spoken) \(organisation) --remove") { writer in
      for person in persons {
        let count = try writer.removeStays(
          of: Database.key(of: person), at: Database.key(of: place.ref), kind: stay.kind,
          from: stay.from.map { Int64($0) }, to: stay.to.map { Int64($0) })
        if count == 0 { throw CRMError.noAffiliation(person, place) }
      }
      return place
    }
  }

  /// Declares that `knower` knows `known`, how, and how well, from 1 to 5; it overrides what
  /// follows from where both were.
  @discardableResult
  public func tie(
    _ knower: Ref, _ known: Ref, kind: String? = nil, strength: Int? = nil, note: String? = nil,
    line: String? = nil
  ) throws -> Written<Void> {
    try check([knower, known])
    guard knower != known else { throw CRMError.tiedToOneself(knower) }
    if let strength, !(1...5).contains(strength) {
      throw CRMError.outOfRange(field: "strength", "1–5")
    }
    return try write(line ?? "tie \(knower) \(known)") { writer in
      try writer.declareTie(
        from: Database.key(of: knower), to: Database.key(of: known), kind: kind,
        strength: strength.map { Int64($0) }, note: note)
    }
  }

  /// Takes back what was declared between two persons.
  @discardableResult
  public func untie(_ person: Ref, _ other: Ref, line: String? = nil) throws -> Written<Void> {
    try check([person, other])
    return try write(line ?? "untie \(person) \(other)") { writer in
      let removed = try writer.removeTies(
        between: Database.key(of: person), and: Database.key(of: other))
      if removed == 0 { throw CRMError.noTie(person, other) }
    }
  }

  /// Whom a person is tied to, the strongest first, then by number.
  public func ties(of person: Ref) throws -> [(other: Ref, tie: Tie)] {
    try check([person])
    let ties = try network().ties(of: Database.key(of: person))
    return ties.sorted { ($1.value.strength, $0.key) < ($0.value.strength, $1.key) }
      .map { (Database.person($0.key), $0.value) }
  }

  /// What was stated of where a person was, the earliest first.
  public func affiliations(of person: Ref) throws -> [StatedAffiliation] {
    try database.affiliations(of: Database.key(of: person))
  }

  /// The first ties that were declared of a person, at most `limit`.
  public func statedTies(of person: Ref, limit: Int) throws -> [StatedTie] {
    try database.statedTies(of: Database.key(of: person), limit: limit)
  }

  func network() -> Network { Network(database, today: today) }

  private func check(_ persons: [Ref]) throws {
    for person in persons {
      guard person.kind == .contact || person.kind == .staff else {
        throw CRMError.wrongKind(person, expected: [.contact, .staff])
      }
      _ = try named(person)
    }
  }

  private func check(_ stay: NewAffiliation) throws {
    let year = today.parts.year
    for given in [stay.from, stay.to].compactMap(\.self) where !(1850...year + 10).contains(given) {
      throw CRMError.outOfRange(field: "years", "1850–\(year + 10)")
    }
    if let from = stay.from, let to = stay.to, from > to {
      throw CRMError.outOfRange(field: "years", "\(to)–\(from)")
    }
  }

  private func organisationNamed(_ name: String) throws -> NamedRef? {
    if let ref = Ref(name), ref.kind == .organisation { return try named(ref) }
    let found = try database.organisations(named: name).map { try named(Ref(.organisation, $0)) }
    if found.count > 1 { throw CRMError.ambiguous(name, found) }
    return found.first
  }
}
