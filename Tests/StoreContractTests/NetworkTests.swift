import LeadlineModel
import LeadlineReports
import TestKit
import Testing

@testable import LeadlineStore

/// Ties follow from places and years as their definition says, however they are read.
@Suite struct NetworkTests {
  private static let seeds: [UInt64] = [1, 2, 3, 6, 21, UInt64.random(in: .min ... .max)]

  /// One by which few people are many, and what was declared is worth less than what follows.
  private static let scale = {
    var scale = TieScale.standard
    scale.sizes = [.init(upTo: 4, factor: 1), .init(upTo: 7, factor: 0.5)]
    scale.declared = [0.02, 0.04, 0.06, 0.08, 0.1]
    return scale
  }()

  @Test(arguments: EngineMaker.allCases, seeds)
  func tiesAreThoseOfTheDefinition(_ maker: EngineMaker, _ seed: UInt64) throws {
    print("network: seed \(seed)")
    let world = try World(maker)
    var people = RandomPeople(seed: seed)
    try world.command { try people.enter($0, today: world.today) }
    let all = try world.database.keys("SELECT id FROM person ORDER BY id")
    let scale = Self.scale
    let network = Network(world.database, scale: scale, today: world.today)
    let found = try network.strengths(of: all)
    var listed: [Int64: [Int64: Double]] = [:]
    try network.listedTies(of: all.map { Reached($0, 1) }, above: 0) {
      listed[$0.person, default: [:]][$1] = max(listed[$0.person]?[$1] ?? 0, $2)
    }
    let reach = try network.reach(of: all)
    var joined: [Int64: [Int64: Double]] = [:]
    let reached = all.map { Reached($0, 1) }
    let noLeast = { 0.0 }
    try Network(world.database, scale: scale, today: world.today).ties(
      between: reached, and: reached, above: noLeast
    ) { person, other, strength in
      let known = joined[person.person]?[other.person] ?? 0
      joined[person.person, default: [:]][other.person] = max(known, strength)
    }
    for person in all {
      for other in all where other != person {
        let expected = people.strength(person, other, scale, on: world.today)
        for tie in [found[person]?[other], joined[person]?[other]] {
          #expect(
            tie.map { abs($0 - (expected ?? -1)) < 1e-12 } ?? (expected == nil),
            "seed \(seed): \(person) \(other): \(tie ?? 0) for \(expected ?? 0)")
        }
        #expect(found[person]?[other] == found[other]?[person], "seed \(seed)")
        let most = max(reach[person] ?? 0, listed[person]?[other] ?? 0)
        #expect(expected ?? 0 <= most, "seed \(seed): reach of \(person)")
      }
    }
  }

  /// What is left out above a bound never makes a stronger way, from whom and to whom it ever goes.
  @Test(arguments: EngineMaker.allCases, seeds)
  func boundsLeaveOutWeakerTiesOnly(_ maker: EngineMaker, _ seed: UInt64) throws {
    print("network: seed \(seed)")
    let world = try World(maker)
    var people = RandomPeople(seed: seed)
    try world.command { try people.enter($0, today: world.today) }
    let all = try world.database.keys("SELECT id FROM person ORDER BY id")
    let scale = Self.scale
    let whole = try Network(world.database, scale: scale, today: world.today).strengths(of: all)
    var random = SeededNumbers(seed: seed)
    func some() -> [Reached] {
      let share = Double.random(in: 0.1...1, using: &random)
      return all.filter { _ in Double.random(in: 0..<1, using: &random) < share }
        .map { Reached($0, Double.random(in: 0.1...1, using: &random)) }
    }
    for least in [0, 0.01, 0.03, 0.1, 0.2, 0.3] {
      for _ in 0..<4 {
        let (near, far) = (some(), some())
        var told: [Int64: [Int64: Double]] = [:]
        try Network(world.database, scale: scale, today: world.today).ties(of: near, above: least) {
          told[$0.person, default: [:]][$1] = max(told[$0.person]?[$1] ?? 0, $2)
        }
        var joined: [Int64: [Int64: Double]] = [:]
        let sameLeast = { least }
        try Network(world.database, scale: scale, today: world.today).ties(
          between: near, and: far, above: sameLeast
        ) {
          joined[$0.person, default: [:]][$1.person] = max(joined[$0.person]?[$1.person] ?? 0, $2)
        }
        for (person, ties) in Array(told) + Array(joined) {
          for (other, tie) in ties {
            #expect(tie <= whole[person]?[other] ?? 0, "seed \(seed): \(person) \(other) \(least)")
          }
        }
        for person in near {
          for (other, tie) in whole[person.person] ?? [:] where person.strength * tie > least {
            #expect(told[person.person]?[other] == tie, "seed \(seed): \(person) \(other) \(least)")
            let partner = far.first {
              $0.person == other && person.strength * tie * $0.strength > least
            }
            if partner == nil { continue }
            #expect(
              joined[person.person]?[other] == tie, "seed \(seed): \(person) \(other) \(least)")
          }
        }
      }
    }
  }
}

/// People with random affiliations, ties and dealings, and the ties that follow, pair by pair.
private struct RandomPeople {
  private typealias Stay = (organisation: Int64, affiliation: Affiliation)

  private var random: SeededNumbers
  private var stays: [Int64: [Stay]] = [:]
  private var declared: [Pair: [Int]] = [:]
  private var dealings: [Pair: Day] = [:]

