internal import Leadline
internal import LeadlineInterchange

extension Command {
  static let forecast = Command(
    Signature(
      "forecast", aliases: ["预测", "預測"],
      options: [
        Option("--by", value: "WHAT"), .campaign,
        Option("--until", value: "DAY"), Option("--seed", value: "N"),
        Option("--runs", value: "N"),
      ], subject: .lead, isListing: true),
    .contest,
    Words(
      "draws what may come of the open leads by a last day, many times, and counts",
      "多次模拟在办线索到某日的进展并统计", "多次模擬在辦線索到某日的進展並統計"),
    examples: [
      "forecast", "forecast --by target --seed 1", "forecast --by department --until 2023-01-27",
      "forecast stage:intent --until eoq --runs 5000",
    ],
    details: """
      --by target gives the chance of each department to meet each target of the campaign by its \
      last day, counted by the board's rules; --by stage or department what may come into each \
      stage by --until. Without --by, filter and --until: by target where there is a campaign. \
      --until is the last day of the campaign, or 90 days from today.

      The chance to go on from a stage, or to be lost there, depends on the days the lead has been \
      there. It is learned from the log where at least 30 leads have left the stage, else it comes \
      from the pipeline's probabilities; which of the two is said below the table, with the other \
      assumptions. "8 of 10" are the bounds within which eight of ten draws fell. The same --seed \
      (1 unless you say so) gives the same numbers.

      Read chances in the middle with care: of 16,222 deals of a real pipeline, those foretold at \
      40 to 70 % within 60 days came true at 30 to 42 %.
      """
  ) { parsed, session in
    let (seed, runs) = try session.draws(parsed)
    let campaign = try session.campaign()
    let isPlain = parsed.filter == .all && parsed.options["--until"] == nil
    let usual = campaign != nil && isPlain ? "target" : "stage"
    let name = parsed.options["--by"]?.last ?? usual
    let known = ["target", "stage", "department"]
    guard known.contains(name) else {
      throw CommandError.badChoice(name, option: "--by", known: known)
    }
    if name == "target" {
      if parsed.filter != .all { throw CommandError.notTogether("--by target", "FILTER") }
      if parsed.options["--until"] != nil {
        throw CommandError.notTogether("--by target", "--until")
      }
    }
    let crm = session.crm
    let basis: ForecastBasis
    if name == "target" {
      let campaign = try campaign ?? crm.campaign()
      guard crm.today <= campaign.days.upperBound else {
        throw CommandError.campaignEnded(campaign.name, campaign.days.upperBound)
      }
      let forecast = try crm.forecast(
        of: campaign, seed: seed, runs: runs
      ) { try session.canceller.check() }
      basis = forecast.basis
      try session.show(forecast.table(in: crm.language))
    } else {
      let lastDay = try session.dayFromToday("--until") ?? crm.lastDay(of: campaign)
      let forecast = try crm.forecast(
        matching: parsed.filter, until: lastDay, seed: seed, runs: runs
      ) { try session.canceller.check() }
      basis = forecast.basis
      let department = Field.leads(crm.pipeline).filter { $0.name == "department" }
      try session.show(
        forecast.table(
          byGroup: name == "department", in: crm.language, crm.currency,
          group: crm.columns(department)[0]))
    }
    for line in basis.words(in: crm.language, crm.pipeline) { session.console.notice(line) }
    if let campaign, parsed.options["--until"] == nil {
      try session.noticeOthers(than: campaign)
    }
    try session.noticeRecordedLater()
  }
}

extension Session {
  /// The campaign that `--campaign` names, else the one of the day; nil where there is none.
  func campaign() throws -> Campaign? {
    do {
      return try crm.campaign(named: option("--campaign"))
    } catch CRMError.noCampaign where option("--campaign") == nil {
      return nil
    }
  }

  /// Says which other campaigns run on the day asked for, where none was named.
  func noticeOthers(than campaign: Campaign) throws {
    guard option("--campaign") == nil else { return }
    let others = try crm.campaigns().filter {
      $0.days.contains(crm.today) && $0.name != campaign.name
    }
    for name in others.map({ Printable.escaping($0.name) }) {
      notice(
        Words(
          "also running: \(name); --campaign \(name)", "同时进行：\(name)；--campaign \(name)",
          "同時進行：\(name)；--campaign \(name)"))
    }
  }

  /// The day of an option that looks back from the day asked for.
  func dayUpToToday(_ option: String) throws -> Day? {
    let day = try day(option, .back)
    if let day, day > crm.today {
      throw CommandError.dayAfter(day, option: option, today: crm.today)
    }
    return day
  }

  /// The day of an option that looks forward from the day asked for.
  func dayFromToday(_ option: String) throws -> Day? {
    let day = try day(option, .forward)
    if let day, day < crm.today {
      throw CommandError.dayBefore(day, option: option, today: crm.today)
    }
    return day
  }

  private func day(_ name: String, _ looking: FieldType.Looking) throws -> Day? {
    try option(name).map { try DayWords(today: crm.today).day($0, looking: looking) }
  }

  /// The seed and the number of draws that the options ask for.
  fileprivate func draws(_ parsed: ParsedLine) throws -> (seed: UInt64, runs: Int) {
    let runs = try number("--runs", parsed) ?? 1000
    let range = 1...100_000
    guard range.contains(runs) else {
      throw CommandError.numberOutOfRange("\(runs)", option: "--runs", range)
    }
    return (UInt64(try number("--seed", parsed) ?? 1), runs)
  }
}

extension CRM {
  /// The day up to which a forecast goes where none is named.
  func lastDay(of campaign: Campaign?) -> Day {
    let last = campaign?.days.upperBound ?? today
    return last > today ? last : today + 90
  }
}
