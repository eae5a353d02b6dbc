internal import Leadline
internal import LeadlineInterchange

extension Command {
  static let board = boardCommand(
    "board", aliases: ["排名", "座次"],
    Words("ranks the departments of a campaign", "竞赛部门排名", "競賽部門排名"),
    examples: [
      "board", "board --as-of 2022-11-29 --format md", "board --department 商务局 --staff",
      "board --section -o board.csv",
    ],
    details: """
      For each measure: how much of the target is reached, by the best of its goals. Progress is \
      cut to a tenth of a percent, never rounded up. --section and --staff break every department \
      down: what each part did of the department's goals; the parts are checked against the whole.
      Where the window is too narrow for all columns, some are left out and the headings end in \
      "..": --format record shows them all.
      """
  ) { board, session in
    try session.show(board.table(in: session.crm.language))
    session.notice(Board.rule)
  }

  /// A command that shows the board that its options ask for, broken down or by departments as
  /// `show` does, and says below of which day it is.
  static func boardCommand(
    _ name: String, aliases: [String], _ summary: Words, examples: [String], details: String,
    show: @escaping @Sendable (Board, Session) throws -> Void
  ) -> Command {
    let signature = Signature(
      name, aliases: aliases,
      options: [.campaign, .department, Option("--section"), Option("--staff")])
    return Command(signature, .contest, summary, examples: examples, details: details) {
      _, session in
      if session.has("--section"), session.has("--staff") {
        throw CommandError.notTogether("--section", "--staff")
      }
      let board = try session.board(by: session.breakdown)
      if session.breakdown == .department {
        try show(board, session)
      } else {
        try session.show(BreakdownTable(board, session).table)
      }
      session.keep(rows: board.rows)
      session.noticeDay(of: board)
      try session.noticeOthers(than: board.campaign)
      try session.noticeRecordedLater(upTo: board.day)
    }
  }
}

extension Option {
  /// Which campaign, where several are loaded.
  static let campaign = Option("--campaign", value: "CAMPAIGN")
  static let department = Option("--department", value: "DEPARTMENT")
}

extension Board {
  /// What each row stands for: the parts of a department, where it is broken down, and itself.
  fileprivate var rows: [Ref] {
    standings.flatMap { standing in
      let department = standing.department.ref
      return parts(of: standing).map { $0.part?.ref ?? department } + [department]
    }
  }

  fileprivate func parts(of standing: Standing) -> [Part] {
    parts.filter { $0.standing.department == standing.department }
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
    console.notice(Printable.escaping(board.heading[crm.language]))
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

  var table: ReportTable {
    let none = Words("nobody's", "未分配", "未分配")[language]
    let together = Words("together", "合计", "合計")[language]
    return ReportTable(
      columns: columns,
      rows: board.standings.flatMap { standing in
        board.parts(of: standing).map { row($0.standing, $0.part?.name ?? none) }
          + [row(standing, together)]
      })
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
      } + [.money(Money(roundingDown: standing.arrived, currency: board.campaign.currency))]
  }
}
