public import LeadlineModel

extension Writer {
  /// Enters a person's time at a place. A stay there that is known and that shares more than a year
  /// with it, or has none, or is named as the one to correct, is brought up to what is said now; what
  /// is not said stays.
  public func affiliate(
    _ person: Int64, at organisation: Int64, kind: Affiliation.Kind, role: String?,
    group: String?, from: Int64?, to: Int64?, correcting row: Int64? = nil
  ) throws {
    let known = try row ?? stays(of: person, at: organisation, kind, from: from, to: to).first
    guard let known else {
      return try insertAffiliation(
        of: person, at: organisation, kind: kind.rawValue, role: role, group: group, from: from,
        to: to)
    }
    var said: [String: Datum] = [:]
    if let role { said["role"] = .text(role) }
    if let group { said["class"] = .text(group) }
    if from != nil || to != nil { (said["from_year"], said["to_year"]) = (Datum(from), Datum(to)) }
    try update(Schema.affiliation, known, said)
  }

  /// Removes the stays of a person at a place that a kind and years mean; says how many there were.
  public func removeStays(
    of person: Int64, at organisation: Int64, kind: Affiliation.Kind?, from: Int64?, to: Int64?
  ) throws -> Int {
    let rows = try stays(of: person, at: organisation, kind, from: from, to: to)
    for row in rows { try delete(Schema.affiliation, row) }
    return rows.count
  }

  /// The stays of a kind, or of any, that years may mean: those that share more than a year with
  /// them, or begin with them, or have none; all where no years are given.
  private func stays(
    of person: Int64, at organisation: Int64, _ kind: Affiliation.Kind?, from: Int64?, to: Int64?
  ) throws -> [Int64] {
    let conditions = [
      "person = \(.integer(person))", "organisation = \(.integer(organisation))",
      kind.map { "kind = \(.text($0.rawValue))" as Clause },
    ].compactMap(\.self)
    let (first, last) = (from ?? Int64.min, to ?? Int64.max)
    var rows: [Int64] = []
    try engine.rows(
      """
      SELECT id, from_year, to_year FROM affiliation WHERE \(Clause.all(conditions)) ORDER BY id
      """
    ) { cells in
      let (start, end) = (cells.integer(1), cells.integer(2))
      let isMeant =
        max(start ?? .min, first) < min(end ?? .max, last) || start == from
        || (start == nil && end == nil) || (from == nil && to == nil)
      if isMeant, let row = cells.integer(0) {
        rows.append(row)
      }
      return true
    }
    return rows
  }

  /// Declares that one person knows another; says again how where it was declared before. A new
  /// kind has its usual strength where none is given.
  public func declareTie(
    from knower: Int64, to known: Int64, kind: String?, strength: Int64? = nil,
    note: String? = nil
  ) throws {
    guard let row = try ties(from: knower, to: known).first else {
      let tie = try insertTie(from: knower, to: known, kind: kind ?? "met", strength: strength)
      if let note { try update(Schema.tie, tie, ["note": .text(note)]) }
      return
    }
    var said: [String: Datum] = [:]
    if let kind { said["kind"] = .text(kind) }
    if try strength != nil || isOfOtherKind(row, than: kind) { said["strength"] = Datum(strength) }
    if let note { said["note"] = .text(note) }
    try update(Schema.tie, row, said)
  }

  /// Takes back what was declared between two persons; says how many ties there were.
  public func removeTies(between person: Int64, and other: Int64) throws -> Int {
    let rows = try ties(from: person, to: other) + ties(from: other, to: person)
    for row in rows { try delete(Schema.tie, row) }
    return rows.count
  }

  private func isOfOtherKind(_ tie: Int64, than kind: String?) throws -> Bool {
    guard let kind else { return false }
    return try keys(of: Schema.tie, "id = \(.integer(tie)) AND kind = \(.text(kind))").isEmpty
  }

  private func ties(from knower: Int64, to known: Int64) throws -> [Int64] {
    try keys(of: Schema.tie, "knower = \(.integer(knower)) AND known = \(.integer(known))")
  }
}

extension Database {
  /// What kind of place an organisation is.
  public func placeKind(of organisation: Int64) throws -> PlaceKind {
    var kind: String?
    try engine.rows("SELECT kind FROM organisation WHERE id = \(.integer(organisation))") { cells in
      kind = cells.text(0)
      return false
    }
    return kind.flatMap(PlaceKind.init(rawValue:)) ?? .company
  }
}

extension Database {
  /// The keys of the contacts who are at an organisation now, or worked there in `year`.
  public func people(at organisation: Int64, in year: Int) throws -> [Int64] {
    let year = Datum.integer(Int64(year))
    return try keys(
      """
      SELECT id FROM person WHERE organisation = \(.integer(organisation)) AND staff = 0 \
      UNION SELECT person FROM affiliation WHERE organisation = \(.integer(organisation)) \
      AND kind = 'work' AND person <= \(raw: String(Key.staffBase)) \
      AND (from_year IS NULL OR from_year <= \(year)) \
      AND (to_year IS NULL OR to_year >= \(year)) ORDER BY 1
      """)
  }
}
