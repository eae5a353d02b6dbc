internal import Leadline

extension Command {
  static let ask = Command(
    Signature(
      "ask", aliases: ["托人", "託人", "托请"],
      slots: [
        Slot("WHO", .which([.contact, .staff])),
        Slot("FOR", .which([.contact, .organisation, .lead]), isRequired: false),
      ], assignable: [.resultGiven, .byGiven, .on]),
    .network,
    Words(
      "records who was asked for an introduction, and what came of it", "记录托了谁引荐、结果如何",
      "記錄託了誰引薦、結果如何"),
    examples: [
      "ask C7 台达电子 -- 请他约董事长见面", "ask C7 台达电子 result=introduced",
      "ask 李强 L42 by=李娜 on=yesterday result=refused", "contacts asked:1.. --sort -asked",
    ],
    details: """
      WHO was asked, by you or by=; for a contact, an organisation or a lead. A result (open, \
      agreed, introduced, refused, no-answer) ends the open ask for the same, and goes on with one \
      that was agreed to. It is not a touch: it warms no tie and restarts no clock; log the call \
      that it took. Who was asked \
      \(AskScale.standard.recent) times within \(AskScale.standard.days) days, or \
      \(AskScale.standard.ever) times in all, is marked in ties, path and untapped. show C7 lists \
      the asks; nobody is asked who is marked ask=no.
      """
  ) { parsed, session in
    let who = try session.record(parsed, slot: "WHO", example: "ask C7 台达电子")
    let wanted = try session.record(parsed, slot: "FOR")
    var result: String?
    if case .choice(let id)? = try session.parameter("result", parsed) { result = id }
    let written = try session.crm.ask(
      who, for: wanted, by: try session.asker(parsed), result: result,
      on: try session.day("on", parsed), note: parsed.text, line: session.line)
    try report(written.result, session)
  }

  private static func report(_ done: RecordedAsk, _ session: Session) throws {
    try session.console.say(AskText(session.crm.language).line(done.ask))
    guard done.isOften, !done.ended else { return }
    let label = try session.label(done.ask.asked.ref)
    let count = done.count.words
    session.notice(
      Words(
        "\(label) was \(count.english): think of somebody else (path TARGET)",
        "\(label) \(count.simplified)：请考虑另托他人（path 目标）",
        "\(label) \(count.traditional)：請考慮另託他人（path 目標）"))
  }
}

/// An ask in words.
struct AskText {
  let language: Language

  init(_ language: Language) { self.language = language }

  /// `2026-11-20  C7 赵敏 asked by S1 王伟 for O2 台达电子: agreed 2026-11-22 – note`.
  func line(_ ask: Ask) -> String { "\(ask.day)  \(words(ask))" }

  /// The same without the day.
  func words(_ ask: Ask) -> String {
    let asked = name(ask.asked)
    let asker = ask.asker.map(name)
    let wanted = ask.wanted.map(name)
    let words = Words(
      "\(asked) asked" + (asker.map { " by \($0)" } ?? "") + (wanted.map { " for \($0)" } ?? ""),
      (asker.map { "\($0) " } ?? "") + "托请 \(asked)" + (wanted.map { " 引荐 \($0)" } ?? ""),
      (asker.map { "\($0) " } ?? "") + "託請 \(asked)" + (wanted.map { " 引薦 \($0)" } ?? ""))
    let answered = ask.answered.map { $0 == ask.day ? "" : " \($0)" } ?? ""
    let note = ask.note.map { " – \(Printable.escaping($0))" } ?? ""
    return "\(words[language])\(language.colon)"
      + ask.resultWords[language] + answered + note
  }

  private func name(_ record: NamedRef) -> String {
    "\(record.ref) \(Printable.escaping(record.name))"
  }
}

extension Session {
  /// The member of staff that `by=` names; nil for the user.
  fileprivate func asker(_ parsed: ParsedLine) throws -> Ref? {
    switch try parameter("by", parsed) {
    case .record(let ref, _)?: ref
    case .text(let name)?: try crm.record([.staff], named: name).ref
    default: nil
    }
  }
}

extension Field {
  static let resultGiven = Field(
    .contact, "result", Words("result", "结果", "結果"), .choice(Choices.askResults))
  /// The member of staff who did it.
  static let byGiven = Field(.contact, "by", Words("by", "经办人", "經辦人"), .record(.staff))
}
