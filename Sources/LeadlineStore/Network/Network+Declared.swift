internal import LeadlineModel

extension Network {
  /// The declared ties of persons, whoever of the two declared them; the strongest of a pair.
  func declaredTies(
    of persons: [Int64]
  ) throws -> [Int64: [Int64: (kind: String, strength: Int?)]] {
    var ties: [Int64: [Int64: (kind: String, strength: Int?)]] = [:]
    for chunk in persons.chunked(by: 400) {
      for (own, other) in [("knower", "known"), ("known", "knower")] {
        try engine.rows(
          """
          SELECT \(raw: own), \(raw: other), kind, strength FROM tie \
          WHERE \(raw: own) IN (\(chunk.list)) ORDER BY id
          """
        ) { cells in
          guard let person = cells.integer(0), let other = cells.integer(1) else { return true }
          let tie = (kind: cells.text(2) ?? "", strength: cells.integer(3).map { Int($0) })
          let former = ties[person]?[other]
          if former.map({ worth($0) < worth(tie) }) ?? true {
            ties[person, default: [:]][other] = tie
          }
          return true
        }
      }
    }
    return ties
  }

  private func worth(_ tie: (kind: String, strength: Int?)) -> Double {
    scale.strength(declared: tie.strength, kind: tie.kind)
  }

  /// The day on which persons last took part in something with each other, one of them of the
  /// staff and the other not.
  func dealings(of persons: [Int64]) throws -> [Int64: [Int64: Day]] {
    var days: [Int64: [Int64: Day]] = [:]
    for chunk in persons.chunked(by: 400) {
      try engine.rows(
        """
        SELECT own.person, other.person, MAX(activity.day) FROM activity_person AS own \
        JOIN activity_person AS other ON other.activity = own.activity \
        JOIN activity ON activity.id = own.activity \
        WHERE own.person IN (\(chunk.list)) AND activity.failed = 0 AND activity.kind <> 'note' \
        AND activity.day <= \(.day(today)) \
        AND (own.person > \(raw: String(Key.staffBase)) AND other.person <= \(raw: String(Key.staffBase)) \
        OR own.person <= \(raw: String(Key.staffBase)) AND other.person > \(raw: String(Key.staffBase))) \
        GROUP BY own.person, other.person
        """
      ) { cells in
        if let person = cells.integer(0), let other = cells.integer(1), let day = cells.day(2) {
          days[person, default: [:]][other] = day
        }
        return true
      }
    }
    return days
  }
}
