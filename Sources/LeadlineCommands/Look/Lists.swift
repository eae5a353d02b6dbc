internal import Leadline
internal import LeadlineInterchange

/// A command that lists records of one kind.
struct ListCommand {
  let kind: RecordKind
  let condition: Selection.Condition
  let columns: [String]
  /// The order where none is asked for.
  let order: [(field: String, descends: Bool)]
  /// What is said where nothing is found.
  let nothing: Words

  static let options = [
    Option("--sort", value: "FIELD"), Option("--columns", value: "FIELDS"),
    Option("--limit", value: "N"),
  ]

  func run(
    _ parsed: ParsedLine, _ session: Session, defaultFormat: TableFormat? = nil
  ) throws {
    let crm = session.crm
    let known = Field.of(kind, in: crm.pipeline)
    var fields = try chosen(known, parsed)
    var selection = Selection(kind, fields: [], filter: parsed.filter, condition: condition)
    selection.order = try ordering(known, parsed)
    selection.limit = try limit(parsed)
    let request = try session.tableRequest(defaultFormat: defaultFormat)
    if request.format == nil, !session.console.isTerminal, parsed.options["--columns"] == nil,
      fields.first?.type != .id
    {
      fields.insert(known[0], at: 0)
    }
    selection.fields = fields
    try show(selection, request, session)
  }

  func show(_ selection: Selection, _ request: TableRequest, _ session: Session) throws {
    var rows: [Ref] = []
    try session.console.table(request) { writer in
      try writer.begin(session.crm.columns(selection.fields))
      try session.crm.list(selection) { ref, values in
        rows.append(ref)
        try writer.row(values)
        return true
      }
      try writer.end()
    }
    session.keep(rows: rows)
    if rows.isEmpty { session.notice(nothing) }
    try session.noticeOtherCurrencies(selection)
    if condition != .any { try session.noticeRecordedLater() }
    if case .file(let path) = request.destination {
      session.notice(
        Words(
          "\(rows.count) row\(rows.count == 1 ? "" : "s") written to \(path)",
          "\(rows.count)行已写入 \(path)",
          "\(rows.count)行已寫入 \(path)"))
    }
  }

  private func chosen(_ known: [Field], _ parsed: ParsedLine) throws -> [Field] {
    guard let names = parsed.options["--columns"]?.last else {
      return columns.compactMap { name in known.first { $0.name == name } }
    }
    if names == "all" { return known }
    return try Self.items(names, parsed, option: "--columns").map { name in
      try Self.field(name, known, parsed, place: parsed.place(of: name, in: "--columns"))
    }
  }

  private func ordering(_ known: [Field], _ parsed: ParsedLine) throws -> [Selection.Order] {
    guard let names = parsed.options["--sort"]?.last else {
      return order.compactMap { term in
        known.first { $0.name == term.field }.map { Selection.Order($0, descends: term.descends) }
      }
    }
    return try Self.items(names, parsed, option: "--sort").map { name in
      let descends = name.hasPrefix("-")
      let field = try Self.field(
        String(descends ? name.dropFirst() : name[...]), known, parsed,
        place: parsed.place(of: name, in: "--sort"))
      return Selection.Order(field, descends: descends)
    }
  }

  private func limit(_ parsed: ParsedLine) throws -> Int? {
    guard let text = parsed.options["--limit"]?.last else { return nil }
    guard let limit = Int(text), limit >= 0 else {
      throw CommandError.badNumber(text, option: "--limit")
    }
    return limit
  }

  /// The fields that a list names; a list of none is refused.
  private static func items(
    _ names: String, _ parsed: ParsedLine, option: String
  ) throws -> [String] {
    let items = names.split(whereSeparator: { ",，、 ".contains($0) }).map(String.init)
    if !items.isEmpty { return items }
    let value = option == "--sort" ? "FIELD" : "FIELDS"
    throw Diagnostic(
      .optionNeedsValue(option, value: value), line: parsed.line, range: parsed.places[option])
  }

  private static func field(
    _ name: String, _ known: [Field], _ parsed: ParsedLine, place: Range<String.Index>?
  ) throws -> Field {
    let fold = Fold.text(name)
    let field = known.first { field in
      field.name == fold || (field.words.all + field.aliases).contains { Fold.text($0) == fold }
    }
    if let field { return field }
    throw Diagnostic(
      .unknownField(name), line: parsed.line, range: place,
      suggestions: NearestNames.of(fold, in: known.map(\.name)))
  }
}

