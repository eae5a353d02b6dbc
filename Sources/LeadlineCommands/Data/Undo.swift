internal import Leadline
internal import LeadlineInterchange

extension Command {
  static let undo = Command(
    Signature(
      "undo", aliases: ["撤销", "撤銷"], slots: [Slot("ENTRY", .entry, isRequired: false)]),
    .data,
    Words(
      "takes back your latest command, or the journal entry named", "撤销最近的命令或指定的日志条目",
      "撤銷最近的命令或指定的日誌條目"),
    examples: ["undo", "undo J12"],
    details: """
      What was changed since, is referred to by something newer, or is needed by a rule of the \
      pipeline stays, and is named. redo takes the undo back, until your next write.
      """
  ) { parsed, session in
    var entry: Int64?
    if case .entry(let number)? = parsed.slots["ENTRY"] { entry = number }
    try report(try session.crm.undo(entry, line: session.line), session)
  }

  static let redo = Command(
    Signature("redo", aliases: ["重做"]), .data,
    Words("takes back your latest undo", "重做最近撤销的命令", "重做最近撤銷的命令"),
    examples: ["redo"]
  ) { _, session in
    try report(try session.crm.redo(line: session.line), session, isRedo: true)
  }

  private static func report(
    _ report: UndoReport, _ session: Session, isRedo: Bool = false
  ) throws {
    let what =
      isRedo ? Words("taken back, so done again", "已重做", "已重做") : Words("taken back", "已撤销", "已撤銷")
    let rows = report.removedRows + report.restoredRows
    func counted(_ count: Int, _ noun: String) -> String {
      "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
    let line = Printable.escaping(report.line)
    try session.say(
      Words(
        "J\(report.target) \(what.english): \(line)\n"
          + "  \(counted(rows, "row")), \(counted(report.restoredColumns, "value"))",
        "\(what.simplified) J\(report.target)：\(line)\n  \(rows)行，\(report.restoredColumns)个值",
        "\(what.traditional) J\(report.target)：\(line)\n  \(rows)行，\(report.restoredColumns)個值"))
    guard !report.kept.isEmpty else { return }
    session.notice(
      Words(
        "kept \(report.kept.count):", "保留\(report.kept.count)项：", "保留\(report.kept.count)項："))
    for kept in report.kept.prefix(20) { session.notice(kept.words) }
    if report.kept.count > 20 { session.console.notice("  … \(report.kept.count - 20) more") }
  }

  static let journal = Command(
    Signature("journal", aliases: ["日志", "日誌"], options: [Option("--limit", value: "N")]),
    .data, Words("shows who wrote what, the newest first", "显示写入日志", "顯示寫入日誌"),
    examples: ["journal", "journal --limit 100"]
  ) { parsed, session in
    let text = parsed.options["--limit"]?.last ?? "20"
    guard let limit = Int(text), limit >= 0 else {
      throw CommandError.badNumber(text, option: "--limit")
    }
    try JournalTable(session.crm).show(session, limit: limit)
  }

  static let check = Command(
    Signature("check", aliases: ["检查", "檢查"], options: [Option("--repair")]), .data,
    Words(
      "checks the database: facts against the log, search keys, the journal's hashes",
      "检查数据库：事实与日志、检索键、日志哈希", "檢查資料庫：事實與日誌、檢索鍵、日誌雜湊"),
    examples: ["check", "check --repair"],
    details: "--repair mends what follows from other rows; it changes nothing that was entered."
  ) { parsed, session in
    let findings = session.has("--repair") ? try session.crm.repair() : try session.crm.check()
    for finding in findings.prefix(100) { try session.say(finding.words) }
    if findings.count > 100 { try session.console.say("… \(findings.count - 100) more") }
    guard findings.isEmpty else { throw CommandError.noCheck(findings: findings.count) }
    try session.say(Words("all is well", "一切正常", "一切正常"))
  }
}

/// The journal as a table.
private struct JournalTable {
  let crm: CRM

  init(_ crm: CRM) { self.crm = crm }

  func show(_ session: Session, limit: Int) throws {
    let entries = try crm.journal(limit: limit)
    try session.console.table(try session.tableRequest()) { writer in
      try writer.begin(columns)
      for entry in entries { try writer.row(row(entry)) }
      try writer.end()
    }
  }

  private var columns: [ReportColumn] {
    let headings: [(String, Words, FieldType)] = [
      ("entry", Words("entry", "日志", "日誌"), .id),
      ("at", Words("at", "时间", "時間"), .stage),
      ("by", Words("by", "记录人", "記錄人"), .text),
      ("state", Words("state", "状态", "狀態"), .text),
      ("rows", Words("rows", "行数", "行數"), .number),
      ("line", Words("line", "命令", "命令"), .text),
    ]
    return headings.map { ReportColumn(id: $0.0, heading: $0.1[crm.language], type: $0.2) }
  }

  private func row(_ entry: JournalEntry) -> [FieldValue] {
    let at = String(entry.at.prefix(19)).replacing("T", with: " ")
    return [
      .text("J\(entry.number)"), .text(at), .text(entry.actor ?? ""), .text(state(entry)),
      .number(Int64(entry.madeRows + entry.changedRows + entry.removedRows)), .text(entry.line),
    ]
  }

  private func state(_ entry: JournalEntry) -> String {
    let target = entry.target.map { " J\($0)" } ?? ""
    switch entry.kind {
    case .undo: return Words("undo", "撤销", "撤銷")[crm.language] + target
    case .redo: return Words("redo", "重做", "重做")[crm.language] + target
    case .setup: return Words("setup", "初始", "初始")[crm.language]
    case .command:
      return entry.isUndone ? Words("undone", "已撤销", "已撤銷")[crm.language] : ""
    }
  }
}
