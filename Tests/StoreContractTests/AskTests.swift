import LeadlineModel
import LeadlineQuery
import TestKit
import Testing

@testable import LeadlineStore

/// Asks for introductions, as every engine keeps them.
@Suite struct AskTests {
  @Test(arguments: EngineMaker.allCases)
  func whatCameLaterWasOpenThen(_ maker: EngineMaker) throws {
    let world = try World(maker)
    let database = world.database
    let day = world.today - 30
    var (asked, place, row): (Int64, Int64, Int64) = (0, 0, 0)
    try world.command { writer in
      asked = try writer.insertPerson("张伟")
      place = try writer.insertOrganisation("台达电子")
      row = try writer.insertAsk(
        of: asked, by: writer.actor, for: Ref(.organisation, place), on: day, note: "午餐时")
    }
    try world.command { writer in
      try writer.answerAsks([row], result: "agreed", on: day + 10, note: nil)
    }
    let ref = Ref(.contact, asked)
    #expect(try database.asks(about: ref, upTo: day - 1) == [])
    let then = try #require(try database.asks(about: ref, upTo: day + 9).first)
    #expect((then.result, then.answered) == ("open", nil))
    let now = try #require(
      try database.asks(about: Ref(.organisation, place), upTo: day + 10).first)
    #expect((now.result, now.answered, now.note) == ("agreed", day + 10, "午餐时"))
    #expect((now.asked.name, now.asker?.name, now.wanted?.name) == ("张伟", "Li Na", "台达电子"))
    #expect(try database.asksWaiting(of: asked, upTo: world.today).map(\.row) == [row])
    try world.command { writer in
      try writer.answerAsks([row], result: "introduced", on: day + 12, note: nil)
    }
    #expect(try database.asksWaiting(of: asked, upTo: world.today).isEmpty)
  }

  @Test(arguments: EngineMaker.allCases)
  func timesAreCountedByTheYearAndInAll(_ maker: EngineMaker) throws {
    let world = try World(maker)
    var person: Int64 = 0
    let today = world.today
    try world.command { writer in
      person = try writer.insertPerson("张伟")
      for days in [0, 364, 365, 366, 800] {
        try writer.insertAsk(of: person, by: nil, for: nil, on: today - days)
      }
    }
    func count(_ day: Day) throws -> AskCount? {
      try world.database.askCounts(of: [person], upTo: day, scale: .standard)[person]
    }
    #expect(try count(today) == AskCount(times: 5, recently: 2, last: today))
    #expect(try count(today - 1) == AskCount(times: 4, recently: 2, last: today - 364))
    #expect(try count(today - 801) == nil)
  }

  @Test(arguments: EngineMaker.allCases)
  func asksGoWithWhoWasAskedAndOutliveTheRest(_ maker: EngineMaker) throws {
    let world = try World(maker)
    var (asked, wanted, lead): (Int64, Int64, Int64) = (0, 0, 0)
    try world.command { writer in
      asked = try writer.insertPerson("张伟")
      wanted = try writer.insertPerson("赵敏")
      lead = try world.lead("冷链", writer)
      try writer.insertAsk(of: asked, by: writer.actor, for: Ref(.contact, wanted), on: world.today)
      try writer.insertAsk(of: asked, by: writer.actor, for: Ref(.lead, lead), on: world.today)
    }
    let before = try world.dump()
    try world.command { writer in
      #expect(
        try writer.remove(Ref(.lead, lead), includingReferrers: false) == [Ref(.contact, asked)])
      _ = try writer.remove(Ref(.lead, lead), includingReferrers: true)
      _ = try writer.remove(Ref(.contact, wanted), includingReferrers: false)
    }
    let left = try world.database.asks(about: Ref(.contact, asked), upTo: world.today)
    #expect(left.map(\.wanted) == [nil, nil])
    try world.command { writer in
      _ = try writer.remove(Ref(.contact, asked), includingReferrers: false)
    }
    #expect(try world.row("SELECT CAST(COUNT(*) AS TEXT) FROM ask") == ["0"])
    try world.undo()
    try world.undo()
    #expect(try world.dump() == before)
  }

  private static let seeds: [UInt64] = [1, 2, 3, 4, UInt64.random(in: .min ... .max)]

  /// Whom the condition selects are those of the definition, on any day.
  @Test(arguments: EngineMaker.allCases, seeds)
  func untappedAreThoseNobodyApproached(_ maker: EngineMaker, _ seed: UInt64) throws {
    print("untapped: seed \(seed)")
    let world = try World(maker)
    var work = RandomWork(seed: seed, in: world)
    for _ in 0..<14 { try world.command { try work.command($0) } }
    _ = try world.database.write(as: world.author()) { writer in
      for person in try world.database.keys("SELECT id FROM person WHERE staff = 0 ORDER BY id")
      where person % 5 == 0 {
        try writer.updatePerson(person, [.askable: .integer(0)])
      }
    }
    for day in [world.today, world.today - 60, world.today - 200] {
      let view = Viewpoint(day: day, today: world.today, language: .english)
      var selected: [Int64] = []
      let selection = Selection(.contact, fields: [], condition: .untapped)
      try world.database.select(selection, at: view) { ref, _ in
        selected.append(ref.number)
        return true
      }
      #expect(selected == (try untapped(on: day, world)), "seed \(seed), \(day)")
    }
  }

  /// Row by row, without the condition's own words.
  private func untapped(on day: Day, _ world: World) throws -> [Int64] {
    func set(_ clause: Clause) throws -> Set<Int64> { Set(try world.database.keys(clause)) }
    var approached = try set("SELECT id FROM person WHERE askable = 0")
    try world.database.engine.rows(
      "SELECT person, activity.day, activity.kind FROM activity_person, activity WHERE activity = activity.id"
    ) { cells in
      if let person = cells.integer(0), let on = cells.day(1), on <= day, cells.text(2) != "note" {
        approached.insert(person)
      }
      return true
    }
    for table in ["SELECT person, lead FROM lead_contact", "SELECT introducer, id FROM lead"] {
      try world.database.engine.rows(Clause(own: table)) { cells in
        if let person = cells.integer(0), let lead = cells.integer(1),
          let began = try world.row(
            "SELECT CAST(MIN(day) AS TEXT) FROM move WHERE lead = \(.integer(lead))")[0],
          let first = Day(iso: began), first <= day
        {
          approached.insert(person)
        }
        return true
      }
    }
    for person in try world.database.keys("SELECT id FROM person ORDER BY id") {
      for ask in try world.database.asks(about: Database.person(person), upTo: day) {
        let isOver = ["refused", "no-answer"].contains(ask.result)
        if Database.key(of: ask.asked.ref) == person || !isOver { approached.insert(person) }
      }
    }
    return try world.database.keys("SELECT id FROM person WHERE staff = 0 ORDER BY id")
      .filter { !approached.contains($0) }
  }

  @Test(arguments: EngineMaker.allCases, seeds)
  func gatheringsAreCountedPersonByPerson(_ maker: EngineMaker, _ seed: UInt64) throws {
    print("gatherings: seed \(seed)")
    let world = try World(maker)
    var random = SeededNumbers(seed: seed)
    var stays: [(person: Int64, place: Int64, kind: String, years: ClosedRange<Int>?)] = []
    try world.command { writer in
      let places = try (0..<3).map { try writer.insertOrganisation("place \($0)") }
      for number in 0..<12 {
        let now = Bool.random(using: &random) ? places.randomElement(using: &random) : nil
        let person = try writer.insertPerson("person \(number)", [.organisation: Datum(now)])
        if let now { stays.append((person, now, "work", nil)) }
        for _ in 0..<Int.random(in: 0...2, using: &random) {
          let place = places.randomElement(using: &random) ?? places[0]
          let kind = ["study", "work", "town"].randomElement(using: &random) ?? "work"
          let from = Bool.random(using: &random) ? Int.random(in: 1990...2010, using: &random) : nil
          let to = from.flatMap { Bool.random(using: &random) ? $0 + 3 : nil }
          try writer.insertAffiliation(
            of: person, at: place, kind: kind, from: from.map { Int64($0) },
            to: to.map { Int64($0) })
          stays.append((person, place, kind, from.map { $0...(to ?? 2026) }))
        }
      }
    }
    let range: ClosedRange<Int64> = 4...9
    let own = try world.database.gatherings(of: range, in: 2026, limit: 100)
    let others = try world.database.gatherings(at: [1, 2, 3], besides: range, in: 2026)
    for (found, isOwn) in [(own, true), (others, false)] {
      let wanted = stays.filter { range.contains($0.person) == isOwn && $0.kind != "town" }
      let groups = Dictionary(grouping: wanted) { "\($0.place) \($0.kind)" }
      #expect(found.count == groups.count, "seed \(seed)")
      for gathering in found {
        let group = groups["\(gathering.organisation) \(gathering.kind.rawValue)"] ?? []
        #expect(gathering.persons == Set(group.map(\.person)).count, "seed \(seed)")
        let years = group.compactMap(\.years)
        #expect(gathering.years?.lowerBound == years.map(\.lowerBound).min(), "seed \(seed)")
        #expect(gathering.years?.upperBound == years.map(\.upperBound).max(), "seed \(seed)")
      }
    }
  }
}
