internal import Leadline
internal import LeadlineInterchange

extension Command {
  static let report = Command(
    Signature(
      "report", aliases: ["汇报", "匯報"],
      options: [
        .campaign, Option("--since", value: "DAY"),
        Option("--until", value: "DAY"),
        Option("--seed", value: "N"),
      ]),
    .contest,
    Words("writes the report for the meeting", "生成情况汇报", "生成情況匯報"),
    examples: [
      "report -o report.html", "report --since 2022-11-18 --as-of 2022-12-02 -o report.html",
      "report --format md",
    ],
    details: """
      Figures against the last meeting, the board of the campaign with its cards, the funnel, the \
      mix, the departments to praise and to ask, \
      the biggest projects, what is stalled and why, promises due in the next seven days, the \
      forecast. --since is the day of the last meeting, a week ago unless you say so; --until and \
      --seed are those of the forecast. As a page (.html) it opens without network and prints on \
      A4; as Markdown it can be mailed.
      """
  ) { parsed, session in
    let crm = session.crm
    let request = try session.tableRequest(defaultFormat: .md)
    let format = request.format ?? .md
    guard [.html, .md].contains(format) else {
      throw CommandError.badChoice(format.rawValue, option: "--format", known: ["html", "md"])
    }
    let campaign = try session.campaign()
    let meeting = try crm.meeting(
      of: campaign, since: try session.dayUpToToday("--since") ?? crm.today - 7,
      until: try session.dayFromToday("--until") ?? crm.lastDay(of: campaign),
      seed: UInt64(try session.number("--seed", parsed) ?? 1)
    ) { try session.canceller.check() }
    let document = meeting.document(in: crm.language)
    try session.console.bytes(request) { sink in
      if format == .html {
        try HTMLReport(to: sink).write(document)
      } else {
        try MarkdownReport(to: sink).write(document)
      }
    }
    if let campaign { try session.noticeOthers(than: campaign) }
    session.noticeWritten(request)
  }
}
