public import LeadlineModel

/// How many persons of a group were at a place, and over which years as far as they are known.
public struct Gathering: Hashable, Sendable {
  public let organisation: Int64
  public let kind: Affiliation.Kind
  public let persons: Int
  public let years: ClosedRange<Int>?
}

extension Database {
  /// The schools, employers and units at which persons with keys in `range` were, those with the
  /// most of them first, at most `limit`.
  public func gatherings(
    of range: ClosedRange<Int64>, in year: Int, limit: Int
  ) throws -> [Gathering] {
    let isOne: (Clause) -> Clause = { person in
      "\(person) BETWEEN \(.integer(range.lowerBound)) AND \(.integer(range.upperBound))"
    }
    return try gatherings(isOne("person"), isOne("id"), in: year, limit: limit)
  }

  /// Who else was at these organisations: all but the persons with keys in `range`.
  public func gatherings(
    at organisations: [Int64], besides range: ClosedRange<Int64>, in year: Int
  ) throws -> [Gathering] {
    try organisations.chunked(by: 400).flatMap { chunk in
      let isOne: (Clause) -> Clause = { person in
        """
        organisation IN (\(chunk.list)) AND NOT (\(person) BETWEEN \
        \(.integer(range.lowerBound)) AND \(.integer(range.upperBound)))
        """
      }
      return try gatherings(
        isOne("person"), isOne("id"), in: year, limit: chunk.count * Affiliation.Kind.allCases.count
      )
    }
  }

  private func gatherings(
    _ isOne: Clause, _ isOneNow: Clause, in year: Int, limit: Int
  ) throws -> [Gathering] {
    var found: [Gathering] = []
    let last: Clause =
      "CASE WHEN from_year IS NULL THEN NULL ELSE COALESCE(to_year, \(.integer(Int64(year)))) END"
    try engine.rows(
      """
      SELECT organisation, kind, COUNT(DISTINCT person), MIN(from_year), MAX(\(last)) FROM \
      (SELECT organisation, kind, person, from_year, to_year FROM affiliation \
      WHERE kind <> 'town' AND (\(isOne)) UNION ALL \
      SELECT organisation, 'work', id, CAST(NULL AS BIGINT), CAST(NULL AS BIGINT) FROM person \
      WHERE organisation IS NOT NULL AND (\(isOneNow))) AS stay \
      GROUP BY organisation, kind ORDER BY COUNT(DISTINCT person) DESC, organisation, kind \
      LIMIT \(.integer(Int64(limit)))
      """
    ) { cells in
      guard let kind = cells.text(1).flatMap(Affiliation.Kind.init(rawValue:)) else { return true }
      var years: ClosedRange<Int>?
      if let first = cells.integer(3), let last = cells.integer(4), first <= last {
        years = Int(first)...Int(last)
      }
      found.append(
        Gathering(
          organisation: cells.integer(0) ?? 0, kind: kind, persons: Int(cells.integer(2) ?? 0),
          years: years))
      return true
    }
    return found
  }

  /// The staff who know some of these persons, with how many, but for one of them.
  public func knowers(of persons: [Int64], besides staff: Int64) throws -> [Int64: Int] {
    var counts: [Int64: Int] = [:]
    for chunk in persons.chunked(by: 400) {
      try engine.rows(
        """
        SELECT knower, COUNT(DISTINCT known) FROM tie WHERE known IN (\(chunk.list)) \
        AND knower > \(raw: String(Key.staffBase)) AND knower <> \(.integer(staff)) \
        GROUP BY knower ORDER BY knower
        """
      ) { cells in
        counts[cells.integer(0) ?? 0, default: 0] += Int(cells.integer(1) ?? 0)
        return true
      }
    }
    return counts
  }
}
