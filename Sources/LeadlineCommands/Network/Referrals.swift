internal import Leadline
internal import LeadlineInterchange

extension Command {
  static let referrals = Command(
    Signature("referrals", aliases: ["以商引商"], subject: .lead, isListing: true),
    .network,
    Words("shows who brought whom, as trees", "以商引商：谁引来了谁", "以商引商：誰引來了誰"),
    examples: [
      "referrals", "referrals introducer:李强", "referrals created:2022 outcome:open",
      "referrals -o referrals.csv",
    ],
    details: """
      Under each introducer the leads they brought (introducer=), under each lead those of its \
      contacts who brought leads themselves.
      """
  ) { parsed, session in
    let lines = try session.crm.referrals(matching: parsed.filter).lines
    let request = try session.tableRequest()
    if request.format == nil, request.destination == .standard, session.console.isTerminal {
      let text = try lines.map { Printable.escaping(try ReferralText(session.crm).text($0)) }
      if !text.isEmpty { try session.console.page(text.joined(separator: "\n")) }
    } else {
      try ReferralText(session.crm).table(lines, request, session)
    }
    session.keep(
      rows: lines.compactMap { if case .lead(let lead) = $0.what { lead.lead.ref } else { nil } })
    if lines.isEmpty { session.notice(parsed.filter == .all ? noIntroducer : noneFits) }
  }

  private static let noIntroducer = Words(
    "no lead has an introducer: set L42 introducer=NAME", "没有线索填写了引荐人：set L42 introducer=姓名",
    "沒有線索填寫了引薦人：set L42 introducer=姓名")
  private static let noneFits = Words(
    "no lead that fits has an introducer; all of them: referrals   of one: referrals introducer:NAME",
    "符合条件的线索都没有引荐人；查看全部：referrals   某人的：referrals introducer:姓名",
    "符合條件的線索都沒有引薦人；查看全部：referrals   某人的：referrals introducer:姓名")
}

/// The lines of a tree in words.
private struct ReferralText {
  let crm: CRM

  init(_ crm: CRM) { self.crm = crm }

  func text(_ line: ReferralLine) throws -> String {
    let indent = String(repeating: "  ", count: line.depth)
    switch line.what {
    case .introducer(let person, let own, let all):
      let below = all - own
      let count = Words(
        below > 0 ? "\(own) leads, \(below) more below" : "\(own) lead\(own == 1 ? "" : "s")",
        below > 0 ? "\(own)条线索，其下\(below)条" : "\(own)条线索",
        below > 0 ? "\(own)條線索，其下\(below)條" : "\(own)條線索")[crm.language]
      return "\(indent)\(person.ref) \(person.name): \(count)"
    case .lead(let lead):
      let facts = [stage(lead), outcome(lead), lead.amount.map { "\($0)" }, arrived(lead)]
      return "\(indent)└ \(lead.lead.ref) \(lead.lead.name) "
        + "(\(facts.compactMap(\.self).joined(separator: ", ")))"
    }
  }

  func table(
    _ lines: [ReferralLine], _ request: TableRequest, _ session: Session
  ) throws {
    let known = Field.leads(crm.pipeline)
    let names = ["introducer", "id", "title", "stage", "outcome", "amount", "arrived"]
    let depth = ReportColumn(
      id: "depth", heading: Words("depth", "层级", "層級")[crm.language], type: .number)
    try session.console.table(request) { writer in
      try writer.begin(
        [depth] + crm.columns(names.compactMap { name in known.first { $0.name == name } }))
      for line in lines {
        guard case .lead(let lead) = line.what else { continue }
        try writer.row([
          .number(Int64(line.depth / 2 + 1)),
          .record(lead.introducer.ref, name: lead.introducer.name),
          .record(lead.lead.ref, name: "\(lead.lead.ref)"), .text(lead.lead.name),
          .choice(lead.stage), .choice(lead.outcome), lead.amount.map(FieldValue.money) ?? .none,
          lead.arrived.map(FieldValue.money) ?? .none,
        ])
      }
      try writer.end()
    }
  }

  private func stage(_ lead: ReferredLead) -> String {
    crm.pipeline.stage(lead.stage)?.words[crm.language] ?? lead.stage
  }

  private func outcome(_ lead: ReferredLead) -> String? {
    lead.outcome == "open"
      ? nil : Choices.outcomes.first { $0.id == lead.outcome }?.words[crm.language]
  }

  private func arrived(_ lead: ReferredLead) -> String? {
    lead.arrived.map {
      Words("\($0) arrived", "到账 \($0)", "到帳 \($0)")[crm.language]
    }
  }
}
