import Leadline
import TestKit
import Testing

/// What counts in a campaign, asked of real moves, edits and receipts, on every engine.
@Suite struct CountingTests {
  private static let last = "2023-01-27"

  private func counts(_ numbers: Int64...) -> [Fraction] { numbers.map { Fraction($0) } }

  @Test(arguments: EngineChoice.allCases)
  func onlyTheFirstEntryCounts(on engine: EngineChoice) throws {
    let contest = try Contest(engine)
    let lead = try contest.sign("P", "12m", on: "2022-11-01")
    try contest.run("move \(lead) intent on=2022-11-10 -- the contract fell through")
    #expect(try contest.done("signed", on: "2022-11-09") == counts(1, 1) + millions(12))
    #expect(try contest.done("signed", on: "2022-11-10") == counts(0, 0, 0))
    try contest.run("move \(lead) signed agreed=12m on=2022-12-01")
    #expect(try contest.done("signed", on: Self.last) == counts(1, 1) + millions(12))
    // Signed before the contest and signed again within it: the first entry lies before.
    let old = try contest.sign("Q", "15m", on: "2022-10-19")
    try contest.run(
      "move \(old) intent on=2022-10-25 -- x", "move \(old) signed on=2022-11-01")
    #expect(try contest.done("signed", on: Self.last) == counts(1, 1) + millions(12))
  }

  @Test(arguments: EngineChoice.allCases)
  func theDaysAreInclusive(on engine: EngineChoice) throws {
    let contest = try Contest(engine)
    for (index, day) in ["2022-10-19", "2022-10-20", "2023-01-27", "2023-01-28"].enumerated() {
      _ = try contest.sign("P\(index)x", "10m", on: day)
    }
    #expect(try contest.done("signed", on: "2022-10-19") == counts(0, 0, 0))
    #expect(try contest.done("signed", on: "2022-10-20") == counts(1, 1) + millions(10))
    #expect(try contest.done("signed", on: Self.last) == counts(2, 2) + millions(20))
    #expect(try contest.done("signed", on: "2023-02-10") == counts(2, 2) + millions(20))
  }

  @Test(arguments: EngineChoice.allCases)
  func lostOnesAreOutWhileTheyAreLost(on engine: EngineChoice) throws {
    let contest = try Contest(engine)
    let lead = try contest.sign("P", "12m", on: "2022-11-01")
    let other = try contest.sign("Q", "8m", on: "2022-11-02")
    try contest.run("lose \(lead) on=2022-11-20 -- price", "shelve \(other) on=2022-11-21 -- land")
    #expect(try contest.done("signed", on: "2022-11-19") == counts(2, 1) + millions(12))
    #expect(try contest.done("signed", on: "2022-11-20") == counts(1, 0, 0))
    #expect(try contest.done("signed", on: "2022-11-21") == counts(0, 0, 0))
    try contest.run("reopen \(lead) on=2022-12-24 -- back")
    #expect(try contest.done("signed", on: Self.last) == counts(1, 1) + millions(12))
    #expect(try contest.done("signed", on: "2022-12-23") == counts(0, 0, 0))
    // What happens after the last day changes the result of the last day no more.
    try contest.run("lose \(lead) on=2023-02-01 -- price")
    #expect(try contest.done("signed", on: "2023-02-10") == counts(1, 1) + millions(12))
  }

  @Test(arguments: EngineChoice.allCases)
  func laterStagesKeepTheEarlierCount(on engine: EngineChoice) throws {
    let contest = try Contest(engine)
    let lead = try contest.sign("P", "12m", on: "2022-11-01")
    try contest.run("move \(lead) started total=30m site=S on=2022-11-20")
    #expect(try contest.done("signed", on: Self.last) == counts(1, 1) + millions(12))
    #expect(try contest.done("started", on: Self.last) == counts(1) + millions(30))
    #expect(try contest.done("started", on: "2022-11-19") == counts(0, 0))
    // A skip enters the stages between on its day.
    try contest.run(
      "new lead R source=kin department=A created=2022-06-01",
      "move R started org=O agreed=20m total=40m site=S --skip on=2022-12-01 -- all at once")
    #expect(try contest.done("signed", on: Self.last) == counts(2, 2) + millions(32))
    #expect(try contest.done("started", on: Self.last) == counts(2) + millions(70))
  }

