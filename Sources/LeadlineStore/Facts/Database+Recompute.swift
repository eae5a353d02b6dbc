internal import LeadlineModel

extension Database {
  /// Brings all that follows from other rows up to date, inside the transaction.
  func recompute(_ stale: Writer.Stale) throws {
    for chunk in stale.leads.sorted().chunked(by: 400) {
      var facts: [(lead: Int64, facts: LeadFacts?)] = []
      try logs(of: chunk, upTo: nil) { facts.append(($0, LeadFacts($1, in: pipeline))) }
      try keep(facts)
    }
    for chunk in stale.persons.sorted().chunked(by: 400) {
      try engine.run(
        """
        UPDATE person SET last_touch = (\(Self.latestTouch)) WHERE id IN (\(chunk.list))
        """)
    }
    for chunk in stale.activities.sorted().chunked(by: 400) {
      try engine.run("DELETE FROM dealing WHERE activity IN (\(chunk.list))")
      try engine.run(Self.enterDealings(of: "activity.id IN (\(chunk.list))"))
    }
    try reindex(stale.subjects, fresh: stale.fresh)
  }

  /// Folds the log of every lead anew, inside a transaction.
  func recomputeAllFacts() throws {
    let leads = try keys("SELECT id FROM lead ORDER BY id")
    try recompute(Writer.Stale(leads: Set(leads)))
  }

  /// The day of the latest activity in which a person was touched.
  static let latestTouch: Clause = """
    SELECT MAX(activity.day) FROM activity_person \
    JOIN activity ON activity.id = activity_person.activity \
    WHERE activity_person.person = person.id AND activity.failed = 0 \
    AND activity.kind <> 'note'
    """

  /// Who of the staff dealt with whom in which activity, and when.
  static let dealings: Clause = """
    SELECT ours.person AS staff, theirs.person AS contact, activity.day AS day, \
    activity.id AS activity FROM activity \
    JOIN activity_person AS ours ON ours.activity = activity.id \
    AND ours.person > \(raw: String(Key.staffBase)) \
    JOIN activity_person AS theirs ON theirs.activity = activity.id \
    AND theirs.person <= \(raw: String(Key.staffBase)) \
    WHERE activity.failed = 0 AND activity.kind <> 'note'
    """

  /// Enters the dealings of some activities, or of all, of which none are there.
  static func enterDealings(of activities: Clause? = nil) -> Clause {
    let chosen = activities.map { " AND (\($0))" as Clause } ?? ""
    return "INSERT INTO dealing (staff, contact, day, activity) \(dealings)\(chosen)"
  }

  /// Writes the facts on the leads.
  private func keep(_ all: [(lead: Int64, facts: LeadFacts?)]) throws {
    for (lead, facts) in all {
      let values = facts?.columns
      let assignments = Schema.leadFacts.enumerated().map { index, column in
        "\(raw: column.name) = \(values?[index] ?? .null)" as Clause
      }
      try engine.run(
        "UPDATE lead SET \(assignments.separated(by: ", ")) WHERE id = \(.integer(lead))")
    }
    try engine.run("DELETE FROM stage_entry WHERE lead IN (\(all.map(\.lead).list))")
    for (lead, facts) in all {
      for (stage, day) in (facts?.firstEntry ?? [:]).sorted(by: { $0.key < $1.key }) {
        try engine.append(
          [.integer(lead), .text(stage), .day(day)], to: Schema.stageEntry.loaded)
      }
    }
  }
}

extension LeadFacts {
  /// The values of `Schema.leadFacts`, in that order.
  var columns: [Datum] {
    let touchBy = lastTouch?.staff
    let closedFold = closedReason.map { Fold.text($0) }
    let figures: [LeadLog.DatedFact.Name] = [.expected, .agreed, .total, .department, .owner]
    return [
      .text(stage), .text(outcome.rawValue), .day(created), .day(lastMove), Datum(closed),
      Datum(closedReason), Datum(closedFold), .integer(Int64(idleFrom.number)),
      .integer(Int64(stageFrom.number)), Datum(idleKept.map { Int64($0) }),
      Datum(stageKept.map { Int64($0) }), Datum(lastTouch?.day), Datum(lastTouch?.kind),
      Datum(touchBy),
    ] + figures.map { Datum(dated[$0]) } + [
      .integer(arrived), Datum(next?.due), Datum(next?.what),
      Datum(next.map { Fold.text($0.what) }), Datum(lastDue),
    ]
  }
}

extension Collection<Int64> {
  /// The numbers for an IN list.
  var list: Clause { map { "\(.integer($0))" as Clause }.separated(by: ", ") }
}

extension Array {
  func chunked(by size: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
  }
}
