internal import Leadline
internal import LeadlineInterchange

extension Command {
  static let forecast = Command(
    Signature(
      "forecast", aliases: ["预测", "預測"],
      options: [
        Option("--until", value: "DAY"), Option("--by", value: "WHAT"),
        Option("--seed", value: "N"), Option("--runs", value: "N"),
      ], subject: .lead, isListing: true),
    .contest,
    Words(
      "draws what may come of the open leads by a last day, many times, and counts",
      "多次模拟在办线索到某日的进展并统计", "多次模擬在辦線索到某日的進展並統計"),
    examples: [
      "forecast --until eoq", "forecast --by department --until 2023-01-27",
      "forecast stage:intent --seed 1 --runs 5000",
    ],
    details: """
      The chance to go on from a stage, or to be lost there, depends on the days the lead has been \
      there. It is learned from the log where at least 30 leads have left the stage, else it comes \
      from the pipeline's probabilities; which of the two is said below the table, with the other \
      assumptions. "8 of 10" are the bounds within which eight of ten draws fell. The same --seed \
      (1 unless you say so) gives the same numbers. --until is 90 days from today unless you say \
      so. --by stage or department.
      """
  ) { parsed, session in
    let crm = session.crm
    let name = parsed.options["--by"]?.last ?? "stage"
    let known = ["stage", "department"]
    guard known.contains(name) else {
      throw CommandError.badChoice(name, option: "--by", known: known)
    }
    let lastDay =
      try parsed.options["--until"]?.last.map {
        try DayWords(today: crm.today).day($0, looking: .forward)
      } ?? crm.today + 90
    let (forecast, others) = try crm.forecast(
      matching: parsed.filter, until: lastDay,
      seed: UInt64(try session.number("--seed", parsed) ?? 1),
      runs: min(max(1, try session.number("--runs", parsed) ?? 1000), 100_000))
    let department = crm.columns(Field.leads(crm.pipeline).filter { $0.name == "department" })[0]
    try session.show(
      forecast.table(
        byGroup: name == "department", in: crm.language, crm.currency, group: department))
    for line in forecast.assumptions(in: crm.language, crm.pipeline) {
      session.console.notice(line)
    }
    session.noticeUncounted(others)
  }
}
