import LeadlineModel
import TestKit
import Testing

@testable import LeadlineStore

/// One record of several, and several again.
@Suite struct MergeTests {
  @Test(arguments: EngineMaker.allCases)
  func everythingGoesOver(_ maker: EngineMaker) throws {
    let world = try World(maker)
    try world.command { writer in
      let (old, new) = (try writer.insertOrganisation("Old"), try writer.insertOrganisation("New"))
      let one = try writer.insertPerson(
        "张伟", [.organisation: .integer(old), .title: .text("经理"), .tag: .text("a, b")])
      let two = try writer.insertPerson(
        "张玮",
        [
          .organisation: .integer(new), .title: .text("总经理"), .region: .text("苏州"),
          .tag: .text("b, c"), .askable: Datum(false), .note: .text("met in May"),
        ])
      let friend = try writer.insertPerson("李娜")
      for (person, numbers) in [(one, ["13812345678"]), (two, ["138 1234 5678", "13900001111"])] {
        for number in numbers { try writer.insertPhone(number, label: nil, of: person) }
      }
      try writer.insertEmail("zw@example.org", label: nil, of: two)
      try writer.insertTie(from: one, to: two, kind: "met")
      try writer.insertTie(from: friend, to: two, kind: "friend", strength: 4)
      for title in ["Plant", "Works"] {
        let lead = try world.lead(title, writer)
        try writer.addContact(two, to: lead, part: "decides")
        if title == "Works" { try writer.addContact(one, to: lead) }
      }
      _ = try writer.insertActivity(
        [.day: .day(world.today), .kind: .text("call")], with: [.person(one), .person(two)])
      _ = try writer.insertActivity(
        [.day: .day(world.today), .kind: .text("visit")], with: [.person(two)])
      _ = try writer.insertFollowUp([
        .person: .integer(two), .due: .day(world.today), .what: .text("call"),
      ])
      try writer.remember("said", of: Ref(.contact, two), origin: "f", key: "k", known: nil)
    }
    let state = try world.dump()
    var report: MergeReport?
    try world.command { report = try $0.merge([contact(2)], into: contact(1)) }
    #expect(
      report?.moved == [
        "phone": 1, "email": 1, "tie": 1, "lead_contact": 1, "activity_person": 1,
        "follow_up": 1, "import_row": 1,
      ])
    #expect(report?.repeated == 3)
    #expect(report?.between == 1)
    #expect(report?.taken == ["region": "苏州"])
    #expect(report?.noted == ["C2 C2: L2 part=decides, name=张玮, title=总经理"])
    let row = try world.database.read(RowKey(Schema.person, 1))
    #expect(row?["tag"] == .text("a, b, c"))
    #expect(row?["askable"] == .integer(0))
    #expect(row?["title"] == .text("经理"))
    #expect(row?["note"] == .text("met in May; C2 C2: L2 part=decides, name=张玮, title=总经理"))
    #expect(
      try world.numbers(
        "SELECT organisation, person FROM affiliation WHERE person = 1 AND kind = 'work'") == [
          2, 1,
        ])
    #expect(try !world.exists(Schema.person, 2))
    #expect(try world.database.check() == [])
    let memory = try world.database.importMemory(origin: "f", kind: .contact, keys: ["k"])
    #expect(memory["k"]?.record == Ref(.contact, 1))
    #expect(try world.undo().kept == [])
    #expect(try world.dump() == state)
    #expect(try world.database.check() == [])
  }

  @Test(arguments: EngineMaker.allCases)
  func aLeadKeepsItsCourse(_ maker: EngineMaker) throws {
    let world = try World(maker)
    let before = world.today - 40
    try world.command { writer in
      for title in ["Plant", "Plant again"] {
        let lead = try world.lead(title, on: before, writer)
        try writer.fill(lead, on: before)
        try writer.advance(lead, "intent", "signed", before)
        try writer.insertReceipt(of: lead, on: before, minorUnits: 5)
      }
      try writer.insertFigure(.expected, of: 2, to: 900, from: before)
      _ = try writer.insertActivity(
        [.day: .day(before), .kind: .text("call")],
        with: [.lead(1, implied: true), .lead(2, implied: false)])
    }
    let state = try world.dump()
    let moves = try world.numbers("SELECT COUNT(*), 0 FROM move WHERE lead = 1")
    let idle = try world.numbers("SELECT idle_from, stage_from FROM lead WHERE id = 1")
    try world.command {
      _ = try $0.merge(
        [NamedRef(Ref(.lead, 2), name: "Plant again")],
        into: NamedRef(Ref(.lead, 1), name: "Plant"))
    }
    #expect(try world.numbers("SELECT COUNT(*), 0 FROM move WHERE lead = 1") == moves)
    #expect(try world.numbers("SELECT arrived, expected FROM lead") == [10, 900])
    #expect(try world.numbers("SELECT idle_from, stage_from FROM lead WHERE id = 1") == idle)
    #expect(
      try world.numbers("SELECT implied, lead FROM activity_lead WHERE activity = 1") == [0, 1])
    let note = try world.row("SELECT note FROM activity WHERE kind = 'note'")[0] ?? ""
    #expect(note.hasPrefix("L2 Plant again: "))
    #expect(note.contains("\(before) enter intent") && note.contains("advance signed"))
    #expect(note.contains("agreed CNY") && !note.contains("expected"))
    #expect(try world.database.check() == [])
    #expect(try world.undo().kept == [])
    #expect(try world.dump() == state)
  }

  /// Merges records at random: nothing of them is lost, and undo and redo restore each state.
  @Test(arguments: EngineMaker.allCases, UInt64(700)...709)
  func nothingIsLostAndAllComesBack(_ maker: EngineMaker, _ seed: UInt64) throws {
    let world = try World(maker)
    var work = RandomWork(seed: seed, in: world)
    for _ in 0..<10 { try world.command { try work.command($0) } }
    var details = RandomDetails(seed: seed, in: world)
    try world.command { try details.fill($0) }
    for kind in [RecordKind.contact, .organisation, .lead] {
      let refs = try world.refs(kind).shuffled(using: &work.random).prefix(3)
      guard let survivor = refs.first, refs.count > 1 else { continue }
      let state = try world.dump()
      let parts = try refs.reduce(into: Set<String>()) {
        try $0.formUnion(world.belongings($1.ref))
      }
      try world.command { _ = try $0.merge(Array(refs.dropFirst()), into: survivor) }
      let whole = try world.belongings(survivor.ref)
      let gone = Set(refs.map { "person \($0.ref.number)" })
      #expect(
        parts.subtracting(whole).subtracting(gone) == [], "seed \(seed), \(refs.map(\.ref))")
      #expect(try world.database.check() == [], "seed \(seed), \(refs.map(\.ref))")
      let merged = try world.dump()
      #expect(try world.undo().kept == [], "seed \(seed), \(refs.map(\.ref))")
      #expect(try world.dump() == state, "seed \(seed), \(refs.map(\.ref))")
      #expect(try world.redo().kept == [], "seed \(seed), \(refs.map(\.ref))")
      #expect(try world.dump() == merged, "seed \(seed), \(refs.map(\.ref))")
    }
  }

  private func contact(_ number: Int64) -> NamedRef {
    NamedRef(Ref(.contact, number), name: "C\(number)")
  }
}

