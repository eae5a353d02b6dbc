internal import Leadline
internal import LeadlineInterchange

extension Command {
  static let duplicatesName = "duplicates"

  private static let compared = Signature.exportable.filter {
    [.contact, .organisation, .lead].contains($0.kind)
  }

  static let duplicates = Command(
    Signature(
      duplicatesName, aliases: ["重复", "重複"],
      slots: [Slot("WHAT", .choice(compared.map(\.choice)), isRequired: false)],
      options: [Option("--limit", value: "N")], subject: .contact, isListing: true),
    .data,
    Words(
      "lists records that may be one, with score and reasons", "列出可能重复的记录及其可能性和理由",
      "列出可能重複的記錄及其可能性和理由"),
    examples: [
      "duplicates", "duplicates orgs", "duplicates contacts org:台达电子",
      "duplicates leads outcome:open -o duplicates.csv",
    ],
    details: """
      Contacts of one phone, e-mail address, name at an organisation or birthday; organisations \
      of one name but for its legal form; leads of one title and organisation. The score is the \
      chance that both are one, from what agrees and what differs. merge @1 makes one record of \
      the pair in the first row; apart @1 says that they are two.
      """
  ) { parsed, session in
    var kind = RecordKind.contact
    if case .choice(let id)? = parsed.slots["WHAT"] { kind = Signature.exported([id]) ?? kind }
    let limit = try session.number("--limit", parsed) ?? Int.max
    let pairs = try session.crm.duplicates(of: kind, matching: parsed.filter) { progress in
      session.console.progress(
        Words(
          "compared \(progress.compared) of \(progress.pairs) pairs",
          "已比对 \(progress.compared)/\(progress.pairs) 对",
          "已比對 \(progress.compared)/\(progress.pairs) 對")[session.crm.language])
    }
    session.console.progress(nil)
    try DuplicateText(session).table(pairs.prefix(limit))
    if pairs.isEmpty {
      session.notice(Words("no duplicates found", "没有发现重复记录", "沒有發現重複記錄"))
    }
  }
}

/// Records that may be one, in words.
struct DuplicateText {
  private static let mostNoticed = 5

  private let session: Session
  private var language: Language { session.crm.language }

  init(_ session: Session) { self.session = session }

  func table(_ pairs: ArraySlice<DuplicatePair>) throws {
    let headings: [(String, Words, FieldType)] = [
      ("score", Words("score", "可能性", "可能性"), .stage), ("id", Words("id", "编号", "編號"), .id),
      ("name", Words("name", "名称", "名稱"), .text),
      ("other", Words("other", "另一编号", "另一編號"), .id),
      ("other-name", Words("other name", "另一名称", "另一名稱"), .text),
      ("why", Words("why", "理由", "理由"), .text),
    ]
    try session.console.table(try session.tableRequest()) { writer in
      try writer.begin(
        headings.map { ReportColumn(id: $0.0, heading: $0.1[language], type: $0.2) })
      for pair in pairs {
        try writer.row([
          .text(pair.likeness.percent), .text("\(pair.first.ref)"), .text(pair.first.name),
          .text("\(pair.second.ref)"), .text(pair.second.name),
          .text(pair.likeness.words(language)),
        ])
      }
      try writer.end()
    }
    session.keep(rows: pairs.map { [$0.first.ref, $0.second.ref] })
  }

  /// Says what a record just entered is like, with the next step.
  func notice(of ref: Ref) throws {
    let crm = session.crm
    let likely = try crm.duplicates(of: ref)
    for pair in likely.prefix(Self.mostNoticed) { session.notice(words(pair, ref)) }
    let noticed = Set(likely.map { $0.other(than: ref).ref })
    let others = try crm.namesakes(of: ref).map(\.ref).filter { !noticed.contains($0) }
    guard !others.isEmpty else { return }
    let more = others.count > Self.mostNoticed ? " …" : ""
    let list = others.prefix(Self.mostNoticed).map(\.description).joined(separator: ", ") + more
    session.notice(
      Words("also of this name: \(list)", "同名记录：\(list)", "同名記錄：\(list)"))
  }

  private func words(_ pair: DuplicatePair, _ ref: Ref) -> Words {
    let known = pair.other(than: ref)
    let label = "\(known.ref) \(Printable.escaping(known.name))"
    let percent = pair.likeness.percent
    func why(_ language: Language) -> String { Printable.escaping(pair.likeness.words(language)) }
    return Words(
      "may be \(label), \(percent): \(why(.english))\n"
        + "  one: merge \(known.ref) \(ref)   two: apart \(known.ref) \(ref)   a mistake: undo",
      "可能就是 \(label)（\(percent)）：\(why(.simplified))\n"
        + "  同一：merge \(known.ref) \(ref)   不同：apart \(known.ref) \(ref)   误录：undo",
      "可能就是 \(label)（\(percent)）：\(why(.traditional))\n"
        + "  同一：merge \(known.ref) \(ref)   不同：apart \(known.ref) \(ref)   誤錄：undo")
  }
}

extension DuplicatePair {
  func other(than ref: Ref) -> NamedRef { first.ref == ref ? second : first }
}
