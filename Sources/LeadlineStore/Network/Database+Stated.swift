public import LeadlineModel

extension Database {
  /// What was stated of where a person was, the earliest first, those without years last.
  public func affiliations(of person: Int64) throws -> [StatedAffiliation] {
    var found: [StatedAffiliation] = []
    try engine.rows(
      """
      SELECT organisation.id, organisation.name, affiliation.kind, role, class, from_year, to_year \
      FROM affiliation JOIN organisation ON organisation.id = affiliation.organisation \
      WHERE person = \(.integer(person)) \
      ORDER BY from_year NULLS LAST, to_year NULLS LAST, affiliation.id
      """
    ) { cells in
      guard let place = cells.integer(0),
        let kind = cells.text(2).flatMap(Affiliation.Kind.init(rawValue:))
      else { return true }
      found.append(
        StatedAffiliation(
          organisation: NamedRef(Ref(.organisation, place), name: cells.text(1) ?? ""), kind: kind,
          role: cells.text(3), group: cells.text(4), from: cells.integer(5).map { Int($0) },
          to: cells.integer(6).map { Int($0) }))
      return true
    }
    return found
  }

  /// The first ties that were declared of a person, whoever of the two knows the other; at most
  /// `limit`.
  public func statedTies(of person: Int64, limit: Int) throws -> [StatedTie] {
    var found: [StatedTie] = []
    let key = Datum.integer(person)
    try engine.rows(
      """
      SELECT tie.knower, knower.name, tie.known, known.name, tie.kind, tie.strength, tie.note \
      FROM tie JOIN person AS knower ON knower.id = tie.knower \
      JOIN person AS known ON known.id = tie.known \
      WHERE tie.knower = \(key) OR tie.known = \(key) ORDER BY tie.id \
      LIMIT \(.integer(Int64(limit)))
      """
    ) { cells in
      guard let knower = cells.integer(0), let known = cells.integer(2) else { return true }
      found.append(
        StatedTie(
          knower: NamedRef(Key.person(knower), name: cells.text(1) ?? ""),
          known: NamedRef(Key.person(known), name: cells.text(3) ?? ""),
          kind: cells.text(4) ?? "", strength: cells.integer(5).map { Int($0) },
          note: cells.text(6)))
      return true
    }
    return found
  }
}
