import Leadline
import TestKit
import Testing

/// Shares of a lead: set, shown, asked for, taken back.
@Suite struct LeadSharesTests {
  private func shares(_ contest: Contest, _ lead: Ref, on day: String? = nil) throws -> [String] {
    contest.crm.asOf = day.flatMap { Day(iso: $0) }
    defer { contest.crm.asOf = nil }
    let field = Field.leads(contest.crm.pipeline).filter { $0.name == "shares" }
    guard case .list(let items)? = try contest.crm.values(of: field, for: lead)?[0] else {
      return []
    }
    return items
  }

  @Test(arguments: EngineChoice.allCases)
  func holdFromADayOn(on engine: EngineChoice) throws {
    let contest = try Contest(engine)
    let lead = try contest.sign("P", "10m", on: "2022-11-01")
    try contest.run("set \(lead) shares=A:60%,B:40% on=2022-11-10")
    try contest.run("set \(lead) shares=A:1/3,B:2/3 on=2022-12-01")
    #expect(try shares(contest, lead, on: "2022-11-09") == [])
    #expect(try shares(contest, lead, on: "2022-11-10") == ["A:60%", "B:40%"])
    #expect(try shares(contest, lead) == ["A:1/3", "B:2/3"])
    #expect(try contest.output("leads shares:b --columns id").contains("\(lead)"))
    #expect(try contest.output("leads shares:none --columns id") == "id\nno leads")
    #expect(try contest.output("history \(lead)").contains("2022-11-10|share|B 40%"))
    try contest.run("set \(lead) shares=none on=2022-12-20")
    #expect(try shares(contest, lead) == [])
    #expect(try shares(contest, lead, on: "2022-12-19") == ["A:1/3", "B:2/3"])
    #expect(try contest.crm.check().isEmpty)
  }

  @Test(arguments: EngineChoice.allCases)
  func theSameDayAgainReplacesAndUndoBringsBack(on engine: EngineChoice) throws {
    let contest = try Contest(engine)
    let lead = try contest.sign("P", "10m", on: "2022-11-01")
    let entry = contest.crm.latestEntry
    try contest.run("set \(lead) shares=A:60,B:40 on=2022-11-10")
    try contest.run("set \(lead) shares=A:50,B:50 on=2022-11-10")
    #expect(try shares(contest, lead) == ["A:50%", "B:50%"])
    let latest = contest.crm.latestEntry
    try contest.run("set \(lead) shares=A:50,B:50 on=2022-11-10")
    #expect(contest.crm.latestEntry == latest)
    try contest.run("undo")
    #expect(try shares(contest, lead).sorted() == ["A:60%", "B:40%"])
    try contest.run("undo")
    #expect(try shares(contest, lead) == [])
    #expect(contest.crm.latestEntry != entry)
    try contest.run("redo", "redo")
    #expect(try shares(contest, lead).sorted() == ["A:50%", "B:50%"])
  }

  @Test func partsAreNeverRoundedUpWhereTheyAreDone() throws {
    let contest = try Contest()
    let lead = try contest.sign("P", "10000000", on: "2022-11-02")
    try contest.run("set \(lead) shares=A:1/3,B:2/3 on=2022-11-01")
    let rows = try contest.output("pace --department A --as-of 2022-12-01")
    #expect(rows.contains("0.33 / 10 · 0.33 / 10 · CNY 3,333,333.33 / CNY 100,000,000"))
    #expect(rows.contains("9.67 more projects") && rows.contains("CNY 96,666,666.67 more"))
  }

