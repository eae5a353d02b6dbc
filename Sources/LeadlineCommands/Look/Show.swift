internal import Leadline
internal import LeadlineInterchange

extension Command {
  private static let kinds: [RecordKind] = [
    .lead, .contact, .organisation, .staff, .activity, .followUp, .department, .section,
  ]

  static let show = Command(
    Signature("show", aliases: ["看"], slots: [Slot("WHICH", .which(kinds))], subject: .lead),
    .look,
    Words(
      "shows everything known of a record", "显示一条记录的全部内容", "顯示一條記錄的全部內容"),
    examples: ["show L42", "show C7", "show 台达电子", "show @3"]
  ) { parsed, session in
    for ref in try session.records(parsed) { try show(ref, session) }
  }

  private static func show(_ ref: Ref, _ session: Session) throws {
    let crm = session.crm
    let fields = Field.of(ref.kind, in: crm.pipeline)
    guard !fields.isEmpty else { return try session.console.say(session.label(ref)) }
    guard let values = try crm.values(of: fields, for: ref) else {
      throw CRMError.noSuchRecord(ref)
    }
    var request = try session.tableRequest()
    if request.format == nil { request.format = .record }
    let known = zip(fields, values).filter { request.format != .record || !$0.1.isNone }
    try session.console.table(request) { writer in
      try writer.begin(crm.columns(known.map(\.0)))
      try writer.row(known.map(\.1))
      try writer.end()
    }
    guard request.format == .record, request.destination == .standard else { return }
    try ShownNetwork(session).show(ref)
    if ref.kind == .lead { try incomplete(ref, session) }
  }

  /// A lead that an import placed without the facts of its stage says so.
  private static func incomplete(_ lead: Ref, _ session: Session) throws {
    let missing = try session.crm.missingNow(lead)
    guard !missing.isEmpty else { return }
    let names = missing.map { $0.words[session.crm.language] }
    let list = names.joined(separator: session.crm.language.listComma)
    session.notice(
      Words(
        "incomplete: \(list) missing; the next move asks for it", "资料不全：缺\(list)；下次推进时须补齐",
        "資料不全：缺\(list)；下次推進時須補齊"))
  }

  static let history = Command(
    Signature(
      "history", aliases: ["历程", "歷程"],
      slots: [Slot("WHICH", .which([.lead, .contact, .staff]))], subject: .lead),
    .look,
    Words(
      "shows what happened when, and who recorded it", "显示经过及记录人", "顯示經過及記錄人"),
    examples: ["history L42", "history 张伟"]
  ) { parsed, session in
    for ref in try session.records(parsed) { try HistoryTable(session.crm).show(ref, session) }
  }

  static let next = Command(
    Signature("next", aliases: ["下一步"], slots: [Slot("WHICH", .which([.lead]))], subject: .lead),
    .look,
    Words(
      "shows the next step of a lead and what its next stage still lacks",
      "显示下一步及进入下一阶段还缺什么", "顯示下一步及進入下一階段還缺什麼"),
    examples: ["next L42"]
  ) { parsed, session in
    for ref in try session.records(parsed) { try NextStep(session).show(ref) }
  }
}

/// What a lead needs next, in words.
struct NextStep {
  let session: Session

  init(_ session: Session) { self.session = session }

  func show(_ lead: Ref) throws {
    let crm = session.crm
    let names = ["stage", "outcome", "next", "due"]
    let known = Field.leads(crm.pipeline)
    let fields = names.compactMap { name in known.first { $0.name == name } }
    guard let values = try crm.values(of: fields, for: lead) else {
      throw CRMError.noSuchRecord(lead)
    }
    let style = CellStyle(base: crm.currency, usesNames: true)
    let texts = zip(values, crm.columns(fields)).map {
      Printable.escaping(style.text($0.0, in: $0.1))
    }
    try session.console.say("\(try session.label(lead)): \(texts[0]), \(texts[1])")
    if texts[2].isEmpty {
      try session.say(
        Words(
          "nothing planned: plan \(lead) DAY -- WHAT", "无后续安排：plan \(lead) 日期 -- 事项",
          "無後續安排：plan \(lead) 日期 -- 事項"))
    } else {
      try session.say(
        Words(
          "next: \(texts[2]), due \(texts[3])", "下一步：\(texts[2])，\(texts[3])到期",
          "下一步：\(texts[2])，\(texts[3])到期"))
    }
    if values[1] == .choice("open") { try sayMissing(lead) }
  }

  private func sayMissing(_ lead: Ref) throws {
    guard let (stage, missing) = try session.crm.missingForNext(lead) else { return }
    let name = stage.words[session.crm.language]
    if missing.isEmpty {
      return try session.say(
        Words(
          "ready for \(name): move \(lead) \(stage.id)", "可以进入\(name)：move \(lead) \(stage.id)",
          "可以進入\(name)：move \(lead) \(stage.id)"))
    }
    try session.say(Words("\(name) still lacks:", "进入\(name)还缺：", "進入\(name)還缺："))
    for requirement in missing {
      try session.console.say(
        "  \(requirement.words[session.crm.language])  move \(lead) \(stage.id) "
          + "\(requirement.assignment)")
    }
  }
}
