internal import Foundation
internal import LeadlineModel
internal import LeadlineStore

/// A city's network made from a seed: schools whose entry years are groups of 5 to 60 and a few of
/// 5,000, employers by a power law, staff who know 50 to 5,000 contacts each and deal with them.
struct GeneratedPeople {
  let contacts: Int
  private var random: SeededNumbers
  /// Whom each of the staff knows.
  private var known: [[Int64]] = []
  private let today: Day

  init(contacts: Int, seed: UInt64 = 1, today: Day) {
    self.contacts = contacts
    self.today = today
    random = SeededNumbers(seed: seed)
  }

  /// One member of staff for a thousand contacts.
  private var staff: Int { max(20, contacts / 1000) }
  private static let perCommand = 20_000

  /// Enters all of them, so many to a command.
  mutating func enter(_ database: Database, _ author: Author) throws {
    var places = Places()
    func command(_ body: (Writer) throws -> Void) throws {
      _ = try database.write(as: author, body)
    }
    try command { writer in
      places = try enterPlaces(writer)
      for number in 0..<staff { try enterPerson(number, isStaff: true, places, writer) }
    }
    for first in stride(from: 0, to: contacts, by: Self.perCommand) {
      try command { writer in
        for number in first..<min(first + Self.perCommand, contacts) {
          try enterPerson(number, isStaff: false, places, writer)
        }
      }
    }
    try command { try enterTies($0) }
    for _ in stride(from: 0, to: contacts * 2, by: Self.perCommand) {
      try command { writer in for _ in 0..<Self.perCommand { try enterDealing(writer) } }
    }
  }

  /// Keys of what people belong to; a school's entry years are filled one after another.
  private struct Places {
    var schools: [Int64] = []
    var employers: [Int64] = []
    var towns: [Int64] = []
  }

  private mutating func enterPlaces(_ writer: Writer) throws -> Places {
    var places = Places()
    // Thirty entry years of about thirty people make a school.
    for number in 0..<max(3, contacts / 900) {
      places.schools.append(
        try writer.insertOrganisation("第\(number + 1)大学", kind: "school"))
    }
    for number in 0..<max(5, contacts / 12) {
      places.employers.append(try writer.insertOrganisation("\(Self.word(number))有限公司"))
    }
    for number in 0..<200 {
      places.towns.append(try writer.insertOrganisation("\(Self.word(number))县", kind: "town"))
    }
    return places
  }

  private mutating func enterPerson(
    _ number: Int, isStaff: Bool, _ places: Places, _ writer: Writer
  ) throws {
    let employer = isStaff ? nil : places.employers[powerLaw(places.employers.count)]
    let person = try writer.insertPerson(
      isStaff ? "工作人员\(number)" : name(), staff: isStaff,
      [
        .organisation: Datum(employer), .title: .text(Self.titles[below(Self.titles.count)]),
        .askable: Datum(below(50) != 0),
      ])
    try enterStudy(of: person, places, writer)
    // One in three had an employer before.
    if below(3) == 0 {
      let from = 1990 + below(30)
      try writer.insertAffiliation(
        of: person, at: places.employers[powerLaw(places.employers.count)], kind: "work",
        from: Int64(from), to: Int64(from + below(12)))
    }
    if below(4) == 0 {
      try writer.insertAffiliation(of: person, at: places.towns[below(200)], kind: "town")
    }
  }

  /// A few schools are so large that only a class counts in them.
  private mutating func enterStudy(
    of person: Int64, _ places: Places, _ writer: Writer
  ) throws {
    let isLarge = below(50) == 0
    let school = isLarge ? below(3) : 3 + below(max(1, places.schools.count - 3))
    let entry = isLarge ? 1998 + below(2) : 1985 + below(30)
    let group = isLarge || below(5) == 0 ? "\(below(isLarge ? 150 : 3) + 1)班" : nil
    try writer.insertAffiliation(
      of: person, at: places.schools[min(school, places.schools.count - 1)], kind: "study",
      group: group, from: Int64(entry), to: Int64(entry + 3))
  }

  /// Most of the staff know some dozens to hundreds, one in fifty 5,000.
  private mutating func enterTies(_ writer: Writer) throws {
    let kinds = ["met", "met", "met", "met", "classmate", "colleague", "friend", "comrade"]
    for member in 1...staff {
      let count = member % 50 == 0 ? 5_000 : 50 + below(350)
      known.append((0..<min(count, contacts / 2)).map { _ in Int64(below(contacts) + 1) })
      for contact in known[member - 1] {
        try writer.insertTie(
          from: Database.key(of: Ref(.staff, Int64(member))), to: contact,
          kind: kinds[below(kinds.count)])
      }
    }
  }

  /// Four of five dealings are with a contact whom the member of staff knows.
  private mutating func enterDealing(_ writer: Writer) throws {
    let day = today - Int(Double(below(10_000)) * Double(below(10_000)) / 25_000)
    let member = below(staff)
    let contact =
      below(5) == 0 ? Int64(below(contacts) + 1) : known[member][below(known[member].count)]
    _ = try writer.insertActivity(
      [.day: .day(day), .kind: .text(below(3) == 0 ? "visit" : "call")],
      with: [
        .person(Database.key(of: Ref(.staff, Int64(member + 1)))), .person(contact),
      ])
  }

  private mutating func below(_ bound: Int) -> Int { Int(random.next() % UInt64(bound)) }

  /// A rank below `count`; the first ranks are the most frequent (Zipf's law, exponent 1).
  private mutating func powerLaw(_ count: Int) -> Int {
    let share = Double(random.next() >> 11) / Double(1 << 53)
    return min(count - 1, Int(exp(share * log(Double(count)))) - 1)
  }

  private mutating func name() -> String {
    if below(10) == 0 {
      return Self.western[below(Self.western.count)] + " " + Self.surnames[below(10)]
    }
    let given = (0...below(2)).map { _ in Self.given[below(Self.given.count)] }
    return Self.families[below(Self.families.count)] + given.joined()
  }

  private static func word(_ number: Int) -> String {
    var (rest, word) = (number, "")
    repeat {
      word += given[rest % given.count]
      rest /= given.count
    } while rest > 0
    return word
  }

  private static let families = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董"
    .map(String.init)
  private static let given = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国文辉力波宁志新梅鑫佳雪晨宇浩"
    .map(String.init)
  private static let western = ["Anna", "Peter", "Jürgen", "Marie", "John", "Yuki", "Søren"]
  private static let surnames = [
    "Müller", "Smith", "Tanaka", "Dupont", "Jensen", "Rossi", "Novak", "Silva", "Weber", "Brown",
  ]
  private static let titles = ["董事长", "总经理", "经理", "工程师", "主任", "采购总监", "会计", "科长"]
}
