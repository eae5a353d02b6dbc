import LeadlineModel
import TestKit
import Testing

@testable import LeadlineStore

/// Finding records that may be one, with and without comparing all.
@Suite struct DuplicateTests {
  /// Contacts made at random of few names, numbers, days and places, so that many are alike.
  @Test(arguments: EngineMaker.allCases, UInt64(800)...807)
  func blocksFindWhatComparingAllFinds(_ maker: EngineMaker, _ seed: UInt64) throws {
    let world = try World(maker)
    var random = SeededNumbers(seed: seed)
    try world.command { try enter(60, &random, $0) }
    let keys = try world.database.keys("SELECT id FROM person WHERE staff = 0 ORDER BY id")
    let traits = try PersonTraits.load(keys, from: world.database.engine)
    let scale = DuplicateScale.standard
    var all: [DuplicatePair] = []
    for (index, one) in keys.enumerated() {
      for other in keys[(index + 1)...] {
        guard let first = traits[one], let second = traits[other] else { continue }
        let likeness = scale.likeness(first, second)
        if likeness.probability >= scale.shownFrom {
          all.append(DuplicatePair(first.named, second.named, likeness))
        }
      }
    }
    let found = try world.database.duplicates(of: .contact)
    #expect(!found.isEmpty, "seed \(seed)")
    #expect(Set(found).subtracting(all) == [], "seed \(seed)")
    for pair in Set(all).subtracting(found) {
      // What blocks may miss by what they are: see `PersonTraits.blockingKeys`.
      let degrees = Set(pair.likeness.evidence.map { "\($0.aspect).\($0.degree)" })
      #expect(degrees.isSuperset(of: ["birthday.same", "address.same", "name.other"]), "\(pair)")
    }
    for pair in found {
      let own = try world.database.duplicates(ofContacts: [pair.second.ref.number])
      let sharesText = pair.likeness.evidence.contains {
        $0.degree == .same && [.phone, .email].contains($0.aspect)
      }
      let one = traits[pair.first.ref.number]
      let other = traits[pair.second.ref.number]
      let isNamesake =
        one?.name == other?.name
        && (one?.organisation.map { $0 == other?.organisation } == true
          || one?.isBorn(near: other?.birthday) == true)
      #expect(own.contains(pair) == (sharesText || isNamesake), "seed \(seed), \(pair)")
    }
  }

  /// Three of one number; the first two are said not to be one.
  @Test(arguments: EngineMaker.allCases)
  func thoseApartAreLeftOut(_ maker: EngineMaker) throws {
    let world = try World(maker)
    let (one, two) = (Ref(.contact, 1), Ref(.contact, 2))
    try world.command { writer in
      for _ in 0..<3 {
        let person = try writer.insertPerson("张伟")
        try writer.insertPhone("13812344321", label: nil, of: person)
      }
    }
    func pairs() throws -> [[Int64]] {
      try world.database.duplicates(of: .contact).map {
        [$0.first.ref.number, $0.second.ref.number]
      }
    }
    #expect(try pairs() == [[1, 2], [1, 3], [2, 3]])
    let entry = try world.command { try #expect($0.setApart(two, one)) }
    #expect(try pairs() == [[1, 3], [2, 3]])
    #expect(try world.database.duplicates(ofContacts: [2]).map(\.second.ref.number) == [3])
    #expect(try world.database.recordsApart(from: two) == [one])
    // A link of another kind with these numbers says nothing of contacts.
    try world.command { writer in
      for _ in 0..<3 { try writer.insertOrganisation("台达") }
      _ = try writer.setApart(Ref(.organisation, 1), Ref(.organisation, 3))
      try #expect(!writer.setApart(one, two))
    }
    #expect(try pairs() == [[1, 3], [2, 3]])
    #expect(try world.database.duplicates(of: .organisation).count == 2)
    // What was said of one that went into another holds for that.
    let state = try world.dump()
    let merge = try world.command {
      let three = NamedRef(Ref(.contact, 3), name: "张伟")
      let report = try $0.merge([NamedRef(two, name: "张伟")], into: three)
      #expect(report.moved["apart"] == 1)
    }
    #expect(try pairs() == [])
    #expect(try world.database.recordsApart(from: one) == [Ref(.contact, 3)])
    try world.undo(merge)
    #expect(try world.dump() == state)
    let removal = try world.command {
      try #expect($0.remove(two, includingReferrers: false) == [])
    }
    #expect(try world.database.recordsApart(from: one) == [])
    #expect(try world.database.check() == [])
    try world.undo(removal)
    #expect(try world.dump() == state)
    try world.undo(entry)
    #expect(try pairs() == [[1, 2], [1, 3], [2, 3]])
  }

  @Test(arguments: EngineMaker.allCases)
  func organisationsAndLeads(_ maker: EngineMaker) throws {
    let world = try World(maker)
    try world.command { writer in
      for name in ["台达电子（苏州）有限公司", "台达电子(苏州)", "Delta Co., Ltd.", "DELTA", "Other"] {
        try writer.insertOrganisation(name)
      }
      try writer.insertAlias("delta", of: 1)
      for (title, organisation) in [("电机厂", Int64(1)), ("电机厂", 1), ("电机厂", 2)] {
        let lead = try world.lead(title, writer)
        try writer.updateLead(lead, [.organisation: .integer(organisation)])
      }
    }
    #expect(try pairs(.organisation, world) == ["O1 O2", "O1 O3", "O1 O4", "O3 O4"])
    #expect(try pairs(.lead, world) == ["L1 L2"])
    #expect(try pairs(.activity, world) == [])
  }

  private func pairs(_ kind: RecordKind, _ world: World) throws -> Set<String> {
    Set(try world.database.duplicates(of: kind).map { "\($0.first.ref) \($0.second.ref)" })
  }

  private func enter(
    _ count: Int, _ random: inout SeededNumbers, _ writer: Writer
  ) throws {
    for name in ["A", "B", "C", "D"] { try writer.insertOrganisation(name) }
    func pick<Value>(_ values: [Value]) -> Value {
      values[Int(random.next() % UInt64(values.count))]
    }
    let names = [
      "张伟", "张玮", "Zhang Wei", "李娜", "John Smith", "Jon Smith", "Smith", "Mary Smith", "欧阳修",
    ]
    let days = ["1970-01-02", "1970-02-01", "1971-01-02", "1980-05-06", nil, nil]
    let regions = ["苏州", "江苏苏州", "6 Tulla Road 4011", "6 Tula Rd 4011", "9 Hill Lane 2100", "", ""]
    for _ in 0..<count {
      let person = try writer.insertPerson(
        pick(names),
        [
          .organisation: Datum(pick([1, 2, 3, 4, nil, nil] as [Int64?])),
          .birthday: Datum(pick(days).flatMap { Day(iso: $0) }), .region: .text(pick(regions)),
        ])
      if random.next() % 3 == 0 {
        try writer.insertPhone("1381234\(1000 + random.next() % 30)", label: nil, of: person)
      }
      if random.next() % 4 == 0 {
        try writer.insertEmail("m\(random.next() % 30)@example.org", label: nil, of: person)
      }
    }
  }
}
