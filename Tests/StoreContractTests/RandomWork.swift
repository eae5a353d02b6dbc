import LeadlineModel
import TestKit

@testable import LeadlineStore

/// Writes at random as a person could: moves in order, with the facts that their stages ask for.
struct RandomWork {
  var random: SeededNumbers
  let database: LeadlineStore.Database
  let today: Day

  init(seed: UInt64, in world: World) {
    random = SeededNumbers(seed: seed)
    database = world.database
    today = world.today
  }

  /// One to six writes of one command.
  mutating func command(_ writer: Writer) throws {
    try addOrganisation(writer)
    for _ in 0..<Int.random(in: 1...6, using: &random) { try write(writer) }
  }

  private mutating func write(_ writer: Writer) throws {
    switch Int.random(in: 0...21, using: &random) {
    case 0, 1: try addPerson(writer)
    case 2, 3: try addLead(writer)
    case 4, 5, 6: try move(writer)
    case 7, 8: try addFigure(writer)
    case 9, 10, 11: try addActivity(writer)
    case 12: try addFollowUp(writer)
    case 13: try closeFollowUp(writer)
    case 14: try rename(writer)
    case 15: try addReceipt(writer)
    case 16: try remove(writer)
    case 17: try ask(writer)
    case 18: try answer(writer)
    case 19: try setApart(writer)
    case 20: try share(writer)
    default: try remember(writer)
    }
  }

  private mutating func addOrganisation(_ writer: Writer) throws {
    let key = try writer.insertOrganisation(name(), [.region: .text(name())])
    if Bool.random(using: &random) { try writer.insertAlias(name(), of: key) }
  }

  private mutating func addPerson(_ writer: Writer) throws {
    let organisation = try any(Schema.organisation)
    let person = try writer.insertPerson(name(), [.organisation: Datum(organisation)])
    try writer.insertPhone(
      "138\(Int64.random(in: 10_000_000...99_999_999, using: &random))",
      label: nil, of: person)
    try writer.insertEmail("p\(person)@example.org", label: "work", of: person)
    if let organisation {
      try writer.insertAffiliation(of: person, at: organisation, kind: "work", from: 1999)
    }
  }

  private mutating func addLead(_ writer: Writer) throws {
    let lead = try writer.insertLead(
      [
        .title: .text(name()), .source: .text("alumni"), .currency: .text("CNY"),
        .organisation: Datum(try any(Schema.organisation)),
      ], on: day())
    try writer.insertFigure(.owner, of: lead, to: writer.actor, from: day())
    if let person = try any(Schema.person, "staff = 0") { try writer.addContact(person, to: lead) }
  }

  private mutating func move(_ writer: Writer) throws {
    guard let lead = try any(Schema.lead), let state = try database.state(of: lead, on: today)
    else { return }
    let day = Day(number: Int.random(in: state.lastMove.number...today.number, using: &random))
    let reason = name()
    if state.outcome != .open {
      let move = try? database.pipeline.reopening(of: state, on: day, today: today, reason: reason)
      if let move { try writer.insertMove(move, of: lead, note: nil) }
      return
    }
    let stages = database.pipeline.stages.map(\.id).filter { $0 != state.stage }
    if Int.random(in: 0...3, using: &random) == 0 {
      let outcome: Outcome = Bool.random(using: &random) ? .lost : .shelved
      let move = try database.pipeline.closing(
        of: state, as: outcome, on: day, today: today, reason: reason)
      try writer.insertMove(move, of: lead, note: nil)
    } else if let stage = stages.randomElement(using: &random) {
      try advance(lead, state, to: stage, on: day, writer)
    }
  }

  private mutating func advance(
    _ lead: Int64, _ state: LeadState, to stage: String, on day: Day, _ writer: Writer
  ) throws {
    for fact in database.pipeline.missing(state.facts, upTo: stage) {
      switch fact {
      case .org:
        try writer.updateLead(
          lead, [.organisation: .integer(try writer.insertOrganisation(name()))])
      case .site: try writer.updateLead(lead, [.site: .text(name())])
      case .owner: try writer.insertFigure(.owner, of: lead, to: writer.actor, from: day)
      case .agreed: try writer.insertFigure(.agreed, of: lead, to: 100, from: day)
      case .total: try writer.insertFigure(.total, of: lead, to: 200, from: day)
      case .receipt: try writer.insertReceipt(of: lead, on: day, minorUnits: 5)
      default: return
      }
    }
    guard let state = try database.state(of: lead, on: today) else { return }
    let move = try database.pipeline.transition(
      of: state, to: stage, on: day, today: today, consent: Consent(skips: true, reason: name()))
    try writer.insertMove(move, of: lead, note: name())
  }

  private mutating func addFigure(_ writer: Writer) throws {
    guard let lead = try any(Schema.lead) else { return }
    let names: [LeadLog.DatedFact.Name] = [.expected, .agreed, .total, .department]
    let name = names.randomElement(using: &random) ?? .expected
    let value =
      name == .department
      ? try writer.insertDepartment(self.name()) : Int64.random(in: 1...900, using: &random)
    try writer.setFigure(name, of: lead, to: value, from: day())
  }

  /// Shares a lead between two departments, ends what was said, or says it anew for the same day.
  private mutating func share(_ writer: Writer) throws {
    guard let lead = try any(Schema.lead) else { return }
    let day = day()
    switch Int.random(in: 0...3, using: &random) {
    case 0: try writer.endShares(of: lead, from: day)
    case 1: try writer.setShares(of: lead, to: [], from: day)
    default:
      let part = Fraction(Int128.random(in: 1...6, using: &random), over: 7) ?? .one
      let parts = [
        (try writer.insertDepartment(name()), part),
        (try writer.insertDepartment(name()), try .one - part),
      ]
      try writer.setShares(of: lead, to: parts, from: day)
    }
  }

