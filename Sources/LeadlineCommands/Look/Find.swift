internal import Leadline
internal import LeadlineInterchange

extension Command {
  static let find = Command(
    Signature(
      "find", aliases: ["找", "查找"], slots: [Slot("WORDS", .text, repeats: true)],
      options: [Option("--limit", value: "N")]),
    .look,
    Words(
      "finds contacts, organisations and leads by name, pinyin, initials, phone or e-mail",
      "按姓名、拼音、首字母、电话或邮箱查找", "按姓名、拼音、首字母、電話或郵箱查找"),
    examples: ["find 张伟", "find zhangwei", "find zw", "find 4321", "find muller"]
  ) { parsed, session in
    guard case .text(let words)? = parsed.slots["WORDS"] else { return }
    try Search(words: words, crm: session.crm).show(in: session, parsed)
  }
}

/// One search over contacts, staff, organisations and leads.
private struct Search {
  let words: String
  let crm: CRM

  struct Hit {
    let ref: Ref
    let name: String
    let rank: NameMatch.Rank
    let lastTouch: Day?
  }

  /// Whole name first, then the start of the name, the start of a word, elsewhere; then the
  /// latest touch; then the number. Only what is shown is read in full.
  func show(in session: Session, _ parsed: ParsedLine) throws {
    let limit = try limit(parsed)
    let hits = try [.contact, .staff, .organisation, .lead].flatMap(hits(of:)).sorted(by: precedes)
    let request = try session.tableRequest()
    try session.console.table(request) { writer in
      try writer.begin(columns)
      for hit in hits.prefix(limit) {
        try writer.row([
          .record(hit.ref, name: ""), .text(hit.name), .text(try detail(hit.ref)),
          hit.lastTouch.map(FieldValue.day) ?? .none,
        ])
      }
      try writer.end()
    }
    session.keep(rows: hits.prefix(limit).map(\.ref))
    if hits.isEmpty {
      session.notice(Words("nothing found", "没有找到", "沒有找到"))
    } else if hits.count > limit {
      let more = hits.count - limit
      session.notice(
        Words(
          "\(more) more: find … --limit \(hits.count)", "另有\(more)条：find … --limit \(hits.count)",
          "另有\(more)條：find … --limit \(hits.count)"))
    }
  }

  private func limit(_ parsed: ParsedLine) throws -> Int {
    guard let text = parsed.options["--limit"]?.last else { return 50 }
    guard let limit = Int(text), limit >= 0 else {
      throw CommandError.badNumber(text, option: "--limit")
    }
    return limit
  }

  private var columns: [ReportColumn] {
    let language = crm.language
    return [
      ReportColumn(id: "id", heading: Words("id", "编号", "編號")[language], type: .id),
      ReportColumn(id: "name", heading: Words("name", "名称", "名稱")[language], type: .text),
      ReportColumn(id: "detail", heading: Words("detail", "说明", "說明")[language], type: .text),
      ReportColumn(
        id: "last-touch", heading: Words("last-touch", "最近跟进", "最近跟進")[language],
        type: .day(.back)),
    ]
  }

  private func hits(of kind: RecordKind) throws -> [Hit] {
    let name = kind == .lead ? "title" : "name"
    let fields = fields([name, kind == .organisation ? "created" : "last-touch"], of: kind)
    let parts = words.split(separator: " ").map { Filter.word(String($0)) }
    let filter = parts.count > 1 ? Filter.or([.word(words), .and(parts)]) : .word(words)
    let match = NameMatch(words)
    var hits: [Hit] = []
    try crm.list(Selection(kind, fields: fields, filter: filter)) { ref, values in
      var name = ""
      if case .text(let text) = values[0] { name = text }
      var touch: Day?
      if kind != .organisation, case .day(let day) = values[1] { touch = day }
      let rank = match.rank(of: name) ?? .elsewhere
      hits.append(Hit(ref: ref, name: name, rank: rank, lastTouch: touch))
      return true
    }
    return hits
  }

  private func fields(_ names: [String], of kind: RecordKind) -> [Field] {
    let known = Field.of(kind, in: crm.pipeline)
    return names.compactMap { name in known.first { $0.name == name } }
  }

  /// What tells a record from others of its name.
  private func detail(_ ref: Ref) throws -> String {
    let names: [String] =
      switch ref.kind {
      case .lead: ["org", "stage", "outcome"]
      case .organisation: ["kind", "sector", "region"]
      case .staff: ["department", "section", "title", "phone"]
      default: ["org", "title", "phone"]
      }
    let shown = fields(names, of: ref.kind)
    let style = CellStyle(base: crm.currency, usesNames: true)
    let values = try crm.values(of: shown, for: ref) ?? []
    return zip(values, crm.columns(shown)).map { style.text($0.0, in: $0.1) }
      .filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private func precedes(_ left: Hit, _ right: Hit) -> Bool {
    if left.rank != right.rank { return left.rank < right.rank }
    let (one, other) = (left.lastTouch?.number ?? .min, right.lastTouch?.number ?? .min)
    if one != other { return one > other }
    return (left.ref.kind.letter, left.ref.number) < (right.ref.kind.letter, right.ref.number)
  }
}
