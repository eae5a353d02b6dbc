public import LeadlineModel
internal import LeadlineStore

/// What logging an activity led to.
public struct LoggedActivity: Hashable, Sendable {
  public let ref: Ref
  /// The lead it counts for although only its contact was named.
  public let impliedLead: Ref?
}

extension CRM {
  /// Records what happened on a day with leads, contacts and organisations (also with none).
  ///
  /// An activity that names a contact but no lead counts for the contact's open lead, where there
  /// is exactly one.
  @discardableResult
  public func log(
    _ kind: String, about refs: [Ref], on day: Day? = nil, changes: [Change] = [],
    note: String? = nil, failed: Bool = false, line: String
  ) throws -> Written<LoggedActivity> {
    let day = day ?? today
    guard day <= today else { throw CRMError.dayInFuture(day, today: today) }
    return try write(line) { writer in
      try check(refs, on: day)
      var participants = try refs.map { try participant($0) }
      if let actor = writer.actor, !changes.contains(where: { $0.field.name == "staff" }) {
        participants.append(.person(actor))
      }
      let department = try writer.actor.flatMap { try database.department(ofStaff: $0) }
      let activity = try writer.insertActivity(
        [
          .day: .day(day), .kind: .text(kind), .failed: Datum(failed), .note: Datum(note),
          .department: Datum(department),
        ], with: participants)
      let edit = Edit(crm: self, writer: writer, day: day)
      for change in changes { try edit.apply(change, toActivity: activity) }
      let implied = try implyLead(of: activity, on: day, writer)
      return LoggedActivity(ref: Ref(.activity, activity), impliedLead: implied)
    }
  }

  private func check(_ refs: [Ref], on day: Day) throws {
    for ref in refs where ref.kind == .lead {
      guard let facts = try database.facts(of: ref.number, upTo: nil) else {
        throw CRMError.noSuchRecord(ref)
      }
      if day < facts.created { throw CRMError.dayBefore(day, earliest: facts.created, ref) }
    }
  }

  private func participant(_ ref: Ref) throws -> Participant {
    _ = try named(ref)
    let key = Database.key(of: ref)
    switch ref.kind {
    case .lead: return .lead(key, implied: false)
    case .organisation: return .organisation(key)
    default: return .person(key)
    }
  }

  private func implyLead(of activity: Int64, on day: Day, _ writer: Writer) throws -> Ref? {
    guard try database.participants(.lead, of: activity).isEmpty else { return nil }
    let contacts = try database.participants(.contact, of: activity)
    let leads = Set(try contacts.flatMap { try database.openLeads(of: $0) })
    guard leads.count == 1, let lead = leads.first,
      let created = try database.facts(of: lead, upTo: nil)?.created, created <= day
    else { return nil }
    try writer.add(.lead(lead, implied: true), to: activity)
    return Ref(.lead, lead)
  }

  /// Plans a follow-up of a lead or a contact, or promises it to the investor.
  @discardableResult
  public func plan(
    _ what: String, for ref: Ref, due: Day, promise: Bool = false, changes: [Change] = [],
    whileAt stage: String? = nil, line: String
  ) throws -> Written<Ref> {
    guard !what.isEmpty else { throw CRMError.notGiven("what", for: .followUp) }
    return try write(line) { writer in
      _ = try named(ref)
      var values: [FollowUpColumn: Datum] = [
        .kind: .text(promise ? "promise" : "task"), .due: .day(due), .what: .text(what),
        .who: Datum(writer.actor), .made: .day(today), .everyStage: Datum(stage),
      ]
      values[ref.kind == .lead ? .lead : .person] = .integer(Database.key(of: ref))
      let key = try writer.insertFollowUp(values)
      let edit = Edit(crm: self, writer: writer, day: today)
      for change in changes { try edit.apply(change, toFollowUp: key) }
      return Ref(.followUp, key)
    }
  }

  /// Finishes follow-ups as done or cancelled on a day; gives those that come again.
  ///
  /// A follow-up with a cadence is due again that many days after it was done, while its lead is
  /// open and at the stage it is bound to.
  @discardableResult
  public func finish(
    _ refs: [Ref], as outcome: String, on day: Day? = nil, result: String? = nil, line: String
  ) throws -> Written<[Ref]> {
    let day = day ?? today
    guard day <= today else { throw CRMError.dayInFuture(day, today: today) }
    return try write(line) { writer in
      try refs.compactMap { ref in
        let followUp = try openFollowUp(ref)
        try writer.updateFollowUp(
          ref.number,
          [.outcome: .text(outcome), .closed: .day(day), .result: Datum(result)])
        guard outcome == "done" else { return nil }
        return try again(followUp, after: day, writer)
      }
    }
  }

  /// Puts follow-ups off to a later day.
  @discardableResult
  public func snooze(_ refs: [Ref], to day: Day, line: String) throws -> Written<Void> {
    try write(line) { writer in
      for ref in refs {
        _ = try openFollowUp(ref)
        try writer.updateFollowUp(ref.number, [.due: .day(day)])
      }
    }
  }

  private func openFollowUp(_ ref: Ref) throws -> FollowUp {
    guard let followUp = try database.followUp(ref.number) else {
      throw CRMError.noSuchRecord(ref)
    }
    guard followUp.outcome == "open" else {
      throw CRMError.closedFollowUp(ref, outcome: followUp.outcome)
    }
    return followUp
  }

  private func again(_ followUp: FollowUp, after day: Day, _ writer: Writer) throws -> Ref? {
    guard let every = followUp.every else { return nil }
    if let lead = followUp.lead {
      guard let facts = try database.facts(of: lead, upTo: nil), facts.outcome == .open,
        followUp.everyStage == nil || followUp.everyStage == facts.stage
      else { return nil }
    }
    let key = try writer.insertFollowUp([
      .kind: .text(followUp.kind), .lead: Datum(followUp.lead), .person: Datum(followUp.person),
      .due: .day(day + every), .at: Datum(followUp.at), .what: .text(followUp.what),
      .who: Datum(followUp.who), .every: .integer(Int64(every)),
      .everyStage: Datum(followUp.everyStage), .made: .day(day),
    ])
    return Ref(.followUp, key)
  }
}