  private struct Pair: Hashable {
    private let persons: Set<Int64>

    init(_ one: Int64, _ other: Int64) { persons = [one, other] }
  }

  init(seed: UInt64) { random = SeededNumbers(seed: seed) }

  mutating func enter(_ writer: Writer, today: Day) throws {
    let places = try (1...Int.random(in: 1...4, using: &random)).map {
      try writer.insertOrganisation("place \($0)")
    }
    var people: [Int64] = []
    for number in 0..<28 {
      let current = Bool.random(using: &random) ? places.randomElement(using: &random) : nil
      let person = try writer.insertPerson(
        "person \(number)", staff: number % 7 == 0, [.organisation: Datum(current)])
      people.append(person)
      if let current {
        stays[person, default: []].append((current, Affiliation(.work, from: 2026)))
      }
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        let stay = randomStay(places)
        try writer.insertAffiliation(
          of: person, at: stay.organisation, kind: stay.affiliation.kind.rawValue,
          group: stay.affiliation.group, from: stay.affiliation.from.map { Int64($0) },
          to: stay.affiliation.to.map { Int64($0) })
        stays[person, default: []].append(stay)
      }
    }
    for _ in 0..<30 { try declare(people, writer) }
    for _ in 0..<60 { try deal(people, today, writer) }
  }

  private mutating func declare(_ people: [Int64], _ writer: Writer) throws {
    let (one, other) = (people.randomElement(using: &random), people.randomElement(using: &random))
    guard let one, let other, one != other else { return }
    let strength = Int.random(in: 1...5, using: &random)
    try writer.insertTie(from: one, to: other, kind: "friend", strength: Int64(strength))
    declared[Pair(one, other), default: []].append(strength)
  }

  private mutating func deal(_ people: [Int64], _ today: Day, _ writer: Writer) throws {
    let some = (0..<3).compactMap { _ in people.randomElement(using: &random) }
    let day = today - Int.random(in: -3...900, using: &random)
    let kind = ["call", "visit", "note"].randomElement(using: &random) ?? "call"
    let isFailed = Int.random(in: 0..<5, using: &random) == 0
    _ = try writer.insertActivity(
      [.day: .day(day), .kind: .text(kind), .failed: Datum(isFailed)],
      with: some.map { .person($0) })
    guard kind != "note", !isFailed, day <= today else { return }
    for one in some {
      for other in some where Key.isStaff(one) != Key.isStaff(other) {
        let pair = Pair(one, other)
        dealings[pair] = max(dealings[pair] ?? day, day)
      }
    }
  }

  private mutating func randomStay(_ places: [Int64]) -> Stay {
    let kind = Affiliation.Kind.allCases.filter { $0 != .town }.randomElement(using: &random)
    let isKnown = Int.random(in: 0..<8, using: &random) > 0
    let from = Int.random(in: 1990...2010, using: &random)
    let length = Int.random(in: 0...8, using: &random)
    let group = ["a", "b", nil, nil].randomElement(using: &random) ?? nil
    return (
      places.randomElement(using: &random) ?? places[0],
      Affiliation(
        kind ?? .work, group: group, from: isKnown ? from : nil,
        to: Int.random(in: 0..<5, using: &random) == 0 ? nil : from + length)
    )
  }

  /// What was declared, else the strongest of all places that two shared and of their dealings.
  func strength(_ person: Int64, _ other: Int64, _ scale: TieScale, on today: Day) -> Double? {
    let pair = Pair(person, other)
    let stated = declared[pair]?.map { scale.declared[$0 - 1] }.max()
    let met = dealings[pair].map { _ in scale.declared[0] }
    let found = [shared(person, other, scale, in: today.parts.year), met].compactMap(\.self).max()
    guard let best = stated ?? found else { return nil }
    guard Key.isStaff(person) != Key.isStaff(other) else { return best }
    return scale.warmed(best, days: dealings[pair].map { today - $0 })
  }

  private func shared(
    _ person: Int64, _ other: Int64, _ scale: TieScale, in year: Int
  ) -> Double? {
    var best: Double?
    for own in stays[person] ?? [] {
      for their in stays[other] ?? [] where own.organisation == their.organisation {
        guard let years = own.affiliation.years(with: their.affiliation, until: year) else {
          continue
        }
        let isOneGroup =
          own.affiliation.group != nil
          && own.affiliation.group == their.affiliation.group
        for isOneGroup in isOneGroup ? [true, false] : [false] {
          let size = size(of: own, years, isOneGroup ? own.affiliation.group : nil, in: year)
          let worth = scale.strength(
            of: own.affiliation.kind, years: years, isOneGroup: isOneGroup, size: size, in: year)
          if let worth { best = max(best ?? 0, worth) }
        }
      }
    }
    return best
  }

  private func size(of place: Stay, _ years: SharedYears, _ group: String?, in year: Int) -> Int {
    let circle = stays.values.joined().filter { stay in
      stay.organisation == place.organisation && stay.affiliation.kind == place.affiliation.kind
        && (group == nil || stay.affiliation.group == group)
    }
    guard case .known(let range) = years else { return circle.count }
    return circle.count { stay in
      (stay.affiliation.from ?? 9999) <= range.lowerBound
        && range.lowerBound <= stay.affiliation.to ?? year
    }
  }
}
