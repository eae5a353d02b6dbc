import Leadline
import TestKit
import Testing

/// Asks for introductions: what is recorded, what is refused.
@Suite struct AskTests {
  private let today = Day(iso: "2026-11-23")!

  private func city(_ database: OwnDatabase) throws -> (crm: CRM, asked: Ref, wanted: Ref) {
    let crm = try CRM.open(database.location, as: "Li Na", clock: .fixed(today))
    let asked = try crm.newPerson("张伟").result
    return (crm, asked, try crm.newPerson("赵敏", [.organisation("台达电子")]).result)
  }

  @Test(arguments: EngineChoice.allCases)
  func aResultEndsWhatIsOpenForTheSame(on engine: EngineChoice) throws {
    let database = try OwnDatabase(engine)
    let (crm, asked, wanted) = try city(database)
    let place = try crm.record([.organisation], named: "台达电子").ref
    try crm.ask(asked, for: wanted, on: today - 5, note: "先问")
    try crm.ask(asked, for: place, on: today - 4)
    #expect(throws: CRMError.self) { try crm.ask(asked, result: "agreed") }
    let ended = try crm.ask(asked, for: wanted, result: "refused", on: today - 1).result
    #expect((ended.ended, ended.ask.day, ended.ask.answered) == (true, today - 5, today - 1))
    // The only open one is meant where none is named.
    #expect(try crm.ask(asked, result: "introduced").result.ask.wanted?.ref == place)
    let asks = try crm.asks(about: asked)
    #expect(asks.map(\.result) == ["refused", "introduced"])
    #expect(asks.map(\.note) == ["先问", nil])
    #expect(asks.map(\.asker?.name) == ["Li Na", "Li Na"])
    // With nothing open it is asked and answered at once.
    #expect(try crm.ask(asked, result: "no-answer").result.ended == false)
    #expect(try crm.askCounts(of: [asked, wanted])[asked]?.times == 3)
    try crm.undo()
    #expect(try crm.oftenAsked([asked, wanted]).isEmpty)
    #expect(try crm.contacts(matching: "asked:2 last-asked:\(today - 4)").map(\.ref) == [asked])
  }

  @Test(arguments: EngineChoice.allCases)
  func whatCannotBeIsRefused(on engine: EngineChoice) throws {
    let database = try OwnDatabase(engine)
    let (crm, asked, wanted) = try city(database)
    let name = NamedRef(asked, name: "张伟")
    func refusal(_ body: () throws -> Void) -> CRMError? {
      do { try body() } catch { return error as? CRMError }
      return nil
    }
    #expect(
      refusal { try crm.ask(asked, on: today + 1) } == .dayInFuture(today + 1, today: today))
    #expect(refusal { try crm.ask(asked, for: asked) } == .ask(.forThemselves(name)))
    let me = try #require(try crm.me()).ref
    #expect(
      refusal { try crm.ask(me, for: wanted) }
        == .ask(.ofThemselves(NamedRef(me, name: "Li Na"))))
    let colleague = try crm.newPerson("Wang Wei", staff: true).result
    #expect(try crm.ask(me, for: wanted, by: colleague).result.ask.asker?.ref == colleague)
    let section = try crm.newDepartment("商务局").result
    #expect(
      refusal { try crm.ask(asked, for: section) }
        == .wrongKind(section, expected: [.contact, .organisation, .lead]))
    #expect(refusal { try crm.ask(Ref(.contact, 9)) } == .noSuchRecord(Ref(.contact, 9)))
    try crm.ask(asked, for: wanted, on: today - 2)
    let early = refusal { try crm.ask(asked, for: wanted, result: "agreed", on: today - 3) }
    guard case .ask(.answeredBefore(today - 3, let ask))? = early else {
      Issue.record("\(String(describing: early))")
      return
    }
    #expect(ask.day == today - 2)
    let field = Field.contacts.filter { $0.name == "ask" }
    try crm.set(field.map { Change($0, .choice("no")) }, on: [asked])
    #expect(refusal { try crm.ask(asked, for: wanted) } == .ask(.notToBeAsked(name)))
    // What is open can still be ended.
    #expect(try crm.ask(asked, for: wanted, result: "agreed").result.ended)
  }

  @Test(arguments: EngineChoice.allCases)
  func threeTimesInAYearAreOften(on engine: EngineChoice) throws {
    let database = try OwnDatabase(engine)
    let (crm, asked, wanted) = try city(database)
    #expect(try crm.ask(asked, on: today - 366).result.isOften == false)
    #expect(try crm.ask(asked, for: wanted, on: today - 9).result.isOften == false)
    #expect(try crm.ask(asked, on: today - 1).result.isOften == false)
    let third = try crm.ask(asked).result
    #expect(third.isOften)
    #expect(third.count == AskCount(times: 4, recently: 3, last: today))
    crm.asOf = today - 1
    #expect(try crm.oftenAsked([asked]).isEmpty)
  }
}
