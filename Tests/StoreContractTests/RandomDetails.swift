import LeadlineModel
import TestKit

@testable import LeadlineStore

/// Fills the fields of records at random with what people write: readings that differ, Latin and
/// mixed names, numbers in many shapes, texts that are empty.
struct RandomDetails {
  var random: SeededNumbers
  let database: LeadlineStore.Database
  let today: Day

  init(seed: UInt64, in world: World) {
    random = SeededNumbers(seed: seed)
    database = world.database
    today = world.today
  }

  static let names = [
    "张伟", "張偉", "曾国强", "单雄信", "解缙", "仇英", "区志明", "查良镛", "欧阳娜娜", "重庆长安", "吕布", "女娲",
    "Zoë Müller", "O'Neill", "Strauß & Söhne GmbH", "José Ángel García Fernández", "van der Waals",
    "华为Tech（苏州）有限公司", "3M中国", "ＡＢＣ汽车", "台达电子（苏州）有限公司", "臺達電子", "南京大学", "乐乐", "长行",
    "A.B.C. Ltd", "İstanbul Ağ", "ﬁnance", "Ж Жук", "王·小明", "李  娜", "x", "🚗 Motors", "a,b",
    "北京市海淀区中关村软件园二期国际软件大厦", "Abcdefghijklmnopqrstuvwxyz",
  ]
  static let texts = [
    "", "新能源汽车", "Auto", "AUTO parts", "苏南，昆山", "苏南, 昆山", "汽車電池", "50% or more", "it's_100%",
    "Müller", "地块 7", "…",
  ]
  static let numbers = [
    "13812344321", "+86 138 1234 4321", "138-0000-1234", "0512-65551234", "010 6555 1234",
    "+1 (415) 555-2671", "4008001234", "65551234", "0086 13912345678", "12345", "110", "ext",
    "0512-65551234 ext 12",
  ]
  static let addresses = [
    "zhang.wei@example.com", "Anna-Maria@Sub.Example.co.uk", "info@台达.cn", "x@y", "no-at-sign",
    "muller+crm@firm.example", "",
  ]

  mutating func pick(_ texts: [String]) -> String {
    texts.randomElement(using: &random) ?? ""
  }

  private mutating func tags() -> Datum {
    let count = Int.random(in: 0...3, using: &random)
    return Datum(ColumnList.text((0..<count).map { _ in pick(Self.texts + Self.names) }))
  }

  private mutating func maybe(_ chance: Int = 2) -> Bool {
    Int.random(in: 0..<chance, using: &random) == 0
  }

  mutating func fill(_ writer: Writer) throws {
    for key in try keys(Schema.organisation) { try fill(organisation: key, writer) }
    let departments = try (0..<3).map { _ in
      try writer.insertDepartment(pick(Self.names))
    }
    let sections = try departments.map { try writer.insertSection(pick(Self.names), of: $0) }
    for _ in 0..<2 { _ = try writer.insertPerson(pick(Self.names), staff: true) }
    for key in try keys(Schema.person) {
      try fill(person: key, departments, sections, writer)
    }
    for key in try keys(Schema.lead) { try fill(lead: key, sections, writer) }
    for key in try keys(Schema.activity) { try fill(activity: key, departments, writer) }
    for _ in 0..<6 { try addFollowUp(writer) }
  }

  private mutating func fill(organisation key: Int64, _ writer: Writer) throws {
    try writer.updateOrganisation(
      key,
      [
        .name: .text(pick(Self.names)), .sector: .text(pick(Self.texts)), .tag: tags(),
        .kind: .text(pick(Choices.organisationKinds.map(\.id))), .note: .text(pick(Self.texts)),
      ])
    if maybe() { try writer.insertAlias(pick(Self.names), of: key) }
    if maybe() {
      try writer.remember(
        "", of: Ref(.organisation, key), origin: "book", key: "\(pick(Self.names)) \(key)",
        known: nil)
    }
  }