extension Command {
  static let leads = listing(
    "leads", ["线索", "線索", "项目"],
    Words("lists leads", "列出线索", "列出線索"),
    ListCommand(
      kind: .lead, condition: .any,
      columns: ["id", "title", "org", "stage", "outcome", "owner", "amount", "idle", "due"],
      order: [],
      nothing: Words("no leads", "没有线索", "沒有線索")),
    examples: [
      "leads stage:intent idle:30d.. amount:50m..", "leads 汽车 stage:intent,signed tag:苏南",
      "leads owner:me --sort -amount", "leads outcome:lost closed:2022-11",
      "leads --columns id,title,owner,idle -o leads.csv",
    ])

  static let contacts = listing(
    "contacts", ["联系人", "聯絡人"],
    Words("lists contacts", "列出联系人", "列出聯絡人"),
    ListCommand(
      kind: .contact, condition: .any,
      columns: ["id", "name", "org", "title", "phone", "email", "knows"],
      order: [("name", false)], nothing: Words("no contacts", "没有联系人", "沒有聯絡人")),
    examples: [
      "contacts 张", "contacts knows:me tie:classmate school:南京大学",
      "contacts class:计算机系 asked:none", "contacts org:none",
      "contacts last-touch:..2022-10 --sort last-touch",
    ])

  static let orgs = listing(
    "orgs", ["单位", "單位", "organisations"],
    Words("lists organisations", "列出单位", "列出單位"),
    ListCommand(
      kind: .organisation, condition: .any,
      columns: ["id", "name", "kind", "sector", "region", "leads", "contacts"],
      order: [("name", false)], nothing: Words("no organisations", "没有单位", "沒有單位")),
    examples: ["orgs 台达", "orgs leads:1.. --sort -leads", "orgs kind:school"])

  static let activities = listing(
    "activities", ["跟进记录", "跟進記錄"],
    Words("lists what happened", "列出跟进记录", "列出跟進記錄"),
    ListCommand(
      kind: .activity, condition: .any,
      columns: ["id", "on", "kind", "guests", "department", "staff", "lead", "contact", "note"],
      order: [("on", true)], nothing: Words("no activities", "没有跟进记录", "沒有跟進記錄")),
    examples: ["activities kind:reception on:2022-11", "activities staff:me on:本周"])

  static let followUps = listing(
    "followups", ["待办事项", "待辦事項", "follow-ups"],
    Words("lists follow-ups and promises", "列出待办和承诺", "列出待辦和承諾"),
    ListCommand(
      kind: .followUp, condition: .any,
      columns: ["id", "kind", "due", "what", "lead", "contact", "who", "outcome"],
      order: [("due", false)], nothing: Words("no follow-ups", "没有待办", "沒有待辦")),
    examples: ["followups outcome:open who:me", "followups kind:promise due:..today"])

  static let stalled = listing(
    "stalled", ["停滞", "停滯"],
    Words(
      "lists the leads that are stuck, and why", "列出停滞的线索及原因",
      "列出停滯的線索及原因"),
    ListCommand(
      kind: .lead, condition: .stalled,
      columns: [
        "id", "title", "org", "stage", "department", "owner", "amount", "idle", "in-stage",
        "level", "reason", "last-touch", "next", "due",
      ], order: [("level", false), ("idle", true)],
      nothing: Words("no stalled leads", "没有停滞的线索", "沒有停滯的線索")),
    examples: [
      "stalled", "stalled department:商务局 -o stalled.csv", "stalled level:red owner:me",
      "stalled --as-of 2022-12-02",
    ])

  static let neglected = listing(
    "neglected", ["无人跟进", "無人跟進"],
    Words(
      "lists open leads without a plan", "列出没有后续安排的线索", "列出沒有後續安排的線索"),
    ListCommand(
      kind: .lead, condition: .neglected,
      columns: ["id", "title", "org", "stage", "owner", "amount", "idle", "last-touch"],
      order: [("idle", true)],
      nothing: Words("no neglected leads", "没有无人跟进的线索", "沒有無人跟進的線索")),
    examples: ["neglected owner:me"])

  private static func listing(
    _ name: String, _ aliases: [String], _ summary: Words, _ list: ListCommand,
    examples: [String]
  ) -> Command {
    Command(
      Signature(
        name, aliases: aliases, options: ListCommand.options, subject: list.kind,
        isListing: true),
      list.condition == .any ? .look : .work, summary, examples: examples
    ) { parsed, session in try list.run(parsed, session) }
  }
}