  @Test(arguments: EngineChoice.allCases)
  func figuresHoldFromTheirDay(on engine: EngineChoice) throws {
    let contest = try Contest(engine)
    let lead = try contest.sign("P", "8m", on: "2022-11-01")
    try contest.run("set \(lead) agreed=11m on=2022-11-15", "set \(lead) agreed=9m on=2023-02-01")
    #expect(try contest.done("signed", on: "2022-11-14") == counts(1, 0, 0))
    #expect(try contest.done("signed", on: "2022-11-15") == counts(1, 1) + millions(11))
    #expect(try contest.done("signed", on: "2023-02-10") == counts(1, 1) + millions(11))
  }

  @Test(arguments: EngineChoice.allCases)
  func earlierEntriesAddTheirIncreaseOnly(on engine: EngineChoice) throws {
    let contest = try Contest(engine)
    let lead = try contest.sign("P", "8m", on: "2022-10-01")
    #expect(try contest.done("signed", on: Self.last) == counts(0, 0, 0))
    try contest.run("set \(lead) agreed=9m on=2022-10-19", "set \(lead) agreed=14m on=2022-12-01")
    #expect(try contest.done("signed", on: "2022-11-30") == counts(0, 0, 0))
    #expect(try contest.done("signed", on: Self.last) == counts(0, 0) + millions(5))
    try contest.run("set \(lead) agreed=9500000 on=2023-01-01")
    #expect(try contest.done("signed", on: Self.last) == counts(0, 0, 0))
    // What it grew on the first day is growth.
    let other = try contest.sign("Q", "10m", on: "2022-10-02")
    try contest.run("set \(other) agreed=13m on=2022-10-20")
    #expect(try contest.done("signed", on: Self.last) == counts(0, 0) + millions(3))
    try contest.run("lose \(other) on=2022-10-21 -- x")
    try contest.run("set \(lead) agreed=16m on=2023-01-02", "lose \(lead) on=2023-01-20 -- x")
    #expect(try contest.done("signed", on: "2023-01-19") == counts(0, 0) + millions(7))
    #expect(try contest.done("signed", on: Self.last) == counts(0, 0, 0))
  }

  @Test(arguments: EngineChoice.allCases)
  func theDepartmentOfTheDayOfEntryGetsIt(on engine: EngineChoice) throws {
    let contest = try Contest(engine)
    let lead = try contest.sign("P", "12m", on: "2022-11-01")
    try contest.run("set \(lead) department=B on=2022-11-02")
    #expect(try contest.done("signed", "A", on: Self.last) == counts(1, 1) + millions(12))
    #expect(try contest.done("signed", "B", on: Self.last) == counts(0, 0, 0))
    try contest.run("move \(lead) started total=20m site=S on=2022-11-20")
    #expect(try contest.done("started", "A", on: Self.last) == counts(0, 0))
    #expect(try contest.done("started", "B", on: Self.last) == counts(1) + millions(20))
  }

  /// The owner of the day that counts, and the first of the staff who took part.
  @Test(arguments: EngineChoice.allCases)
  func theWorkIsOfWhoDidIt(on engine: EngineChoice) throws {
    let contest = try Contest(engine)
    try contest.run("new staff 李娜 department=A", "new staff 张伟 department=A")
    let lead = try contest.sign("P", "12m", on: "2022-11-01")
    try contest.run(
      "set \(lead) owner=李娜 on=2022-11-02", "receipt \(lead) 1m on=2022-11-03",
      "set \(lead) owner=张伟 on=2022-11-04",
      "log visit guests=3 department=A staff=李娜,张伟 on=2022-11-05")
    func done(_ measure: String, _ name: String) throws -> Fraction? {
      try contest.board(on: Self.last, by: .staff).parts
        .first { $0.part?.name == name && $0.standing.department.name == "A" }?
        .standing.measures.first { $0.measure.id == measure }?.goals.last?.done
    }
    #expect(try done("signed", "王伟") == millions(12)[0])
    #expect(try done("funded", "李娜") == millions(1)[0])
    #expect(try done("guests", "李娜") == Fraction(3))
    #expect(try done("guests", "张伟") == nil)
  }

