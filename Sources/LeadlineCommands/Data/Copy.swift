internal import Leadline

extension Command {
  static let copy = Command(
    Signature(
      "copy", aliases: ["搬库", "搬庫"], slots: [Slot("FROM", .location), Slot("TO", .location)]),
    .data,
    Words(
      "copies a whole database, a file or on a server, to another place", "将整个数据库（文件或服务器）复制到别处",
      "將整個資料庫（檔案或伺服器）複製到別處"),
    examples: [
      "copy leads.db postgres://db.example.org/leads", "copy service=leads leads.db",
    ],
    details: """
      FROM is not changed. TO must hold nothing yet: a new file, or what leadline --db TO init \
      made. Ids, numbers and the journal stay as they are. All of it is read again at the end and \
      compared; where anything goes wrong, nothing is there that was not before.
      """,
    needs: .nothing
  ) { parsed, session in
    guard let from = parsed.location("FROM"), let to = parsed.location("TO") else { return }
    defer { session.console.progress(nil) }
    let report = try CRM.copy(from: from, to: to, stoppedBy: session.canceller) {
      session.show($0)
    }
    session.console.progress(nil)
    try session.say(report.words)
    let place = ShellWord(report.location).text
    try session.say(
      Words(
        "use it:  leadline --db \(place)", "使用：leadline --db \(place)",
        "使用：leadline --db \(place)"))
  }

  static let initialise = Command(
    Signature("init", aliases: ["建库", "建庫"]), .data,
    Words(
      "makes the database that --db names, where there is none", "新建 --db 所指的数据库（若尚无）",
      "新建 --db 所指的資料庫（若尚無）"),
    examples: ["init"],
    details: """
      In a shell:  leadline --db postgres://db.example.org/leads init
      On a server it makes the database itself too; the user must be allowed to. What is there \
      already is not changed.
      """,
    needs: .place
  ) { _, session in
    let place = session.settings.location ?? session.crm.location
    try session.say(try CRM.make(at: place).words)
  }
}

extension Session {
  /// Shows how far a copy is.
  func show(_ progress: CopyProgress) {
    console.progress(progress.words[crm.language])
  }
}

extension CopyProgress {
  fileprivate var words: Words {
    let (rate, left) = (Int(rate), Int(secondsLeft.rounded(.up)))
    let work =
      phase == .copying ? Words("copying", "复制", "複製") : Words("verifying", "核对", "核對")
    return Words(
      "\(work.english) \(table): \(rows) of \(total) rows, \(rate)/s, \(left) s left",
      "\(work.simplified) \(table)：\(rows)/\(total) 行，\(rate)/秒，还需 \(left) 秒",
      "\(work.traditional) \(table)：\(rows)/\(total) 行，\(rate)/秒，還需 \(left) 秒")
  }
}

extension CopyReport {
  fileprivate var words: Words {
    Words(
      "copied and verified: leads \(leads), contacts \(contacts), organisations \(organisations), "
        + "activities \(activities), journal entries \(entries); rows in all \(rows)",
      "已复制并核对：线索 \(leads)，联系人 \(contacts)，单位 \(organisations)，跟进记录 \(activities)，"
        + "日志 \(entries)；共 \(rows) 行",
      "已複製並核對：線索 \(leads)，聯絡人 \(contacts)，單位 \(organisations)，跟進記錄 \(activities)，"
        + "日誌 \(entries)；共 \(rows) 行")
  }
}

extension Founding {
  fileprivate var words: Words {
    isNew
      ? Words(
        "made the database '\(location)', with its tables", "已新建数据库'\(location)'及其各表",
        "已新建資料庫'\(location)'及其各表")
      : Words(
        "the database '\(location)' is there already (leads: \(leads)); nothing was changed",
        "数据库'\(location)'已存在（线索 \(leads) 条）；未作改动",
        "資料庫'\(location)'已存在（線索 \(leads) 條）；未作改動")
  }
}

/// A word as a shell reads it.
private struct ShellWord {
  let text: String

  init(_ word: String) {
    let isPlain = !word.isEmpty && word.unicodeScalars.allSatisfy(Self.isPlain)
    text = isPlain ? word : "'\(word.replacing("'", with: "'\\''"))'"
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || "0123456789/.:_-=@%+,".unicodeScalars.contains(scalar)
  }
}
