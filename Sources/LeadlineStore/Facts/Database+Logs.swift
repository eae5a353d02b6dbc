internal import LeadlineModel

extension Database {
  /// Gives the log of each of the leads, up to and including a day; an empty one where nothing
  /// is known. One statement reads all.
  func logs(
    of leads: ArraySlice<Int64>, upTo day: Day?, _ body: (Int64, LeadLog) throws -> Void
  ) throws {
    var logs: [Int64: LeadLog] = [:]
    var previous: [Int64?] = []
    try engine.rows(events(leads, upTo: day)) { cells in
      // Of the staff who took part in an activity, each on a row, the first counts.
      let place = (0...2).map { cells.integer($0) }
      if place != previous { logs[cells.integer(0) ?? 0, default: LeadLog()].add(cells) }
      previous = place
      return true
    }
    for lead in leads { try body(lead, logs[lead] ?? LeadLog()) }
  }

  private func events(_ leads: ArraySlice<Int64>, upTo day: Day?) -> Clause {
    let parts = LogPart.allCases.map { part in
      let conditions = [part.condition(leads), part.condition(upTo: day)].compactMap(\.self)
      return "\(part.select) WHERE \(Clause.all(conditions))" as Clause
    }
    return "\(parts.separated(by: " UNION ALL ")) ORDER BY 1, 2, 3, 8"
  }
}

extension Database {
  /// The keys of the leads with anything in their log after this day, or that ended then.
  func changedLeads(after day: Day) -> Clause {
    """
    SELECT lead FROM move WHERE day > \(.day(day)) \
    UNION SELECT lead FROM figure WHERE day > \(.day(day)) \
    UNION SELECT lead FROM receipt WHERE day > \(.day(day)) \
    UNION SELECT activity_lead.lead FROM activity_lead \
    JOIN activity ON activity.id = activity_lead.activity WHERE activity.day > \(.day(day)) \
    UNION SELECT lead FROM follow_up WHERE lead IS NOT NULL \
    AND (made > \(.day(day)) OR (closed IS NOT NULL AND closed > \(.day(day))))
    """
  }
}

/// The tables that make up a lead's log.
private enum LogPart: Int, CaseIterable {
  case moves, figures, receipts, touches, followUps

  /// Lead, part, key, day, two texts, a number, the place among rows of one key, two texts.
  var select: Clause {
    switch self {
    case .moves:
      """
      SELECT lead, 0, id, day, kind, reason, NULL, 0, from_stage, to_stage FROM move
      """
    case .figures: "SELECT lead, 1, id, day, name, NULL, value, 0, NULL, NULL FROM figure"
    case .receipts: "SELECT lead, 2, id, day, NULL, NULL, amount, 0, NULL, NULL FROM receipt"
    case .touches:
      """
      SELECT activity_lead.lead, 3, activity.id, activity.day, activity.kind, NULL, \
      activity_person.person, COALESCE(activity_person.id, 0), NULL, NULL \
      FROM activity_lead JOIN activity ON activity.id = activity_lead.activity \
      LEFT JOIN activity_person ON activity_person.activity = activity.id \
      AND activity_person.person > \(raw: String(Key.staffBase))
      """
    case .followUps:
      """
      SELECT lead, 4, id, due, what, NULL, NULL, 0, NULL, NULL FROM follow_up
      """
    }
  }

  func condition(_ leads: ArraySlice<Int64>) -> Clause? {
    let chosen: Clause = "lead IN (\(leads.list))"
    return self == .touches
      ? .all([chosen, "activity.failed = 0 AND activity.kind <> 'note'"]) : chosen
  }

  func condition(upTo day: Day?) -> Clause? {
    switch (self, day) {
    case (.followUps, nil): "outcome = 'open'"
    case (.followUps, let day?):
      "made <= \(.day(day)) AND (closed IS NULL OR closed > \(.day(day)))"
    case (_, nil): nil
    case (.touches, let day?): "activity.day <= \(.day(day))"
    case (_, let day?): "day <= \(.day(day))"
    }
  }
}

extension LeadLog {
  /// Adds one row of the log; rows of unknown form are left out, as `check` reports them.
  fileprivate mutating func add(_ cells: any Cells) {
    guard let part = LogPart(rawValue: Int(cells.integer(1) ?? -1)), let day = cells.day(3)
    else { return }
    switch part {
    case .moves:
      guard let kind = cells.text(4).flatMap(Move.Kind.init(rawValue:)), let to = cells.text(9)
      else { return }
      moves.append(
        Move(kind: kind, from: cells.text(8), to: to, day: day, reason: cells.text(5)))
    case .figures:
      guard let name = cells.text(4).flatMap(DatedFact.Name.init(rawValue:)) else { return }
      figures.append(DatedFact(name: name, day: day, value: cells.integer(6)))
    case .receipts:
      receipts.append(Receipt(day: day, minorUnits: cells.integer(6) ?? 0))
    case .touches:
      touches.append(Touch(day: day, kind: cells.text(4) ?? "", staff: cells.integer(6)))
    case .followUps:
      followUps.append(
        OpenFollowUp(number: cells.integer(2) ?? 0, due: day, what: cells.text(4) ?? ""))
    }
  }
}
