internal import LeadlineModel

extension Network {
  /// Reads where persons were, with the organisation at which they are now; of all organisations or
  /// of some.
  ///
  /// Rows of persons are wide, and far from each other: their index is dense.
  func readStays(
    of persons: [Int64], at organisations: Set<Int64>? = nil, _ body: (Int64, Stay) -> Void
  ) throws {
    let present: Clause = "person\(.dialect(.indexed(by: "person_by_6")))"
    for chunk in persons.chunked(by: 400) {
      try engine.rows(
        """
        SELECT person, organisation, kind, class_fold, from_year, to_year FROM affiliation \
        WHERE person IN (\(chunk.numbers)) \
        UNION ALL SELECT id, organisation, 'work', NULL, \(raw: String(year)), NULL \
        FROM \(present) WHERE id IN (\(chunk.numbers)) AND organisation IS NOT NULL
        """
      ) { cells in
        guard let person = cells.integer(0), let organisation = cells.integer(1),
          organisations?.contains(organisation) ?? true,
          let kind = cells.text(2).flatMap(Affiliation.Kind.init(rawValue:))
        else { return true }
        body(
          person,
          Stay(
            place: Place(organisation: organisation, kind: kind),
            affiliation: cells.affiliation(kind, 3)))
        return true
      }
    }
  }

  /// Reads the declared ties of persons, with all or with staff only.
  func readDeclared(
    of persons: [Int64], withStaffOnly: Bool = false
  ) throws -> [Int64: Acquaintances] {
    var said = Dictionary(
      persons.map { ($0, [Acquaintances.Tie]()) }, uniquingKeysWith: { known, _ in known })
    for chunk in persons.chunked(by: 400) {
      for (own, other) in [("knower", "known"), ("known", "knower")] {
        let staff: Clause =
          withStaffOnly ? "AND \(raw: other) > \(raw: String(Key.staffBase))" : ""
        try engine.rows(
          """
          SELECT \(raw: own), \(raw: other), kind, strength FROM tie \
          WHERE \(raw: own) IN (\(chunk.numbers)) \(staff)
          """
        ) { cells in
          guard let person = cells.integer(0), let other = cells.integer(1),
            let kind = cells.text(2)
          else { return true }
          let strength = cells.integer(3).map { Int($0) }
          said[person]?.append(
            Acquaintances.Tie(
              other: other, kind: kind, strength: strength,
              worth: scale.strength(declared: strength, kind: kind)))
          return true
        }
      }
    }
    return said.mapValues(Acquaintances.init)
  }

  /// Reads the day on which persons last took part in something with each other, one of them of
  /// the staff and the other not.
  func readDealings(of persons: [Int64], _ body: (Int64, Int64, Day) -> Void) throws {
    for (own, other, part) in [
      ("contact", "staff", persons.filter { !Key.isStaff($0) }),
      ("staff", "contact", persons.filter(Key.isStaff)),
    ] {
      for chunk in part.chunked(by: 400) {
        try engine.rows(
          """
          SELECT \(raw: own), \(raw: other), MAX(day) FROM dealing \
          WHERE \(raw: own) IN (\(chunk.numbers)) AND day <= \(.day(today)) \
          GROUP BY \(raw: own), \(raw: other)
          """
        ) { cells in
          if let person = cells.integer(0), let other = cells.integer(1), let day = cells.day(2) {
            body(person, other, day)
          }
          return true
        }
      }
    }
  }
}

extension Network {
  /// Reads which of some persons may be asked.
  func readAskable(among persons: [Int64], _ body: (Int64) -> Void) throws {
    for chunk in persons.chunked(by: 400) {
      try engine.rows(
        "SELECT id FROM person WHERE id IN (\(chunk.numbers)) AND askable = 1"
      ) { cells in
        if let person = cells.integer(0) { body(person) }
        return true
      }
    }
  }
}

extension Collection<Int64> {
  /// A query of the numbers, for IN. It is for statements that look up rows by them first: others
  /// go through the numbers again and again.
  fileprivate var numbers: Clause {
    "\(.dialect(.numbers(map { String($0) }.joined(separator: ","))))"
  }
}

extension [Stay] {
  /// By place, so that of ways that are equally strong the same are found every time.
  var inOrder: [Stay] {
    sorted {
      ($0.place.organisation, $0.place.kind.rawValue)
        < ($1.place.organisation, $1.place.kind.rawValue)
    }
  }
}

extension Cells {
  /// An affiliation from three cells: group, first and last year.
  func affiliation(_ kind: Affiliation.Kind, _ index: Int) -> Affiliation {
    Affiliation(
      kind, group: text(index), from: integer(index + 1).map { Int($0) },
      to: integer(index + 2).map { Int($0) })
  }
}