  @Test(arguments: EngineChoice.allCases)
  func sharesOfTheDayOfEntryDivide(on engine: EngineChoice) throws {
    let contest = try Contest(engine)
    let lead = try contest.sign("P", "10m", on: "2022-11-01")
    try contest.run("set \(lead) shares=A:60,B:40 on=2022-10-25")
    let part = [Fraction("3/5")!, Fraction("3/5")!] + millions(6)
    #expect(try contest.done("signed", "A", on: Self.last) == part)
    let rest = [Fraction("2/5")!, Fraction("2/5")!] + millions(4)
    #expect(try contest.done("signed", "B", on: Self.last) == rest)
    // Later shares are for later entries; without shares a lead is its department's again.
    try contest.run("set \(lead) shares=none on=2022-11-15")
    #expect(try contest.done("signed", "B", on: Self.last) == rest)
    try contest.run("move \(lead) started total=20m site=S on=2022-11-20")
    #expect(try contest.done("started", "A", on: Self.last) == counts(1) + millions(20))
    #expect(try contest.done("started", "B", on: Self.last) == counts(0, 0))
  }

  @Test(arguments: EngineChoice.allCases)
  func sharedLeadsMayCountInFull(on engine: EngineChoice) throws {
    let targets = Contest.targets.replacing(
      "[measure.signed]", with: "shared_count_in_full = true\n[measure.signed]")
    let contest = try Contest(engine, targets: targets)
    let lead = try contest.sign("P", "10m", on: "2022-11-01")
    try contest.run("set \(lead) shares=A:60,B:40 on=2022-11-01")
    for department in ["A", "B"] {
      #expect(
        try contest.done("signed", department, on: Self.last) == counts(1, 1) + millions(10))
    }
  }

  @Test(arguments: EngineChoice.allCases)
  func receiptsCountWhateverTheOutcome(on engine: EngineChoice) throws {
    let contest = try Contest(engine)
    let lead = try contest.sign("P", "12m", on: "2022-10-01")
    try contest.run(
      "receipt \(lead) 1m on=2022-10-19", "receipt \(lead) 2m on=2022-10-20",
      "set \(lead) department=B on=2022-11-01", "receipt \(lead) 3m on=2022-11-02",
      "lose \(lead) on=2022-11-20 -- x")
    #expect(try contest.done("funded", "A", on: Self.last) == millions(2))
    #expect(try contest.done("funded", "B", on: Self.last) == millions(3))
    #expect(try contest.done("funded", "B", on: "2022-11-01") == counts(0))
    #expect(try contest.standing("A", on: Self.last).arrived == Fraction(200_000_000))
  }

  @Test(arguments: EngineChoice.allCases)
  func guestsAreCountedByDepartment(on engine: EngineChoice) throws {
    let contest = try Contest(engine)
    try contest.run(
      "log reception guests=12 department=A on=2022-11-01",
      "log visit guests=3 department=A on=2022-11-02",
      "log reception guests=5 department=A on=2022-10-19",
      "log reception guests=9 department=B on=2023-01-27",
      "log note guests=7 department=A on=2022-11-02",
      "log reception guests=8 department=A --failed on=2022-11-02")
    #expect(try contest.done("guests", "A", on: Self.last) == counts(15))
    #expect(try contest.done("guests", "B", on: Self.last) == counts(9))
    #expect(try contest.done("guests", "B", on: "2023-01-26") == counts(0))
    let listed = try contest.output("receptions --as-of 2023-01-27")
    #expect(listed.contains("B|1|9\nA|1|12") || listed.contains("A|1|12\nB|1|9"))
    #expect(listed.contains("together 2 parties, 21 guests"))
  }

  @Test(arguments: EngineChoice.allCases)
  func otherCurrenciesGoThroughTheRates(on engine: EngineChoice) throws {
    let contest = try Contest(engine)
    _ = try contest.sign("P", "2mUSD", on: "2022-11-05")
    let missing = MissingRate(
      currency: Currency(code: "USD")!, base: .cny, day: Day(iso: "2022-11-05")!)
    #expect(throws: missing) { try contest.board(on: Self.last) }
    try contest.run("new rate USD 7.1 on=2022-11-01", "new rate 美元 7.3 on=2022-11-06")
    #expect(try contest.done("signed", on: Self.last)[2] == Fraction(1_420_000_000))
    try contest.run("new rate USD none on=2022-11-01")
    #expect(throws: missing) { try contest.board(on: Self.last) }
    try contest.run("undo")
    #expect(try contest.done("signed", on: Self.last)[2] == Fraction(1_420_000_000))
    #expect(
      try contest.output("rates").hasPrefix(
        "currency|on|rate\nUSD|2022-11-01|7.1\nUSD|2022-11-06|7.3"))
  }
}
