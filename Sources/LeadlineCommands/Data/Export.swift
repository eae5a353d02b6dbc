internal import Leadline
internal import LeadlineInterchange

extension Command {
  static let exportName = "export"

  static let export = Command(
    Signature(
      exportName, aliases: ["导出", "匯出", "導出"],
      slots: [Slot("WHAT", .choice(Signature.exportable.map(\.choice)))],
      options: ListCommand.options, subject: .lead, isListing: true),
    .data,
    Words(
      "writes records with all their fields to a file", "导出记录的全部字段", "匯出記錄的全部欄位"),
    examples: [
      "export leads -o leads.csv", "export contacts knows:me -o contacts.csv",
      "export leads stage:signed --format json",
    ],
    details: """
      CSV where nothing else is said. Importing the file again changes nothing. --for machine \
      leaves out what spreadsheets need (byte order mark, guards against formulas).
      """
  ) { parsed, session in
    guard case .choice(let id)? = parsed.slots["WHAT"], let kind = Signature.exported([id])
    else { return }
    let list = ListCommand(
      kind: kind, condition: .any,
      columns: Field.of(kind, in: session.crm.pipeline).map(\.name), order: [],
      nothing: Words("nothing to export", "没有可导出的记录", "沒有可匯出的記錄"))
    try list.run(parsed, session, defaultFormat: .csv)
  }

  static let backup = Command(
    Signature("backup", aliases: ["备份", "備份"], slots: [Slot("FILE", .file)]),
    .data,
    Words("copies the database, as of now, to a file", "备份数据库到文件", "備份資料庫到檔案"),
    examples: ["backup leads-2026-11-23.db"],
    details: "One on a server becomes a file too, as copy would make it."
  ) { parsed, session in
    guard let path = parsed.file("FILE") else {
      throw CommandError.missing("FILE", example: "backup leads.db")
    }
    defer { session.console.progress(nil) }
    try session.crm.backUp(to: path) { session.show($0) }
    session.console.progress(nil)
    try session.say(
      Words("backed up to \(path)", "已备份到 \(path)", "已備份到 \(path)"))
  }
}
