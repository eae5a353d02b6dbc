internal import Leadline
internal import LeadlineInterchange

extension Command {
  static let pace = boardCommand(
    "pace", aliases: ["时序", "時序"],
    Words(
      "shows what each department has reached and what is missing", "各部门时序进度及差额",
      "各部門時序進度及差額"),
    examples: [
      "pace", "pace --department 商务局", "pace --department 商务局 --staff",
      "pace --as-of 2022-11-29 -o pace.csv",
    ],
    details: """
      For each target what is done and what is missing for each of its goals, the nearest first; \
      the pace, which is the overall progress divided by the share of the days that has passed; \
      the card, or the day on which the pace turns yellow if nothing more happens. Targets are those \
      of departments: --section and --staff tell what each part did of them, as in board.
      """
  ) { board, session in
    let request = try session.tableRequest()
    if session.isRead(request) {
      let text = PaceText(board, session.crm.language)
      try session.console.page(
        Array(board.standings.map(text.block).joined(separator: [GradedText("\n")])))
    } else {
      try session.show(PaceTable(board, session.crm.language).table)
    }
  }
}

/// Each department's targets as lines to read.
private struct PaceText {
  let board: Board
  let language: Language

  init(_ board: Board, _ language: Language) {
    self.board = board
    self.language = language
  }

  func block(_ standing: Standing) -> [GradedText] {
    let lines = standing.measures.map { "\n" + line($0) }.joined() + "\n"
    let card = standing.card.map {
      [GradedText(" "), GradedText("[\($0.words[language])]", as: .choice($0.rawValue))]
    }
    return [GradedText(heading(standing))] + (card ?? []) + [GradedText(lines)]
  }

  private func heading(_ standing: Standing) -> String {
    let name = Printable.escaping(standing.department.name)
    let tier = Printable.escaping(standing.tier.words[language])
    let overall = standing.overall.map(\.percent)
    let pace = standing.pace.map(\.percent)
    let numbers = [
      overall.map { Words("overall \($0)", "总进度\($0)", "總進度\($0)")[language] },
      pace.map { Words("pace \($0)", "时序进度\($0)", "時序進度\($0)")[language] },
      standing.outlook(in: language, of: board.campaign),
    ].compactMap(\.self)
    return "\(name) (\(tier)) \(numbers.joined(separator: language.comma))"
  }

  private func line(_ measure: MeasureStanding) -> String {
    let words = GoalWords(measure.measure, of: board.campaign, in: language)
    let name = Printable.escaping(measure.measure.words[language])
    guard measure.isSet else { return "  \(name)\(language.colon)\(words.allDone(measure))" }
    let missing = words.missing(measure)
    let reached = Words("reached", "已完成", "已完成")[language]
    let rest = missing.isEmpty ? "\(language.semicolon)\(reached)" : "\n    \(missing)"
    let done = "\(words.allDone(measure)) (\(measure.progress?.percent ?? ""))"
    return "  \(name)\(language.colon)\(done)\(rest)"
  }
}

/// Each department's targets as rows for other programs.
private struct PaceTable {
  let board: Board
  let language: Language

  init(_ board: Board, _ language: Language) {
    self.board = board
    self.language = language
  }

  var table: ReportTable {
    ReportTable(
      columns: columns,
      rows: board.standings.flatMap { standing in
        standing.measures.map { row($0, of: standing) }
      })
  }

  private var columns: [ReportColumn] {
    let headings: [(String, Words, FieldType)] = [
      ("department", Words("department", "部门", "部門"), .record(.department)),
      ("tier", Words("tier", "档", "檔"), .text),
      ("measure", Words("measure", "指标", "指標"), .text),
      ("target", Words("target", "目标", "目標"), .text),
      ("done", Words("done", "已完成", "已完成"), .text),
      ("progress", Words("progress", "进度", "進度"), .text),
      ("missing", Words("missing", "差额", "差額"), .text),
      ("overall", Words("overall", "总进度", "總進度"), .text),
      ("elapsed", Words("elapsed", "时间进度", "時間進度"), .text),
      ("pace", Words("pace", "时序进度", "時序進度"), .text),
      ("yellow-on", Words("yellow on", "亮黄牌日", "亮黃牌日"), .day(.forward)),
    ]
    return headings.map { ReportColumn(id: $0, heading: $1[language], type: $2) }
      + [
        .card(in: language),
        ReportColumn(id: "why", heading: Words("why", "说明", "說明")[language], type: .text),
      ]
  }

  private func row(_ measure: MeasureStanding, of standing: Standing) -> [FieldValue] {
    let campaign = board.campaign
    let words = GoalWords(measure.measure, of: campaign, in: language)
    func text(_ ratio: Fraction?) -> FieldValue { ratio.map { .text($0.percent) } ?? .none }
    return [
      .record(standing.department.ref, name: standing.department.name),
      .text(standing.tier.words[language]), .text(measure.measure.words[language]),
      .text(words.wanted(standing.tier.targets[measure.measure.id])),
      .text(words.allDone(measure)), text(measure.progress), .text(words.missing(measure)),
      text(standing.overall), text(campaign.elapsed(on: board.day)), text(standing.pace),
      standing.yellowOn.map(FieldValue.day) ?? .none,
      standing.card.map { .choice($0.rawValue) } ?? .none,
      .text(standing.explanation(in: language, of: campaign)),
    ]
  }
}
