import LeadlineModel
import Testing

@testable import LeadlineStore

/// From and to each engine.
struct EnginePair: Sendable, CustomTestStringConvertible {
  let from: EngineMaker
  let to: EngineMaker

  var testDescription: String { "\(from.rawValue) → \(to.rawValue)" }

  static let all = EngineMaker.allCases.flatMap { from in
    EngineMaker.allCases.map { EnginePair(from: from, to: $0) }
  }
}

/// A copy is the same database, or there is none.
@Suite struct CopyTests {
  /// A database as work leaves it, with things undone and with texts that are easily lost.
  private func worked(_ maker: EngineMaker, seed: UInt64 = 7) throws -> World {
    let world = try World(maker)
    var work = RandomWork(seed: seed, in: world)
    for _ in 0..<12 { try world.command { try work.command($0) } }
    try world.undo()
    try world.command("odd texts") {
      let plain = try $0.insertOrganisation("Ö\\N\t\n \"O'Neill\" 中車", [.note: .text("")])
      try $0.insertOrganisation("O\u{308}", [.note: .text("\u{1F600} a\u{301}")])
      try $0.updateOrganisation(plain, [.tag: .text("x")])
    }
    try world.database.use(.standard, as: world.author())
    try world.database.remember(user: "Li Na")
    return world
  }

  /// All tables, the journal and what the database says of itself too.
  private func everything(_ engine: any Engine) throws -> [String: [[String?]]] {
    var tables: [String: [[String?]]] = [:]
    for table in Schema.all {
      let names = table.loaded.columns
      var rows: [[String?]] = []
      try engine.rows(
        """
        SELECT \(raw: names.joined(separator: ", ")) FROM \(raw: table.name) \
        ORDER BY \(raw: table.key.joined(separator: ", "))
        """
      ) { cells in
        rows.append(names.indices.map { cells.text($0) })
        return true
      }
      tables[table.name] = rows
    }
    return tables
  }

  private func copy(_ world: World, to target: any Engine) throws -> CopyReport {
    try world.database.copy(to: target).run()
  }

  @Test(arguments: EnginePair.all) func isTheSameDatabase(_ pair: EnginePair) throws {
    let world = try worked(pair.from)
    let before = try everything(world.database.engine.engine)
    let made = try pair.to.make()
    let report = try copy(world, to: made.engine)
    #expect(report.rows == before.values.reduce(0) { $0 + $1.count })
    #expect(report.entries == before["entry"]?.count)
    #expect(report.contacts == before["person"]?.count { $0[1] == "0" })
    #expect(try everything(made.engine) == before)
    #expect(try everything(world.database.engine.engine) == before)
    let copied = try World(made)
    #expect(try copied.dump() == world.dump())
    #expect(try copied.database.check() == [])
  }

  @Test(arguments: EnginePair.all, UInt64(1)...3)
  func thereAndBackIsTheStart(_ pair: EnginePair, _ seed: UInt64) throws {
    let world = try worked(pair.from, seed: seed)
    let start = try everything(world.database.engine.engine)
    let there = try World(pair.to)
    _ = try copy(world, to: there.database.engine.engine)
    let back = try pair.from.make()
    defer { back.remove() }
    _ = try copy(there, to: back.engine)
    #expect(try everything(back.engine) == start, "seed \(seed)")
  }

  @Test(arguments: EnginePair.all) func workGoesOnOnTheCopy(_ pair: EnginePair) throws {
    let world = try worked(pair.from)
    let made = try pair.to.make()
    _ = try copy(world, to: made.engine)
    let copied = try World(made)
    let next = try world.database.keys("SELECT next FROM counter WHERE kind = 'lead'").first
    var lead: Int64?
    let entry = try copied.command { lead = try copied.lead("Plant", $0) }
    #expect(lead == next)
    #expect(entry == (try world.database.lastEntry()) + 1)
    try copied.undo()
    #expect(try copied.dump() == world.dump())
    #expect(try copied.undo().target == world.undo().target)
    #expect(try copied.dump() == world.dump())
    #expect(try copied.database.check() == [])
  }

