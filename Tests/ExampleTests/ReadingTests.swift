import Foundation
import Leadline
import TestKit
import Testing

/// What programs read of a database, asked for as text and as Swift.
@Suite struct ReadingTests {
  private let today = Day(iso: "2022-12-02")!

  /// Three leads: one stalled at intent, one fresh at signed, one lost.
  private func filled(_ database: OwnDatabase) throws -> CRM {
    let crm = try CRM.open(database.location, as: "Li Na", clock: .fixed(today))
    try crm.newLead([.title("Cold store"), .source("inbound")], on: today - 40)
    let plant = try crm.newLead(
      [
        .title("Motor plant"), .source("alumni"), .organisation("台达电子"),
        .expected(try crm.money("5000万")), .tags("auto"),
      ], on: today - 62
    ).result
    try crm.move(plant, to: "signed", on: today - 9, changes: [.agreed(try crm.money("80m"))])
    let lost = try crm.newLead([.title("Mill"), .source("event")], on: today - 30).result
    try crm.close([lost], as: .lost, on: today - 3, reason: "too far")
    return crm
  }

  @Test(arguments: EngineChoice.allCases)
  func textAndSwiftMeanTheSame(on engine: EngineChoice) throws {
    let database = try OwnDatabase(engine)
    let crm = try filled(database)
    let fifty = try crm.money("50m")
    let pairs: [(String, Filter)] = [
      ("stage:intent", .stage("intent")), ("outcome:lost", .outcome(.lost)),
      ("idle:30d..", .idle(30...)), ("idle:..9d", .idle(...9)), ("idle:9..40", .idle(9...40)),
      ("amount:50m..", .amount(from: fifty)), ("level:yellow", .level(.yellow)),
      ("owner:me", .owner("Li Na")), ("org:台达电子", .organisation("台達電子")),
      ("stage:intent not outcome:lost", .stage("intent") && !.outcome(.lost)),
      ("stage:signed or mill", .stage("signed") || .word("mill")),
      ("id:L2", .refs(Ref(.lead, 2))), ("", .all),
    ]
    for (text, filter) in pairs {
      let leads = try crm.leads(matching: text)
      #expect(!leads.isEmpty, "\(text)")
      #expect(try crm.leads(matching: filter) == leads, "\(text)")
    }
  }

  @Test(arguments: EngineChoice.allCases)
  func leadsAsTheyStand(on engine: EngineChoice) throws {
    let database = try OwnDatabase(engine)
    let crm = try filled(database)
    let plant = try crm.lead(Ref(.lead, 2))
    #expect(plant.stage == "signed" && plant.outcome == .open && plant.level == nil)
    #expect(plant.organisation?.name == "台达电子" && plant.owner?.name == "Li Na")
    #expect(plant.expected?.decimal == "50000000" && plant.amount == plant.agreed)
    #expect(plant.created == today - 62 && plant.entered == ["signed": today - 9])
    #expect(plant.idle == 9 && plant.inStage == 9 && plant.tags == ["auto"])
    let lost = try crm.lead(Ref(.lead, 3))
    #expect(lost.outcome == .lost && lost.closed == today - 3 && lost.reason == "too far")
    #expect(lost.idle == 27)
    #expect(throws: CRMError.noSuchRecord(Ref(.lead, 9))) { try crm.lead(Ref(.lead, 9)) }
  }

  @Test(arguments: EngineChoice.allCases)
  func stalledAndNeglected(on engine: EngineChoice) throws {
    let database = try OwnDatabase(engine)
    let crm = try filled(database)
    #expect(try crm.stalled().map(\.title) == ["Cold store"])
    #expect(try crm.stalled(matching: "level:red") == [])
    #expect(try crm.neglected().map(\.title) == ["Cold store", "Motor plant"])
    try crm.plan("ring", for: [Ref(.lead, 1)], due: today + 3)
    #expect(try crm.neglected().map(\.title) == ["Motor plant"])
    crm.asOf = today - 20
    #expect(try crm.stalled().map(\.title) == ["Motor plant"])
  }

  @Test(arguments: EngineChoice.allCases)
  func contactsByName(on engine: EngineChoice) throws {
    let database = try OwnDatabase(engine)
    let crm = try filled(database)
    let wei = try crm.newPerson(
      "张伟", [.organisation("台达电子"), .title("总经理"), .phones("13812344321"), .emails("w@x.cn")]
    ).result
    try crm.newPerson("曾国强")
    #expect(try crm.contacts().map(\.name) == ["曾国强", "张伟"])
    #expect(try crm.contacts(matching: "zw 4321") == [try crm.contact(wei)])
    #expect(try crm.contact(wei).phones == ["+86 138 1234 4321"])
    #expect(try crm.contact(wei).title == "总经理")
  }

  @Test(arguments: [
    "staeg:intent", "stage:x", "(", "--sort idle", "a -- b", "a > b.csv", "a | less",
  ])
  func whatIsNoFilter(_ text: String) throws {
    let crm = try filled(OwnDatabase(.sqlite))
    #expect(throws: Diagnostic.self) { try crm.leads(matching: text) }
  }

  @Test(arguments: EngineChoice.allCases)
  func nobodyOfThatName(on engine: EngineChoice) throws {
    let database = try OwnDatabase(engine)
    let crm = try filled(database)
    #expect(throws: CRMError.self) { try crm.leads(matching: "owner:Nobody") }
  }

  @Test(arguments: EngineChoice.allCases)
  func theJournalHasWords(on engine: EngineChoice) throws {
    let database = try OwnDatabase(engine)
    let crm = try filled(database)
    #expect(
      try crm.journal(limit: 9).map(\.line).filter { !$0.isEmpty }.reversed() == [
        "new lead Cold store on=2022-10-23", "new lead Motor plant on=2022-10-01",
        "move L2 signed on=2022-11-23", "new lead Mill on=2022-11-02", "lose L3 on=2022-11-29",
      ])
  }
}
