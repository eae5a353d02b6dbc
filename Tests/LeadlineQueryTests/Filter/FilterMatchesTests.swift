import LeadlineModel
import LeadlineQuery
import Testing

@Suite struct FilterMatchesTests {
  private let values: [String: FieldValue] = [
    "title": .text("新能源汽車電池 Projekt Müller"),
    "stage": .choice("signed"),
    "amount": .money(Money(minorUnits: 5_000_000_000, currency: .cny)),
    "closed": .day(Day(year: 2022, month: 11, day: 30)!),
    "idle": .days(30),
    "tag": .list(["苏南", "Auto"]),
    "owner": .record(Ref(.staff, 3), name: "王偉"),
    "contact": .records([NamedRef(Ref(.contact, 7), name: "李娜")]),
    "currency": .text("CNY"),
    "site": .text(""),
  ]

  private func passes(_ text: String) throws -> Bool {
    try TestCommands.parser.parse("leads " + text).filter
      .matches(Ref(.lead, 42), names: ["新能源汽车电池", "C919"]) { values[$0.name] ?? .none }
  }

  @Test(arguments: [
    "", "汽车", "汽車", "qiche", "c919", "L42", "not C920", "title:汽车", "title:muller", "stage:signed",
    "stage:intent,signed", "amount:50m", "amount:40m..50m", "amount:>=50m", "amount:..50m",
    "closed:2022", "closed:2022-11", "closed:2022-q4", "closed:..2022-11", "closed:2022..",
    "closed>2021", "closed<=2022", "closed>=2022-11-30", "closed:2022-10..2022-11", "idle:30..",
    "idle:30d", "tag:苏", "tag:AUTO", "owner:S3", "owner:王伟", "contact:C7,C8", "contact:李娜",
    "currency:cny", "id:L42", "id:any", "site:none", "due:none", "not due:<2030", "not due:any",
    "closed:any", "title:\"\"",
  ])
  func selects(_ text: String) throws {
    #expect(try passes(text))
  }

  @Test(arguments: [
    "飞机", "L4", "not 汽车", "title:飞机", "stage:intent", "amount:50m..49bnUSD", "amount:>1mUSD",
    "amount:>50m", "closed:2022-12", "closed>2022", "closed<2022", "closed:..2022-10", "idle:31..",
    "idle<30", "tag:苏北", "owner:S4", "owner:王", "contact:C8", "currency:usd", "id:L4", "site:any",
    "site:x", "due:<2030", "due:2026", "closed:none", "site:\"\"", "汽车 or 飞机 飞机 and stage:intent",
  ])
  func rejects(_ text: String) throws {
    let isOr = text.hasPrefix("汽车 or")
    #expect(try passes(text) == isOr)
  }

  @Test func recordsLookedUp() {
    let owner = TestCommands.lead("owner")
    let both = Filter.term(Term(owner, .anyOf([.records([Ref(.staff, 2), Ref(.staff, 3)])])))
    let none = Filter.term(Term(owner, .anyOf([.records([])])))
    #expect(both.matches(Ref(.lead, 1), names: []) { values[$0.name] ?? .none })
    #expect(!none.matches(Ref(.lead, 1), names: []) { values[$0.name] ?? .none })
  }
}
