internal import Leadline
internal import LeadlineInterchange

extension Command {
  static let board = Command(
    Signature(
      "board", aliases: ["排名", "座次"],
      options: [
        Option("--campaign", value: "CAMPAIGN"), Option("--department", value: "DEPARTMENT"),
        Option("--section"), Option("--staff"),
      ]),
    .contest,
    Words("ranks the departments of a campaign", "竞赛部门排名", "競賽部門排名"),
    examples: [
      "board", "board --as-of 2022-11-29 --format md", "board --department 商务局 --staff",
      "board --section -o board.csv",
    ],
    details: """
      For each measure: how much of the target is reached, by the best of its goals. Progress is \
      cut to a tenth of a percent, never rounded up. --section and --staff break every department \
      down: what each part did of the department's goals; the parts are checked against the whole.
      """
  ) { parsed, session in
    let board = try session.board(by: session.breakdown)
    if session.breakdown != .department {
      try BreakdownTable(board, session).show()
    } else {
      try BoardTable(board, session).show()
    }
  }
}

extension Session {
  /// The level that the options of the running command ask for.
  var breakdown: ContestTally.Level {
    has("--staff") ? .staff : has("--section") ? .section : .department
  }

  /// The board that the options of the running command ask for.
  func board(by level: ContestTally.Level = .department) throws -> Board {
    let board = try crm.board(of: crm.campaign(named: option("--campaign")), by: level)
    guard let name = option("--department") else { return board }
    let department = try crm.record([.department], named: name)
    let chosen = board.only { $0 == department }
    if chosen.standings.isEmpty {
      throw CommandError.badChoice(
        name, option: "--department", known: board.standings.map(\.department.name))
    }
    return chosen
  }

  /// Says under a table of which campaign and day it is.
  func noticeDay(of board: Board) {
    let campaign = board.campaign
    let name = Printable.escaping(campaign.name)
    let number = max(0, board.day - campaign.days.lowerBound + 1)
    let elapsed = campaign.elapsed(on: board.day).percent
    notice(
      Words(
        "\(name), \(board.day): day \(number) of \(campaign.length), \(elapsed) elapsed",
        "\(name)，\(board.day)：第\(number)天，共\(campaign.length)天，时间已过\(elapsed)",
        "\(name)，\(board.day)：第\(number)天，共\(campaign.length)天，時間已過\(elapsed)"))
  }
}

/// The board as a table, a row for each department.
struct BoardTable {
  let board: Board
  let session: Session
  private var language: Language { session.crm.language }

  init(_ board: Board, _ session: Session) {
    self.board = board
    self.session = session
  }

  func show() throws {
    try session.console.table(try session.tableRequest()) { writer in
      try writer.begin(columns)
      for standing in board.standings { try writer.row(row(standing)) }
      try writer.end()
    }
    session.keep(rows: board.standings.map(\.department.ref))
    session.noticeDay(of: board)
    session.notice(
      Words(
        "ranked by overall progress, each target capped at 100%; then uncapped; then money arrived; "
          + "equals share a rank",
        "按总进度排名（各项指标封顶100%），再按未封顶进度、到账额；相同者并列",
        "按總進度排名（各項指標封頂100%），再按未封頂進度、到帳額；相同者並列"))
  }

  private var columns: [ReportColumn] {
    [
      column("rank", Words("rank", "名次", "名次"), .number),
      column("department", Words("department", "部门", "部門"), .record(.department)),
      column("tier", Words("tier", "档", "檔"), .text),
      column("tier-rank", Words("in tier", "档内", "檔內"), .number),
    ] + board.campaign.measures.map { column($0.id, $0.words, .text) } + [
      column("overall", Words("overall", "总进度", "總進度"), .text),
      column("uncapped", Words("uncapped", "未封顶", "未封頂"), .text),
      column("pace", Words("pace", "时序进度", "時序進度"), .text),
      column("arrived", Words("arrived", "到账额", "到帳額"), .money), session.cardColumn,
    ]
  }

  private func column(_ id: String, _ words: Words, _ type: FieldType) -> ReportColumn {
    ReportColumn(id: id, heading: words[language], type: type)
  }

  private func row(_ standing: Standing) -> [FieldValue] {
    [
      standing.rank.map { .number(Int64($0)) } ?? .none,
      .record(standing.department.ref, name: standing.department.name),
      .text(standing.tier.words[language]),
      standing.tierRank.map { .number(Int64($0)) } ?? .none,
    ]
      + standing.measures.map { .text($0.progress?.percent ?? GoalWords.notSet[language]) }
      + [standing.overall, standing.uncapped, standing.pace].map {
        $0.map { .text($0.percent) } ?? .none
      } + [
        .money(Money(roundingUp: standing.arrived, currency: board.campaign.currency)),
        standing.card.map { .choice($0.rawValue) } ?? .none,
      ]
  }
}

extension Session {
  /// Cards by their names in the language of the interface.
  var cardColumn: ReportColumn {
    let choices = Card.allCases.map { Choice($0.rawValue, $0.words) }
    return ReportColumn(
      id: "card", heading: Words("card", "黄红牌", "黃紅牌")[crm.language], type: .choice(choices),
      names: choices.reduce(into: [:]) { $0[$1.id] = $1.words[crm.language] })
  }
}

/// What the sections or staff of each department did of its goals, with the sum.
private struct BreakdownTable {
  let board: Board
  let session: Session
  private var language: Language { session.crm.language }

  init(_ board: Board, _ session: Session) {
    self.board = board
    self.session = session
  }

  func show() throws {
    try session.console.table(try session.tableRequest()) { writer in
      try writer.begin(columns)
      for standing in board.standings {
        for part in board.parts where part.standing.department == standing.department {
          let none = Words("nobody's", "未分配", "未分配")[language]
          try writer.row(row(part.standing, part.part?.name ?? none))
        }
        try writer.row(row(standing, Words("together", "合计", "合計")[language]))
      }
      try writer.end()
    }
    session.noticeDay(of: board)
  }

  private var columns: [ReportColumn] {
    let part = session.has("--staff") ? Words("staff", "人员", "人員") : Words("section", "科室", "科室")
    return [
      ReportColumn(
        id: "department", heading: Words("department", "部门", "部門")[language],
        type: .record(.department)),
      ReportColumn(
        id: session.has("--staff") ? "staff" : "section", heading: part[language], type: .text),
    ]
      + board.campaign.measures.map {
        ReportColumn(id: $0.id, heading: $0.words[language], type: .text)
      } + [
        ReportColumn(
          id: "arrived", heading: Words("arrived", "到账额", "到帳額")[language], type: .money)
      ]
  }

  private func row(_ standing: Standing, _ part: String) -> [FieldValue] {
    [.record(standing.department.ref, name: standing.department.name), .text(part)]
      + standing.measures.map { measure in
        .text(GoalWords(measure.measure, of: board.campaign, in: language).allDone(measure))
      } + [.money(Money(roundingUp: standing.arrived, currency: board.campaign.currency))]
  }
}
