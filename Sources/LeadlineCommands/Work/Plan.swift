internal import Leadline

extension Command {
  static let plan = planning(
    "plan", ["待办", "待辦", "计划"], promise: false,
    Words("plans a follow-up", "安排待办", "安排待辦"),
    examples: [
      "plan L42 fri -- send the power price", "plan C7 下周三 -- 回电话",
      "plan L42 +3d every=14d while=intent -- call",
    ])

  static let promise = planning(
    "promise", ["承诺", "承諾"], promise: true,
    Words("records what we owe an investor", "记录对客商的承诺", "記錄對客商的承諾"),
    examples: ["promise L42 月底 -- 落实用电价格", "promise L42 2026-12-05 who=李娜 -- land survey"])

  private static func planning(
    _ name: String, _ aliases: [String], promise: Bool, _ summary: Words, examples: [String]
  ) -> Command {
    Command(
      Signature(
        name, aliases: aliases,
        slots: [Slot("WHICH", .which([.lead, .contact])), Slot("DAY", .day(.forward))],
        assignable: Field.united(
          [.on], Field.givenFollowUps.filter { $0.name != "due" }, [.whileGiven])),
      .work, summary, examples: examples,
      details: "every=14d makes it come again that many days after it was done."
    ) { parsed, session in
      guard case .day(let due)? = parsed.slots["DAY"] else { return }
      let refs = try session.records(parsed)
      try session.confirm(refs, parsed)
      let changes = try session.changes(parsed, for: .followUp, leaving: ["on", "what", "while"])
      var stage: String?
      if case .choice(let id)? = try session.parameter("while", parsed) { stage = id }
      guard let what = try what(parsed, session) else {
        throw CommandError.missing(
          "WHAT", example: "\(name) \(refs.first.map { "\($0)" } ?? "L42") fri -- …")
      }
      let written = try session.crm.plan(
        what, for: refs, due: due, promise: promise, on: try session.day("on", parsed),
        changes: changes, whileAt: stage, line: session.line)
      for (planned, ref) in zip(written.result, refs) {
        try report(planned, ref, due, session)
      }
    }
  }

  private static func what(_ parsed: ParsedLine, _ session: Session) throws -> String? {
    if let text = parsed.text, !text.isEmpty { return text }
    if let text = try session.text("what", parsed) { return text }
    guard let dialogue = session.console.dialogue else { return nil }
    let question = Words("what: ", "事项：", "事項：")[session.crm.language]
    guard case .text(let text) = dialogue.ask(question, prefill: "") else {
      throw CommandError.left
    }
    return text.isEmpty ? nil : text
  }

  private static func report(_ planned: Ref, _ ref: Ref, _ due: Day, _ session: Session) throws {
    let day = DayWords(today: session.crm.today).echo(due, language: session.crm.language)
    let label = try session.label(ref)
    try session.say(
      Words(
        "\(planned) for \(label), due \(day)", "\(planned) \(label)，\(day)到期",
        "\(planned) \(label)，\(day)到期"))
  }

  static let snooze = Command(
    Signature(
      "snooze", aliases: ["推迟", "推遲"],
      slots: [Slot("WHICH", .which([.followUp])), Slot("DAY", .day(.forward))]),
    .work, Words("puts a follow-up off", "推迟待办", "推遲待辦"),
    examples: ["snooze F3 mon", "snooze @1-3 +3d"]
  ) { parsed, session in
    guard case .day(let due)? = parsed.slots["DAY"] else { return }
    let refs = try session.records(parsed)
    try session.crm.snooze(refs, to: due, line: session.line)
    let day = DayWords(today: session.crm.today).echo(due, language: session.crm.language)
    for ref in refs {
      let label = try session.label(ref)
      try session.say(
        Words("\(label): due \(day)", "\(label)：\(day)到期", "\(label)：\(day)到期"))
    }
  }
}
