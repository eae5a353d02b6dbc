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
      """
  ) { parsed, session in
    let (seed, runs) = try session.draws(parsed)
    let campaign = try session.campaign()
    let isPlain = parsed.filter == .all && parsed.options["--until"] == nil
    let usual = campaign != nil && isPlain ? "target" : "stage"
    let name = parsed.options["--by"]?.last ?? usual
    let known = (parsed.filter == .all ? ["target"] : []) + ["stage", "department"]
    guard known.contains(name) else {
      throw CommandError.badChoice(name, option: "--by", known: known)
    }
    let crm = session.crm
    let basis: ForecastBasis
    if name == "target" {
      let forecast = try crm.forecast(
        of: campaign ?? crm.campaign(), seed: seed, runs: runs
      ) { try session.canceller.check() }
      basis = forecast.basis
      try session.show(forecast.table(in: crm.language))
    } else {
      let lastDay =
        try parsed.options["--until"]?.last.map {
          try DayWords(today: crm.today).day($0, looking: .forward)
        } ?? crm.lastDay(of: campaign)
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

  /// The seed and the number of draws that the options ask for.
  fileprivate func draws(_ parsed: ParsedLine) throws -> (seed: UInt64, runs: Int) {
    let runs = try number("--runs", parsed) ?? 1000
    return (UInt64(try number("--seed", parsed) ?? 1), min(max(1, runs), 100_000))
  }
}

extension CRM {
  /// The day up to which a forecast goes where none is named.
  func lastDay(of campaign: Campaign?) -> Day {
    let last = campaign?.days.upperBound ?? today
    return last > today ? last : today + 90
  }
}
