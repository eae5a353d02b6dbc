internal import Leadline
internal import LeadlineInterchange

extension Command {
  static let funnel = Command(
    Signature(
      "funnel", aliases: ["漏斗"], options: [Option("--cohorts", value: "PERIOD")],
      subject: .lead, isListing: true),
    .contest,
    Words(
      "shows how many leads stand at each stage, and how they went on",
      "各阶段线索数、金额、转化率和用时", "各階段線索數、金額、轉化率和用時"),
    examples: [
      "funnel", "funnel department:商务局 created:2022", "funnel --cohorts month",
      "funnel --as-of 2022-12-02 -o funnel.html",
    ],
    details: """
      open: leads at the stage now, and their amounts. ever: leads that ever entered the stage. \
      went on: those of them that ever entered the next, with their share and the median of the \
      days from the one entry to the other. lost: leads that were lost or shelved at the stage. \
      --cohorts month, quarter or year puts the leads that entered in the same period on a row.
      """
  ) { parsed, session in
    let crm = session.crm
    let period = try parsed.options["--cohorts"]?.last.map { name in
      guard let period = Period(rawValue: name) else {
        throw CommandError.badChoice(
          name, option: "--cohorts", known: Period.allCases.map(\.rawValue))
      }
      return period
    }
    let funnel = try crm.funnel(matching: parsed.filter, cohorts: period ?? .month)
    if period != nil {
      try session.show(funnel.cohortTable(in: crm.language))
    } else {
      try session.show(
        funnel.table(in: crm.language, crm.currency), bars: funnel.chart(in: crm.language))
    }
    if funnel.cohorts.isEmpty { session.notice(Words("no leads", "没有线索", "沒有線索")) }
    try session.noticeRecordedLater()
  }
}

extension Session {
  /// Prints a small table; in a window with a bar at the end of each of the first rows.
  func show(_ table: ReportTable, bars: BarChart? = nil) throws {
    let request = try tableRequest()
    let isDrawn =
      console.isTerminal && request.destination == .standard
      && [nil, .table].contains(request.format)
    try console.table(request) { writer in
      try (bars.map { isDrawn ? table.with($0) : table } ?? table).write(to: &writer)
    }
    noticeWritten(request)
  }
}

extension ReportTable {
  /// The table with the chart's bars in a last column.
  fileprivate func with(_ chart: BarChart) -> ReportTable {
    let width = 10
    let bars = chart.bars.map { FieldValue.text($0.length.bar(of: width)) }
    return ReportTable(
      columns: columns + [ReportColumn(id: "bar", heading: "", type: .text)],
      rows: rows.enumerated().map { place, row in
        row + [place < bars.count ? bars[place] : .none]
      })
  }
}
