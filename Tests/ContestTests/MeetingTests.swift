import Leadline
import LeadlineReports
import TestKit
import Testing

/// What the report says of a campaign and its departments.
@Suite struct MeetingTests {
  private func report(
    _ contest: Contest, on day: String, since: String, until: String = "2023-01-27"
  ) throws -> Meeting {
    contest.crm.asOf = Day(iso: day)
    defer { contest.crm.asOf = nil }
    return try contest.crm.meeting(
      of: contest.crm.campaign(), since: Day(iso: since)!, until: Day(iso: until)!, seed: 1)
  }

  private func lists(_ report: Meeting, _ section: String) -> [[String]] {
    report.document(in: .english).sections.first { $0.title == section }?.blocks.compactMap {
      if case .items(let items) = $0 { items } else { nil }
    } ?? []
  }

  private static let departments = "Departments since the last meeting"

  @Test(arguments: EngineChoice.allCases)
  func whoDidNothingOrHasACardIsAsked(on engine: EngineChoice) throws {
    let contest = try Contest(engine)
    try contest.run("new department C")
    _ = try contest.sign("P", "10m", on: "2022-10-28")
    _ = try contest.sign("R", "10m", on: "2022-10-29", of: "C")
    let early = try report(contest, on: "2022-10-30", since: "2022-10-23")
    #expect(early.work.map(\.name) == ["A", "B", "C"])
    #expect(
      lists(early, Self.departments)
        == [["C: 1 signed"], ["A: warning, 1 signed", "B: warning, nothing done"]])
    // A project that went on is no praise beside a card.
    _ = try contest.sign("Q", "1m", on: "2023-01-26")
    let last = try report(contest, on: "2023-01-27", since: "2023-01-20")
    let asked = lists(last, Self.departments)
    #expect(asked[0] == ["none"])
    #expect(asked[1].first == "B: red card, nothing done")
    #expect(asked[1][1].hasPrefix("A: yellow card, 1 signed"))
    // A campaign that was over by then asks nobody.
    let later = try report(contest, on: "2023-02-10", since: "2023-02-03")
    #expect(later.work.allSatisfy { !$0.isEntrant && $0.card == nil })
  }

  @Test func moreThanFiveAreCounted() throws {
    let names = (1...13).map { "N\($0)" }
    let contest = try Contest()
    for name in names { try contest.run("new department \(name)") }
    let list = names.map { "\"\($0)\"" }.joined(separator: ", ")
    let text = Contest.targets.replacing("[\"A\", \"B\"]", with: "[\(list)]")
    try contest.crm.loadCampaign(from: try contest.file(text))
    let asked = lists(
      try report(contest, on: "2023-01-27", since: "2023-01-20"), Self.departments)[1]
    #expect(asked.count == 6 && asked.last == "and 8 more")
  }

  @Test func eachForecastSaysWhatItRestsOn() throws {
    let contest = try Contest()
    func days(until: String) throws -> [String] {
      lists(
        try report(contest, on: "2022-12-01", since: "2022-11-24", until: until), "Forecast"
      ).map { String($0[0].prefix(16)) }
    }
    #expect(try days(until: "2023-06-30") == ["up to 2023-01-27", "up to 2023-06-30"])
    #expect(try days(until: "2023-01-27") == ["up to 2023-01-27"])
  }

  @Test(arguments: EngineChoice.allCases)
  func theBiggestAreOfAnyCurrency(on engine: EngineChoice) throws {
    let contest = try Contest(engine)
    try contest.run("new rate USD 7.5 on=2022-01-01")
    for number in 1...10 {
      try contest.run("new lead 项目\(number) source=kin expected=\(number)m created=2022-06-01")
    }
    try contest.run("new lead Plant source=kin expected=1mUSD created=2022-06-01")
    let titles = try report(contest, on: "2022-12-01", since: "2022-11-24").biggest.rows.map {
      if case .text(let title) = $0[1] { title } else { "" }
    }
    #expect(titles.count == 10)
    #expect(titles[2...4] == ["项目8", "Plant", "项目7"])
    #expect(titles.last == "项目2")
  }
}
