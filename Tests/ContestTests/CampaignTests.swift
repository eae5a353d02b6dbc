import Leadline
import LeadlineCommands
import LeadlineInterchange
import TestKit
import Testing

/// Campaigns in the database: loaded, chosen, refused, taken back.
@Suite struct CampaignTests {
  @Test(arguments: EngineChoice.allCases)
  func loadingIsTakenBack(on engine: EngineChoice) throws {
    let contest = try Contest(engine)
    let path = try contest.file(Contest.targets.replacing("2023-01-27", with: "2022-12-31"))
    #expect(try contest.output("campaign load \(path)").contains("T loaded"))
    #expect(try contest.crm.campaign().days.upperBound == Day(iso: "2022-12-31"))
    #expect(try contest.crm.campaigns().count == 1)
    try contest.run("undo")
    #expect(try contest.crm.campaign().days.upperBound == Day(iso: "2023-01-27"))
    try contest.run("undo")
    #expect(throws: CRMError.noCampaign) { try contest.crm.campaign() }
    try contest.run("redo", "campaign remove T")
    #expect(throws: CRMError.noCampaign) { try contest.crm.campaign() }
    try contest.run("undo")
    #expect(try contest.crm.campaign().name == "T")
    #expect(try contest.crm.check().isEmpty)
  }

  @Test(arguments: EngineChoice.allCases)
  func aDepartmentOfACampaignStays(on engine: EngineChoice) throws {
    let contest = try Contest(engine)
    let department = try contest.crm.record([.department], named: "B").ref
    for line in ["delete \(department)", "delete \(department) --with"] {
      #expect(throws: CRMError.inCampaign(department, ["T"])) { try contest.run(line) }
    }
    #expect(try contest.output("board").contains("B"))
    try contest.run("campaign remove T", "delete \(department)")
    #expect(throws: CRMError.self) { try contest.crm.named(department) }
  }

