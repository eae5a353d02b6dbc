internal import Leadline
internal import LeadlineInterchange

extension Command {
  static let today = Command(
    Signature(
      "today", aliases: ["今天", "今日"], options: [Option("--all")], subject: .followUp,
      isListing: true),
    .work,
    Words(
      "shows what is overdue, due today and due in the next seven days, and what has no plan",
      "显示逾期、今日到期、七日内到期的待办，以及无安排的停滞线索",
      "顯示逾期、今日到期、七日內到期的待辦，以及無安排的停滯線索"),
    examples: ["today", "today --all", "today who:李娜"],
    details: "Yours where you name nobody; --all shows everybody's."
  ) { parsed, session in try Agenda(session).show(parsed) }
}

/// What is due, in the order in which it should be done.
private struct Agenda {
  let session: Session
  let crm: CRM

  init(_ session: Session) {
    self.session = session
    crm = session.crm
  }

  func show(_ parsed: ParsedLine) throws {
    let isMine = parsed.filter == .all && !session.has("--all")
    let filter = isMine ? try mine() : parsed.filter
    var rows = try followUps(filter)
    rows += try unplanned(isMine ? crm.me().map { [$0.ref] } : crm.resolved(parsed.filter).who)
    let request = try session.tableRequest()
    try session.console.table(request) { writer in
      try writer.begin(columns)
      for row in rows { try writer.row(row.values) }
      try writer.end()
    }
    session.keep(rows: rows.map(\.ref))
    if rows.isEmpty {
      session.notice(Words("nothing due", "没有到期事项", "沒有到期事項"))
    }
  }

  private struct Row {
    let ref: Ref
    let values: [FieldValue]
  }

  private func mine() throws -> Filter {
    guard let me = try crm.me(), let who = field("who") else { return .all }
    return .term(Term(who, .anyOf([.records([me.ref])])))
  }

  private func field(_ name: String) -> Field? { Field.followUps.first { $0.name == name } }

  private var columns: [ReportColumn] {
    let when = ReportColumn(
      id: "when", heading: Words("when", "时间", "時間")[crm.language], type: .choice([]),
      names: Moment.names(in: crm.language))
    return [when] + crm.columns(shown)
  }

  private var shown: [Field] {
    ["id", "kind", "due", "at", "what", "lead", "contact", "who"].compactMap(field)
  }

  /// Overdue, then today, promises first in both, then the next seven days.
  private func followUps(_ filter: Filter) throws -> [Row] {
    guard let due = field("due"), let outcome = field("outcome"), let kind = field("kind") else {
      return []
    }
    let last = crm.today + 7
    let open = Filter.term(Term(outcome, .anyOf([.choice("open")])))
    let soon = Filter.term(Term(due, .range(lower: nil, upper: .period(last...last))))
    let selection = Selection(
      .followUp, fields: shown, filter: .and([filter, open, soon]),
      order: [Selection.Order(due), Selection.Order(kind)])
    var found: [(moment: Moment, row: Row)] = []
    try crm.list(selection) { ref, values in
      guard case .day(let day) = values[2] else { return true }
      let moment = Moment(due: day, today: crm.today)
      let row = Row(ref: ref, values: [.choice(moment.rawValue)] + values)
      found.append((moment, row))
      return true
    }
    return Moment.allCases.flatMap { moment in
      let rows = found.filter { $0.moment == moment }.map(\.row)
      guard moment != .soon else { return rows }
      return rows.filter { $0.values[2] == .choice("promise") }
        + rows.filter { $0.values[2] != .choice("promise") }
    }
  }

  /// Stalled leads without an open follow-up.
  ///
  /// Of these owners where some are named.
  private func unplanned(_ owners: [Ref]?) throws -> [Row] {
    let known = Field.leads(crm.pipeline)
    guard let title = known.first(where: { $0.name == "title" }),
      let owner = known.first(where: { $0.name == "owner" }),
      let due = known.first(where: { $0.name == "due" }),
      let level = known.first(where: { $0.name == "level" })
    else { return [] }
    var parts: [Filter] = [.term(Term(due, .isNone))]
    if let owners { parts.append(.term(Term(owner, .anyOf([.records(owners)])))) }
    let selection = Selection(
      .lead, fields: [title, owner], filter: .and(parts), condition: .stalled,
      order: [Selection.Order(level)])
    var rows: [Row] = []
    try crm.list(selection) { ref, values in
      let what = Words("stalled, nothing planned", "停滞，无安排", "停滯，無安排")[crm.language]
      var name = ""
      if case .text(let text) = values[0] { name = text }
      rows.append(
        Row(
          ref: ref,
          values: [
            .choice(Moment.unplanned.rawValue), .record(ref, name: ""), .none, .none, .none,
            .text(what), .record(ref, name: name), .none, values[1],
          ]))
      return true
    }
    return rows
  }
}

/// When something of the agenda is due.
private enum Moment: String, CaseIterable {
  case overdue, today, soon, unplanned

  init(due: Day, today: Day) {
    self = due < today ? .overdue : due == today ? .today : .soon
  }

  static func names(in language: Language) -> [String: String] {
    [
      overdue.rawValue: Words("overdue", "逾期", "逾期")[language],
      today.rawValue: Words("today", "今天", "今天")[language],
      soon.rawValue: Words("next 7 days", "七日内", "七日內")[language],
      unplanned.rawValue: Words("no plan", "无安排", "無安排")[language],
    ]
  }
}

extension Filter {
  /// The staff whose follow-ups the filter asks for; nil where it names none.
  fileprivate var who: [Ref]? {
    switch self {
    case .and(let parts): parts.lazy.compactMap(\.who).first
    case .term(let term) where term.field.name == "who":
      if case .anyOf(let operands) = term.test {
        operands.flatMap { operand -> [Ref] in
          if case .records(let refs) = operand { refs } else { [] }
        }
      } else {
        nil
      }
    default: nil
    }
  }
}
