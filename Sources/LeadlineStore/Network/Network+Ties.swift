internal import LeadlineModel
public import LeadlineReports

extension Network: TieNetwork {
  public func ties(
    of persons: [Reached], above least: Double,
    _ body: (_ person: Reached, _ other: Int64, _ strength: Double) throws -> Void
  ) throws {
    try reasons(of: persons, above: least) { person, other, worth, reason in
      if let strength = try strength(person, other, worth, reason, above: least) {
        try body(person, other, strength)
      }
    }
  }

  public func ties(
    between near: [Reached], and far: [Reached], above least: () -> Double,
    _ body: (_ person: Reached, _ other: Reached, _ strength: Double) throws -> Void
  ) throws {
    try reasons(between: near, and: far, above: least) { person, other, worth, reason in
      guard person.strength * scale.warmed(worth, days: 0) * other.strength > least(),
        let strength = try strength(person.person, other.person, worth, reason)
      else { return }
      try body(person, other, strength)
    }
  }

  /// Of contacts those that were declared or come of dealings; of staff none, for theirs are
  /// thousands.
  public func listedTies(
    of persons: [Reached], above least: Double,
    _ body: (_ person: Reached, _ other: Int64, _ strength: Double) throws -> Void
  ) throws {
    try listedReasons(of: persons.filter { !$0.isStaff }) { person, other, worth, reason in
      if let strength = try strength(person, other, worth, reason, above: least) {
        try body(person, other, strength)
      }
    }
  }

  public func reach(of persons: [Int64]) throws -> [Int64: Double] {
    try loadStays(of: persons)
    try loadDealings(of: persons.filter { !Key.isStaff($0) })
    return persons.reduce(into: [:]) { reach, person in
      let shared = (stays[person] ?? []).map { most($0, of: person) }.max() ?? 0
      reach[person] = Key.isStaff(person) ? max(shared, mostDeclared) : shared
    }
  }

  /// The strength of the tie that a reason makes; nil where something else was declared, or a way
  /// over the tie would be no stronger than `least`.
  private func strength(
    _ person: Reached, _ other: Int64, _ worth: Double, _ reason: Reason, above least: Double
  ) throws -> Double? {
    guard person.strength * scale.warmed(worth, days: 0) > least else { return nil }
    return try strength(person.person, other, worth, reason)
  }

  /// The strength of the tie that a reason makes; nil where something else was declared.
  ///
  /// Dealings of staff with a contact make it warmer, silence cools it.
  private func strength(
    _ person: Int64, _ other: Int64, _ worth: Double, _ reason: Reason
  ) throws -> Double? {
    if case .declared = reason {} else if declared(person, other) != nil { return nil }
    guard Key.isStaff(person) != Key.isStaff(other) else { return worth }
    if case .dealings(let day) = reason { return scale.warmed(worth, days: today - day) }
    return scale.warmed(worth, days: try lastDealing(person, other).map { today - $0 })
  }

  /// The day on which two last dealt with each other; read of the contact where it is not known.
  private func lastDealing(_ person: Int64, _ other: Int64) throws -> Day? {
    if let known = dealings[person] { return known[other] }
    if let known = dealings[other] { return known[person] }
    let (contact, member) = Key.isStaff(person) ? (other, person) : (person, other)
    try loadDealings(of: [contact])
    return dealings[contact]?[member]
  }

  /// The strongest reason counts, unless a tie is declared; each is told once.
  func tie(
    _ person: Int64, _ other: Int64, _ reasons: [(worth: Double, reason: Reason)]
  ) throws -> Tie {
    var ordered = try reasons.map {
      (
        strength: try strength(person, other, $0.worth, $0.reason) ?? 0, worth: $0.worth,
        reason: $0.reason
      )
    }
    ordered.sort {
      ($1.strength, $1.worth, $0.reason.rank) < ($0.strength, $0.worth, $1.reason.rank)
    }
    let told: [Reason] = ordered.reduce(into: []) { told, next in
      if !told.contains(where: next.reason.isSaid) { told.append(next.reason) }
    }
    return Tie(strength: ordered.first?.strength ?? 0, reasons: try told.map(reason))
  }

  private func reason(_ reason: Reason) throws -> TieReason {
    switch reason {
    case .declared(let kind, let strength): return .declared(kind: kind, strength: strength)
    case .dealings(let day): return .dealings(day)
    case .shared(let kind, let organisation, let group, let years):
      var name = ""
      try engine.rows("SELECT name FROM organisation WHERE id = \(.integer(organisation))") {
        name = $0.text(0) ?? ""
        return false
      }
      return .shared(
        kind, NamedRef(Ref(.organisation, organisation), name: name), group: group, years)
    }
  }
}
