internal import LeadlineModel
public import LeadlineReports

extension Network: TieNetwork {
  public func ties(
    of persons: [Int64], above bound: (Int64) -> Double,
    _ body: (_ person: Int64, _ other: Int64, _ strength: Double) throws -> Void
  ) throws {
    try reasons(of: persons, above: bound) { person, other, worth, reason in
      guard mayBe(worth, strongerThan: bound(person)),
        let strength = try strength(person, other, worth, reason)
      else { return }
      try body(person, other, strength)
    }
  }

  public func ties(
    between near: [Int64], and far: [Int64], above bound: (Int64, Int64) -> Double,
    _ body: (_ person: Int64, _ other: Int64, _ strength: Double) throws -> Void
  ) throws {
    try reasons(between: near, and: far, above: bound) { person, other, worth, reason in
      guard mayBe(worth, strongerThan: bound(person, other)),
        let strength = try strength(person, other, worth, reason)
      else { return }
      try body(person, other, strength)
    }
  }

  /// What dealings make of a tie is not read for it.
  public func reach(
    of persons: [Int64], besides ends: Set<Int64>
  ) throws -> [Int64: Double] {
    try loadStays(of: persons)
    try loadDeclared(of: persons)
    return persons.reduce(into: [:]) { reach, person in
      let shared = (stays[person] ?? []).map { most($0, of: person) }.max() ?? 0
      let declared = (declared[person] ?? [:]).filter { !ends.contains($0.key) }.map { other, tie in
        Key.isStaff(person) == Key.isStaff(other)
          ? worth(tie) : scale.warmed(worth(tie), days: 0)
      }
      reach[person] = max(shared, declared.max() ?? 0, mostMet)
    }
  }

  /// Whether a tie may be stronger than a bound, whatever the two dealt.
  private func mayBe(_ worth: Double, strongerThan bound: Double) -> Bool {
    scale.warmed(worth, days: 0) > bound
  }

  /// The strength of the tie that a reason makes; nil where something else was declared.
  ///
  /// Dealings of staff with a contact make it warmer, silence cools it. Of one of the two it must
  /// be known what they declared.
  private func strength(
    _ person: Int64, _ other: Int64, _ worth: Double, _ reason: Reason
  ) throws -> Double? {
    let (known, partner) = declared[person] == nil ? (other, person) : (person, other)
    if case .declared = reason {} else if declared[known]?[partner] != nil { return nil }
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
