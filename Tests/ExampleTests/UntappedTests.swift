import Leadline
import LeadlineModel
import TestKit
import Testing

/// The contacts worth a call, on every engine.
@Suite struct UntappedTests {
  private static let seeds: [UInt64] = [
    1, 2, 228_653_082_097_204_679, UInt64.random(in: .min ... .max),
  ]

  /// Who is listed, and in which order, is what trying every chain of ties gives.
  @Test(arguments: EngineChoice.allCases, seeds)
  func listedAreTheBestOfTheDefinition(on engine: EngineChoice, _ seed: UInt64) throws {
    print("untapped: seed \(seed)")
    let database = try OwnDatabase(engine)
    let crm = try CRM.open(
      database.location, as: "Li Na", clock: .fixed(Day(iso: "2026-11-23")!))
    var city = RandomCity(seed: seed)
    try city.fill(crm)
    for staff in [city.staff, [city.staff[0]]] {
      let expected = try city.ranked(crm, from: staff)
      for count in [2, 20] {
        let (found, isWhole) = try crm.untapped(from: staff, count: count)
        #expect(isWhole)
        #expect(
          found.map(\.contact.ref) == expected.prefix(count).map(\.contact), "seed \(seed)")
        for (contact, best) in zip(found, expected) {
          #expect(abs(contact.way.strength * contact.worth - best.score) < 1e-12, "seed \(seed)")
        }
      }
    }
    let filter = try crm.filter("title:董事长", for: .contact)
    let chosen = Set(try crm.refs(.contact, matching: filter))
    #expect(
      try crm.untapped(matching: filter, from: city.staff).contacts.map(\.contact.ref)
        == city.ranked(crm, from: city.staff).map(\.contact).filter(chosen.contains))
  }

  @Test(arguments: EngineChoice.allCases)
  func anOpeningHasWhatTheWayTells(on engine: EngineChoice) throws {
    let database = try OwnDatabase(engine)
    let crm = try CRM.open(
      database.location, as: "Li Na", clock: .fixed(Day(iso: "2026-11-23")!))
    let (mate, chief) = (
      try crm.newPerson("张伟").result,
      try crm.newPerson("赵敏", [.organisation("台达电子"), .title("董事长")]).result
    )
    let me = try #require(try crm.me()).ref
    try crm.affiliate([me, mate], at: "南京大学", NewAffiliation(from: 1995, to: 1999))
    try crm.affiliate([mate, chief], at: "苏州精工", NewAffiliation(from: 2001, to: 2008))
    let opening = try crm.opening(from: chief)
    #expect(
      (opening.title, opening.source, opening.introducer?.ref) == ("台达电子", "alumni", mate))
    let lead = try crm.newLead([.title(opening.title)] + opening.changes).result
    let made = try crm.lead(lead)
    #expect(
      (made.source, made.introducer?.ref, made.organisation?.name) == ("alumni", mate, "台达电子"))
    #expect(made.contacts.map(\.ref) == [chief])
    #expect(try crm.untapped(from: [me]).contacts.isEmpty)

    let direct = try crm.opening(from: mate)
    #expect((direct.title, direct.source, direct.introducer) == ("张伟", "alumni", nil))
    let stranger = try crm.opening(from: try crm.newPerson("李强").result)
    #expect((stranger.title, stranger.source, stranger.way) == ("李强", nil, nil))
  }

  @Test(arguments: EngineChoice.allCases)
  func whoBroughtMoneyBringsAsAnInvestor(on engine: EngineChoice) throws {
    let database = try OwnDatabase(engine)
    let crm = try CRM.open(
      database.location, as: "Li Na", clock: .fixed(Day(iso: "2026-11-23")!))
    let (investor, chief) = (
      try crm.newPerson("张伟", [.organisation("光明")]).result, try crm.newPerson("赵敏").result
    )
    let me = try #require(try crm.me()).ref
    try crm.tie(me, investor, kind: "classmate")
    try crm.tie(investor, chief, kind: "friend")
    let lead = try crm.newLead(
      [.title("光明"), .source("alumni"), .organisation("光明"), .contacts(investor)],
      on: crm.today - 9
    ).result
    #expect(try crm.opening(from: chief).source == "alumni")
    try crm.move(lead, to: "signed", changes: [.agreed(try crm.money("8000万"))])
    try crm.receive(try crm.money("100万"), for: lead)
    #expect(try crm.opening(from: chief).source == "investor")
  }
}