  private mutating func addReceipt(_ writer: Writer) throws {
    guard
      let lead = try any(
        Schema.lead,
        "EXISTS (SELECT 1 FROM stage_entry WHERE lead = lead.id AND stage = 'signed')")
    else { return }
    try writer.insertReceipt(
      of: lead, on: day(), minorUnits: Int64.random(in: 1...99, using: &random))
  }

  private mutating func addActivity(_ writer: Writer) throws {
    var participants: [Participant] = []
    if let lead = try any(Schema.lead) { participants.append(.lead(lead, implied: false)) }
    if let person = try any(Schema.person) { participants.append(.person(person)) }
    if let person = try any(Schema.person) { participants.append(.person(person)) }
    let kind = Choices.activityKinds.map(\.id).randomElement(using: &random) ?? "call"
    _ = try writer.insertActivity(
      [
        .day: .day(day()), .kind: .text(kind), .note: .text(name()),
        .failed: Datum(Int.random(in: 0...4, using: &random) == 0),
      ], with: participants)
  }

  private mutating func addFollowUp(_ writer: Writer) throws {
    let made = day()
    _ = try writer.insertFollowUp([
      .kind: .text("task"), .lead: Datum(try any(Schema.lead)), .made: .day(made),
      .due: .day(made + Int.random(in: 0...60, using: &random)), .what: .text(name()),
      .outcome: .text("open"), .who: Datum(writer.actor),
    ])
  }

  private mutating func closeFollowUp(_ writer: Writer) throws {
    guard let key = try any(Schema.followUp, "outcome = 'open'") else { return }
    try writer.update(
      Schema.followUp, key,
      ["outcome": .text("done"), "closed": .day(today), "result": .text(name())])
  }

  private mutating func ask(_ writer: Writer) throws {
    guard let person = try any(Schema.person) else { return }
    let contact = try any(Schema.person, "staff = 0 AND id <> \(.integer(person))")
    let wanted = [
      contact.map { Ref(.contact, $0) }, try any(Schema.lead).map { Ref(.lead, $0) },
      try any(Schema.organisation).map { Ref(.organisation, $0) }, nil,
    ].randomElement(using: &random)
    try writer.insertAsk(
      of: person, by: Bool.random(using: &random) ? writer.actor : nil, for: wanted ?? nil,
      on: day(), note: name())
  }

  private mutating func answer(_ writer: Writer) throws {
    guard let ask = try any(Schema.ask, "result = 'open'") else { return }
    let result = Choices.askResults.dropFirst().map(\.id).randomElement(using: &random)
    try writer.answerAsks([ask], result: result ?? "agreed", on: today, note: nil)
  }

  private mutating func setApart(_ writer: Writer) throws {
    for (kind, table) in [(RecordKind.lead, Schema.lead), (.organisation, Schema.organisation)] {
      guard let key = try any(table), let other = try any(table, "id <> \(.integer(key))")
      else { continue }
      _ = try writer.setApart(Ref(kind, key), Ref(kind, other))
    }
  }

  private mutating func rename(_ writer: Writer) throws {
    if let key = try any(Schema.organisation) {
      try writer.updateOrganisation(key, [.name: .text(name())])
    }
    if let key = try any(Schema.lead) { try writer.updateLead(key, [.title: .text(name())]) }
    if let key = try any(Schema.person, "staff = 0") {
      try writer.updatePerson(key, [.name: .text(name()), .tag: .text(name())])
    }
  }

  private mutating func remove(_ writer: Writer) throws {
    switch Int.random(in: 0...4, using: &random) {
    case 0: try remove(.lead, Schema.lead, writer)
    case 1: try remove(.activity, Schema.activity, writer)
    case 2: try remove(.followUp, Schema.followUp, writer)
    case 3: try remove(.contact, Schema.person, writer)
    default:
      guard let key = try any(Schema.organisation) else { return }
      _ = try writer.remove(Ref(.organisation, key), includingReferrers: false)
    }
  }

  private mutating func remove(
    _ kind: RecordKind, _ table: TableShape, _ writer: Writer
  ) throws {
    guard let key = try any(table, kind == .contact ? "staff = 0" : "1 = 1") else { return }
    _ = try writer.remove(Ref(kind, key), includingReferrers: true)
  }

  private mutating func remember(_ writer: Writer) throws {
    guard let lead = try any(Schema.lead) else { return }
    let key = "k\(lead)"
    let known = try database.importMemory(origin: "file", kind: .lead, keys: [key])[key]?.row
    try writer.remember(
      name(), of: Ref(.lead, lead), origin: "file", key: key, known: known)
  }

  private mutating func any(_ table: TableShape, _ condition: Clause = "1 = 1") throws -> Int64? {
    try database.keys("SELECT id FROM \(raw: table.name) WHERE \(condition) ORDER BY id")
      .randomElement(using: &random)
  }

  private mutating func day() -> Day {
    today - Int.random(in: 0...400, using: &random)
  }

  private mutating func name() -> String {
    let letters = Array("王伟张敏江苏曾单鄭müAbcZ é")
    return "N"
      + String(
        (0..<Int.random(in: 1...6, using: &random)).map { _ in
          letters.randomElement(using: &random) ?? "x"
        })
  }
}
