internal import Leadline
internal import LeadlineInterchange

/// The history of a record as a table.
struct HistoryTable {
  let crm: CRM

  init(_ crm: CRM) { self.crm = crm }

  func show(_ ref: Ref, _ session: Session) throws {
    let events = try crm.history(of: ref)
    let request = try session.tableRequest()
    try session.console.table(request) { writer in
      try writer.begin(columns)
      for event in events { try writer.row(row(event, ref)) }
      try writer.end()
    }
    if events.isEmpty {
      session.notice(Words("no history", "没有经过", "沒有經過"))
    }
  }

  private var columns: [ReportColumn] {
    let headings: [(String, Words, FieldType)] = [
      ("day", Words("day", "日期", "日期"), .day(.back)),
      ("what", Words("what", "事件", "事件"), .text),
      ("detail", Words("detail", "说明", "說明"), .text),
      ("by", Words("by", "记录人", "記錄人"), .text),
      ("recorded", Words("recorded", "记录时间", "記錄時間"), .text),
      ("entry", Words("entry", "日志", "日誌"), .text),
    ]
    return headings.map {
      ReportColumn(id: $0.0, heading: $0.1[crm.language], type: $0.2)
    }
  }

  private func row(_ event: HistoryEvent, _ ref: Ref) throws -> [FieldValue] {
    let (what, detail) = try words(event.what, ref)
    return [
      .day(event.day), .text(what), .text(detail), .text(event.actor ?? ""),
      .text(String(event.recorded.prefix(16)).replacing("T", with: " ")),
      .text("J\(event.entry)"),
    ]
  }

  private func words(_ what: HistoryEvent.What, _ ref: Ref) throws -> (String, String) {
    let language = crm.language
    switch what {
    case .move(let number, let move, let note):
      let stage = crm.pipeline.stage(move.to)?.words[language] ?? move.to
      let parts = ["\(number)", move.reason, note].compactMap(\.self).filter { !$0.isEmpty }
      return (
        "\(move.kind.words[language]) → \(stage)",
        Words("move ", "第", "第")[language] + parts.joined(separator: ": ")
      )
    case .figure(let name, let value):
      let field = Field.leads(crm.pipeline).first { $0.name == name.rawValue }
      return (field?.words[language] ?? name.rawValue, try figure(name, value, ref))
    case .share(let department, let part):
      let name = try department.map { try crm.named(Ref(.department, $0)).name + " " + part }
      return (
        Words("share", "份额", "份額")[language], name ?? Words("none", "无", "無")[language]
      )
    case .receipt(let amount, let note):
      let money = Money(minorUnits: amount, currency: try crm.currency(of: ref))
      return (Words("receipt", "到账", "到帳")[language], "\(money)\(note.map { ": \($0)" } ?? "")")
    case .activity(let ref, let kind, let failed, let note):
      let name = StallReason.touchWords(kind)[language]
      let failure = failed ? Words(" (failed)", "（未成）", "（未成）")[language] : ""
      return (name + failure, "\(ref)\(note.map { ": \($0)" } ?? "")")
    case .planned(let ref, let what, let due):
      return (Words("planned", "安排", "安排")[language], "\(ref): \(what) (\(due))")
    case .finished(let ref, let what, let outcome, let result):
      let name = Choices.followUpOutcomes.first { $0.id == outcome }?.words[language] ?? outcome
      return (name, "\(ref): \(what)\(result.map { " – \($0)" } ?? "")")
    case .asked(let ask):
      return (Words("ask", "托请", "託請")[language], AskText(language).words(ask))
    }
  }

  private func figure(
    _ name: LeadLog.DatedFact.Name, _ value: Int64?, _ ref: Ref
  ) throws -> String {
    guard let value else { return Words("none", "无", "無")[crm.language] }
    switch name {
    case .owner: return try crm.personName(value)
    case .department: return try crm.named(Ref(.department, value)).name
    case .expected, .agreed, .total:
      return "\(Money(minorUnits: value, currency: try crm.currency(of: ref)))"
    }
  }
}

extension Move.Kind {
  /// What happened, in a word.
  var words: Words {
    switch self {
    case .enter: Words("entered", "录入", "錄入")
    case .advance: Words("advanced", "推进", "推進")
    case .skip: Words("skipped", "跳级推进", "跳級推進")
    case .back: Words("stepped back", "退回", "退回")
    case .lose: Words("lost", "流失", "流失")
    case .shelve: Words("shelved", "搁置", "擱置")
    case .reopen: Words("reopened", "重启", "重啟")
    }
  }
}
