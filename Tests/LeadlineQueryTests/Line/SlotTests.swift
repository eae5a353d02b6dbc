import LeadlineModel
import LeadlineQuery
import Testing

@Suite struct SlotTests {
  private func slots(_ line: String) throws -> [String: SlotValue] {
    try TestCommands.parser.parse(line).slots
  }

  private func which(_ line: String) throws -> Which? {
    guard case .which(let which)? = try slots(line)["WHICH"] else { return nil }
    return which
  }

  @Test func readsRefs() throws {
    let (l1, l2) = (Ref(.lead, 1), Ref(.lead, 2))
    #expect(try which("set L1 note=x") == .refs([l1]))
    #expect(try which("set L1,l2 note=x") == .refs([l1, l2]))
    #expect(try which("move L1 L2 签约") == .refs([l1, l2]))
    #expect(try which("set \"L1\"") == .name("L1"))
    let tie = try slots("tie C1 S2")
    #expect(tie["ONE"] == .which(.refs([Ref(.contact, 1)])))
    #expect(tie["OTHER"] == .which(.refs([Ref(.staff, 2)])))
  }

  @Test func readsRows() throws {
    #expect(try which("set @3") == .rows([3]))
    #expect(try which("set @1-3,7") == .rows([1, 2, 3, 7]))
    #expect(try which("set @all") == .rows(nil))
    for rows in ["@", "@0", "@3-1", "@x", "@1-", "@1,,2", "@1-2-3", "@1-999999"] {
      #expect(throws: Diagnostic.self, "\(rows)") { try which("set \(rows)") }
    }
  }

  @Test func readsNamesAndFilters() throws {
    #expect(try which("set 台达电子") == .name("台达电子"))
    #expect(try which("set \"Acme Corp\" note=x") == .name("Acme Corp"))
    guard case .filter(let filter)? = try which("move stage:intent 汽车 or (owner:me 化工) 签约") else {
      Issue.record("no filter")
      return
    }
    #expect(filter.description == "stage:intent 汽车 or owner:me 化工")
    guard case .filter(let all)? = try which("delete id:L1 or not tag:x") else {
      Issue.record("no filter")
      return
    }
    #expect(all.description == "id:L1 or not tag:x")
  }

  @Test func skipsOptionalSlots() throws {
    #expect(try slots("log visit") == ["KIND": .choice("visit")])
    #expect(
      try slots("log 台达 拜訪") == ["WHICH": .which(.name("台达")), "KIND": .choice("visit")])
    #expect(
      try slots("log visit visit") == ["WHICH": .which(.name("visit")), "KIND": .choice("visit")])
    #expect(try slots("undo") == [:])
    #expect(try slots("undo J12") == ["ENTRY": .entry(12)])
    let affiliate = try slots("affiliate C7 O3 1995-1999")
    #expect(affiliate["ORG"] == .which(.refs([Ref(.organisation, 3)])))
    #expect(affiliate["YEARS"] == .text("1995-1999"))
    #expect(try slots("affiliate C7 南京大学").keys.sorted() == ["ORG", "WHICH"])
  }

  @Test func readsValues() throws {
    let day = TestCommands.today + -14
    #expect(try slots("snooze F3 -2w")["DAY"] == .day(day))
    let money = Money(minorUnits: 300_000_000, currency: Currency(code: "USD")!)
    #expect(try slots("receipt L1 \"3m USD\"")["AMOUNT"] == .money(money))
    #expect(try slots("receipt L1 3mUSD")["AMOUNT"] == .money(money))
    #expect(try slots("new org Acme (Suzhou) Co.")["NAME"] == .text("Acme (Suzhou) Co."))
    #expect(try slots("new lead 15:30 talk")["NAME"] == .text("15:30 talk"))
    #expect(try slots("import a.csv b.vcf")["FILE"] == .files(["a.csv", "b.vcf"]))
    #expect(try slots("import C:\\x.csv")["FILE"] == .files(["C:\\x.csv"]))
  }

  @Test func filesAreFilesAlsoWhereThereIsOne() throws {
    #expect(try slots("backup a.zip")["FILE"] == .files(["a.zip"]))
    #expect(try slots("backup 'a b.zip'")["FILE"] == .files(["a b.zip"]))
  }

  @Test func whatLooksLikeARefIsAName() throws {
    #expect(try which("show \"X1\"") == .name("X1"))
    #expect(try which("show X1a") == .name("X1a"))
    #expect(try which("show AB1") == .name("AB1"))
    #expect(try which("log \"X1\" visit") == .name("X1"))
  }

  @Test func readsAssigns() throws {
    let line = try TestCommands.parser.parse("set L1 tag+=a,b 标签-=c 負責人＝\"王 伟\" note=a=b site=")
    #expect(line.assigns.map(\.field.name) == ["tag", "tag", "owner", "note", "site"])
    #expect(line.assigns.map(\.operation) == [.add, .remove, .set, .set, .set])
    #expect(line.assigns.map(\.value) == ["a,b", "c", "王 伟", "a=b", ""])
    #expect(line.assigns.map(\.isQuoted) == [false, false, true, false, false])
  }

  @Test func findsCommands() throws {
    func name(_ line: String) throws -> String {
      try TestCommands.parser.parse(line).signature.name
    }
    #expect(try name("停滞") == "stalled")
    #expect(try name("線索") == "leads")
    #expect(try name("線") == "leads")
    #expect(try name("stal") == "stalled")
    #expect(try name("LEADS") == "leads")
    let script = TestCommands.parser(allowsAbbreviation: false)
    #expect(throws: Diagnostic.self) { try script.parse("stal") }
  }

  /// Addresses are full of signs that mean something elsewhere.
  @Test(arguments: [
    ("copy postgres://u:p@h:1/x?a=b,c y.db", "postgres://u:p@h:1/x?a=b,c"),
    ("copy service=leads y.db", "service=leads"),
    ("copy \"host=h password='a b' dbname=x\" y.db", "host=h password='a b' dbname=x"),
    ("copy C919 y.db", "C919"),
  ])
  func takesAddressesAsTheyAre(_ line: String, _ from: String) throws {
    let signature = Signature(
      "copy", aliases: [], slots: [Slot("FROM", .location), Slot("TO", .location)])
    let parser = LineParser(
      signatures: [signature], pipeline: .standard, today: Day(number: 20_000), currency: .cny,
      allowsAbbreviation: false)
    let expected: [String: SlotValue] = ["FROM": .text(from), "TO": .text("y.db")]
    #expect(try parser.parse(line).slots == expected)
    #expect(try parser.parse(arguments: ["copy", from, "y.db"]).slots == expected)
    #expect(throws: Diagnostic.self) { try parser.parse("\(line) z") }
  }
}
