public import LeadlineModel

/// The columns of an activity that operations write.
public enum ActivityColumn: String, Sendable {
  case day, kind, failed, guests, department, note
}

/// The columns of a follow-up that operations write.
public enum FollowUpColumn: String, Sendable {
  case kind, lead, person, due, at, what, who, every
  case everyStage = "every_stage"
  case outcome, made, closed, result
}

/// Whom and what an activity is about.
public enum Participant: Hashable, Sendable {
  /// Implied where the activity named a contact and this is the contact's only open lead.
  case lead(Int64, implied: Bool)
  case person(Int64)
  case organisation(Int64)
}

extension Writer {
  public func insertActivity(
    _ values: [ActivityColumn: Datum], with participants: [Participant]
  ) throws -> Int64 {
    var row: [String: Datum] = ["failed": Datum(false)]
    for (column, value) in values { row[column.rawValue] = value }
    let activity = try insert(Schema.activity, row)
    var places: Set<String> = []
    for participant in participants {
      let (table, _, key) = participant.place
      if places.insert("\(table.name) \(key)").inserted { try link(participant, to: activity) }
    }
    return activity
  }

  @discardableResult
  public func updateActivity(
    _ activity: Int64, _ values: [ActivityColumn: Datum]
  ) throws -> Bool {
    try update(
      Schema.activity, activity, values.reduce(into: [:]) { $0[$1.key.rawValue] = $1.value })
  }

  /// Adds a participant, once.
  public func add(_ participant: Participant, to activity: Int64) throws {
    let (table, column, key) = participant.place
    let known = try keys(
      of: table,
      "activity = \(.integer(activity)) AND \(raw: column) = \(.integer(key))")
    if known.isEmpty { try link(participant, to: activity) }
  }

  private func link(_ participant: Participant, to activity: Int64) throws {
    let (table, column, key) = participant.place
    var row: [String: Datum] = ["activity": .integer(activity), column: .integer(key)]
    if case .lead(_, let implied) = participant { row["implied"] = Datum(implied) }
    try insert(table, row)
  }

  public func remove(_ participant: Participant, from activity: Int64) throws {
    let (table, column, key) = participant.place
    try deleteAll(
      table, "activity = \(.integer(activity)) AND \(raw: column) = \(.integer(key))")
  }

  public func insertFollowUp(_ values: [FollowUpColumn: Datum]) throws -> Int64 {
    var row: [String: Datum] = [
      "kind": .text("task"), "outcome": .text("open"), "made": .day(today),
    ]
    for (column, value) in values { row[column.rawValue] = value }
    return try insert(Schema.followUp, row)
  }

  @discardableResult
  public func updateFollowUp(
    _ followUp: Int64, _ values: [FollowUpColumn: Datum]
  ) throws -> Bool {
    try update(
      Schema.followUp, followUp, values.reduce(into: [:]) { $0[$1.key.rawValue] = $1.value })
  }
}

extension Participant {
  fileprivate var place: (table: TableShape, column: String, key: Int64) {
    switch self {
    case .lead(let key, _): (Schema.activityLead, "lead", key)
    case .person(let key): (Schema.activityPerson, "person", key)
    case .organisation(let key): (Schema.activityOrganisation, "organisation", key)
    }
  }
}

extension Database {
  /// A follow-up with what decides what happens when it is finished; nil where there is none.
  public func followUp(_ key: Int64) throws -> FollowUp? {
    var found: FollowUp?
    try engine.rows(
      """
      SELECT kind, lead, person, due, what, who, every, every_stage, outcome, at, made FROM follow_up \
      WHERE id = \(.integer(key))
      """
    ) { cells in
      found = FollowUp(
        kind: cells.text(0) ?? "", lead: cells.integer(1), person: cells.integer(2),
        due: cells.day(3) ?? Day(number: 0), what: cells.text(4) ?? "", who: cells.integer(5),
        every: cells.integer(6).map { Int($0) }, everyStage: cells.text(7),
        outcome: cells.text(8) ?? "", at: cells.text(9),
        made: cells.day(10) ?? Day(number: 0))
      return false
    }
    return found
  }

  /// The keys of the open leads that a contact is part of.
  public func openLeads(of person: Int64) throws -> [Int64] {
    try keys(
      """
      SELECT lead.id FROM lead JOIN lead_contact ON lead_contact.lead = lead.id \
      WHERE lead_contact.person = \(.integer(person)) AND lead.outcome = 'open' ORDER BY lead.id
      """)
  }

  /// The key of the department of a member of staff; nil where none is known.
  public func department(ofStaff key: Int64) throws -> Int64? {
    try number("SELECT department FROM person WHERE id = \(.integer(key))")
  }

  public func section(ofStaff key: Int64) throws -> Int64? {
    try number("SELECT section FROM person WHERE id = \(.integer(key))")
  }
}

/// A follow-up as the database holds it.
public struct FollowUp: Hashable, Sendable {
  public let kind: String
  public let lead: Int64?
  public let person: Int64?
  public let due: Day
  public let what: String
  public let who: Int64?
  /// Days until it is due again after it was done.
  public let every: Int?
  /// The stage that the lead must be at for it to come again.
  public let everyStage: String?
  public let outcome: String
  public let at: String?
  public let made: Day
}

extension Database {
  /// The keys of an activity's participants of one kind.
  public func participants(_ kind: RecordKind, of activity: Int64) throws -> [Int64] {
    let key = Datum.integer(activity)
    switch kind {
    case .lead:
      return try keys(
        "SELECT lead FROM activity_lead WHERE activity = \(key) ORDER BY id")
    case .organisation:
      return try keys(
        "SELECT organisation FROM activity_organisation WHERE activity = \(key) ORDER BY id")
    default:
      return try keys(
        "SELECT person FROM activity_person WHERE activity = \(key) ORDER BY id"
      ).filter { Key.person($0).kind == kind }
    }
  }

  /// The keys of a lead's contacts, the first added first.
  public func contacts(ofLead lead: Int64) throws -> [Int64] {
    try keys("SELECT person FROM lead_contact WHERE lead = \(.integer(lead)) ORDER BY id")
  }
}
