internal import Leadline
internal import LeadlineInterchange

extension Command {
  static let ties = Command(
    Signature(
      "ties", aliases: ["人脉", "人脈"], slots: [Slot("WHICH", .which([.contact, .staff]))],
      options: [Option("--limit", value: "N")], subject: .contact, isListing: true),
    .network,
    Words(
      "lists whom a person is tied to, how and how strongly", "列出某人的人脉：与谁、因何、多深", "列出某人的人脈：與誰、因何、多深"
    ),
    examples: ["ties C7", "ties me org:台达电子", "ties C7 school:南京大学 -o ties.csv"],
    details: """
      Two persons are tied where they were at one school, employer or unit in the same years, or \
      come from one town; in one class or department more strongly; more weakly the larger the \
      group and the longer ago. Groups of more than 500 count within a class or department only. \
      What tie declares counts instead. Touches make a tie warmer, silence cools it. Who was asked \
      for introductions often is marked. A terminal shows the strongest \(TiesTable.usual), or \
      --limit; a file or a program has all.
      """
  ) { parsed, session in
    let person = try session.record(parsed, slot: "WHICH", example: "ties C7")
    try TiesTable(session.crm).show(of: person, parsed, session)
  }
}

/// The ties of a person as a table.
private struct TiesTable {
  let crm: CRM
  private static let shown = ["id", "name", "org", "title"]
  /// How many are shown to a reader who does not say; a file or a program has all.
  static let usual = 50

  init(_ crm: CRM) { self.crm = crm }

  func show(of person: Ref, _ parsed: ParsedLine, _ session: Session) throws {
    let ties = try crm.ties(of: person)
    let values = try values(of: ties.map(\.other), parsed.filter)
    let chosen = ties.filter { values[$0.other] != nil }
    let request = try session.tableRequest()
    let isRead = request.destination == .standard && session.console.isTerminal
    let limit = try session.number("--limit", parsed) ?? (isRead ? Self.usual : Int.max)
    let rows = chosen.prefix(limit)
    let often = try crm.oftenAsked(rows.map(\.other))
    try session.console.table(request) { writer in
      try writer.begin(columns)
      for row in rows {
        let asked = often[row.other].map { [$0.words[crm.language]] } ?? []
        let how = (row.tie.reasons.map { $0.words[crm.language] } + asked).joined(separator: "; ")
        try writer.row(
          (values[row.other] ?? []) + [.text(row.tie.strength.percent), .text(how)])
      }
      try writer.end()
    }
    session.keep(rows: rows.map(\.other))
    if chosen.isEmpty {
      session.notice(
        ties.isEmpty
          ? Words("no ties", "没有人脉", "沒有人脈")
          : Words(
            "none of \(ties.count) ties fits", "\(ties.count)条人脉均不符合", "\(ties.count)條人脈均不符合"))
    }
    if rows.count < chosen.count {
      session.notice(
        Words(
          "\(chosen.count - rows.count) more: ties … --limit \(chosen.count)",
          "还有\(chosen.count - rows.count)条：ties … --limit \(chosen.count)",
          "還有\(chosen.count - rows.count)條：ties … --limit \(chosen.count)"))
    }
  }

  private var columns: [ReportColumn] {
    let fields = Self.shown.compactMap { name in Field.contacts.first { $0.name == name } }
    return crm.columns(fields) + [
      ReportColumn(
        id: "strength", heading: Words("strength", "强度", "強度")[crm.language], type: .text),
      ReportColumn(id: "how", heading: Words("how", "因何", "因何")[crm.language], type: .text),
    ]
  }

  /// The shown values of those who pass the filter, contacts and staff.
  private func values(of people: [Ref], _ filter: Filter) throws -> [Ref: [FieldValue]] {
    var values: [Ref: [FieldValue]] = [:]
    for kind in [RecordKind.contact, .staff] {
      let refs = people.filter { $0.kind == kind }
      if refs.isEmpty { continue }
      let fields = Self.shown.compactMap { name in
        Field.of(kind, in: crm.pipeline).first { $0.name == name }
      }
      guard let id = fields.first else { continue }
      let among = Filter.and([.term(Term(id, .anyOf([.records(refs)]))), filter])
      try crm.list(Selection(kind, fields: fields, filter: among)) { ref, cells in
        values[ref] = Self.shown.map { name in
          fields.firstIndex { $0.name == name }.map { cells[$0] } ?? .none
        }
        return true
      }
    }
    return values
  }
}

extension Double {
  /// A share as people read it; what is more than nothing never reads as nothing.
  var percent: String {
    let whole = Int((self * 100).rounded())
    return self > 0 && whole == 0 ? "<1%" : "\(whole)%"
  }
}

extension Session {
  /// The whole number that an option gives; nil where it is not given.
  func number(_ option: String, _ parsed: ParsedLine) throws -> Int? {
    guard let text = parsed.options[option]?.last else { return nil }
    guard let number = Int(text), number >= 0 else {
      throw CommandError.badNumber(text, option: option)
    }
    return number
  }
}
