internal import LeadlineModel

/// Where people of one kind are found together.
struct Place: Hashable {
  let organisation: Int64
  let kind: Affiliation.Kind
}

/// One person's time at a place.
struct Stay {
  let place: Place
  let affiliation: Affiliation
}

/// The people of a place as far as they were read.
struct Members {
  typealias Member = (person: Int64, affiliation: Affiliation)

  /// All of them; nil where they are too many to be read at once.
  var all: [Member]?
  /// Those who were there in a year; nil where they are too many to know each other.
  var byYear: [Int: [Member]?] = [:]
  /// Those of one class, unit or department; nil as before.
  var byGroup: [String: [Member]?] = [:]
}

extension Network {
  private var year: Int { today.parts.year }

  /// Where persons were, with the organisation at which they are now.
  func stays(of persons: [Int64]) throws -> [Int64: [Stay]] {
    var stays: [Int64: [Stay]] = [:]
    for chunk in persons.chunked(by: 400) {
      try engine.rows(
        """
        SELECT person, organisation, kind, class_fold, from_year, to_year FROM affiliation \
        WHERE person IN (\(chunk.list)) \
        UNION ALL SELECT id, organisation, 'work', NULL, \(raw: String(year)), NULL FROM person \
        WHERE id IN (\(chunk.list)) AND organisation IS NOT NULL
        """
      ) { cells in
        guard let kind = cells.text(2).flatMap(Affiliation.Kind.init(rawValue:)) else {
          return true
        }
        let place = Place(organisation: cells.integer(1) ?? 0, kind: kind)
        stays[cells.integer(0) ?? 0, default: []].append(
          Stay(place: place, affiliation: cells.affiliation(kind, 3)))
        return true
      }
    }
    return stays
  }

  /// Who shared a person's time at a place, with what that is worth.
  func companions(
    of person: Int64, _ stay: Stay
  ) throws -> [(other: Int64, worth: Double, reason: Found.Reason)] {
    var companions: [(other: Int64, worth: Double, reason: Found.Reason)] = []
    let own = stay.affiliation
    func add(_ member: Members.Member, isOneGroup: Bool, size: Int, _ years: SharedYears) {
      let worth = scale.strength(
        of: own.kind, years: years, isOneGroup: isOneGroup, size: size, in: year)
      guard let worth, member.person != person else { return }
      let group = isOneGroup ? own.group : nil
      companions.append(
        (member.person, worth, .shared(own.kind, stay.place.organisation, group: group, years)))
    }
    if let group = own.group, let members = try members(of: stay.place, group: group) {
      for member in members {
        guard let years = own.years(with: member.affiliation, until: year) else { continue }
        add(member, isOneGroup: true, size: size(of: members, in: years), years)
      }
    }
    for (member, years, size) in try contemporaries(of: stay) {
      add(member, isOneGroup: false, size: size, years)
    }
    return companions
  }

  /// Those who were at a place in a person's years, in years in which not too many were there.
  private func contemporaries(
    of stay: Stay
  ) throws -> [(member: Members.Member, years: SharedYears, size: Int)] {
    let own = stay.affiliation
    if let all = try allMembers(of: stay.place) {
      return all.compactMap { member in
        own.years(with: member.affiliation, until: year).map {
          (member, $0, size(of: all, in: $0))
        }
      }
    }
    guard own.kind != .town, let from = own.from, from <= own.to ?? year else { return [] }
    return try (from...(own.to ?? year)).flatMap { first in
      guard let present = try members(of: stay.place, in: first) else {
        return [(member: Members.Member, years: SharedYears, size: Int)]()
      }
      return present.compactMap { member in
        guard let years = own.years(with: member.affiliation, until: year),
          case .known(let range) = years, range.lowerBound == first
        else { return nil }
        return (member, years, present.count)
      }
    }
  }

  /// How many were there in the first common year; all where it is not known.
  private func size(of members: [Members.Member], in years: SharedYears) -> Int {
    guard case .known(let range) = years else { return members.count }
    let first = range.lowerBound
    return members.count { member in
      guard let from = member.affiliation.from else { return false }
      return from <= first && first <= member.affiliation.to ?? year
    }
  }

  private func allMembers(of place: Place) throws -> [Members.Member]? {
    if let known = places[place] { return known.all }
    let all = try read(place, "1 = 1", limit: wholePlace)
    places[place] = Members(all: all)
    return all
  }

  private func members(of place: Place, in first: Int) throws -> [Members.Member]? {
    if let known = places[place]?.byYear[first] { return known }
    let present = try read(
      place,
      """
      from_year <= \(.integer(Int64(first))) \
      AND (to_year IS NULL OR to_year >= \(.integer(Int64(first))))
      """, limit: scale.largestGroup)
    places[place, default: Members()].byYear[first] = .some(present)
    return present
  }

  private func members(of place: Place, group: String) throws -> [Members.Member]? {
    if let all = try allMembers(of: place) { return all.filter { $0.affiliation.group == group } }
    if let known = places[place]?.byGroup[group] { return known }
    let members = try read(
      place, "class_fold = \(.text(group))", limit: scale.largestGroup)
    places[place, default: Members()].byGroup[group] = .some(members)
    return members
  }

  /// The members of a place who meet a condition; nil where there are more than `limit`.
  private func read(
    _ place: Place, _ condition: Clause, limit: Int
  ) throws -> [Members.Member]? {
    var members: [Members.Member] = []
    let now: Clause = """
      UNION ALL SELECT id, class_fold, from_year, to_year FROM (SELECT id, organisation, \
      NULL AS class_fold, \(raw: String(year)) AS from_year, CAST(NULL AS BIGINT) AS to_year FROM person) AS now \
      WHERE organisation = \(.integer(place.organisation)) AND (\(condition))
      """
    try engine.rows(
      """
      SELECT person, class_fold, from_year, to_year FROM affiliation \
      WHERE organisation = \(.integer(place.organisation)) \
      AND kind = \(.text(place.kind.rawValue)) AND (\(condition)) \
      \(place.kind == .work ? now : "") LIMIT \(.integer(Int64(limit + 1)))
      """
    ) { cells in
      members.append((cells.integer(0) ?? 0, cells.affiliation(place.kind, 1)))
      return true
    }
    return members.count > limit ? nil : members.sorted { $0.person < $1.person }
  }
}

extension Cells {
  /// An affiliation from three cells: group, first and last year.
  fileprivate func affiliation(_ kind: Affiliation.Kind, _ index: Int) -> Affiliation {
    Affiliation(
      kind, group: text(index), from: integer(index + 1).map { Int($0) },
      to: integer(index + 2).map { Int($0) })
  }
}
