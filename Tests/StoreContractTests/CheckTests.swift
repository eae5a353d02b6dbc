import LeadlineModel
import Testing

@testable import LeadlineStore

/// A sound database has no findings; each kind of damage is found, and named.
@Suite struct CheckTests {
  struct Damage: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let statement: Clause
    let finding: Finding

    init(_ name: String, _ statement: Clause, _ finding: Finding) {
      testDescription = name
      self.statement = statement
      self.finding = finding
    }
  }

  static let damages = [
    Damage(
      "a changed line", "UPDATE entry SET line = 'never' WHERE id = 3", .entryChanged(3)),
    Damage("a changed author", "UPDATE entry SET actor = NULL WHERE id = 2", .entryChanged(2)),
    Damage("a missing entry", "DELETE FROM entry WHERE id = 3", .entryMissing(3)),
    Damage(
      "a changed old value",
      "UPDATE entry_change SET was = '{\"title\":\"Never\"}' WHERE entry = 3",
      .contentChanged(entry: 3)),
    Damage(
      "a changed list of rows", "UPDATE entry_made SET last = 7 WHERE entry = 2 AND tbl = 'move'",
      .contentChanged(entry: 2)),
    Damage(
      "a row of no entry", "UPDATE organisation SET entry = 77",
      .unknownEntry(77, table: "organisation")),
    Damage(
      "a changed fact", "UPDATE lead SET agreed = 5 WHERE id = 1",
      .fact(Ref(.lead, 1), column: "agreed", kept: "5", right: "100")),
    Damage(
      "a changed touch", "UPDATE person SET last_touch = '2026-01-01' WHERE id = 1",
      .fact(Ref(.contact, 1), column: "last_touch", kept: "2026-01-01", right: "2026-01-02")),
    Damage(
      "a missing stage", "DELETE FROM stage_entry WHERE stage = 'intent'",
      .stageEntry(Ref(.lead, 1), stage: "intent", kept: nil, right: Day(iso: "2026-11-23"))),
    Damage(
      "a missing dealing", "DELETE FROM dealing",
      .dealings(activity: Ref(.activity, 1))),
    Damage(
      "a dealing of nothing",
      "INSERT INTO dealing (staff, contact, day, activity) VALUES (1000000001, 1, '2026-01-01', 9)",
      .dealings(activity: Ref(.activity, 9))),
    Damage(
      "a missing search key", "DELETE FROM search_key WHERE token = 'acme'",
      .searchKeys(Ref(.organisation, 2), missing: ["acme"], surplus: [])),
    Damage(
      "a search key of nothing",
      "INSERT INTO search_key (token, kind, record) VALUES ('x', 'L', 99)",
      .searchKeys(Ref(.lead, 99), missing: [], surplus: ["x"])),
    Damage(
      "a wrong fold", "UPDATE organisation SET name_fold = 'x' WHERE id = 2",
      .twin(Ref(.organisation, 2), table: "organisation", row: 2, column: "name_fold")),
    Damage(
      "keys of older tables", "UPDATE meta SET value = '0' WHERE name = 'han'",
      .keysOutdated(written: 0, current: Fold.version)),
    Damage(
      "a number given twice", "UPDATE counter SET next = 1 WHERE kind = 'lead'",
      .counter("lead", next: 1, largest: 1)),
    Damage(
      "moves apart", "UPDATE move SET from_stage = 'started' WHERE kind = 'advance'",
      .moves(
        Ref(.lead, 1),
        .movesApart(from: "started", after: "intent", on: Day(iso: "2026-11-23")!))),
    Damage(
      "moves out of order", "UPDATE move SET day = '2026-11-01' WHERE kind = 'advance'",
      .moves(
        Ref(.lead, 1),
        .movesOutOfOrder(Day(iso: "2026-11-01")!, before: Day(iso: "2026-11-23")!))),
  ]

  @Test(arguments: EngineMaker.allCases, damages)
  func findsDamage(_ maker: EngineMaker, _ damage: Damage) throws {
    let world = try World(maker)
    try world.command {
      try $0.fill(try world.lead("Plant", $0), on: world.today)
      try $0.insertOrganisation("Acme")
      let contact = try $0.insertPerson("王伟")
      try $0.insertPhone("13812345678", label: nil, of: contact)
      let member = try $0.insertPerson("李娜", staff: true)
      _ = try $0.insertActivity(
        [.day: .text("2026-01-02"), .kind: .text("call")],
        with: [.person(contact), .person(member)])
    }
    try world.command { try $0.updateLead(1, [.title: .text("Works")]) }
    try world.command { try $0.advance(1, "intent", "signed", world.today) }
    #expect(try world.database.check() == [])
    try world.database.engine.run(damage.statement)
    let findings = try world.database.check()
    #expect(findings.contains(damage.finding), "\(findings)")
    let left = try world.database.repair()
    #expect(left.contains(damage.finding) == !damage.finding.isDerived, "\(left)")
    #expect(left.allSatisfy { !$0.isDerived })
  }
}