  /// Parts of different commands never stand together, whichever of them is taken back.
  @Test(arguments: EngineChoice.allCases)
  func undoLeavesWholeShares(on engine: EngineChoice) throws {
    let contest = try Contest(engine)
    try contest.run("new department C")
    let lead = try contest.sign("P", "10m", on: "2022-11-01")
    var entries: [Int64] = []
    for shares in ["A:60,B:40", "A:60,C:40", "B:70,C:30"] {
      try contest.run("set \(lead) shares=\(shares) on=2022-11-10")
      entries.append(try #require(contest.crm.latestEntry))
    }
    for entry in [0, 1, 2, 0, 1].map({ entries[$0] }) {
      _ = try? contest.crm.undo(entry)
      let standing = try shares(contest, lead)
      if !standing.isEmpty { _ = try Shares(standing) }
    }
    #expect(try contest.crm.check().isEmpty)
  }

  @Test(arguments: EngineChoice.allCases)
  func endWhenTheLeadGoesToAnotherDepartment(on engine: EngineChoice) throws {
    let contest = try Contest(engine)
    let lead = try contest.sign("P", "10m", on: "2022-11-01")
    let other = try contest.crm.record([.department], named: "B").ref
    try contest.run("set \(lead) shares=A:60,B:40 on=2022-11-10")
    #expect(
      try contest.output("set \(lead) department=\(other) on=2022-11-20") == """
        \(lead) P: department=\(other) B
        \(lead) P: was shared A:60%, B:40%; the shares end, to keep them give shares= too
        """)
    #expect(try shares(contest, lead, on: "2022-11-19") == ["A:60%", "B:40%"])
    #expect(try shares(contest, lead, on: "2022-11-20") == [])
    try contest.run("move \(lead) started total=20m site=S on=2022-11-21")
    #expect(try contest.done("started", "B", on: "2022-12-01")[0] == .one)
    try contest.run("undo", "undo")
    #expect(try shares(contest, lead) == ["A:60%", "B:40%"])
    // The line may say both, in any order; the department it has already changes nothing.
    for line in ["department=B shares=A:50,B:50", "shares=A:70,B:30 department=A"] {
      try contest.run("set \(lead) \(line) on=2022-12-01")
      #expect(try shares(contest, lead).count == 2, "\(line)")
    }
    try contest.run("set \(lead) department=A on=2022-12-02")
    #expect(try shares(contest, lead) == ["A:70%", "B:30%"])
    #expect(try contest.crm.check().isEmpty)
  }

  @Test func whatIsWrongIsRefusedWhole() throws {
    let contest = try Contest()
    let lead = try contest.sign("P", "10m", on: "2022-11-01")
    let entry = contest.crm.latestEntry
    #expect(throws: SharesError.badSum("90")) { try contest.run("set \(lead) shares=A:60,B:30") }
    #expect(throws: SharesError.notAShare("A")) { try contest.run("set \(lead) shares=A,B:30") }
    #expect(throws: CRMError.self) { try contest.run("set \(lead) shares=A:60,X:40") }
    #expect(throws: CRMError.self) { try contest.run("set \(lead) shares+=B:40") }
    let department = try contest.crm.record([.department], named: "A").ref
    #expect(throws: SharesError.twice("\(department)")) {
      try contest.run("set \(lead) shares=A:60,\(department):40")
    }
    #expect(contest.crm.latestEntry == entry)
  }

  @Test func aDepartmentWithSharesIsNotDeletedUnawares() throws {
    let contest = try Contest()
    try contest.run("new department C")
    let lead = try contest.sign("P", "10m", on: "2022-11-01")
    try contest.run("set \(lead) shares=A:60,C:40 on=2022-11-10")
    let department = try contest.crm.record([.department], named: "C").ref
    #expect(throws: CRMError.self) { try contest.run("delete \(department)") }
    #expect(try shares(contest, lead) == ["A:60%", "C:40%"])
  }

  @Test(arguments: EngineChoice.allCases)
  func comeInWithAFile(on engine: EngineChoice) throws {
    let contest = try Contest(engine)
    let text = """
      title,department,source,created,份额
      P,A,kin,2022-11-01,"A:60,B:40"
      Q,A,kin,2022-11-01,"A:60,B:30"
      """
    let report = try contest.crm.importFiles(
      [try contest.file(text, name: "leads.csv")], ImportOptions(), line: "import leads.csv")
    #expect(report.files[0].made == 1)
    #expect(report.files[0].rejected == 1)
    let lead = try contest.crm.record([.lead], named: "P").ref
    #expect(try shares(contest, lead, on: "2022-11-01") == ["A:60%", "B:40%"])
  }
}
