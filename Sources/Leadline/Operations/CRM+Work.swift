public import LeadlineModel
internal import LeadlineStore

/// What logging an activity led to.
public struct LoggedActivity: Hashable, Sendable {
  public let ref: Ref
  /// The lead it counts for although only its contact was named.
  public let impliedLead: Ref?
}

/// How a follow-up ended, and what comes of it.
public struct FollowUpOutcome: Sendable {
  public var result: String?
  /// The kind of activity that it was, to be logged with its lead or contact.
  public var activity: String?
  public var next: (due: Day, what: String)?

  public init(
    result: String? = nil, activity: String? = nil, next: (due: Day, what: String)? = nil
  ) {
    self.result = result
    self.activity = activity
    self.next = next
  }
}

extension CRM {
  /// Records what happened on a day with leads, contacts and organisations (also with none).
  ///
  /// An activity that names a contact but no lead counts for the contact's open lead, where there
  /// is exactly one.
  @discardableResult
  public func log(
    _ kind: String, about refs: [Ref], on day: Day? = nil, changes: [Change] = [],
    note: String? = nil, failed: Bool = false, line: String? = nil
  ) throws -> Written<LoggedActivity> {
    try write(line ?? "log \(refs.spoken) \(kind) on=\(day ?? today)") { writer in
      try log(
        kind, about: refs, on: day ?? today, changes: changes, note: note, failed: failed,
        writer)
    }
  }

  private func log(
    _ kind: String, about refs: [Ref], on day: Day, changes: [Change], note: String?,
    failed: Bool, _ writer: Writer
  ) throws -> LoggedActivity {
    guard day <= today else { throw CRMError.dayInFuture(day, today: today) }
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

  /// Refuses a day before one of the leads began.
  func check(_ refs: [Ref], on day: Day) throws {
    for ref in refs where ref.kind == .lead {
      guard let created = try database.created(ofLead: ref.number) else {
        throw try missing(ref)
      }
      if day < created { throw CRMError.dayBefore(day, earliest: created, ref) }
    }
  }

  private func participant(_ ref: Ref) throws -> Participant {
    try expect(ref, [.lead, .contact, .organisation, .staff])
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
      let created = try database.created(ofLead: lead), created <= day
    else { return nil }
    try writer.add(.lead(lead, implied: true), to: activity)
    return Ref(.lead, lead)
  }

  /// Plans a follow-up of each lead or contact, or promises it to the investor.
  @discardableResult
  public func plan(
    _ what: String, for refs: [Ref], due: Day, promise: Bool = false, on day: Day? = nil,
    changes: [Change] = [], whileAt stage: String? = nil, line: String? = nil
  ) throws -> Written<[Ref]> {
    let day = day ?? today
    guard day <= today else { throw CRMError.dayInFuture(day, today: today) }
    guard !what.allSatisfy(\.isWhitespace) else {
      throw CRMError.notGiven("what", for: .followUp)
    }
    return try write(line ?? "plan \(refs.spoken) \(due) -- \(what)") { writer in
      try refs.map { ref in
        try expect(ref, [.lead, .contact, .staff])
        _ = try named(ref)
        var values: [FollowUpColumn: Datum] = [
          .kind: .text(promise ? "promise" : "task"), .due: .day(due), .what: .text(what),
          .who: Datum(writer.actor), .made: .day(day), .everyStage: Datum(stage),
        ]
        values[ref.kind == .lead ? .lead : .person] = .integer(Database.key(of: ref))
        let key = try writer.insertFollowUp(values)
        let edit = Edit(crm: self, writer: writer, day: today)
        for change in changes { try edit.apply(change, toFollowUp: key) }
        return Ref(.followUp, key)
      }
    }
  }

  /// Drops follow-ups on a day.
  @discardableResult
  public func cancel(
    _ refs: [Ref], on day: Day? = nil, result: String? = nil, line: String? = nil
  ) throws -> Written<Void> {
    let day = day ?? today
    return try write(line ?? "cancel \(refs.spoken)") { writer in
      for ref in refs { _ = try close(ref, as: "cancelled", on: day, result, writer) }
    }
  }

  /// Finishes follow-ups as done on a day, records what happened and plans what is next; gives the
  /// follow-ups that this made.
  ///
  /// A follow-up with a cadence is due again that many days after it was done, while its lead is
  /// open and at the stage it is bound to.
  @discardableResult
  public func complete(
    _ refs: [Ref], _ outcome: FollowUpOutcome = FollowUpOutcome(), on day: Day? = nil,
    line: String? = nil
  ) throws -> Written<[Ref]> {
    let day = day ?? today
    return try write(line ?? "done \(refs.spoken)") { writer in
      try refs.flatMap { ref in
        let followUp = try close(ref, as: "done", on: day, outcome.result, writer)
        if let kind = outcome.activity {
          let about = [
            followUp.lead.map { Ref(.lead, $0) }, followUp.person.map { Database.person($0) },
          ].compactMap(\.self)
          _ = try log(
            kind, about: about, on: day, changes: [], note: outcome.result, failed: false, writer)
        }
        return [
          try again(followUp, after: day, writer),
          try outcome.next.map { try plan($0.what, due: $0.due, after: followUp, writer) },
        ].compactMap(\.self)
      }
    }
  }

  private func close(
    _ ref: Ref, as outcome: String, on day: Day, _ result: String?, _ writer: Writer
  ) throws -> FollowUp {
    guard day <= today else { throw CRMError.dayInFuture(day, today: today) }
    let followUp = try openFollowUp(ref)
    guard day >= followUp.made else {
      throw CRMError.dayBefore(day, earliest: followUp.made, ref)
    }
    try writer.updateFollowUp(
      ref.number, [.outcome: .text(outcome), .closed: .day(day), .result: Datum(result)])
    return followUp
  }

  private func plan(
    _ what: String, due: Day, after followUp: FollowUp, _ writer: Writer
  ) throws -> Ref {
    let key = try writer.insertFollowUp([
      .lead: Datum(followUp.lead), .person: Datum(followUp.person), .due: .day(due),
      .what: .text(what), .who: Datum(followUp.who ?? writer.actor), .made: .day(today),
    ])
    return Ref(.followUp, key)
  }

  /// The day on which a follow-up is due; nil where there is none.
  public func due(of ref: Ref) throws -> Day? {
    try database.followUp(ref.number)?.due
  }

  /// Puts follow-ups off to a later day.
  @discardableResult
  public func snooze(_ refs: [Ref], to day: Day, line: String? = nil) throws -> Written<Void> {
    try write(line ?? "snooze \(refs.spoken) \(day)") { writer in
      for ref in refs {
        _ = try openFollowUp(ref)
        try writer.updateFollowUp(ref.number, [.due: .day(day)])
      }
    }
  }

  private func openFollowUp(_ ref: Ref) throws -> FollowUp {
    try expect(ref, [.followUp])
    guard let followUp = try database.followUp(ref.number) else {
      throw try missing(ref)
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
