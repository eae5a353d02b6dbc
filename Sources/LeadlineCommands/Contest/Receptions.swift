internal import Leadline
internal import LeadlineInterchange

extension Command {
  static let receptions = Command(
    Signature(
      "receptions", aliases: ["接待"], options: [.campaign],
      subject: .activity, isListing: true),
    .contest,
    Words(
      "counts the parties and guests that each department received", "各部门接待批次和人数",
      "各部門接待批次和人數"),
    examples: [
      "receptions", "receptions on:2022-11", "receptions department:商务局 --as-of 2022-12-02",
    ],
    details: """
      Of the days of the campaign that runs; of all days where none is loaded, or the line says \
      which (on:).
      """
  ) { parsed, session in
    let receptions = try session.crm.receptions(matching: try session.filter(parsed))
    let language = session.crm.language
    try session.console.table(try session.tableRequest()) { writer in
      try writer.begin([
        ReportColumn(
          id: "department", heading: Words("department", "部门", "部門")[language],
          type: .record(.department)),
        ReportColumn(
          id: "parties", heading: Words("parties", "批次", "批次")[language], type: .number),
        ReportColumn(
          id: "guests", heading: Words("guests", "人数", "人數")[language], type: .number),
      ])
      for reception in receptions {
        try writer.row([
          reception.department.map { .record($0.ref, name: $0.name) } ?? .none,
          .number(reception.parties), .number(reception.guests),
        ])
      }
      try writer.end()
    }
    let parties = receptions.map(\.parties).reduce(0, +)
    let guests = receptions.map(\.guests).reduce(0, +)
    let (party, guest) = (parties == 1 ? "party" : "parties", guests == 1 ? "guest" : "guests")
    session.notice(
      Words(
        "together \(parties) \(party), \(guests) \(guest)", "合计\(parties)批次，\(guests)人",
        "合計\(parties)批次，\(guests)人"))
    try session.noticeRecordedLater()
  }
}

extension Session {
  /// The line's filter, within the days of the campaign unless it names days.
  fileprivate func filter(_ parsed: ParsedLine) throws -> Filter {
    if parsed.filter.namesField("on") { return parsed.filter }
    do {
      let campaign = try crm.campaign(named: option("--campaign"))
      return .and([crm.filter(during: campaign), parsed.filter])
    } catch CRMError.noCampaign where option("--campaign") == nil {
      return parsed.filter
    }
  }
}

extension Filter {
  fileprivate func namesField(_ name: String) -> Bool {
    switch self {
    case .all, .word: false
    case .not(let inner): inner.namesField(name)
    case .and(let parts), .or(let parts): parts.contains { $0.namesField(name) }
    case .term(let term): term.field.name == name
    }
  }
}
