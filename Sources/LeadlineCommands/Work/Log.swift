internal import Leadline

extension Command {
  private static let subjects: [RecordKind] = [.lead, .contact, .organisation]

  static let log = Command(
    Signature(
      "log", aliases: ["跟进", "跟進", "记录"],
      slots: [
        Slot("WHICH", .which(subjects), isRequired: false),
        Slot("KIND", .choice(Choices.activityKinds)),
      ], assignable: Field.united(Field.givenActivities), options: [Option("--failed")]),
    .work,
    Words(
      "records a call, visit, reception …", "记录电话、拜访、接待等", "記錄電話、拜訪、接待等"),
    examples: [
      "log L42 call -- wants the power price in writing",
      "log L42 visit guests=12 with=C7 -- 'met the CFO; wants the power price in writing'",
      "log reception guests=12 department=商务局", "log C7 message on=yesterday",
      "log L42 call --failed",
    ],
    details: """
      Every kind but note, and every try that did not fail, restarts the lead's clock, on the day \
      it happened. An activity that names a contact but no lead counts for the contact's open \
      lead if there is exactly one.
      """
  ) { parsed, session in
    guard case .choice(let kind)? = parsed.slots["KIND"] else { return }
    let refs = try session.records(parsed)
    let changes = try session.changes(parsed, for: .activity, leaving: ["on"])
    let written = try session.crm.log(
      kind, about: refs, on: try session.day("on", parsed), changes: changes, note: parsed.text,
      failed: session.has("--failed"), line: session.line)
    try report(written.result, kind, refs, session)
  }

  private static func report(
    _ logged: LoggedActivity, _ kind: String, _ refs: [Ref], _ session: Session
  ) throws {
    let names = try refs.map(session.label).joined(separator: ", ")
    let name = StallReason.touchWords(kind)
    let about = names.isEmpty ? "" : ": \(names)"
    try session.say(
      Words(
        "\(logged.ref) \(name.english) logged\(about)",
        "\(logged.ref) 已记录\(name.simplified)\(about)",
        "\(logged.ref) 已記錄\(name.traditional)\(about)"))
    guard let lead = logged.impliedLead else { return }
    let label = try session.label(lead)
    session.notice(
      Words(
        "counts for \(label), the contact's only open lead", "计入该联系人唯一进行中的线索 \(label)",
        "計入該聯絡人唯一進行中的線索 \(label)"))
  }
}
