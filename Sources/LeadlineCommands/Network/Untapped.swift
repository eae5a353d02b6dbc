internal import Leadline
internal import LeadlineInterchange

extension Command {
  static let untapped = Command(
    Signature(
      "untapped", aliases: ["未联系", "未聯絡"], assignable: [.fromGiven],
      options: [Option("--limit", value: "N")], subject: .contact, isListing: true),
    .network,
    Words(
      "lists contacts worth a call whom nobody approached, and why", "列出值得联系而无人联系的人及缘由",
      "列出值得聯絡而無人聯絡的人及緣由"),
    examples: [
      "untapped", "untapped from=me school:南京大学", "untapped from=商务局 --limit 50",
      "new lead from=@1",
    ],
    details: """
      Nobody approached: nothing happened with them but notes, no lead has them, they were not \
      asked, nor asked for. From all staff, or from= me, a person or a department, by at most three \
      introductions, never through somebody with ask=no. Ranked by the way, as in path, times the \
      worth: \(formula). The best \(usual), or --limit. \
      new lead from=@1 makes the lead.
      """
  ) { parsed, session in
    let crm = session.crm
    let staff = try crm.introducers(try session.text("from", parsed))
    let count = try session.number("--limit", parsed) ?? usual
    let (contacts, isWhole) = try crm.untapped(
      matching: parsed.filter, from: staff, count: count)
    try UntappedTable(session).show(contacts)
    session.keep(rows: contacts.map(\.contact.ref))
    if contacts.isEmpty, count > 0 {
      session.notice(parsed.filter == .all ? nobody : nobodyFits)
    }
    if !isWhole {
      session.notice(
        Words(
          "the strongest ways were looked at; a filter or from= narrows it down",
          "只查看了最强的关系；可用筛选或 from= 缩小范围", "只查看了最強的關係；可用篩選或 from= 縮小範圍"))
    }
  }
}

extension Command {
  private static let usual = 20
  private static let formula: String = {
    let scale = WorthScale.standard
    let titles = [WorthScale.Rank.decides, .closeBy, .manages].compactMap { rank in
      scale.titles.first { $0.rank == rank }.map { "\(rank.words.english) \($0.factor)" }
    }
    return "title (\(titles.joined(separator: ", "))) × organisation (company without a lead "
      + "\(scale.untouchedCompany), with leads \(scale.knownCompany), no company "
      + "\(scale.otherPlace)) × sector (\(scale.provenSector) where money arrived from it)"
  }()
  private static let nobody = Words(
    "nobody untapped is within reach; who knows whom comes from: import FILE owner=me, affiliate, "
      + "tie", "人脉所及没有未联系的人；人脉来自：import 文件 owner=me、affiliate、tie",
    "人脈所及沒有未聯絡的人；人脈來自：import 檔案 owner=me、affiliate、tie")
  private static let nobodyFits = Words(
    "nobody untapped within reach fits; all of them: untapped", "人脉所及的未联系者无一符合；查看全部：untapped",
    "人脈所及的未聯絡者無一符合；查看全部：untapped")
}

/// Untapped contacts as a table.
private struct UntappedTable {
  let session: Session

  init(_ session: Session) { self.session = session }

  func show(_ contacts: [UntappedContact]) throws {
    let crm = session.crm
    let text = try UntappedText(crm, contacts)
    try session.console.table(try session.tableRequest()) { writer in
      try writer.begin(columns)
      for contact in contacts {
        try writer.row([
          .record(contact.contact.ref, name: ""), .text(contact.contact.name),
          contact.facts.organisation.map { .record($0.ref, name: $0.name) } ?? .none,
          contact.facts.title.map(FieldValue.text) ?? .none,
          .text(contact.way.strength.percent), .text(contact.worthText),
          .text(text.why(contact)),
        ])
      }
      try writer.end()
    }
  }

  private var columns: [ReportColumn] {
    let language = session.crm.language
    let fields = ["id", "name", "org", "title"].compactMap { name in
      Field.contacts.first { $0.name == name }
    }
    let own = [
      ("way", Words("way", "路径", "路徑")), ("worth", Words("worth", "价值", "價值")),
      ("why", Words("why", "缘由", "緣由")),
    ]
    return session.crm.columns(fields)
      + own.map { ReportColumn(id: $0.0, heading: $0.1[language], type: .text) }
  }
}

/// Why a contact is worth a call, in words.
struct UntappedText {
  private let language: Language
  private let often: [Ref: AskCount]
  /// Whom somebody may be that we know already.
  private let known: [Ref: NamedRef]

  init(_ crm: CRM, _ contacts: [UntappedContact]) throws {
    language = crm.language
    often = try crm.oftenAsked(contacts.flatMap { $0.way.persons.map(\.ref) })
    known = try contacts.map(\.contact.ref).reduce(into: [:]) { known, ref in
      known[ref] = try crm.duplicates(of: ref).first?.other(than: ref)
    }
  }

  /// `colleague of 张伟, 苏州精工 2005–2008, through 王伟; decides; no lead at 台达电子 yet`, after
  /// whom they may be.
  func why(_ contact: UntappedContact) -> String {
    let persons = contact.way.persons.dropLast()
    let last = contact.way.ties.last?.reasons.first
    let tie = persons.last.flatMap { before in last.map { $0.words(of: name(before))[language] } }
    let through = persons.dropLast().reversed().map(name)
    let rest = through.isEmpty ? "" : chain(through)
    let reasons = contact.facts.reasons(.standard).map { $0[language] }
    let doubt = known[contact.contact.ref].map { known in
      let label = "\(known.ref) \(known.name)"
      return Words("may be \(label)", "可能就是 \(label)", "可能就是 \(label)")[language]
    }
    return ([doubt, tie.map { $0 + rest }].compactMap(\.self) + reasons)
      .joined(separator: language.semicolon)
  }

  private func chain(_ persons: [String]) -> String {
    let list = persons.joined(separator: language.listComma)
    return Words(", by way of \(list)", "，经 \(list)", "，經 \(list)")[language]
  }

  private func name(_ person: NamedRef) -> String {
    let asked = often[person.ref].map { " (\($0.words[language]))" } ?? ""
    return person.name + asked
  }
}

extension UntappedContact {
  /// The worth with one decimal place.
  var worthText: String {
    let tenths = Int((worth * 10).rounded())
    return "×\(tenths / 10).\(tenths % 10)"
  }
}
