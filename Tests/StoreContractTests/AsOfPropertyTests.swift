import LeadlineModel
import LeadlineQuery
import Testing

@testable import LeadlineStore

/// The facts of a lead on any day are a fold of its log up to that day.
@Suite struct AsOfPropertyTests {
  @Test(arguments: EngineMaker.allCases, UInt64(200)...210)
  func listsAgreeWithTheLog(_ maker: EngineMaker, _ seed: UInt64) throws {
    let world = try World(maker)
    var work = RandomWork(seed: seed, in: world)
    for _ in 0..<16 { try world.command { try work.command($0) } }
    let logs = try wholeLogs(world)
    let days = (0..<6).map { _ in world.today - Int.random(in: 1...420, using: &work.random) }
    for day in days + [world.today] {
      let expected = logs.compactMapValues { log in
        LeadFacts(log.upTo(day), in: world.database.pipeline).map { $0.listed(on: day) }
      }
      #expect(try listed(world, on: day) == expected, "seed \(seed), \(day)")
    }
  }

  private static let names = [
    "stage", "outcome", "created", "closed", "last-touch", "due", "idle", "in-stage", "signed-on",
  ]

  private func listed(_ world: World, on day: Day) throws -> [Int64: [FieldValue]] {
    let fields = Field.leads(world.database.pipeline)
    let chosen = Self.names.compactMap { name in fields.first { $0.name == name } }
    var rows: [Int64: [FieldValue]] = [:]
    try world.database.select(
      Selection(.lead, fields: chosen),
      at: Viewpoint(day: day, today: world.today, language: .english)
    ) { ref, values in
      rows[ref.number] = values
      return true
    }
    return rows
  }

  /// All that happened to each lead, read table by table, with the day each thing counts from.
  private func wholeLogs(_ world: World) throws -> [Int64: WholeLog] {
    var logs: [Int64: WholeLog] = [:]
    let engine = world.database.engine
    try engine.rows("SELECT lead, kind, from_stage, to_stage, day, reason FROM move ORDER BY id") {
      if let kind = $0.text(1).flatMap(Move.Kind.init), let to = $0.text(3), let day = $0.day(4) {
        logs[$0.integer(0) ?? 0, default: WholeLog()].log.moves.append(
          Move(kind: kind, from: $0.text(2), to: to, day: day, reason: $0.text(5)))
      }
      return true
    }
    try engine.rows("SELECT lead, day, amount FROM receipt ORDER BY id") {
      if let day = $0.day(1), let amount = $0.integer(2) {
        logs[$0.integer(0) ?? 0, default: WholeLog()].log.receipts.append(
          LeadLog.Receipt(day: day, minorUnits: amount))
      }
      return true
    }
    try engine.rows(
      """
      SELECT activity_lead.lead, activity.day, activity.kind FROM activity_lead \
      JOIN activity ON activity.id = activity_lead.activity \
      WHERE activity.failed = 0 AND activity.kind <> 'note' ORDER BY activity.id
      """
    ) {
      if let day = $0.day(1), let kind = $0.text(2) {
        logs[$0.integer(0) ?? 0, default: WholeLog()].log.touches.append(
          LeadLog.Touch(day: day, kind: kind, staff: nil))
      }
      return true
    }
    try engine.rows("SELECT lead, id, due, made, closed FROM follow_up WHERE lead > 0 ORDER BY id")
    {
      if let due = $0.day(2), let made = $0.day(3) {
        logs[$0.integer(0) ?? 0, default: WholeLog()].followUps.append(
          (LeadLog.OpenFollowUp(number: $0.integer(1) ?? 0, due: due, what: ""), made, $0.day(4)))
      }
      return true
    }
    return logs
  }
}

private struct WholeLog {
  var log = LeadLog()
  var followUps: [(LeadLog.OpenFollowUp, made: Day, closed: Day?)] = []

  func upTo(_ day: Day) -> LeadLog {
    var past = LeadLog()
    past.moves = log.moves.filter { $0.day <= day }
    past.receipts = log.receipts.filter { $0.day <= day }
    past.touches = log.touches.filter { $0.day <= day }
    past.followUps = followUps.filter { followUp in
      followUp.made <= day && followUp.closed.map { $0 > day } ?? true
    }.map(\.0)
    return past
  }
}

extension LeadFacts {
  fileprivate func listed(on day: Day) -> [FieldValue] {
    func value(_ day: Day?) -> FieldValue { day.map(FieldValue.day) ?? .none }
    return [
      .choice(stage), .choice(outcome.rawValue), .day(created), value(closed),
      value(lastTouch?.day), value(next?.due), .days(idle(on: day)), .days(inStage(on: day)),
      value(firstEntry["signed"]),
    ]
  }
}
