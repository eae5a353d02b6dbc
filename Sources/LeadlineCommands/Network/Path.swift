internal import Leadline
internal import LeadlineInterchange

extension Command {
  static let path = Command(
    Signature(
      "path", aliases: ["引荐", "引薦"],
      slots: [Slot("TARGET", .which([.contact, .organisation]))], assignable: [.fromGiven],
      options: [Option("--limit", value: "N")]),
    .network,
    Words("finds who can introduce us to somebody", "找出能引荐我们的人", "找出能引薦我們的人"),
    examples: [
      "path C9", "path 台达电子 from=me", "path 台达电子 from=商务局 --limit 5",
      "path 台达电子 -o path.svg",
    ],
    details: """
      From all staff, or from= me, a person or a department, to a contact or to anybody at an \
      organisation, by at most four introductions; each with its reason, the weakest marked. \
      The best \(usual), or --limit. A way is as strong as \
      the product of its ties. Nobody is led through who is not to be asked (ask=no); who was asked \
      often is marked. A file ending in .svg is a picture, one in .dot the same for Graphviz.
      """
  ) { parsed, session in
    let target = try session.record(parsed, slot: "TARGET", example: "path C9 from=me")
    let sources = try session.crm.introducers(try session.text("from", parsed))
    let count = try session.number("--limit", parsed) ?? usual
    let ways = try session.crm.introductions(to: target, from: sources, count: count)
    let request = try session.tableRequest(takesPictures: true)
    let often = try session.crm.oftenAsked(ways.flatMap { $0.persons.map(\.ref) })
    if request.format == nil, request.destination == .standard {
      for (number, way) in ways.enumerated() {
        try Way(way, often, session.crm.language).show(number + 1, session)
      }
    } else if let format = request.format, format.isPicture {
      let diagram = Diagram(ways, in: session.crm.language)
      try session.console.bytes(request) { sink in
        if format == .svg {
          try SVGWriter(to: sink, language: session.crm.language).write(diagram)
        } else {
          try DOTWriter(to: sink).write(diagram)
        }
      }
      session.noticeWritten(request)
    } else {
      try table(ways, often, request, session)
    }
    session.keep(rows: ways.flatMap { $0.persons.map(\.ref) })
    if ways.isEmpty, count > 0 { session.notice(try none(to: target, from: sources, session)) }
  }

  /// Why there is no way.
  private static func none(
    to target: Ref, from sources: [Ref], _ session: Session
  ) throws -> Words {
    let label = try session.label(target)
    let contacts = Set(try session.crm.contacts(at: target))
    if contacts.isEmpty {
      return Words(
        "nobody is known to be at \(label): set C7 org=\(target)",
        "\(label) 目前没有已知的联系人：set C7 org=\(target)",
        "\(label) 目前沒有已知的聯絡人：set C7 org=\(target)")
    }
    if contacts.isSuperset(of: sources) {
      return Words(
        "the way to \(label) would begin there: from= needs somebody else",
        "通往 \(label) 的路不能从那里开始：from= 请写别人", "通往 \(label) 的路不能從那裡開始：from= 請寫別人")
    }
    return Words(
      "no way of at most four introductions to \(label)", "四次引荐之内找不到通往 \(label) 的路",
      "四次引薦之內找不到通往 \(label) 的路")
  }

  private static let usual = 3

  private static func table(
    _ ways: [Introduction], _ often: [Ref: AskCount], _ request: TableRequest,
    _ session: Session
  ) throws {
    let language = session.crm.language
    let headings: [(String, Words, FieldType)] = [
      ("way", Words("way", "路径", "路徑"), .number), ("hop", Words("hop", "步", "步"), .number),
      ("from", Words("from", "引荐人", "引薦人"), .id),
      ("from-name", Words("from name", "引荐人姓名", "引薦人姓名"), .text),
      ("to", Words("to", "被引见人", "被引見人"), .id),
      ("to-name", Words("to name", "被引见人姓名", "被引見人姓名"), .text),
      ("strength", Words("strength", "强度", "強度"), .text),
      ("how", Words("how", "因何", "因何"), .text),
    ]
    func reasons(_ tie: Tie) -> [String] { tie.reasons.map { $0.words[language] } }
    func asked(_ introducer: Ref) -> [String] {
      often[introducer].map { [$0.words[language]] } ?? []
    }
    try session.console.table(request) { writer in
      try writer.begin(
        headings.map { ReportColumn(id: $0.0, heading: $0.1[language], type: $0.2) })
      for (number, way) in ways.enumerated() {
        for (hop, tie) in way.ties.enumerated() {
          let (from, to) = (way.persons[hop], way.persons[hop + 1])
          try writer.row([
            .number(Int64(number + 1)), .number(Int64(hop + 1)), .text("\(from.ref)"),
            .text(from.name), .text("\(to.ref)"), .text(to.name), .text(tie.strength.percent),
            .text((reasons(tie) + asked(from.ref)).joined(separator: "; ")),
          ])
        }
      }
      try writer.end()
    }
  }
}

/// One way, as a small picture in text.
private struct Way {
  let way: Introduction
  let often: [Ref: AskCount]
  let language: Language

  init(_ way: Introduction, _ often: [Ref: AskCount], _ language: Language) {
    self.way = way
    self.often = often
    self.language = language
  }

  func show(_ number: Int, _ session: Session) throws {
    try session.console.say("\(number). \(way.strength.percent)  \(name(0))")
    for (index, tie) in way.ties.enumerated() {
      let why = Printable.escaping(tie.why(in: language))
      let mark = index == way.weakest && way.ties.count > 1 ? weakest : ""
      let indent = String(repeating: "  ", count: index + 1)
      try session.console.say(
        "\(indent)└ \(tie.strength.percent) \(why)\(mark)\n\(indent)  → \(name(index + 1))")
    }
  }

  private var weakest: String { Words(" (the weakest)", "（最弱一环）", "（最弱一環）")[language] }

  private func name(_ index: Int) -> String {
    let person = way.persons[index]
    let isAsked = index < way.persons.count - 1
    let asked = isAsked ? often[person.ref].map { " (\($0.words[language]))" } ?? "" : ""
    return "\(person.ref) \(Printable.escaping(person.name))\(asked)"
  }
}

extension Tie {
  fileprivate func why(in language: Language) -> String {
    tellingReasons.map { $0.words[language] }.joined(separator: "; ")
  }
}

extension Diagram {
  /// Ways as one picture: persons who stand on several are one box; the weakest ties are marked.
  init(_ ways: [Introduction], in language: Language) {
    self.init()
    for (number, way) in ways.enumerated() {
      for (step, person) in way.persons.enumerated() {
        add(
          Box(
            id: "\(person.ref)", text: "\(person.ref) \(person.name)", column: step, row: number))
      }
      for (step, tie) in way.ties.enumerated() {
        add(
          Line(
            from: "\(way.persons[step].ref)", to: "\(way.persons[step + 1].ref)",
            text: "\(tie.strength.percent) \(tie.why(in: language))",
            isWeak: step == way.weakest && way.ties.count > 1))
      }
    }
  }
}

extension Field {
  /// From whom ways begin: a person, or the staff of a department.
  static let fromGiven = Field(.staff, "from", Words("from", "从", "從"), .text)
}