  private mutating func fill(
    person key: Int64, _ departments: [Int64], _ sections: [Int64], _ writer: Writer
  ) throws {
    var values: [PersonColumn: Datum] = [
      .title: .text(pick(Self.texts)), .region: .text(pick(Self.texts)), .tag: tags(),
      .note: .text(pick(Self.texts)), .askable: Datum(maybe()),
    ]
    if maybe() { values[.birthday] = .day(today - Int.random(in: 7000...25_000, using: &random)) }
    let isStaff = Key.person(key).kind == .staff
    if isStaff {
      values[.department] = Datum(departments.randomElement(using: &random))
      values[.section] = Datum(sections.randomElement(using: &random))
    } else {
      values[.name] = .text(pick(Self.names))
    }
    try writer.updatePerson(key, values)
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      try writer.insertPhone(pick(Self.numbers), label: nil, of: key)
    }
    if maybe() { try writer.insertEmail(pick(Self.addresses), label: nil, of: key) }
    for kind in Choices.affiliationKinds.map(\.id) where maybe() {
      for organisation in try keys(Schema.organisation).shuffled(using: &random).prefix(2) {
        try writer.insertAffiliation(
          of: key, at: organisation, kind: kind, group: maybe() ? pick(Self.names) : nil)
      }
    }
    for knower in try keys(Schema.person) where knower != key && maybe(4) {
      try writer.insertTie(from: knower, to: key, kind: pick(Choices.tieKinds.map(\.id)))
    }
    if maybe() {
      try writer.remember(
        "", of: Key.person(key), origin: "cards", key: "\(pick(Self.names)) \(key)", known: nil)
    }
  }

  private mutating func fill(lead key: Int64, _ sections: [Int64], _ writer: Writer) throws {
    var values: [LeadColumn: Datum] = [
      .title: .text(pick(Self.names)), .sector: .text(pick(Self.texts)),
      .region: .text(pick(Self.texts)), .tag: tags(), .note: .text(pick(Self.texts)),
      .source: .text(pick(Choices.sources.map(\.id))),
      .currency: .text(pick(["CNY", "CNY", "USD", "JPY"])),
    ]
    if maybe() { values[.section] = Datum(sections.randomElement(using: &random)) }
    if maybe() {
      values[.introducer] = Datum(
        try keys(Schema.person).filter { Key.person($0).kind == .contact }
          .randomElement(using: &random))
    }
    try writer.updateLead(key, values)
    for person in try keys(Schema.person)
    where Key.person(person).kind == .contact && maybe(4) {
      try writer.addContact(person, to: key)
    }
    if maybe() {
      let owner = try keys(Schema.person).filter { Key.person($0).kind == .staff }
        .randomElement(using: &random)
      try writer.setFigure(.owner, of: key, to: owner, from: today - 20)
    }
  }

  private mutating func fill(
    activity key: Int64, _ departments: [Int64], _ writer: Writer
  ) throws {
    var values: [ActivityColumn: Datum] = [.note: .text(pick(Self.texts + Self.names))]
    if maybe() { values[.guests] = .integer(Int64.random(in: 0...9, using: &random)) }
    if maybe() { values[.department] = Datum(departments.randomElement(using: &random)) }
    try writer.updateActivity(key, values)
    if maybe(), let organisation = try keys(Schema.organisation).randomElement(using: &random) {
      try writer.add(.organisation(organisation), to: key)
    }
  }

  private mutating func addFollowUp(_ writer: Writer) throws {
    let made = today - Int.random(in: 0...200, using: &random)
    var values: [FollowUpColumn: Datum] = [
      .kind: .text(pick(Choices.followUpKinds.map(\.id))), .made: .day(made),
      .due: .day(made + Int.random(in: 0...60, using: &random)),
      .what: .text(pick(Self.texts + Self.names)), .who: Datum(writer.actor),
    ]
    if maybe() { values[.at] = .text(pick(["", "09:30", "下午", "PM"])) }
    if maybe() { values[.every] = .integer(Int64.random(in: 1...30, using: &random)) }
    if maybe() {
      values[.person] = Datum(try keys(Schema.person).randomElement(using: &random))
    } else {
      values[.lead] = Datum(try keys(Schema.lead).randomElement(using: &random))
    }
    if maybe() {
      values[.outcome] = .text(pick(["done", "cancelled"]))
      values[.closed] = .day(made + Int.random(in: 0...9, using: &random))
    }
    _ = try writer.insertFollowUp(values)
  }

  private func keys(_ table: TableShape) throws -> [Int64] {
    try database.keys("SELECT id FROM \(raw: table.name) ORDER BY id")
  }
}
