import LeadlineModel
import Testing

@testable import LeadlineStore

/// Removing records, and bringing them back.
@Suite struct DeletionTests {
  /// Removes every record with its referrers, one at a time, each time from the same state.
  @Test(arguments: EngineMaker.allCases, UInt64(300)...307)
  func whateverReferredToItComesBack(_ maker: EngineMaker, _ seed: UInt64) throws {
    let world = try World(maker)
    var work = RandomWork(seed: seed, in: world)
    for _ in 0..<8 { try world.command { try work.command($0) } }
    var details = RandomDetails(seed: seed, in: world)
    try world.command { try details.fill($0) }
    let state = try world.dump()
    let actor = try world.database.person(named: "Li Na", staff: true)
    for ref in try world.records() where Key.of(ref) != actor || ref.kind != .staff {
      try world.command { _ = try $0.remove(ref, includingReferrers: true) }
      let without = try world.dump()
      #expect(try world.database.name(of: ref) == nil, "seed \(seed), \(ref)")
      #expect(try world.database.check() == [], "seed \(seed), \(ref)")
      #expect(try world.undo().kept == [], "seed \(seed), \(ref)")
      #expect(try world.dump() == state, "seed \(seed), \(ref)")
      #expect(try world.redo().kept == [], "seed \(seed), \(ref)")
      #expect(try world.dump() == without, "seed \(seed), \(ref)")
      try world.undo()
    }
    #expect(try world.dump() == state, "seed \(seed)")
  }

  @Test(arguments: EngineMaker.allCases)
  func aDepartmentGoesWithItsSections(_ maker: EngineMaker) throws {
    let world = try World(maker)
    let staff = Key.staffBase + 2
    try world.command { writer in
      let department = try writer.insertDepartment("Trade")
      let section = try writer.insertSection("Ports", of: department)
      try writer.insertPerson(
        "Zhao Min", staff: true,
        [.department: .integer(department), .section: .integer(section)])
      let lead = try world.lead("Plant", writer)
      try writer.updateLead(lead, [.section: .integer(section)])
      try writer.setFigure(.department, of: lead, to: department, from: world.today)
      _ = try writer.insertActivity(
        [
          .day: .day(world.today), .kind: .text("call"), .department: .integer(department),
        ], with: [])
    }
    let state = try world.dump()
    try world.command { writer in
      let refused = try writer.remove(Ref(.department, 1), includingReferrers: false)
      #expect(Set(refused.map(\.description)) == ["K1", "S2", "A1", "L1"])
      _ = try writer.remove(Ref(.department, 1), includingReferrers: true)
    }
    #expect(try !world.exists(Schema.department, 1))
    #expect(try !world.exists(Schema.section, 1))
    #expect(try world.value("section", of: Schema.person, staff) == .null)
    #expect(try world.value("department", of: Schema.person, staff) == .null)
    #expect(try world.value("section", of: Schema.lead, 1) == .null)
    #expect(try world.value("department", of: Schema.activity, 1) == .null)
    #expect(try world.row("SELECT department FROM lead") == [nil])
    #expect(try world.database.check() == [])
    #expect(try world.undo().kept == [])
    #expect(try world.dump() == state)
  }

  /// Its log is a part of a lead; activities and follow-ups are records of their own.
  @Test(arguments: EngineMaker.allCases)
  func aLeadIsRefusedWhileWorkNamesIt(_ maker: EngineMaker) throws {
    let world = try World(maker)
    try world.command { writer in
      for title in ["Plant", "Works"] {
        let lead = try world.lead(title, writer)
        try writer.addContact(try writer.insertPerson("Wang Wei"), to: lead)
        try writer.fill(lead, on: world.today)
        try writer.advance(lead, "intent", "signed", world.today)
        try writer.insertReceipt(of: lead, on: world.today, minorUnits: 5)
      }
      _ = try writer.insertActivity(
        [.day: .day(world.today), .kind: .text("call")], with: [.lead(1, implied: false)])
      _ = try writer.insertFollowUp([
        .lead: .integer(1), .due: .day(world.today), .what: .text("call"),
      ])
    }
    let state = try world.dump()
    let (refused, entry) = try world.database.write(as: world.author()) {
      try $0.remove(Ref(.lead, 1), includingReferrers: false)
    }
    #expect(refused.map(\.description) == ["A1", "F1"])
    #expect(entry == nil)
    #expect(try world.dump() == state)
    try world.command { writer in
      let free = try writer.remove(Ref(.lead, 2), includingReferrers: false)
      let named = try writer.remove(Ref(.lead, 1), includingReferrers: true)
      #expect(free == [])
      #expect(named == refused)
    }
    for table in [
      Schema.lead, Schema.move, Schema.figure, Schema.receipt, Schema.leadContact,
      Schema.activityLead,
    ] {
      let rows = try world.database.keys("SELECT id FROM \(raw: table.name)")
      #expect(rows == [], "\(table.name)")
    }
    #expect(try world.exists(Schema.activity, 1))
    #expect(try world.exists(Schema.followUp, 1))
    #expect(try world.undo().kept == [])
    #expect(try world.dump() == state)
  }
}

extension World {
  /// All records that have a number of their own.
  fileprivate func records() throws -> [Ref] {
    try Schema.records.flatMap { table in
      try database.keys("SELECT id FROM \(raw: table.name) ORDER BY id").compactMap {
        RowKey(table, $0).ref
      }
    }
  }
}
