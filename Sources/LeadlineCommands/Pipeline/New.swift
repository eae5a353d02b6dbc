internal import Leadline

extension Command {
  private static let kinds: [(kind: RecordKind, choice: Choice)] = [
    (.lead, Choice("lead", Words("lead", "线索", "線索"), aliases: ["项目"])),
    (.contact, Choice("contact", Words("contact", "联系人", "聯絡人"))),
    (.organisation, Choice("org", Words("org", "单位", "單位"), aliases: ["organisation"])),
    (.staff, Choice("staff", Words("staff", "工作人员", "工作人員"))),
    (.department, Choice("department", Words("department", "部门", "部門"))),
    (.section, Choice("section", Words("section", "科室", "科室"))),
  ]

  /// What is said in two words rather than by a name, and has no number.
  private static let rate = Choice("rate", Words("rate", "汇率", "匯率"))

  static let new = Command(
    Signature(
      "new", aliases: ["新建", "新增"],
      slots: [
        Slot("KIND", .choice(kinds.map(\.choice) + [rate])),
        Slot("NAME", .text, isRequired: false, repeats: true),
      ],
      assignable: Field.united(
        Field.givenLeads, Field.givenContacts, Field.givenOrganisations, [.on, .contactGiven])),
    .pipeline,
    Words(
      "adds a lead, a contact, an organisation …", "新建线索、联系人、单位等",
      "新建線索、聯絡人、單位等"),
    examples: [
      "new lead 汽车电机项目 source=alumni org=台达电子 expected=5000万", "new lead from=C7",
      "new contact 张伟 org=台达电子 phone=13812344321 title=总经理",
      "new org 台达电子（苏州）有限公司 alias=台达", "new staff 李娜 department=商务局",
      "new department 商务局", "new section 招商一科 department=商务局",
      "new rate USD 7.1 on=2022-11-01",
    ],
    details: """
      Owner and department are yours where you name none. At the prompt the rest is asked for, \
      one question at a time: Enter leaves it out, < goes back, Ctrl-C leaves with nothing written. \
      A lead from= a contact has that contact, their organisation, the source and the introducer, \
      as the strongest way to them tells (see path), and is called after the organisation if you \
      do not name it.
      """
  ) { parsed, session in
    guard case .choice(let id)? = parsed.slots["KIND"] else { return }
    var name = ""
    if case .text(let text)? = parsed.slots["NAME"] { name = text }
    guard let kind = kinds.first(where: { $0.choice.id == id })?.kind else {
      return try addRate(name, parsed, session)
    }
    try add(kind, name, parsed, session)
  }

  private static func add(
    _ kind: RecordKind, _ name: String, _ parsed: ParsedLine, _ session: Session
  ) throws {
    switch kind {
    case .lead: try addLead(name, parsed, session)
    case .contact, .staff: try addPerson(kind, name, parsed, session)
    case .organisation: try addOrganisation(name, parsed, session)
    case .department:
      try report(try session.crm.newDepartment(name, line: session.line).result, session)
    default:
      guard let department = try session.text("department", parsed) else {
        throw CRMError.needsDepartment(section: name)
      }
      try report(
        try session.crm.newSection(name, of: department, line: session.line).result, session)
    }
  }

  private static func addLead(_ name: String, _ parsed: ParsedLine, _ session: Session) throws {
    let crm = session.crm
    var changes = try session.changes(parsed, for: .lead, leaving: ["created", "on", "from"])
    let opening = try session.opening(parsed)
    let filled = (opening?.changes ?? []).filter { own in
      !changes.contains { $0.field == own.field }
    }
    changes += filled
    if !name.isEmpty { changes.insert(.title(name), at: 0) }
    let asked = ["title", "org", "source", "contact", "expected", "sector"]
    changes += try Questionnaire(session).ask(
      asked, of: .lead, besides: changes, suggesting: opening.map { ["title": $0.title] } ?? [:])
    if let opening, !changes.contains(where: { $0.field.name == "title" }) {
      changes.insert(.title(opening.title), at: 0)
    }
    let day = try session.day("created", parsed) ?? session.day("on", parsed)
    while true {
      do {
        try report(try crm.newLead(changes, on: day, line: session.line).result, session)
        if let opening { try OpeningText(session).say(opening, filled) }
        return
      } catch CRMError.incompleteLead(let missing)
        where session.questions != nil
      {
        changes += try Questionnaire(session).ask(
          missing.map(\.field), of: .lead, besides: [], isRequired: true)
      }
    }
  }

  private static func addPerson(
    _ kind: RecordKind, _ name: String, _ parsed: ParsedLine, _ session: Session
  ) throws {
    var changes = try session.changes(parsed, for: kind, leaving: ["on"])
    var asked = ["org", "title", "phone", "email"]
    if name.isEmpty, !changes.contains(where: { $0.field.name == "name" }) {
      asked.insert("name", at: 0)
    }
    if kind == .contact {
      changes += try Questionnaire(session).ask(asked, of: .contact, besides: changes)
    }
    var given = name
    if given.isEmpty,
      case .text(let text)? = changes.last(where: { $0.field.name == "name" })?.value
    {
      given = text
    }
    changes.removeAll { $0.field.name == "name" }
    let written = try session.crm.newPerson(
      given, staff: kind == .staff, changes, line: session.line)
    try report(written.result, session)
  }

  private static func addOrganisation(
    _ name: String, _ parsed: ParsedLine, _ session: Session
  ) throws {
    let changes = try session.changes(parsed, for: .organisation, leaving: ["on"])
    try report(
      try session.crm.newOrganisation(name, changes, line: session.line).result, session)
  }

  private static func report(_ ref: Ref, _ session: Session) throws {
    let label = try session.label(ref)
    try session.say(Words("\(label) added", "\(label) 已新建", "\(label) 已新建"))
    try DuplicateText(session).notice(of: ref)
  }
}
