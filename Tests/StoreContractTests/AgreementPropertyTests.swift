import LeadlineModel
import LeadlineQuery
import TestKit
import Testing

@testable import LeadlineStore

/// Every engine selects exactly the records that `matches` lets pass.
@Suite struct AgreementPropertyTests {
  static let seeds: [UInt64] = [1, 2, 113, UInt64.random(in: .min ... .max)]

  @Test(arguments: EngineMaker.allCases, seeds)
  func enginesAgreeWithMatches(_ maker: EngineMaker, _ seed: UInt64) throws {
    print("agreement: seed \(seed)")
    let world = try World(maker)
    var work = RandomWork(seed: seed, in: world)
    for _ in 0..<14 { try world.command { try work.command($0) } }
    var details = RandomDetails(seed: seed, in: world)
    try world.command { try details.fill($0) }
    #expect(try world.database.check() == [])
    for day in [world.today, world.today - 37, world.today - 210] {
      let view = Viewpoint(day: day, today: world.today, language: .english)
      for kind in [RecordKind.lead, .contact, .staff, .organisation, .activity, .followUp] {
        try agree(on: kind, at: view, world.database, &details.random)
      }
    }
  }

  private func agree(
    on kind: RecordKind, at view: Viewpoint, _ database: LeadlineStore.Database,
    _ random: inout SeededNumbers
  ) throws {
    let records = try Record.all(kind, at: view, database)
    let fields = Field.of(kind, in: database.pipeline)
    let seen = fields.reduce(into: [:]) { seen, field in
      seen[field] = records.compactMap { $0.values[field] }.filter { !$0.isNone }
    }
    var filters = RandomFilters(
      random: random, kind: kind, fields: fields, pipeline: database.pipeline, seen: seen,
      names: records.flatMap(\.names))
    defer { random = filters.random }
    for _ in 0..<150 {
      let filter = filters.filter()
      let expected = records.filter { record in
        filter.matches(record.ref, names: record.names) { record.values[$0] ?? .none }
      }.map(\.ref)
      let selection = Selection(kind, fields: [], filter: filter)
      var selected: [Ref] = []
      try database.select(selection, at: view) { ref, _ in
        selected.append(ref)
        return true
      }
      #expect(selected == expected, "\(kind) on \(view.day): \(filter)")
      #expect(try database.count(selection, at: view) == expected.count, "\(filter)")
    }
  }
}

/// A record as `matches` sees it.
private struct Record {
  let ref: Ref
  var names: [String]
  var values: [Field: FieldValue]

  static func all(
    _ kind: RecordKind, at view: Viewpoint, _ database: LeadlineStore.Database
  ) throws -> [Record] {
    let fields = Field.of(kind, in: database.pipeline)
    let organisations = kind == .lead ? try all(.organisation, at: view, database) : []
    let callings = Dictionary(uniqueKeysWithValues: organisations.map { ($0.ref, $0.names) })
    var records: [Record] = []
    try database.select(Selection(kind, fields: fields), at: view) { ref, values in
      var record = Record(
        ref: ref, names: [], values: Dictionary(uniqueKeysWithValues: zip(fields, values)))
      record.names = record.callings(kind)
      if case .record(let organisation, _)? = record["org"] {
        record.names += callings[organisation] ?? []
      }
      record.forgetStallReason()
      records.append(record)
      return true
    }
    return records
  }

  private subscript(name: String) -> FieldValue? {
    values.first { $0.key.name == name }?.value
  }

  /// What a record of the kind is called.
  private func callings(_ kind: RecordKind) -> [String] {
    let own: [RecordKind: [String]] = [
      .lead: ["title"], .contact: ["name"], .staff: ["name"], .organisation: ["name", "alias"],
      .activity: ["note"], .followUp: ["what"],
    ]
    return (own[kind] ?? []).flatMap { name -> [String] in
      switch self[name] {
      case .text(let text): [text]
      case .list(let items): items
      default: []
      }
    }
  }

  /// Filters look at the recorded reason of closed leads alone.
  private mutating func forgetStallReason() {
    guard self["outcome"] == .choice("open"),
      let reason = values.keys.first(where: { $0.name == "reason" })
    else { return }
    values[reason] = FieldValue.none
  }
}
