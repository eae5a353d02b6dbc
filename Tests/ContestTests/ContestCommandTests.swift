import Leadline
import LeadlineCommands
import TestKit
import Testing

/// What the commands say beside their tables.
@Suite struct ContestCommandTests {
  @Test(arguments: EngineChoice.allCases)
  func aPastDaySaysWhatWasRecordedLater(on engine: EngineChoice) throws {
    let early = Day(iso: "2022-11-05")!
    let contest = try Contest(engine, on: early)
    // A move, the owner and the amount; then a visit that is written down three months later.
    try contest.run("new lead P source=kin expected=12m on=2022-11-02")
    try contest.reopen(on: Contest.today)
    try contest.run("log visit guests=3 department=A on=2022-11-01")
    func said(_ command: String, _ day: String) throws -> String? {
      try contest.output("\(command) --as-of \(day)").split(separator: "\n")
        .first { $0.contains("recorded after") }.map(String.init)
    }
    for command in [
      "board", "board --staff", "pace", "funnel", "mix", "forecast", "receptions", "stalled",
      "neglected",
    ] {
      #expect(
        try said(command, "2022-11-05")
          == "1 of 4 entries up to 2022-11-05 were recorded after that day", "\(command)")
    }
    #expect(try said("board", "2022-11-04")?.hasPrefix("4 of 4 entries") == true)
    #expect(try said("board", "2022-11-01")?.hasPrefix("1 of 1 entries") == true)
    // A campaign that is over counts as of its last day.
    #expect(try said("board", "2023-02-10")?.hasPrefix("1 of 4 entries up to 2023-01-27") == true)
    #expect(try said("mix", "2023-02-10") == nil)
    let report = try contest.crm.at(early) {
      try contest.crm.meeting(of: nil, since: early - 7, until: early, seed: 1)
    }
    #expect(
      report.document(in: .simplified).sections[0].blocks.last
        == .text("截至2022-11-05的4条记录中，1条为此后补录"))
  }

  @Test(arguments: EngineChoice.allCases)
  func stalledDepartmentsStandByPinyin(on engine: EngineChoice) throws {
    let contest = try Contest(engine)
    for department in ["交通局", "发改局"] {
      try contest.run(
        "new department \(department)",
        "new lead \(department)项目 source=kin department=\(department) created=2022-06-01")
    }
    try contest.run("new lead 无主 source=kin created=2022-06-01")
    let report = try contest.crm.meeting(
      of: nil, since: Contest.today - 7, until: Contest.today, seed: 1)
    #expect(report.stalled.map(\.department) == ["发改局", "交通局", ""])
    #expect(report.work.map(\.name) == ["发改局", "交通局", ""])
  }

  @Test func whatHappenedOnTheDayOfTheLastMeetingWasToldThen() throws {
    let contest = try Contest()
    _ = try contest.sign("P", "12m", on: "2023-02-10")
    func moves(since day: Day) throws -> Int {
      try contest.crm.meeting(of: nil, since: day, until: day + 30, seed: 1).work
        .reduce(0) { $0 + $1.moves }
    }
    #expect(try moves(since: Contest.today - 1) == 1)
    #expect(try moves(since: Contest.today) == 0)
  }

  @Test func daysAndNumbersThatMakeNoSenseAreRefused() throws {
    let contest = try Contest()
    let day = "2022-12-01"
    let (before, today, after) = (Day(iso: day)! - 1, Day(iso: day)!, Day(iso: day)! + 1)
    let refused: [(String, CommandError)] = [
      ("report --since 2022-12-02", .dayAfter(after, option: "--since", today: today)),
      ("mix --since 2022-12-02", .dayAfter(after, option: "--since", today: today)),
      ("report --until 2022-11-30", .dayBefore(before, option: "--until", today: today)),
      ("forecast --until 2022-11-30", .dayBefore(before, option: "--until", today: today)),
      ("forecast --runs 0", .numberOutOfRange("0", option: "--runs", 1...100_000)),
      ("forecast --runs 2000000", .numberOutOfRange("2000000", option: "--runs", 1...100_000)),
      ("board --section --staff", .notTogether("--section", "--staff")),
      ("forecast --by target --until 2022-12-31", .notTogether("--by target", "--until")),
      ("forecast --by target stage:intent", .notTogether("--by target", "FILTER")),
    ]
    for (line, error) in refused {
      #expect(throws: error, "\(line)") { try contest.run("\(line) --as-of \(day)") }
      #expect(ErrorText(error, in: .english).exitCode == 2)
    }
    let ended = CommandError.campaignEnded("T", Day(iso: "2023-01-27")!)
    #expect(throws: ended) { try contest.run("forecast") }
    try contest.run("forecast --as-of 2023-01-27", "forecast --until 2023-03-01")
    try contest.run("forecast --runs 1 --by stage", "mix --since 2023-02-10")
  }

  @Test func targetsAreReadByTier() throws {
    let contest = try Contest()
    let shown = try contest.graded("campaign show").map(\.text).joined()
    #expect(
      shown.hasPrefix(
        """
        only: A, B
          signed: 10 projects, or 10 projects ≥ CNY 10,000,000, or CNY 100,000,000 in projects ≥ \
        CNY 10,000,000
          started: 10 projects ≥ CNY 10,000,000, or CNY 100,000,000 in projects ≥ CNY 10,000,000
          funds arrived: CNY 100,000,000
          guests: 100 guests

        """))
  }

  @Test func daysBeginWhereTheUserIs() {
    let (now, today) = (Clock.system.now(), Clock.system.today())
    #expect(Clock.system.start(today) <= now && now < Clock.system.start(today + 1))
    #expect(Clock.fixed(today).start(today) == Clock.fixed(today).now())
  }

  @Test func cardsAreColouredWhereTheyAreSaid() throws {
    let contest = try Contest()
    _ = try contest.sign("P", "12m", on: "2022-11-01")
    func grades(_ day: String) throws -> [String] {
      try contest.graded("pace --as-of \(day)").compactMap { piece in
        if case .choice(let card) = piece.grade { "\(card) \(piece.text)" } else { nil }
      }
    }
    #expect(try grades("2022-10-19") == [])
    #expect(
      try grades("2023-01-20") == ["warning [warning]", "warning [warning]"])
    #expect(try grades("2023-01-27") == ["yellow [yellow card]", "red [red card]"])
  }

  @Test func rowsOfABreakdownAreWhatTheyShow() throws {
    let contest = try Contest()
    try contest.run("new staff 李娜 department=A", "log visit guests=3 department=A staff=李娜")
    try contest.run("log visit guests=2 department=A staff=李娜 on=2022-11-02")
    let output = try contest.output("board --staff --department A")
    #expect(output.contains("A|李娜|") && output.contains("A|together|"))
    let department = try contest.crm.record([.department], named: "A").ref
    let staff = try contest.crm.record([.staff], named: "李娜").ref
    #expect(try contest.rows(after: "board --staff --department A") == [[staff], [department]])
    #expect(try contest.rows(after: "pace --department A") == [[department]])
  }
}