extension World {
  /// The first two cells of the first row of a query.
  fileprivate func numbers(_ clause: Clause) throws -> [Int64?] {
    var numbers: [Int64?] = []
    try database.engine.rows(clause) { cells in
      numbers = [cells.integer(0), cells.integer(1)]
      return false
    }
    return numbers
  }

  fileprivate func refs(_ kind: RecordKind) throws -> [NamedRef] {
    guard let table = Ref(kind, 1).table else { return [] }
    let condition: Clause = kind == .contact ? "staff = 0" : "1 = 1"
    return try database.keys("SELECT id FROM \(raw: table.name) WHERE \(condition) ORDER BY id")
      .map { NamedRef(Key.ref(kind, $0), name: try database.name(of: Key.ref(kind, $0)) ?? "") }
  }

  /// What belongs to a record, a text for each thing: by what it is, not by the row that says so.
  fileprivate func belongings(_ ref: Ref) throws -> Set<String> {
    let key = Datum.integer(Key.of(ref))
    let queries: [(String, Clause)] =
      switch ref.kind {
      case .contact:
        [
          ("phone", "SELECT digits FROM phone WHERE person = \(key)"),
          ("email", "SELECT address_fold FROM email WHERE person = \(key)"),
          ("place", "SELECT organisation FROM affiliation WHERE person = \(key)"),
          ("place", "SELECT organisation FROM person WHERE id = \(key)"),
          ("person", "SELECT known FROM tie WHERE knower = \(key)"),
          ("person", "SELECT knower FROM tie WHERE known = \(key)"),
          ("lead", "SELECT lead FROM lead_contact WHERE person = \(key)"),
          ("brought", "SELECT id FROM lead WHERE introducer = \(key)"),
          ("activity", "SELECT activity FROM activity_person WHERE person = \(key)"),
          ("plan", "SELECT id FROM follow_up WHERE person = \(key)"),
          ("file", "SELECT key FROM import_row WHERE record = \(key) AND kind = 'contact'"),
        ]
      case .organisation:
        [
          ("name", "SELECT name_fold FROM organisation WHERE id = \(key)"),
          ("name", "SELECT name_fold FROM organisation_alias WHERE organisation = \(key)"),
          ("stay", "SELECT person FROM affiliation WHERE organisation = \(key)"),
          ("contact", "SELECT id FROM person WHERE organisation = \(key)"),
          ("lead", "SELECT id FROM lead WHERE organisation = \(key)"),
          ("activity", "SELECT activity FROM activity_organisation WHERE organisation = \(key)"),
        ]
      default:
        [
          ("contact", "SELECT person FROM lead_contact WHERE lead = \(key)"),
          ("receipt", "SELECT id FROM receipt WHERE lead = \(key)"),
          ("activity", "SELECT activity FROM activity_lead WHERE lead = \(key)"),
          ("plan", "SELECT id FROM follow_up WHERE lead = \(key)"),
          ("figure", "SELECT name FROM figure WHERE lead = \(key)"),
          ("file", "SELECT key FROM import_row WHERE record = \(key) AND kind = 'lead'"),
        ]
      }
    var found: Set<String> = []
    for (name, query) in queries {
      try database.engine.rows(query) { cells in
        if let text = cells.text(0) ?? cells.integer(0).map({ String($0) }) {
          found.insert("\(name) \(text)")
        }
        return true
      }
    }
    return found
  }
}
