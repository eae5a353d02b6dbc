internal import Leadline
internal import LeadlineInterchange

/// What an import did, as a person reads it.
struct ImportText {
  let report: ImportReport
  let session: Session

  init(_ report: ImportReport, _ session: Session) {
    self.report = report
    self.session = session
  }

  func say() throws {
    for file in report.files { try say(file) }
    if report.isDryRun {
      try session.say(
        Words("dry run: nothing was written", "试运行：未写入", "試運行：未寫入"))
    }
  }

  private func say(_ file: ImportedFile) throws {
    try session.say(head(file))
    try sayColumns(file)
    try sayExamples(file)
    for row in file.explained {
      try session.console.say("  line \(row.line)")
      for cell in row.cells {
        try session.console.say("    \(cell.heading): \(cell.text) → \(cell.field)=\(cell.value)")
      }
    }
    sayTrouble(file)
  }

  private func head(_ file: ImportedFile) -> Words {
    let kind = file.kind.words
    let counts: [(Int, Words)] = [
      (file.made, Words("new", "新增", "新增")), (file.changed, Words("changed", "更新", "更新")),
      (file.unchanged + file.repeated, Words("unchanged", "未变", "未變")),
      (file.skipped, Words("left out", "略过", "略過")),
      (file.rejected, Words("rejected", "拒收", "拒收")),
    ]
    let known = counts.filter { $0.0 > 0 }
    let encoding = file.encoding.map { $0 == "utf-8" ? "" : " (\($0))" } ?? ""
    func list(_ language: Language, _ mark: String) -> String {
      known.map { "\($0.0) \($0.1[language])" }.joined(separator: mark)
    }
    return Words(
      "\(file.path)\(encoding): \(file.rows) rows, \(kind.english): \(list(.english, ", "))",
      "\(file.path)\(encoding)：\(file.rows)行，\(kind.simplified)：\(list(.simplified, "，"))",
      "\(file.path)\(encoding)：\(file.rows)行，\(kind.traditional)：\(list(.traditional, "，"))")
  }

  private func sayColumns(_ file: ImportedFile) throws {
    let language = session.crm.language
    var taken: [String] = []
    for column in file.columns {
      switch column.role {
      case .field(let field) where Fold.text(column.heading) != Fold.text(field.words[language]):
        taken.append("\(column.heading) → \(field.words[language])")
      case .field: break
      case .key: taken.append("\(column.heading) → \(Words("key", "键", "鍵")[language])")
      case .unknown(let nearest):
        let near = nearest.isEmpty ? "" : " (\(nearest.joined(separator: ", "))?)"
        session.notice(
          Words(
            "  column '\(column.heading)' not understood\(near): --map \"\(column.heading)=FIELD\"",
            "  不明白列'\(column.heading)'\(near)：--map \"\(column.heading)=字段\"",
            "  不明白列'\(column.heading)'\(near)：--map \"\(column.heading)=欄位\""))
      case .rowNumber, .error, .repeats, .computed: break
      }
    }
    if !taken.isEmpty { try session.console.say("  " + taken.joined(separator: ", ")) }
    let entered = file.entered.sorted { $0.key.letter < $1.key.letter }.filter { $0.value > 0 }
    if !entered.isEmpty {
      let list = entered.map { "\($0.value) \($0.key.words[language])" }.joined(separator: ", ")
      try session.say(Words("  also new: \(list)", "  另新增：\(list)", "  另新增：\(list)"))
    }
  }

  private func sayExamples(_ file: ImportedFile) throws {
    guard report.isDryRun else { return }
    for record in file.madeExamples {
      let values = record.values.map { "\($0.field)=\($0.text)" }.joined(separator: " ")
      try session.console.say("  + \(record.name)  \(values)")
    }
    for change in file.changes {
      try session.console.say("  ~ \(change.ref) \(change.field): \(change.old) → \(change.new)")
    }
  }

  private func sayTrouble(_ file: ImportedFile) {
    let language = session.crm.language
    for row in file.rejections {
      session.console.notice(
        "  \(file.path):\(row.line): \(row.refusal.words(language))")
    }
    for issue in file.cardIssues {
      session.console.notice("  \(file.path):\(issue.line): \(issue.message[language])")
    }
    if let path = file.rejectedPath {
      session.notice(
        Words(
          "  rejected rows: \(path) (mend and import it again)", "  被拒的行：\(path)（改正后再导入）",
          "  被拒的行：\(path)（改正後再匯入）"))
    }
    for kept in file.kept {
      session.notice(
        Words(
          "  \(kept.ref) \(kept.field): stays \(kept.old) (the file says \(kept.new))",
          "  \(kept.ref) \(kept.field)：保留 \(kept.old)（文件为 \(kept.new)）",
          "  \(kept.ref) \(kept.field)：保留 \(kept.old)（檔案為 \(kept.new)）"))
    }
    for note in file.notes { session.notice(note.words) }
    guard file.possibleDuplicates > 0 else { return }
    let count = file.possibleDuplicates
    session.notice(
      Words(
        "  \(count) may be known already:", "  可能重复\(count)条：", "  可能重複\(count)條："))
    for duplicate in file.duplicates.prefix(5) {
      session.console.notice(
        "    \(duplicate.made.ref) \(duplicate.made.name) = \(duplicate.known.ref) "
          + duplicate.known.name)
    }
  }
}

extension ImportNote {
  fileprivate var words: Words {
    switch self {
    case .relationWithoutOwner:
      Words(
        "  there is a column of relations: say whose with owner=me", "  有关系列：请用 owner=me 说明是谁的关系",
        "  有關係列：請用 owner=me 說明是誰的關係")
    }
  }
}
