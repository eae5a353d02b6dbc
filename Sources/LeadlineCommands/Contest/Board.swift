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
      try session.show(board.table(in: session.crm.language))
      session.keep(rows: board.standings.map(\.department.ref))
      session.noticeDay(of: board)
      session.notice(Board.rule)
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