/// A few people with random places, ties and dealings, and who of them is worth a call.
private struct RandomCity {
  private var random: SeededNumbers
  private(set) var staff: [Ref] = []
  private var contacts: [Ref] = []
  private var approached: Set<Ref> = []
  private var barred: Set<Ref> = []
  private var hasLead = false

  init(seed: UInt64) { random = SeededNumbers(seed: seed) }

  private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }

  mutating func fill(_ crm: CRM) throws {
    let titles = ["董事长", "副总经理", "经理", "司机"]
    let places = ["台达电子", "苏州精工", "南京大学"]
    let kind = Field.organisations.filter { $0.name == "kind" }
    try crm.newOrganisation("南京大学", kind.map { Change($0, .choice("school")) })
    for number in 0..<3 { staff.append(try crm.newPerson("staff \(number)", staff: true).result) }
    for number in 0..<12 {
      var changes: [Change] = [.title(titles.randomElement(using: &random) ?? "")]
      if chance(2) { changes.append(.organisation(places.randomElement(using: &random) ?? "")) }
      contacts.append(try crm.newPerson("contact \(number)", changes).result)
    }
    for person in staff + contacts {
      let from = Int.random(in: 1990...2005, using: &random)
      try crm.affiliate(
        [person], at: places.randomElement(using: &random) ?? "",
        NewAffiliation(from: from, to: from + 6))
      if chance(3), let other = contacts.randomElement(using: &random), other != person {
        try crm.tie(person, other, kind: "friend")
      }
    }
    for contact in contacts { try approach(contact, crm) }
  }

  private mutating func approach(_ contact: Ref, _ crm: CRM) throws {
    switch Int.random(in: 0..<9, using: &random) {
    case 0: try crm.log("call", about: [contact])
    case 1:
      try crm.newLead(
        [.title("lead"), .source("event"), .organisation("苏州精工"), .contacts(contact)])
      hasLead = true
    case 2: try crm.ask(contact)
    case 3:
      if let other = contacts.first(where: { $0 != contact && !barred.contains($0) }) {
        try crm.ask(other, for: contact)
        approached.insert(other)
      }
    case 4:
      let ask = Field.contacts.filter { $0.name == "ask" }
      try crm.set(ask.map { Change($0, .choice("no")) }, on: [contact])
      barred.insert(contact)
    case 5:
      try crm.log("note", about: [contact])
      return
    default: return
    }
    approached.insert(contact)
  }

  /// Every chain of at most three ties is tried.
  func ranked(_ crm: CRM, from sources: [Ref]) throws -> [(contact: Ref, score: Double)] {
    var ties: [Ref: [Ref: Double]] = [:]
    for person in staff + contacts {
      ties[person] = try crm.ties(of: person).reduce(into: [:]) { $0[$1.other] = $1.tie.strength }
    }
    var best: [Ref: Double] = [:]
    func go(_ chain: [Ref], _ strength: Double) {
      let last = chain[chain.count - 1]
      best[last] = max(best[last] ?? 0, strength)
      if chain.count > 3 || barred.contains(last) { return }
      for (other, tie) in ties[last] ?? [:] where !chain.contains(other) {
        go(chain + [other], strength * tie)
      }
    }
    for source in sources { go([source], 1) }
    return try crm.contacts().compactMap { contact in
      guard !approached.contains(contact.ref), let strength = best[contact.ref] else { return nil }
      return (contact.ref, strength * worth(of: contact))
    }.sorted { ($1.1, $0.0.number) < ($0.1, $1.0.number) }
  }

  private func worth(of contact: Contact) -> Double {
    let titles: [String: Double] = ["董事长": 2, "副总经理": 1.5, "经理": 1.2]
    let place: [String: Double] = ["台达电子": 1.5, "苏州精工": hasLead ? 0.8 : 1.5, "南京大学": 0.5]
    return (titles[contact.title ?? ""] ?? 1)
      * (contact.organisation.flatMap { place[$0.name] } ?? 1)
  }
}
