internal import Leadline

extension Command {
  private static let editable: [RecordKind] = [
    .lead, .contact, .organisation, .staff, .activity, .followUp,
  ]

  static let set = Command(
    Signature(
      "set", aliases: ["改", "修改"], slots: [Slot("WHICH", .which(editable))],
      assignable: Field.united(
        Field.givenLeads, Field.givenContacts, Field.givenOrganisations, Field.givenActivities,
        Field.givenFollowUps), subject: .lead),
    .pipeline, Words("changes fields of records", "修改字段", "修改欄位"),
    examples: [
      "set L42 agreed=8000万 on=2022-11-25", "set L42 owner=李娜 tag+=苏南", "set C7 phone+=13900001111",
      "set @1-3 owner=李娜", "set stage:intent owner:王伟 owner=李娜 --yes",
    ],
    details: """
      += and -= add to a list and take from it; field=none takes a value away. expected, agreed, \
      total, owner, department and shares hold from a day on (on=, today by default). A lead that \
      goes to another department is shared no more, unless the line gives its shares too.
      """
  ) { parsed, session in
    let refs = try session.records(parsed)
    guard !parsed.assigns.isEmpty else {
      throw CommandError.missing("FIELD=VALUE", example: "set L42 owner=李娜")
    }
    try session.confirm(refs, parsed)
    let kinds = Set(refs.map(\.kind))
    let isActivity = kinds == [.activity]
    let day = isActivity ? nil : try session.day("on", parsed)
    var changes: [RecordKind: [Change]] = [:]
    for kind in kinds {
      let own = refs.filter { $0.kind == kind }
      changes[kind] = try session.changes(
        parsed, for: kind, leaving: isActivity ? [] : ["on"], on: own)
    }
    let movesAway = changes[.lead]?.contains { $0.field.name == "department" } == true
    let shared = movesAway ? try session.shares(of: refs, on: day) : [:]
    let written = try session.crm.set(
      refs.map { (ref: $0, changes: changes[$0.kind] ?? []) }, from: day, line: session.line)
    for kind in kinds.sorted(by: { $0.letter < $1.letter }) {
      try report(
        refs.filter { $0.kind == kind }, changes[kind] ?? [], isChanged: written.entry != nil,
        session)
    }
    let left = shared.isEmpty ? [:] : try session.shares(of: refs, on: day)
    for (ref, shares) in shared.sorted(by: { $0.key.number < $1.key.number })
    where left[ref] == nil {
      let (label, list) = (try session.label(ref), Printable.escaping(shares))
      session.notice(
        Words(
          "\(label): was shared \(list); the shares end, to keep them give shares= too",
          "\(label)：原份额 \(list) 就此终止；如需保留，请同时写 shares=",
          "\(label)：原份額 \(list) 就此終止；如需保留，請同時寫 shares="))
    }
  }

  private static func report(
    _ refs: [Ref], _ changes: [Change], isChanged: Bool, _ session: Session
  ) throws {
    let values = try changes.map { change in
      let column = session.crm.columns([change.field])[0]
      return "\(column.heading)=\(try EchoText(session.crm).text(change.value, in: column))"
    }.joined(separator: " ")
    for ref in refs.prefix(20) {
      let label = try session.label(ref)
      try session.say(
        isChanged
          ? Words("\(label): \(values)", "\(label)：\(values)", "\(label)：\(values)")
          : Words("\(label): unchanged", "\(label)：没有变化", "\(label)：沒有變化"))
    }
    if refs.count > 20 { try session.console.say("… \(refs.count - 20) more") }
  }

  static let receipt = Command(
    Signature(
      "receipt", aliases: ["到账", "到帳"],
      slots: [Slot("WHICH", .which([.lead])), Slot("AMOUNT", .amount)], assignable: [.on],
      subject: .lead),
    .pipeline, Words("records money that arrived", "记录到账资金", "記錄到帳資金"),
    examples: ["receipt L42 2000万", "receipt L42 3mUSD on=2022-11-25", "receipt L42 500万 -- 第二期"]
  ) { parsed, session in
    let ref = try session.record(parsed, slot: "WHICH", example: "receipt L42 2000万")
    guard let money = try amount(parsed, of: ref, session) else { return }
    let day = try session.day("on", parsed)
    try session.crm.receive(money, for: ref, on: day, note: parsed.text, line: session.line)
    let label = try session.label(ref)
    let when = DayWords(today: session.crm.today)
      .echo(day ?? session.crm.today, language: session.crm.language)
    try session.say(
      Words(
        "\(label): \(money) arrived, \(when)", "\(label)：\(money) 到账，\(when)",
        "\(label)：\(money) 到帳，\(when)"))
  }