  @Test(arguments: EnginePair.all, [CopyProgress.Phase.copying, .verifying])
  func aStoppedCopyLeavesNothing(_ pair: EnginePair, _ phase: CopyProgress.Phase) throws {
    let world = try worked(pair.from)
    let made = try pair.to.make()
    defer { made.remove() }
    let stop = CancelGroup()
    let copy = DatabaseCopy(from: world.database.engine.engine, to: made.engine, stoppedBy: stop)
    #expect(throws: StorageError.cancelled) {
      try copy.run { progress in
        if progress.phase == phase, progress.table == "move" { stop.cancel() }
      }
    }
    #expect(copy.foundNothing)
    #expect(try made.engine.tables().isEmpty)
    struct Enough: Error {}
    #expect(throws: Enough.self) {
      try world.database.copy(to: made.engine).run { _ in throw Enough() }
    }
    #expect(try made.engine.tables().isEmpty)
    #expect(try world.database.check() == [])
    _ = try self.copy(world, to: made.engine)
  }

  @Test(arguments: EnginePair.all) func progressComesToItsEnd(_ pair: EnginePair) throws {
    let world = try worked(pair.from)
    let made = try pair.to.make()
    defer { made.remove() }
    var all: [CopyProgress] = []
    let report = try world.database.copy(to: made.engine).run { all.append($0) }
    #expect(all.allSatisfy { $0.total == report.rows && $0.rows <= $0.total && $0.rate > 0 })
    #expect(all.first?.phase == .copying && all.last?.phase == .verifying)
    #expect(all.last?.rows == report.rows && all.last?.secondsLeft == 0)
  }

  @Test(arguments: EnginePair.all) func whatHoldsAnythingIsNoTarget(_ pair: EnginePair) throws {
    let world = try worked(pair.from)
    let other = try World(pair.to)
    try other.command { try $0.insertOrganisation("Acme") }
    let before = try everything(other.database.engine.engine)
    #expect(throws: CopyError.notEmpty(location: other.database.location)) {
      try copy(world, to: other.database.engine.engine)
    }
    #expect(try everything(other.database.engine.engine) == before)
    try other.undo()
    #expect(throws: CopyError.notEmpty(location: other.database.location)) {
      try copy(world, to: other.database.engine.engine)
    }
  }

  @Test(arguments: EnginePair.all) func whatIsNotOursStays(_ pair: EnginePair) throws {
    let world = try worked(pair.from)
    for table in ["song", "meta"] {
      let made = try pair.to.make()
      defer { made.remove() }
      try made.engine.run("CREATE TABLE \(raw: table) (title TEXT)")
      let refusal = StorageError.notADatabase(location: made.engine.location)
      #expect(throws: refusal) { try copy(world, to: made.engine) }
      #expect(throws: refusal) { try DatabaseCopy.check(made.engine) }
      #expect(throws: refusal) { try LeadlineStore.Database(engine: made.engine) }
      #expect(throws: refusal) {
        try DatabaseCopy(from: made.engine, to: world.database.engine.engine).run()
      }
      #expect(try made.engine.tables() == [table])
    }
  }

  @Test(arguments: EngineMaker.allCases) func onlyThisSchemaIsCopied(_ maker: EngineMaker) throws {
    let made = try maker.make()
    defer { made.remove() }
    #expect(throws: StorageError.notADatabase(location: made.engine.location)) {
      try DatabaseCopy.check(made.engine)
    }
    let world = try World(maker)
    let old = CopyError.olderSchema(
      location: world.database.location, found: 1, known: Schema.version)
    try world.database.engine.run("UPDATE meta SET value = '1' WHERE name = 'schema'")
    #expect(throws: old) { try copy(world, to: made.engine) }
    let other = try World(maker)
    #expect(throws: old) { try copy(other, to: world.database.engine.engine) }
    try world.database.engine.run("UPDATE meta SET value = '99' WHERE name = 'schema'")
    #expect(throws: StorageError.newerSchema(found: 99, known: Schema.version)) {
      try copy(world, to: made.engine)
    }
    #expect(try made.engine.tables().isEmpty)
  }

  /// Cells and rows that a bad way to the target would change, each found at the end.
  @Test(arguments: EngineMaker.allCases, Alteration.all)
  func verificationFinds(_ maker: EngineMaker, _ alteration: Alteration) throws {
    let world = try worked(maker)
    let made = try maker.make()
    defer { made.remove() }
    let target = AlteringEngine(made.engine, alteration)
    let found = #expect(throws: CopyError.self) { try copy(world, to: target) }
    guard case .differs(let difference)? = found else {
      Issue.record("\(String(describing: found))")
      return
    }
    #expect(difference.table == alteration.table)
    #expect(difference.column == alteration.column)
    #expect(difference.row == target.row)
    #expect(try made.engine.tables().isEmpty)
  }

  @Test(arguments: EngineMaker.allCases) func eachAccountIsRemembered(_ maker: EngineMaker) throws {
    let world = try World(maker)
    #expect(try world.database.rememberedUser() == nil)
    try world.database.remember(user: "Li Na")
    #expect(try world.database.rememberedUser() == "Li Na")
    let account = try world.database.engine.engine.account()
    #expect((account == nil) == (maker == .sqlite))
    let name = account.map { "user:\($0)" } ?? "user"
    #expect(try LeadlineStore.Database.meta(world.database.engine)[name] == "Li Na")
  }
}
