internal import LeadlineModel

extension Network {
  /// Those who may have been at a place in a person's years, as far as they may know each other and
  /// ties of such a worth are worth reading.
  func contemporaries(of stay: Stay, _ isWorthReading: (Double) -> Bool) throws -> [Member] {
    let own = stay.affiliation
    if let all = try members(of: Circle(place: stay.place)) { return all.all }
    // Of so many, only those of one group, and those who were there in a common year.
    let fellows = try own.group.flatMap {
      try members(of: Circle(place: stay.place, group: $0))
    }
    var found = fellows?.all ?? []
    let last = own.to ?? year
    guard let from = own.from, from <= last else { return found }
    // Those of the group are found already, or are looked for in each year.
    let isOneGroup = own.group != nil && fellows == nil
    for first in from...last {
      let whole = Circle(place: stay.place, year: first)
      let part = Circle(place: stay.place, group: own.group, year: first)
      // The group within a year may be small, and its ties strong, where all of that year are many.
      let circle = try (isOneGroup ? [whole, part] : [whole]).first { circle in
        func isWorthIt(ofSize size: Int) -> Bool {
          let worth = scale.strength(
            of: own.kind, years: .known(first...last), isOneGroup: circle.group != nil,
            size: size, in: year)
          return isWorthReading(worth ?? 0)
        }
        return try isWorthIt(ofSize: 1) && isWorthIt(ofSize: size(of: circle))
      }
      let present = try circle.flatMap(members)
      found += (present?.all ?? []).filter {
        own.years(with: $0.affiliation, until: year)?.first == first
      }
    }
    return found
  }

  /// How many people a circle has; one more than may know each other where they are too many.
  func size(of circle: Circle) throws -> Int {
    if let known = sizes[circle] { return known }
    let size: Int
    if let whole = circles[Circle(place: circle.place)] ?? nil {
      size = circle.group == nil ? whole.count(in: circle.year) : whole.count(circle)
    } else if let known = circles[circle] ?? nil {
      size = known.all.count
    } else {
      size = try count(circle)
    }
    sizes[circle] = size
    return size
  }

  /// The members of a circle; nil where they are too many to know each other.
  private func members(of circle: Circle) throws -> Members? {
    if let known = circles[circle] { return known }
    let members = try size(of: circle) <= scale.largestGroup ? read(circle) : nil
    circles[circle] = .some(members)
    return members
  }

  private func count(_ circle: Circle) throws -> Int {
    var count: Int?
    try engine.rows("SELECT COUNT(*) FROM (\(rows(of: circle, "person"))) AS members") { cells in
      count = cells.integer(0).map { Int($0) }
      return false
    }
    return count ?? 0
  }

  private func read(_ circle: Circle) throws -> Members {
    var members: [Member] = []
    try engine.rows(rows(of: circle, "person, class_fold, from_year, to_year")) { cells in
      members.append(
        Member(
          person: cells.integer(0) ?? 0, affiliation: cells.affiliation(circle.place.kind, 1)))
      return true
    }
    return Members(members.sorted { $0.person < $1.person }, until: year)
  }

  /// The rows of a circle's members, at most one more than may know each other. Who is at an
  /// organisation now works there this year.
  private func rows(of circle: Circle, _ columns: Clause) -> Clause {
    let organisation = Datum.integer(circle.place.organisation)
    var conditions: [Clause] = [
      "organisation = \(organisation)", "kind = \(.text(circle.place.kind.rawValue))",
    ]
    if let group = circle.group { conditions.append("class_fold = \(.text(group))") }
    if let year = circle.year.map({ Datum.integer(Int64($0)) }) {
      conditions += ["from_year <= \(year)", "to_year IS NULL OR to_year >= \(year)"]
    }
    let limit: Clause = "LIMIT \(.integer(Int64(scale.largestGroup + 1)))"
    // Those who came last are the likeliest to be there still.
    let stays: Clause = """
      SELECT \(columns) FROM affiliation WHERE \(Clause.all(conditions)) \
      ORDER BY from_year DESC \(limit)
      """
    guard circle.place.kind == .work, circle.group == nil, circle.year ?? year == year else {
      return stays
    }
    return """
      SELECT \(columns) FROM (SELECT \(columns) FROM (SELECT id AS person, \
      CAST(NULL AS TEXT) AS class_fold, \(raw: String(year)) AS from_year, \
      CAST(NULL AS BIGINT) AS to_year FROM person WHERE organisation = \(organisation)) AS now \
      UNION ALL SELECT * FROM (\(stays)) AS stay) AS present \(limit)
      """
  }
}

extension Members {
  /// How many of them belong to a circle.
  fileprivate func count(_ circle: Circle) -> Int {
    all.count { member in
      let stay = member.affiliation
      guard stay.group == circle.group else { return false }
      guard let year = circle.year else { return true }
      return stay.from.map { $0 <= year } ?? false && year <= stay.to ?? year
    }
  }
}