  @Test func whatIsShownIsWhatWasLoaded() throws {
    let contest = try Contest()
    #expect(try contest.output("campaign show --source") == Contest.targets)
    let shown = try contest.output("campaign show T")
    #expect(shown.contains("only|started|10 projects ≥ CNY 10,000,000, or CNY 100,000,000"))
    #expect(try contest.output("campaign").contains("T|2022-10-20|2023-01-27|2"))
    #expect(throws: CRMError.unknownCampaign("X", known: ["T"])) {
      try contest.run("campaign show X")
    }
  }

  /// No pipeline comes into use that a campaign does not fit, and one that came in is removed.
  @Test func aCampaignNeedsItsStages() throws {
    let contest = try Contest()
    let plain = """
      [[stage]]
      id = "talks"
      en = "talks"
      [[stage]]
      id = "done"
      en = "done"
      """
    let path = try contest.file(plain, name: "pipeline.toml")
    func unfit(_ body: () throws -> Void) throws -> Bool {
      let error = #expect(throws: CRMError.self) { try body() }
      guard case .campaignUnfit("T", let cause) = error else { return false }
      return cause.english.hasPrefix("T:4: 'signed' is no stage of the pipeline (talks, done)")
    }
    #expect(try unfit { try contest.run("settings pipeline=\(path)") })
    try contest.run("campaign remove T", "settings pipeline=\(path)")
    #expect(throws: CRMError.noCampaign) { try contest.crm.campaign() }
    try contest.crm.undo()
    #expect(try unfit { _ = try contest.crm.campaign() })
    #expect(try unfit { try contest.run("board") })
    #expect(try contest.output("campaign remove t") == "T: removed")
    #expect(throws: CRMError.noCampaign) { try contest.crm.campaign() }
  }

  @Test func whatIsNoActionIsRefused() throws {
    let contest = try Contest()
    let known = ["list", "load", "show", "remove"]
    #expect(throws: CommandError.badChoice("laod", option: "campaign", known: known)) {
      try contest.run("campaign laod")
    }
    #expect(throws: CampaignFileError.self) { try contest.run("campaign load /dev/null") }
    #expect(try contest.output("竞赛 显示 t").hasPrefix("tier|measure"))
  }

  @Test func theOneThatRunsIsChosen() throws {
    let contest = try Contest()
    for (name, first, last) in [
      ("older", "2022-01-01", "2022-03-01"), ("later", "2023-01-20", "2023-03-01"),
    ] {
      let text = Contest.targets.replacing("\"T\"", with: "\"\(name)\"")
        .replacing("2022-10-20", with: first).replacing("2023-01-27", with: last)
      try contest.crm.loadCampaign(from: try contest.file(text))
    }
    func chosen(_ day: String) throws -> String {
      contest.crm.asOf = Day(iso: day)
      defer { contest.crm.asOf = nil }
      return try contest.crm.campaign().name
    }
    #expect(try chosen("2022-11-01") == "T")
    #expect(try chosen("2023-01-25") == "later")
    #expect(try chosen("2022-05-01") == "older")
    #expect(try chosen("2023-05-01") == "later")
    #expect(try chosen("2021-05-01") == "later")
    #expect(try contest.crm.campaign(named: "OLDER").name == "older")
    // Another that runs too is named, unless one was asked for.
    let also = "also running: T; --campaign T"
    for command in ["board", "pace", "forecast", "report"] {
      #expect(try contest.output("\(command) --as-of 2023-01-25").contains(also), "\(command)")
    }
    #expect(try !contest.output("board --as-of 2023-01-25 --campaign later").contains(also))
    #expect(try !contest.output("board --as-of 2022-11-01").contains("also running"))
  }

  /// A change to the text, and the line and words that refuse it.
  @Test(arguments: [
    ("first = 2022-10-20", "first = 2023-10-20", 3, "the last day must not be before the first"),
    ("first = 2022-10-20", "frist = 2022-10-20", 2, "'frist' is not known here"),
    ("first = 2022-10-20", "first = \"soon\"", 2, "a day, such as 2022-10-20"),
    ("first = 2022-10-20", "first = ", 2, ""),
    ("first = 2022-10-20", "first = 2022-10-20\nyellow_below = \"0%\"", 3, "more than 0"),
    ("first = 2022-10-20", "first = 2022-10-20\ncards_from = 2022-10-19", 3, "a day of the"),
    ("[measure.signed]", "[measure.sigend]", 4, "'sigend' is no stage"),
    ("[measure.signed]", "[measure.signed]\nweight = 0", 5, "more than 0"),
    ("[measure.guests]", "[measure.guests]\nguests = [\"dance\"]", 8, "'dance' is no kind"),
    ("departments = [\"A\", \"B\"]", "departments = [\"A\", \"BB\"]", 10, "'BB'; did you mean B?"),
    (
      "departments = [\"A\", \"B\"]", "departments = [\"A\", \"a\"]", 10,
      "'a' is in tier 'only' already"
    ),
    ("[measure.signed]", "[measure.signed]\nweight = -1", 5, "a ratio above 0"),
    (
      "funded = [{ total = \"100m\" }]", "funded = \"unknown\"", 13,
      "a list of at least one goal, [{ count = 3 }], or \"not set\""
    ),
    ("funded = [{ total = \"100m\" }]", "funded = { total = \"100m\" }", 13, "a list of at least"),
    ("departments = [\"A\", \"B\"]", "departments = []", 10, "at least one"),
    ("funded = [{ total = \"100m\" }]", "", 8, "funded is missing: give its goals, or \"not set\""),
    ("funded = [{ total = \"100m\" }]", "funded = []", 13, "a list of at least one goal"),
    ("{ total = \"100m\" }", "{ total = \"lots\" }", 13, "an amount in CNY"),
    ("{ total = \"100m\" }", "{ total = \"3mUSD\" }", 13, "an amount in CNY"),
    ("{ total = \"100m\" }", "{ total = 0 }", 13, "more than 0"),
    ("{ total = \"100m\" }", "{ total = 5, count = 5 }", 13, "one of count and total"),
    (
      "guests = [{ count = 100 }]", "guests = [{ count = 100, at_least = 5 }]", 14, "not known here"
    ),
    ("id = \"only\"", "", 8, "id is missing"),
  ])
  func aFileWithAnErrorIsRefused(old: String, new: String, line: Int, words: String) throws {
    let contest = try Contest()
    let text = Contest.targets.replacing(old, with: new)
    let path = try contest.file(text)
    let entry = contest.crm.latestEntry
    do {
      try contest.crm.loadCampaign(from: path)
      Issue.record("loaded: \(new)")
    } catch let error as CampaignFileError {
      #expect(error.line == line, "\(new): \(error.words.english)")
      #expect(error.words.english.hasPrefix("\(path):\(line): "))
      #expect(error.words.english.contains(words.isEmpty ? ":" : words), "\(error.words.english)")
    }
    #expect(contest.crm.latestEntry == entry)
    #expect(try contest.output("campaign show --source") == Contest.targets)
  }

  @Test func amountsAreReadInWholeUnitsAndAsPeopleWriteThem() throws {
    for amount in ["\"100m\"", "\"1亿\"", "\"1億\"", "100_000_000"] {
      let text = Contest.targets.replacing("{ total = \"100m\" }", with: "{ total = \(amount) }")
      let contest = try Contest(targets: text)
      let goal = try contest.crm.campaign().tiers[0].targets["funded"]?.goals[0]
      #expect(goal == .init(.total, wanted: 10_000_000_000), "\(amount)")
    }
  }

  @Test func ratiosAreExact() throws {
    for text in ["0.7", "\"70%\"", "\"7/10\""] {
      let contest = try Contest(
        targets: Contest.targets.replacing(
          "[measure.signed]", with: "yellow_below = \(text)\n[measure.signed]"))
      #expect(try contest.crm.campaign().cards.yellowBelow == Fraction("7/10"))
    }
  }

  @Test func theSpeechsOwnContestIsTheOneOfTheExample() throws {
    let contest = try Contest()
    for name in [
      "商务局", "发展和改革局", "工业和信息化局", "科学技术局", "住房和城乡建设局", "交通运输局", "文化和旅游局", "农业农村局",
      "市场监督管理局", "统计局", "教育局", "司法局", "经济开发区招商局", "港口新区招商局",
    ] { try contest.run("new department \(name)") }
    let campaign = try contest.crm.loadCampaign(from: Files.example("campaign.toml")).result
    #expect(campaign.length == 100)
    let rows = campaign.tiers.map { tier in
      campaign.measures.map {
        GoalWords($0, of: campaign, in: .english).wanted(tier.targets[$0.id])
          .replacing("CNY ", with: "").replacing(",000,000", with: " M")
      }
    }
    #expect(
      rows == [
        [
          "3 projects ≥ 10 M, or 60 M in projects ≥ 10 M",
          "2 projects ≥ 10 M, or 30 M in projects ≥ 10 M", "not set",
        ],
        ["2 projects ≥ 10 M, or 40 M in projects ≥ 10 M", "1 project ≥ 10 M", "10 M"],
        ["1 project ≥ 10 M", "1 project ≥ 5 M", "5 M"],
        ["1 project ≥ 5 M", "1 project ≥ 3 M", "2,500,000"],
        [
          "4 projects ≥ 10 M, or 80 M in projects ≥ 10 M",
          "2 projects ≥ 10 M, or 40 M in projects ≥ 10 M", "40 M",
        ],
      ])
  }
}
