public import LeadlineModel

/// The columns of a lead that operations write.
public enum LeadColumn: String, Sendable {
  case title, organisation, introducer, section, source, currency, sector, site, region, tag, note
}

extension Writer {
  /// Adds a lead that enters the pipeline at its first stage on `day`.
  public func insertLead(_ values: [LeadColumn: Datum], on day: Day) throws -> Int64 {
    let row = values.reduce(into: [:]) { $0[$1.key.rawValue] = $1.value }
    let lead = try insert(Schema.lead, row)
    try insertMove(
      Move(kind: .enter, from: nil, to: pipeline.first.id, day: day), of: lead, note: nil)
    return lead
  }

  @discardableResult
  public func updateLead(_ lead: Int64, _ values: [LeadColumn: Datum]) throws -> Bool {
    try update(Schema.lead, lead, values.reduce(into: [:]) { $0[$1.key.rawValue] = $1.value })
  }

  @discardableResult
  public func insertMove(_ move: Move, of lead: Int64, note: String?) throws -> Int64 {
    try insert(
      Schema.move,
      [
        "lead": .integer(lead), "kind": .text(move.kind.rawValue),
        "from_stage": Datum(move.from), "to_stage": .text(move.to), "day": .day(move.day),
        "reason": Datum(move.reason), "note": Datum(note), "actor": Datum(actor),
      ])
  }

  /// Mends the day or the reason of an old move.
  @discardableResult
  public func updateMove(_ move: Int64, day: Day?, reason: String?) throws -> Bool {
    var values: [String: Datum] = [:]
    if let day { values["day"] = .day(day) }
    if let reason { values["reason"] = .text(reason) }
    return try update(Schema.move, move, values)
  }

  /// Says what a dated fact is from `day` on; the same day again replaces it.
  public func setFigure(
    _ name: LeadLog.DatedFact.Name, of lead: Int64, to value: Int64?, from day: Day
  ) throws {
    var known: Int64?
    try engine.rows(
      """
      SELECT id FROM figure WHERE lead = \(.integer(lead)) AND name = \(.text(name.rawValue)) \
      AND day = \(.day(day)) ORDER BY id DESC
      """
    ) { cells in
      known = cells.integer(0)
      return false
    }
    if let known {
      try update(Schema.figure, known, ["value": Datum(value)])
    } else {
      try insertFigure(name, of: lead, to: value, from: day)
    }
  }

  /// Dated facts of one day hold from another day on.
  public func moveFigures(of lead: Int64, from old: Day, to new: Day) throws {
    for key in try keys(
      of: Schema.figure, "lead = \(.integer(lead)) AND day = \(.day(old))")
    {
      try update(Schema.figure, key, ["day": .day(new)])
    }
  }

  /// Adds a dated fact of a lead that has none of this name and day.
  public func insertFigure(
    _ name: LeadLog.DatedFact.Name, of lead: Int64, to value: Int64?, from day: Day
  ) throws {
    try insert(
      Schema.figure,
      [
        "lead": .integer(lead), "name": .text(name.rawValue), "day": .day(day),
        "value": Datum(value),
      ])
  }

  @discardableResult
  public func insertReceipt(
    of lead: Int64, on day: Day, minorUnits: Int64, note: String? = nil
  ) throws -> Int64 {
    try insert(
      Schema.receipt,
      [
        "lead": .integer(lead), "day": .day(day), "amount": .integer(minorUnits),
        "note": Datum(note),
      ])
  }

  /// Adds a contact to a lead, once.
  public func addContact(_ person: Int64, to lead: Int64, part: String = "main") throws {
    let known = try keys(
      of: Schema.leadContact, "lead = \(.integer(lead)) AND person = \(.integer(person))")
    guard known.isEmpty else { return }
    try insert(
      Schema.leadContact,
      ["lead": .integer(lead), "person": .integer(person), "part": .text(part)])
  }

  public func removeContact(_ person: Int64, from lead: Int64) throws {
    try deleteAll(
      Schema.leadContact, "lead = \(.integer(lead)) AND person = \(.integer(person))")
  }

  /// The keys of the rows of a table that meet a condition, in order.
  func keys(of table: TableShape, _ condition: Clause) throws -> [Int64] {
    var keys: [Int64] = []
    try engine.rows("SELECT id FROM \(raw: table.name) WHERE \(condition) ORDER BY id") { cells in
      if let key = cells.integer(0) { keys.append(key) }
      return true
    }
    return keys
  }

  /// Removes the rows of a table that meet a condition, the newest first.
  func deleteAll(_ table: TableShape, _ condition: Clause) throws {
    for key in try keys(of: table, condition).reversed() { try delete(table, key) }
  }
}

