internal import Leadline

extension Command {
  static let merge = Command(
    Signature(
      "merge", aliases: ["合并", "合併"],
      slots: [Slot("WHICH", .which([.contact, .organisation, .lead]))],
      options: [Option("--dry-run")]),
    .data,
    Words(
      "makes one record of several; the first survives", "合并记录，保留第一条", "合併記錄，保留第一條"),
    examples: ["merge C1 C2", "merge C1 C2 C3 --dry-run", "merge O3 O9 --yes", "merge @1"],
    details: """
      Phones, ties, activities, follow-ups and all else that refers to the others goes over to \
      the first. Where both have a value the first's stands and the other is written into the \
      note; lists are united. Of leads the first keeps its stages; what the others went through \
      is kept as a note in its history. What will happen is shown and confirmed. undo makes them \
      several again. Where they are not one: apart.
      """
  ) { parsed, session in
    let refs = try together(try session.groups(parsed))
    guard let survivor = refs.first, refs.count > 1 else {
      throw CommandError.missing("WHICH", example: "merge C1 C2")
    }
    let others = Array(refs.dropFirst())
    let isDry = session.has("--dry-run")
    let isAsked = !isDry && !session.isConfirmed
    if isDry || isAsked {
      let preview = MergeText(
        try session.crm.merge(others, into: survivor, isTrial: true).result, session.crm.language)
      if isDry {
        try session.console.say(preview.text)
        return try session.say(
          Words("dry run: nothing was written", "试运行：未写入", "試運行：未寫入"))
      }
      let question = Words("merge these \(refs.count)? [y/N] ", "合并？[y/N] ", "合併？[y/N] ")
      try session.confirm(question, after: preview.text, of: refs.count, parsed)
    }
    // The journal keeps the refs, so that it tells where a record went: rows of a list do not.
    let report = try session.crm.merge(others, into: survivor).result
    let text = MergeText(report, session.crm.language)
    try session.console.say(isAsked ? text.head[session.crm.language] : text.text)
  }

  /// The records of rows that are about one thing, each once. Pairs that have nothing in common are
  /// about several.
  private static func together(_ rows: [[Ref]]) throws -> [Ref] {
    var rest = rows
    var refs: [Ref] = []
    while let place = rest.firstIndex(where: { row in
      refs.isEmpty || row.count == 1 || row.contains(where: refs.contains)
    }) {
      for ref in rest.remove(at: place) where !refs.contains(ref) { refs.append(ref) }
    }
    guard rest.isEmpty else { throw CommandError.rowsApart(command: merge.signature.name) }
    return refs
  }
}

/// What a merge does, as a person reads it.
struct MergeText {
  private let report: MergeReport
  private let language: Language

  init(_ report: MergeReport, _ language: Language) {
    self.report = report
    self.language = language
  }

  var text: String {
    let lines = [head, moved, repeated, taken].compactMap { $0?[language] } + noted
    return lines.joined(separator: "\n")
  }

  var head: Words {
    let survivor = label(report.survivor)
    let merged = report.merged.map(label).joined(separator: ", ")
    return Words(
      "\(survivor) ← \(merged)", "\(survivor) ← \(merged)", "\(survivor) ← \(merged)")
  }

  private var moved: Words? {
    var counts: [Words: Int] = [:]
    for (table, count) in report.moved { counts[MergedRows.words(table), default: 0] += count }
    let list = counts.sorted { $0.key.english < $1.key.english }
    if list.isEmpty { return nil }
    return Words(
      "  taken over: " + list.map { "\($0.value) × \($0.key.english)" }.joined(separator: ", "),
      "  转入：" + list.map { "\($0.key.simplified) \($0.value)" }.joined(separator: "，"),
      "  轉入：" + list.map { "\($0.key.traditional) \($0.value)" }.joined(separator: "，"))
  }

  private var repeated: Words? {
    let count = report.repeated + report.between
    if count == 0 { return nil }
    return Words(
      "  said twice, or between the two: \(count)", "  重复或两者之间的：\(count)",
      "  重複或兩者之間的：\(count)")
  }

  private var taken: Words? {
    if report.taken.isEmpty { return nil }
    let list = Printable.escaping(
      report.taken.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        .joined(separator: " "))
    return Words("  new for it: \(list)", "  补充：\(list)", "  補充：\(list)")
  }

  private var noted: [String] {
    report.noted.map { text in
      Words("  into its note: ", "  写入备注：", "  寫入備註：")[language] + Printable.escaping(text)
    }
  }

  private func label(_ record: NamedRef) -> String {
    "\(record.ref) \(Printable.escaping(record.name))"
  }
}

/// What the rows of a table are to people.
private enum MergedRows {
  static func words(_ table: String) -> Words {
    known[table] ?? Words(table, table, table)
  }

  private static let known = [
    "person": Words("contact", "联系人", "聯絡人"), "phone": Words("phone", "电话", "電話"),
    "email": Words("e-mail", "邮箱", "信箱"), "affiliation": Words("affiliation", "履历", "履歷"),
    "tie": Words("tie", "关系", "關係"), "lead": Words("lead", "线索", "線索"),
    "lead_contact": Words("lead", "线索", "線索"), "figure": Words("figure", "金额", "金額"),
    "receipt": Words("receipt", "到账", "到帳"),
    "activity_lead": Words("activity", "跟进记录", "跟進記錄"),
    "activity_person": Words("activity", "跟进记录", "跟進記錄"),
    "activity_organisation": Words("activity", "跟进记录", "跟進記錄"),
    "follow_up": Words("follow-up", "待办", "待辦"),
    "organisation_alias": Words("other name", "别名", "別名"),
    "apart": Words("pair that is not the same", "并非同一的说明", "並非同一的說明"),
    "import_row": Words("line of an imported file", "导入行", "匯入列"),
  ]
}