  /// The amount of the line; without a currency it is in the lead's own.
  private static func amount(
    _ parsed: ParsedLine, of lead: Ref, _ session: Session
  ) throws -> Money? {
    guard case .money(let money)? = parsed.slots["AMOUNT"] else { return nil }
    let currency = try session.currency(of: [lead])
    guard let place = parsed.places["AMOUNT"], currency != session.crm.currency else {
      return money
    }
    let typed = parsed.line[place].filter { !"\"'“”「」".contains($0) }
    return try AmountWords(currency: currency).money(String(typed))
  }

  static let amend = Command(
    Signature(
      "amend", aliases: ["更正"],
      slots: [
        Slot("WHICH", .which([.lead])), Slot("NUMBER", .text, isRequired: false),
      ], assignable: [.on, .reasonGiven], subject: .lead),
    .pipeline,
    Words(
      "mends the day or the reason of an old move", "更正以往流转的日期或原因", "更正以往流轉的日期或原因"),
    examples: [
      "amend L42 on=2022-11-05", "amend L42 2 on=2022-11-05 -- the contract says the 5th",
    ],
    details: "NUMBER is the move's, as history shows it; the last where left out."
  ) { parsed, session in
    let ref = try session.record(parsed, slot: "WHICH", example: "amend L42 2 on=2022-11-05")
    var number: Int?
    if case .text(let text)? = parsed.slots["NUMBER"] {
      guard let value = Int(text) else { throw CommandError.badNumber(text, option: "NUMBER") }
      number = value
    }
    let day = try session.day("on", parsed)
    let reason = try session.reason(parsed)
    guard day != nil || reason != nil else {
      throw CommandError.missing("on=DAY", example: "amend \(ref) on=2022-11-05")
    }
    try session.crm.amend(ref, move: number, day: day, reason: reason, line: session.line)
    let label = try session.label(ref)
    try session.say(Words("\(label): amended", "\(label)：已更正", "\(label)：已更正"))
  }

  static let delete = Command(
    Signature(
      "delete", aliases: ["删除", "刪除"],
      slots: [
        Slot("WHICH", .which(editable + [.department, .section]))
      ], options: [Option("--with")], subject: .lead),
    .pipeline, Words("removes a record", "删除记录", "刪除記錄"),
    examples: ["delete L42", "delete C7 --with"],
    details: """
      Refused while something else refers to it, unless --with: then those lose the reference, \
      or go too where they are nothing without it. undo brings everything back.
      """
  ) { parsed, session in
    let refs = try session.records(parsed)
    try session.confirm(refs, parsed)
    let labels = try refs.map(session.label)
    try session.crm.delete(refs, includingReferrers: session.has("--with"), line: session.line)
    for label in labels.prefix(20) {
      try session.say(Words("\(label): deleted", "\(label)：已删除", "\(label)：已刪除"))
    }
    if labels.count > 20 { try session.console.say("… \(labels.count - 20) more") }
  }
}

extension Session {
  /// How those of the records are shared that are, on a day (today where nil).
  fileprivate func shares(of refs: [Ref], on day: Day?) throws -> [Ref: String] {
    let fields = Field.leads(crm.pipeline)
    guard let id = fields.first(where: { $0.name == "id" }),
      let field = fields.first(where: { $0.name == "shares" })
    else { return [:] }
    let isShared = Filter.and([
      .term(Term(id, .anyOf([.records(refs)]))), .term(Term(field, .isAny)),
    ])
    var shared: [Ref: String] = [:]
    try crm.at(day ?? crm.today) {
      try crm.list(Selection(.lead, fields: [field], filter: isShared)) { ref, values in
        if case .list(let parts) = values[0] { shared[ref] = parts.joined(separator: ", ") }
        return true
      }
    }
    return shared
  }
}
