internal import Leadline

extension Command {
  static let affiliate = Command(
    Signature(
      "affiliate", aliases: ["履历", "履歷"],
      slots: [
        Slot("WHICH", .which([.contact, .staff])), Slot("ORG", .which([.organisation])),
        Slot("YEARS", .text, isRequired: false),
      ], assignable: [.roleGiven, .classGiven, .affiliationKind],
      options: [Option("--remove")]),
    .network,
    Words(
      "records where a person studied, worked, served or comes from", "记录学习、工作、服役经历或籍贯",
      "記錄學習、工作、服役經歷或籍貫"),
    examples: [
      "affiliate C7 南京大学 1995-1999 role=学生 class=计算机系",
      "affiliate 王伟 台达电子 2004- role=工程师", "affiliate C7 常州市 kind=town",
      "affiliate C7 南京大学 --remove",
    ],
    details: """
      Two persons who were at one place in the same years are tied: see ties and path. An \
      organisation that is not known yet is made. Years are four digits each; 2004- is not over. \
      Said again with years that overlap, a stay is corrected.
      """
  ) { parsed, session in
    let persons = try session.records(parsed)
    try session.confirm(persons, parsed)
    guard case .which(let which)? = parsed.slots["ORG"] else { return }
    if case .name(let name) = which, parsed.slots["YEARS"] == nil, YearSpan(name) != nil {
      throw CommandError.missing("ORG", example: example)
    }
    var stay = NewAffiliation()
    stay.role = try session.text("role", parsed)
    stay.group = try session.text("class", parsed)
    if case .choice(let kind)? = try session.parameter("kind", parsed) {
      stay.kind = Affiliation.Kind(rawValue: kind)
    }
    if case .text(let text)? = parsed.slots["YEARS"] {
      guard let years = YearSpan(text) else { throw CommandError.badYears(text) }
      (stay.from, stay.to) = (years.from, years.to)
    }
    let place = try name(which, session)
    if session.has("--remove") {
      let removed = try session.crm.unaffiliate(persons, from: place, stay, line: session.line)
      return try reportRemoved(removed.result, persons, session)
    }
    let written = try session.crm.affiliate(persons, at: place, stay, line: session.line)
    try report(written.result, persons, stay, session)
  }

  private static func name(_ which: Which, _ session: Session) throws -> String {
    if case .name(let name) = which { return name }
    let places = try session.records(which, [.organisation])
    guard places.count == 1, let place = places.first else {
      throw CommandError.missing("ORG", example: example)
    }
    return "\(place)"
  }

  private static let example = "affiliate C7 南京大学 1995-1999"

  private static func reportRemoved(
    _ organisation: NamedRef, _ persons: [Ref], _ session: Session
  ) throws {
    let place = "\(organisation.ref) \(Printable.escaping(organisation.name))"
    for person in persons {
      let label = try session.label(person)
      try session.say(
        Words(
          "\(label): no longer at \(place)", "\(label)：已删除在 \(place) 的履历",
          "\(label)：已刪除在 \(place) 的履歷"))
    }
  }

  private static func report(
    _ done: AffiliatedAt, _ persons: [Ref], _ stay: NewAffiliation, _ session: Session
  ) throws {
    let kind = Choices.affiliationKinds.first { $0.id == done.kind.rawValue }?.words
    let place = "\(done.organisation.ref) \(Printable.escaping(done.organisation.name))"
    let said = [YearSpan(from: stay.from, to: stay.to).text, stay.role ?? "", stay.group ?? ""]
      .filter { !$0.isEmpty }.map { Printable.escaping($0) }
    if done.isNew {
      session.notice(Words("\(place) added", "\(place) 已新建", "\(place) 已新建"))
      if done.kind != .town { try tellOfLongerNames(done.organisation, session) }
    }
    for person in persons {
      let label = try session.label(person)
      try session.say(
        Words(
          (["\(label): \(kind?.english ?? "") at \(place)"] + said).joined(separator: ", "),
          (["\(label)：\(place) \(kind?.simplified ?? "")"] + said).joined(separator: "，"),
          (["\(label)：\(place) \(kind?.traditional ?? "")"] + said).joined(separator: "，")))
    }
  }

  /// A short form that nobody declared makes a place of its own, where nobody else was.
  private static func tellOfLongerNames(_ place: NamedRef, _ session: Session) throws {
    for longer in try session.crm.longerNames(of: place) {
      let label = "\(longer.ref) \(Printable.escaping(longer.name))"
      let merging = "merge \(longer.ref) \(place.ref)"
      session.notice(
        Words(
          "a longer name: \(label); if it is the same: \(merging)",
          "已有更长的名称：\(label)；若是同一单位：\(merging)", "已有更長的名稱：\(label)；若是同一單位：\(merging)"))
    }
  }
}

extension Field {
  static let roleGiven = Field(
    .contact, "role", Words("role", "身份", "身份"), .text, aliases: ["职务"])
  /// The class, the department or the unit within a place.
  static let classGiven = Field(
    .contact, "class", Words("class", "班级", "班級"), .text, aliases: ["院系", "科室", "连队"])
  static let affiliationKind = Field(
    .contact, "kind", Words("kind", "性质", "性質"), .choice(Choices.affiliationKinds))
}
