import LeadlineModel
import LeadlineQuery
import Testing

/// The example lines of the design, every one.
@Suite struct LineExampleTests {
  private func parse(_ line: String) throws -> ParsedLine { try TestCommands.parser.parse(line) }
  private func field(_ name: String) -> Field { TestCommands.lead(name) }
  private func yuan(_ amount: Int64) -> Money { Money(minorUnits: amount * 100, currency: .cny) }

  @Test func listsByTermsAndSorts() throws {
    let line = try parse("leads stage:intent idle:30d.. amount:50m.. not owner:王伟 --sort -amount")
    #expect(line.signature.name == "leads")
    #expect(line.options == ["--sort": ["-amount"]])
    #expect(
      line.filter
        == .and([
          .term(Term(field("stage"), .anyOf([.choice("intent")]))),
          .term(Term(field("idle"), .range(lower: .days(30), upper: nil))),
          .term(Term(field("amount"), .range(lower: .money(yuan(50_000_000)), upper: nil))),
          .not(.term(Term(field("owner"), .anyOf([.named("王伟")])))),
        ]))
  }

  @Test func listsByAWordAndAnyOf() throws {
    let line = try parse("leads 汽车 stage:intent,signed tag:苏南 --columns id,title,owner,idle")
    #expect(line.options == ["--columns": ["id,title,owner,idle"]])
    #expect(
      line.filter
        == .and([
          .word("汽车"),
          .term(Term(field("stage"), .anyOf([.choice("intent"), .choice("signed")]))),
          .term(Term(field("tag"), .anyOf([.text("苏南")]))),
        ]))
  }

  @Test func movesWithFacts() throws {
    let line = try parse("move L42 signed agreed=6000万 org=台达电子（苏州）有限公司 on=yesterday")
    #expect(line.slots["WHICH"] == .which(.refs([Ref(.lead, 42)])))
    #expect(line.slots["STAGE"] == .stage("signed"))
    #expect(line.assigns.map(\.field.name) == ["agreed", "org", "on"])
    #expect(line.assigns.map(\.value) == ["6000万", "台达电子（苏州）有限公司", "yesterday"])
    #expect(String(line.line[line.assigns[0].place]) == "6000万")
  }

  @Test func logsWithText() throws {
    let text = "'met the CFO; wants the power price in writing'"
    let line = try parse("log L42 visit guests=12 with=C7 -- \(text)")
    #expect(line.slots["WHICH"] == .which(.refs([Ref(.lead, 42)])))
    #expect(line.slots["KIND"] == .choice("visit"))
    #expect(line.assigns.map(\.field.name) == ["guests", "contact"])
    #expect(line.text == text)
    let arguments = try TestCommands.parser.parse(
      arguments: [
        "log", "L42", "visit", "guests=12", "with=C7", "--", "met the CFO;", "wants it",
      ])
    #expect(arguments.text == "met the CFO; wants it")
  }

  @Test func logsWithoutWhich() throws {
    let line = try parse("log reception guests=12 department=商务局")
    #expect(line.slots == ["KIND": .choice("reception")])
    #expect(line.assigns.map(\.value) == ["12", "商务局"])
  }

  @Test func listsContacts() throws {
    let line = try parse("contacts knows:me tie:classmate school:南京大学")
    #expect(line.filter.description == "knows:me tie:classmate school:南京大学")
  }

  @Test func plans() throws {
    let line = try parse("plan L42 fri -- send the power price")
    #expect(line.slots["DAY"] == .day(Day(year: 2026, month: 11, day: 27)!))
    #expect(line.text == "send the power price")
  }

  @Test func findsPaths() throws {
    let line = try parse("path 台达电子 from=me")
    #expect(line.slots["TARGET"] == .which(.name("台达电子")))
    #expect(line.assigns.map(\.value) == ["me"])
  }

  @Test func imports() throws {
    let line = try parse("import phone.vcf owner=me --dry-run")
    #expect(line.slots["FILE"] == .files(["phone.vcf"]))
    #expect(line.options == ["--dry-run": [""]])
  }

  @Test func writesFiles() throws {
    let option = try parse("stalled department:商务局 -o stalled.csv")
    #expect(option.options == ["--output": ["stalled.csv"]])
    let redirect = try parse("stalled department:商务局 > stalled.csv")
    #expect(redirect.redirect == .file("stalled.csv"))
    #expect(redirect.filter == option.filter)
  }

  @Test func findsThePlaceOfAnItem() throws {
    func place(_ line: String, _ item: String) throws -> (String, Int)? {
      let parsed = try parse(line)
      return parsed.place(of: item, in: "--columns").map { range in
        (
          String(parsed.line[range]),
          parsed.line.distance(from: parsed.line.startIndex, to: range.lowerBound)
        )
      }
    }
    #expect(try place("leads --columns idle,id,owner", "id")! == ("id", 21))
    #expect(try place("leads --columns=a,b，单位", "单位")! == ("单位", 20))
    #expect(try place("leads --columns 'a, b'", "b")! == ("b", 20))
    #expect(try place("leads --columns a,b", "c")! == ("a,b", 16))
    #expect(try place("leads", "c") == nil)
  }

  @Test func takesGlobalOptionsAnywhere() throws {
    let line = try parse("board --as-of 2026-11-20 --format md")
    #expect(line.options == ["--as-of": ["2026-11-20"], "--format": ["md"]])
    let before = try TestCommands.parser.parse(
      arguments: ["--as-of", "2026-11-20", "--format=md", "board"])
    #expect(before.options == line.options)
  }

  @Test func setsRows() throws {
    let line = try parse("set @1-3 owner=李娜")
    #expect(line.slots["WHICH"] == .which(.rows([1, 2, 3])))
  }

  @Test func pipes() throws {
    let line = try parse("leads amount>50m | less")
    #expect(line.redirect == .program("less"))
    #expect(
      line.filter
        == .term(Term(field("amount"), .compare(.greater, .money(yuan(50_000_000))))))
  }
}
