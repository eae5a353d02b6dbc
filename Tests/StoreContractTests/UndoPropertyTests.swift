import LeadlineModel
import Testing

@testable import LeadlineStore

/// Taking back and restoring, after anything.
@Suite struct UndoPropertyTests {
  @Test(arguments: EngineMaker.allCases, UInt64(1)...12)
  func undoingAllRestoresEachState(_ maker: EngineMaker, _ seed: UInt64) throws {
    let world = try World(maker)
    var work = RandomWork(seed: seed, in: world)
    try world.command { try $0.insertOrganisation("First") }
    var states = [try world.dump()]
    for _ in 0..<12 {
      try world.command { try work.command($0) }
      states.append(try world.dump())
    }
    #expect(try world.database.check() == [], "seed \(seed)")
    for state in states.dropLast().reversed() {
      #expect(try world.undo().kept == [], "seed \(seed)")
      #expect(try world.dump() == state, "seed \(seed)")
    }
    for state in states.dropFirst() {
      #expect(try world.redo().kept == [], "seed \(seed)")
      #expect(try world.dump() == state, "seed \(seed)")
    }
    #expect(try world.database.check() == [], "seed \(seed)")
  }

  /// In whatever order, an undo leaves a sound database, and redo restores what it took away.
  @Test(arguments: EngineMaker.allCases, UInt64(100)...116)
  func anyEntryMayBeTakenBack(_ maker: EngineMaker, _ seed: UInt64) throws {
    let world = try World(maker)
    var work = RandomWork(seed: seed, in: world)
    var entries: [Int64] = []
    for _ in 0..<14 { entries.append(try world.command { try work.command($0) }) }
    for entry in entries.shuffled(using: &work.random) {
      let before = try world.dump()
      do {
        let report = try world.undo(entry)
        #expect(try world.database.check() == [], "seed \(seed), entry \(entry)")
        if report.kept.isEmpty, Bool.random(using: &work.random) {
          #expect(try world.redo().kept == [], "seed \(seed), entry \(entry)")
          #expect(try world.dump() == before, "seed \(seed), entry \(entry)")
        }
      } catch UndoRefusal.allKept {
        #expect(try world.dump() == before, "seed \(seed), entry \(entry)")
      }
    }
  }
}
