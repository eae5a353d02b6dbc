internal import Leadline

extension Command {
  static let done = Command(
    Signature(
      "done", aliases: ["完成"],
      slots: [
        Slot("WHICH", .which([.followUp])),
        Slot("KIND", .choice(Choices.activityKinds), isRequired: false),
      ],
      assignable: Field.united(
        [.on, .nextGiven], Field.givenFollowUps.filter { $0.name == "what" })),
    .work,
    Words(
      "finishes a follow-up: what happened, and what is next", "完成待办：结果与下一步",
      "完成待辦：結果與下一步"),
    examples: [
      "done F3", "done F3 call -- he agrees to the price",
      "done F3 call next=fri what='send the contract' -- he agrees",
    ],
    details: """
      KIND logs what was done as an activity with the lead or contact. next=DAY what=TEXT plans \
      the next follow-up. At the prompt both are asked for in one line.
      """
  ) { parsed, session in
    let refs = try session.records(parsed)
    let outcome = try Finished(parsed, refs, session)
    try outcome.write(session)
  }

  static let cancel = Command(
    Signature(
      "cancel", aliases: ["取消"], slots: [Slot("WHICH", .which([.followUp]))],
      assignable: [.on]),
    .work, Words("drops a follow-up", "取消待办", "取消待辦"),
    examples: ["cancel F3 -- he left the firm"]
  ) { parsed, session in
    let refs = try session.records(parsed)
    try session.confirm(refs, parsed)
    try session.crm.cancel(
      refs, on: try session.day("on", parsed), result: parsed.text, line: session.line)
    for ref in refs {
      let label = try session.label(ref)
      try session.say(Words("\(label): cancelled", "\(label)：已取消", "\(label)：已取消"))
    }
  }
}

/// What finishing follow-ups led to, as the line or the answer to one question says.
private struct Finished {
  let refs: [Ref]
  let day: Day?
  var kind: String?
  var result: String?
  var next: Day?
  var what: String?

  init(_ parsed: ParsedLine, _ refs: [Ref], _ session: Session) throws {
    self.refs = refs
    day = try session.day("on", parsed)
    if case .choice(let id)? = parsed.slots["KIND"] { kind = id }
    result = parsed.text
    next = try session.day("next", parsed)
    what = try session.text("what", parsed)
    if result == nil, kind == nil, next == nil, let dialogue = session.console.dialogue {
      try ask(dialogue, session)
    }
    if next != nil, what == nil {
      throw CommandError.missing("what", example: "done F3 next=fri what='send the contract'")
    }
  }

  /// One line: `[KIND] what happened [; DAY what is next]`.
  private mutating func ask(_ dialogue: any Dialogue, _ session: Session) throws {
    let question = Words(
      "what happened, and what is next? (call he agrees; fri send the contract) ",
      "结果如何，下一步？（电话 对方同意；周五 寄合同）", "結果如何，下一步？（電話 對方同意；週五 寄合同）")
    guard case .text(let answer) = dialogue.ask(question[session.crm.language], prefill: "") else {
      throw CommandError.left
    }
    let parts = answer.split(separator: /[;；]/, maxSplits: 1).map {
      $0.split(separator: " ").map(String.init)
    }
    var happened = parts.first ?? []
    if let first = happened.first, let known = Self.activityKind(first) {
      kind = known
      happened.removeFirst()
    }
    result = happened.isEmpty ? nil : happened.joined(separator: " ")
    if parts.count > 1, let first = parts[1].first {
      next = try DayWords(today: session.crm.today).day(first, looking: .forward)
      what = parts[1].dropFirst().joined(separator: " ")
      if what?.isEmpty == true { what = nil }
    }
  }

  private static func activityKind(_ word: String) -> String? {
    let fold = Fold.text(word)
    return Choices.activityKinds.first { choice in
      (choice.words.all + choice.aliases).contains { Fold.text($0) == fold }
    }?.id
  }

  func write(_ session: Session) throws {
    let outcome = FollowUpOutcome(
      result: result, activity: kind, next: next.flatMap { day in what.map { (day, $0) } })
    let written = try session.crm.complete(refs, outcome, on: day, line: session.line)
    for ref in refs {
      let label = try session.label(ref)
      try session.say(Words("\(label): done", "\(label)：已完成", "\(label)：已完成"))
    }
    for ref in written.result {
      let label = try session.label(ref)
      guard let due = try session.crm.due(of: ref) else { continue }
      let day = DayWords(today: session.crm.today).echo(due, language: session.crm.language)
      try session.say(
        Words("next: \(label), due \(day)", "下一步：\(label)，\(day)到期", "下一步：\(label)，\(day)到期"))
    }
  }
}
