import LeadlineModel
import Testing

@testable import LeadlineStore

/// Leads that came in without what their stage asks for, and what is taken back of them.
@Suite struct StandingFaultsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let command: @Sendable (World, Writer) throws -> Void
  }

  /// Each is done to a lead at a stage that it lacks facts for; then undone, redone, undone.
  @Test(arguments: EngineMaker.allCases, cases)
  func incompleteLeadsAreNoObstacle(_ maker: EngineMaker, _ example: Case) throws {
    let world = try World(maker)
    try world.command { try world.importLead($0) }
    let before = try world.dump()
    let entry = try world.command { try example.command(world, $0) }
    let after = try world.dump()
    for _ in 0..<2 {
      #expect(try world.undo().target == entry)
      #expect(try world.dump() == before)
      #expect(try world.redo().kept == [])
      #expect(try world.dump() == after)
    }
    #expect(try world.database.check() == [])
  }

  static let cases = [
    Case(testDescription: "deleted") { _, writer in
      _ = try writer.remove(Ref(.lead, 1), includingReferrers: true)
    },
    Case(testDescription: "imported") { world, writer in
      for _ in 0..<3 { try world.importLead(writer) }
    },
    Case(testDescription: "a fact filled in") { _, writer in
      try writer.updateLead(1, [.source: .text("alumni")])
    },
    Case(testDescription: "all filled in") { world, writer in
      try writer.updateLead(1, [.source: .text("alumni")])
      try writer.fill(1, on: world.today)
      try writer.setFigure(.owner, of: 1, to: writer.actor, from: world.today)
    },
    Case(testDescription: "moved") { world, writer in
      try writer.advance(1, "signed", "started", world.today)
    },
  ]

  /// The undo of a removal leaves rows of a later entry; what was filled in before still goes.
  @Test(arguments: EngineMaker.allCases)
  func oneAfterTheOther(_ maker: EngineMaker) throws {
    let world = try World(maker)
    try world.command { try $0.insertOrganisation("Acme") }
    var states = [try world.dump()]
    let commands: [(Writer) throws -> Void] = [
      { try world.importLead($0) },
      { try $0.setFigure(.agreed, of: 1, to: 7, from: world.today) },
      { try $0.updateLead(1, [.source: .text("alumni")]) },
      { try $0.setFigure(.agreed, of: 1, to: 9, from: world.today) },
      { _ = try $0.remove(Ref(.lead, 1), includingReferrers: true) },
    ]
    for command in commands {
      try world.command { try command($0) }
      states.append(try world.dump())
    }
    for state in states.dropLast().reversed() {
      #expect(try world.undo().kept == [])
      #expect(try world.dump() == state)
    }
    for state in states.dropFirst() {
      #expect(try world.redo().kept == [])
      #expect(try world.dump() == state)
    }
  }

  /// What was filled in before a move is needed by it.
  @Test(arguments: EngineMaker.allCases)
  func aLaterMoveNeedsWhatWasFilledIn(_ maker: EngineMaker) throws {
    let world = try World(maker)
    try world.command { try world.importLead($0) }
    let entry = try world.command { try $0.updateLead(1, [.source: .text("alumni")]) }
    try world.command { try $0.advance(1, "signed", "started", world.today) }
    #expect(throws: UndoRefusal.self) { try world.undo(entry) }
    #expect(try world.value("source", of: Schema.lead, 1) == .text("alumni"))
  }
}

extension World {
  /// Enters a lead as a file may bring it: far on, without what its stages ask for.
  fileprivate func importLead(_ writer: Writer) throws {
    let lead = try writer.insertLead(
      [.title: .text("Plant"), .currency: .text("CNY")], on: today - 9)
    try writer.advance(lead, "intent", "signed", today - 3)
    try writer.remember("said", of: Ref(.lead, lead), origin: "file", key: "k\(lead)", known: nil)
  }
}
