internal import LeadlineInterchange
public import LeadlineModel
internal import LeadlineQuery

extension ImportedFile {
  /// What became of the file, in one line.
  public func summary(_ language: Language, isDryRun: Bool = false) -> String {
    let made = isDryRun ? Words("would be made", "将新增", "將新增") : Words("made", "新增", "新增")
    let changed =
      isDryRun ? Words("would change", "将更改", "將更改") : Words("changed", "更改", "更改")
    let counts: [(Int, Words)] = [
      (self.made, made), (self.changed, changed), (unchanged, Words("unchanged", "未变", "未變")),
      (repeated, Words("repeated", "重复行", "重複列")), (skipped, Words("left out", "略过", "略過")),
      (rejected, Words("rejected", "未能导入", "未能匯入")),
    ]
    let parts = counts.filter { $0.0 > 0 }.map { count, words in
      language == .english ? "\(count) \(words.english)" : "\(words[language]) \(count)"
    }
    let list = parts.joined(separator: language.comma)
    let head = "\(path): \(rows) \(kind.plural[language])"
    return list.isEmpty ? head : "\(head): \(list)"
  }

  /// What was recognised, and what should be known besides, a line each.
  public func remarks(_ language: Language) -> [String] {
    var lines: [String] = []
    let fields = columns.compactMap { $0.recognised }
    if !fields.isEmpty {
      lines.append(
        Words("columns: ", "识别的列：", "識別的欄：")[language] + fields.joined(separator: ", "))
    }
    lines += columns.compactMap { $0.remark?[language] }
    lines += notes.map { $0.words[language] }
    for (made, count) in entered.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      lines.append(
        Words(
          "also made: \(count) × \(made.words.english)", "另新增\(made.words.simplified) \(count)",
          "另新增\(made.words.traditional) \(count)")[language])
    }
    if acquainted > 0 {
      lines.append(
        Words(
          "ties added: \(acquainted), with contacts who were here already",
          "为原有联系人新增关系 \(acquainted)", "為原有聯絡人新增關係 \(acquainted)")[language])
    }
    lines += rejections.map { rejection in
      Words("line \(rejection.line): ", "第 \(rejection.line) 行：", "第 \(rejection.line) 行：")[
        language]
        + rejection.refusal.words(language)
    }
    if let rejectedPath {
      lines.append(
        Words(
          "rejected rows: \(rejectedPath) (mend them and import that file)",
          "未能导入的行：\(rejectedPath)（改好后再导入该文件）", "未能匯入的列：\(rejectedPath)（改好後再匯入該檔案）")[
            language])
    }
    return lines + keptLines(language) + cardLines(language) + duplicateLines(language)
  }

  private func keptLines(_ language: Language) -> [String] {
    kept.map { change in
      Words(
        "\(change.ref) keeps its \(change.field): it was moved here since (file: \(change.new))",
        "\(change.ref) 的 \(change.field) 保持不变：导入后这里已有变动（文件：\(change.new)）",
        "\(change.ref) 的 \(change.field) 保持不變：匯入後這裡已有變動（檔案：\(change.new)）")[language]
    }
  }

  private func cardLines(_ language: Language) -> [String] {
    cardIssues.prefix(Self.examplesKept).map { $0.message[language] }
  }

  private func duplicateLines(_ language: Language) -> [String] {
    guard possibleDuplicates > 0 else { return [] }
    let head = Words(
      "\(possibleDuplicates) may be known already (see duplicates):",
      "有 \(possibleDuplicates) 人可能已存在（见 duplicates）：",
      "有 \(possibleDuplicates) 人可能已存在（見 duplicates）：")
    return [head[language]]
      + duplicates.map { duplicate in
        let (known, made) = (duplicate.pair.first, duplicate.pair.second)
        let likeness = duplicate.pair.likeness
        return "  \(made.ref) \(made.name) = \(known.ref) \(known.name), \(likeness.percent): "
          + likeness.words(language)
      }
  }
}

extension ImportedColumn {
  /// `heading → field` where the column is taken.
  fileprivate var recognised: String? {
    switch role {
    case .field(let field) where Fold.text(heading) != field.name: "\(heading) → \(field.name)"
    case .key where Fold.text(heading) != "key": "\(heading) → key"
    default: nil
    }
  }

  /// What there is to say of a column that is not taken.
  fileprivate var remark: Words? {
    switch role {
    case .unknown(let nearest):
      unknown(nearest.first)
    case .repeats(let field):
      Words(
        "column '\(heading)' is passed over: another fills \(field.name)",
        "略过“\(heading)”列：\(field.name) 已有另一列", "略過「\(heading)」欄：\(field.name) 已有另一欄")
    case .computed(let field):
      Words(
        "column '\(heading)' is passed over: \(field.name) follows from other facts",
        "略过“\(heading)”列：\(field.name) 由其他内容得出",
        "略過「\(heading)」欄：\(field.name) 由其他內容得出")
    case .field, .key, .rowNumber, .error: nil
    }
  }

  private func unknown(_ nearest: String?) -> Words {
    let map = nearest.map { "\(heading)=\($0)" } ?? "\(heading)=…"
    return Words(
      "column '\(heading)' is not understood; to take it: --map \"\(map)\"",
      "不认识“\(heading)”列；要导入请加 --map \"\(map)\"",
      "不認識「\(heading)」欄；要匯入請加 --map \"\(map)\"")
  }
}

extension ImportNote {
  public var words: Words {
    switch self {
    case .relationWithoutOwner:
      Words(
        "the relations were not recorded: say whose they are, owner=me or owner=NAME",
        "关系没有记录：请说明是谁的关系，如 owner=me 或 owner=姓名",
        "關係沒有記錄：請說明是誰的關係，如 owner=me 或 owner=姓名")
    }
  }
}
