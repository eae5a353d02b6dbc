internal import Leadline

extension Command {
  static let move = Command(
    Signature(
      "move", aliases: ["推进", "推進"],
      slots: [Slot("WHICH", .which([.lead])), Slot("STAGE", .stage)],
      assignable: Field.united([.on, .reasonGiven, .receiptGiven], Field.givenLeads),
      options: [Option("--skip")], subject: .lead),
    .pipeline,
    Words(
      "moves a lead to a stage", "把线索推进到某一阶段", "把線索推進到某一階段"),
    examples: [
      "move L42 signed agreed=6000万 org=台达电子（苏州）有限公司 on=yesterday",
      "move L42 started total=1.2亿 site=港口园区", "move L42 funded receipt=2000万",
      "move L42 started --skip reason='signed and started in one week' agreed=5000万 total=8000万 site=港区",
      "move L42 intent reason='the contract was withdrawn'",
    ],
    details: """
      A stage asks for facts, and for those of every stage before it; what is missing is named, \
      and asked for at the prompt. More than one stage on needs --skip and a reason; a step back \
      needs a reason. A move has a business day (on=, today by default), not before the lead's \
      last move.
      """
  ) { parsed, session in
    guard case .stage(let stage)? = parsed.slots["STAGE"] else { return }
    let refs = try session.records(parsed)
    try session.confirm(refs, parsed)
    let reason = try session.text("reason", parsed)
    let skips = session.has("--skip")
    // Text alone is a note; with --skip, or for a step back, it is the reason.
    let givesReason = try skips || refs.contains { try session.crm.isBack($0, to: stage) }
    let request = MoveRequest(
      stage: stage, day: try session.day("on", parsed),
      changes: try session.changes(parsed, for: .lead, leaving: ["on", "reason"], on: refs),
      consent: Consent(skips: skips, reason: reason ?? (givesReason ? parsed.text : nil)),
      note: reason == nil && givesReason ? nil : parsed.text)
    try request.run(refs, session)
  }

  static let lose = closing(
    "lose", ["流失"], .lost, Words("records that a lead is lost", "记录线索流失", "記錄線索流失"),
    examples: ["lose L42 -- 土地价格谈不拢", "lose L42 reason='chose another city' on=2022-11-20"])

  static let shelve = closing(
    "shelve", ["搁置", "擱置"], .shelved,
    Words("puts a lead aside", "搁置线索", "擱置線索"),
    examples: ["shelve L42 -- 等待省里批复"])

  private static func closing(
    _ name: String, _ aliases: [String], _ outcome: Outcome, _ summary: Words,
    examples: [String]
  ) -> Command {
    Command(
      Signature(
        name, aliases: aliases, slots: [Slot("WHICH", .which([.lead]))],
        assignable: [.on, .reasonGiven], subject: .lead),
      .pipeline, summary, examples: examples,
      details: "A reason is needed: after --, or as reason=."
    ) { parsed, session in
      let refs = try session.records(parsed)
      try session.confirm(refs, parsed)
      let written = try session.crm.close(
        refs, as: outcome, on: try session.day("on", parsed),
        reason: try session.reason(parsed), line: session.line)
      try session.report(refs, written.result)
    }
  }

  static let reopen = Command(
    Signature(
      "reopen", aliases: ["重启", "重啟"], slots: [Slot("WHICH", .which([.lead]))],
      assignable: [.on, .reasonGiven], subject: .lead),
    .pipeline,
    Words("takes up a lost or shelved lead again", "重启流失或搁置的线索", "重啟流失或擱置的線索"),
    examples: ["reopen L42 -- 对方重新来电"]
  ) { parsed, session in
    let refs = try session.records(parsed)
    try session.confirm(refs, parsed)
    let written = try session.crm.reopen(
      refs, on: try session.day("on", parsed), reason: try session.reason(parsed),
      line: session.line)
    try session.report(refs, written.result)
  }
}

/// A move as a line asks for it, completed by questions where somebody can answer.
private struct MoveRequest {
  let stage: String
  let day: Day?
  var changes: [Change]
  let consent: Consent
  let note: String?

  func run(_ refs: [Ref], _ session: Session) throws {
    var request = self
    while true {
      do {
        let written = try session.crm.move(
          refs, to: request.stage, on: request.day, changes: request.changes,
          consent: request.consent, note: request.note, line: session.line)
        return try session.report(refs, written.result)
      } catch CRMError.transition(.missing(let lead, let missing, let stage))
        where refs.count == 1 && session.questions != nil
      {
        let label = try session.label(lead)
        let name = session.crm.pipeline.stage(stage)?.words ?? Words(stage, stage, stage)
        session.notice(
          Words(
            "\(label): \(name.english) still needs \(missing.count) more",
            "\(label)：进入\(name.simplified)还缺\(missing.count)项",
            "\(label)：進入\(name.traditional)還缺\(missing.count)項"))
        request.changes += try Questionnaire(session).ask(
          missing.map(\.field), of: .lead, besides: [], isRequired: true)
      }
    }
  }
}

extension Session {
  /// The reason that a line gives: `reason=`, else the text after ` -- `.
  func reason(_ parsed: ParsedLine) throws -> String? {
    try text("reason", parsed) ?? parsed.text
  }

  /// Says where leads have come to.
  func report(_ refs: [Ref], _ moves: [Move]) throws {
    for (ref, move) in zip(refs, moves) {
      let label = try label(ref)
      let stage = crm.pipeline.stage(move.to)?.words ?? Words(move.to, move.to, move.to)
      let day = DayWords(today: crm.today).echo(move.day, language: crm.language)
      let kind = move.kind.words
      let mark = move.from == move.to ? Words(" at ", "，阶段", "，階段") : Words(" → ", " → ", " → ")
      try say(
        Words(
          "\(label): \(kind.english)\(mark.english)\(stage.english), \(day)",
          "\(label)：\(kind.simplified)\(mark.simplified)\(stage.simplified)，\(day)",
          "\(label)：\(kind.traditional)\(mark.traditional)\(stage.traditional)，\(day)"))
    }
  }
}
