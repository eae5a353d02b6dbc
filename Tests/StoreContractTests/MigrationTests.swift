import LeadlineModel
import TestKit
import Testing

@testable import LeadlineStore

/// A database of an older program is brought up to this one's schema when it is opened.
@Suite struct MigrationTests {
  @Test(arguments: EngineMaker.allCases)
  func fromTheFirstSchema(_ maker: EngineMaker) throws {
    let world = try World(maker)
    try world.command { writer in
      let school = try writer.insertOrganisation("南京大学", kind: "school")
      let person = try writer.insertPerson("张伟")
      try writer.insertAffiliation(
        of: person, at: school, kind: "study", group: "計算機系", from: 1995, to: 1999)
    }
    let before = try world.dump()
    let engine = world.database.engine
    // As the first schema was.
    for table in ["ask"] + Self.later { try engine.run("DROP TABLE \(raw: table)") }
    for index in 1...3 { try engine.run("DROP INDEX affiliation_by_\(raw: String(index))") }
    try engine.run("CREATE INDEX affiliation_by_1 ON affiliation (person)")
    try engine.run(
      "CREATE INDEX affiliation_by_2 ON affiliation (organisation, kind, from_year)")
    try engine.run("ALTER TABLE affiliation DROP COLUMN class_fold")
    try engine.run("UPDATE meta SET value = '1' WHERE name = 'schema'")
    let database = try LeadlineStore.Database(engine: engine.engine)
    #expect(try world.dump() == before)
    #expect(try database.check() == [])
    #expect(try world.row("SELECT class_fold FROM affiliation") == [Fold.text("計算機系")])
    #expect(try world.row("SELECT value FROM meta WHERE name = 'schema'") == ["5"])
  }

  @Test(arguments: EngineMaker.allCases)
  func fromTheSecondSchema(_ maker: EngineMaker) throws {
    let world = try World(maker)
    var person: Int64 = 0
    try world.command { person = try $0.insertPerson("张伟") }
    let before = try world.dump()
    let engine = world.database.engine
    // As the second schema was.
    for table in ["ask"] + Self.later { try engine.run("DROP TABLE \(raw: table)") }
    try engine.run("UPDATE meta SET value = '2' WHERE name = 'schema'")
    let database = try LeadlineStore.Database(engine: engine.engine)
    #expect(try world.dump() == before)
    let entry = try world.command {
      try $0.insertAsk(of: person, by: nil, for: nil, on: world.today)
    }
    #expect(try database.asks(about: Ref(.contact, person), upTo: world.today).count == 1)
    try world.undo(entry)
    #expect(try world.dump() == before)
    #expect(try database.check() == [])
  }

  /// The tables that came after the third schema.
  private static let later = ["share", "rate", "campaign", "apart", "dealing"]

  @Test(arguments: EngineMaker.allCases)
  func fromTheThirdSchema(_ maker: EngineMaker) throws {
    let world = try World(maker)
    try world.command { _ = try $0.insertPerson("张伟") }
    let before = try world.dump()
    let engine = world.database.engine
    // As the third schema was.
    for table in Self.later { try engine.run("DROP TABLE \(raw: table)") }
    try engine.run("UPDATE meta SET value = '3' WHERE name = 'schema'")
    let database = try LeadlineStore.Database(engine: engine.engine)
    #expect(try world.dump() == before)
    let entry = try world.command { writer in
      try writer.setCampaign("T", "name = \"T\"")
      try writer.setRate(of: try #require(Currency(code: "USD")), to: "7.1", from: world.today)
    }
    #expect(try database.campaigns().map(\.name) == ["T"])
    #expect(try database.rates().count == 1)
    try world.undo(entry)
    #expect(try world.dump() == before)
    #expect(try database.check() == [])
  }

  /// Who dealt with whom is found in the activities that are there.
  @Test(arguments: EngineMaker.allCases)
  func fromTheFourthSchema(_ maker: EngineMaker) throws {
    let world = try World(maker)
    try world.command { writer in
      let contact = try writer.insertPerson("张伟")
      _ = try writer.insertPerson("张伟")
      let member = try writer.insertPerson("王伟", staff: true)
      for kind in ["call", "note"] {
        _ = try writer.insertActivity(
          [.day: .day(world.today), .kind: .text(kind)], with: [.person(contact), .person(member)])
      }
    }
    #expect(try world.row("SELECT COUNT(*) FROM dealing") == ["1"])
    let before = try world.dump()
    let engine = world.database.engine
    // As the fourth schema was.
    for table in ["apart", "dealing"] { try engine.run("DROP TABLE \(raw: table)") }
    try engine.run("DROP INDEX person_by_6")
    try engine.run("UPDATE meta SET value = '4' WHERE name = 'schema'")
    let database = try LeadlineStore.Database(engine: engine.engine)
    #expect(try world.dump() == before)
    let entry = try world.command {
      _ = try $0.setApart(Ref(.contact, 1), Ref(.contact, 2))
    }
    #expect(try database.recordsApart(from: Ref(.contact, 2)) == [Ref(.contact, 1)])
    try world.undo(entry)
    #expect(try world.dump() == before)
    #expect(try database.check() == [])
  }
}