extension Database {
  /// What the rules of a move look at, with the facts that the lead has on `day`; nil where there
  /// is no such lead.
  public func state(of lead: Int64, on day: Day) throws -> LeadState? {
    guard let now = try facts(of: lead, upTo: nil) else { return nil }
    let then = try facts(of: lead, upTo: day)
    return LeadState(
      ref: Ref(.lead, lead), stage: now.stage, outcome: now.outcome, lastMove: now.lastMove,
      facts: try requirementsMet(by: lead, dated: then, on: day))
  }

  /// The facts folded from the lead's log, up to a day; nil before it entered.
  public func facts(of lead: Int64, upTo day: Day?) throws -> LeadFacts? {
    var facts: LeadFacts?
    try logs(of: [lead], upTo: day) { _, log in facts = LeadFacts(log, in: pipeline) }
    return facts
  }

  private func requirementsMet(
    by lead: Int64, dated: LeadFacts?, on day: Day
  ) throws -> Set<Requirement> {
    var met: Set<Requirement> = []
    try engine.rows(
      """
      SELECT title, source, organisation, sector, site, \
      (SELECT COUNT(*) FROM lead_contact WHERE lead_contact.lead = lead.id) \
      FROM lead WHERE id = \(.integer(lead))
      """
    ) { cells in
      func has(_ index: Int) -> Bool { cells.text(index)?.isEmpty == false }
      if has(0) { met.insert(.title) }
      if has(1) { met.insert(.source) }
      if cells.integer(2) != nil { met.insert(.org) }
      if has(3) { met.insert(.sector) }
      if has(4) { met.insert(.site) }
      if (cells.integer(5) ?? 0) > 0 { met.insert(.contact) }
      return false
    }
    let figures: [(LeadLog.DatedFact.Name, Requirement)] = [
      (.owner, .owner), (.department, .department), (.expected, .expected), (.agreed, .agreed),
      (.total, .total),
    ]
    for (name, requirement) in figures where dated?.dated[name] != nil { met.insert(requirement) }
    let received = try number(
      """
      SELECT COUNT(*) FROM receipt WHERE lead = \(.integer(lead)) AND day <= \(.day(day))
      """)
    if (received ?? 0) > 0 { met.insert(.receipt) }
    return met
  }

  /// The day on which a lead entered the pipeline, as kept on it; nil where there is none.
  public func created(ofLead lead: Int64) throws -> Day? {
    var created: Day?
    try engine.rows("SELECT created FROM lead WHERE id = \(.integer(lead))") { cells in
      created = cells.day(0)
      return false
    }
    return created
  }

  /// The day of the first receipt or activity of a lead; nil where there is none.
  public func firstDealing(with lead: Int64) throws -> Day? {
    var first: Day?
    try engine.rows(
      """
      SELECT day FROM receipt WHERE lead = \(.integer(lead)) \
      UNION SELECT activity.day FROM activity_lead \
      JOIN activity ON activity.id = activity_lead.activity \
      WHERE activity_lead.lead = \(.integer(lead)) ORDER BY 1 LIMIT 1
      """
    ) { cells in
      first = cells.day(0)
      return false
    }
    return first
  }

  /// The currency of a lead's figures; nil where there is no such lead.
  public func currency(ofLead lead: Int64) throws -> Currency? {
    var code: String?
    try engine.rows("SELECT currency FROM lead WHERE id = \(.integer(lead))") { cells in
      code = cells.text(0)
      return false
    }
    return code.flatMap(Currency.init(code:))
  }

  /// The moves of a lead, in order, each with its key and its note.
  public func moves(of lead: Int64) throws -> [(key: Int64, move: Move, note: String?)] {
    var moves: [(key: Int64, move: Move, note: String?)] = []
    try engine.rows(
      """
      SELECT id, kind, from_stage, to_stage, day, reason, note FROM move \
      WHERE lead = \(.integer(lead)) ORDER BY id
      """
    ) { cells in
      guard let kind = cells.text(1).flatMap(Move.Kind.init(rawValue:)), let day = cells.day(4)
      else { return true }
      let move = Move(
        kind: kind, from: cells.text(2), to: cells.text(3) ?? "", day: day, reason: cells.text(5))
      moves.append((cells.integer(0) ?? 0, move, cells.text(6)))
      return true
    }
    return moves
  }

  /// The lead's organisation, department and so on as keys, for what follows from them.
  public func key(_ column: LeadColumn, ofLead lead: Int64) throws -> Int64? {
    try number("SELECT \(raw: column.rawValue) FROM lead WHERE id = \(.integer(lead))")
  }
}
