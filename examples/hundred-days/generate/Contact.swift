/// A person of an address book.
struct Contact {
  let name: Name
  var org = ""
  var title = ""
  var phone = ""
  var email = ""
  var town = ""
  var school = ""
  /// How the owner of the book knows the person; empty for somebody met through work.
  var tie = ""
  var note = ""
}

/// Makes contacts whose numbers have not been given out to anybody.
struct Contacts {
  private(set) var names = Names(seed: 2)
  private var chance = Chance(seed: 3)
  private var tails: [Int]

  init() {
    var chance = Chance(seed: 4)
    tails = chance.shuffled((1000...9999).filter { $0 != 4321 })
  }

  /// Those who are known from elsewhere; the last ones introduce nobody.
  mutating func friends() -> [Contact] {
    var firms = Firms(seed: 8)
    let counts = [("同学", 8), ("同事", 6), ("战友", 5), ("同乡", 7), ("客商", 5), ("朋友", 3)]
    return counts.flatMap { tie, count in
      (0..<count).map { _ in friend(tie, firm: firms.next("实业")) }
    }
  }

  mutating func staff() -> [Staff] { Staff.all(&names) }

  /// Somebody who speaks for the company.
  mutating func speaker(for firm: Firm) -> Contact {
    person(names.next(), org: firm.name, title: chance.pick(Self.titles), domain: firm.domain)
  }

  /// Somebody whom the owner of the book knows from elsewhere.
  private mutating func friend(_ tie: String, firm: Firm) -> Contact {
    var friend = person(
      names.next(), org: firm.name, title: chance.pick(Self.titles), domain: firm.domain)
    friend.tie = tie
    friend.town = chance.pick(Self.towns)
    friend.school =
      tie == "同学" ? chance.pick(Array(Self.schools[0...1])) : chance.pick(Self.schools)
    friend.note = note(on: tie)
    return friend
  }

  mutating func person(_ name: Name, org: String, title: String, domain: String) -> Contact {
    Contact(
      name: name, org: org, title: title, phone: mobile(), email: "\(name.latin)@\(domain)")
  }

  private mutating func mobile() -> String {
    "\(chance.pick(["135", "136", "138", "139", "158", "186"])) 0000 \(tails.removeLast())"
  }

  private mutating func note(on tie: String) -> String {
    switch tie {
    case "同学": "\(chance.within(1992...2004))级同学"
    case "战友": "\(chance.within(1990...1998))年入伍，同一连队"
    case "同事": "原纺织厂同事，\(chance.within(1998...2008))年调离"
    case "同乡": "每年春节回乡"
    default: ""
    }
  }

  private static let titles = ["总经理", "副总经理", "投资部经理", "董事长助理", "财务总监", "项目经理", "采购总监"]
  private static let towns = ["盐城", "南通", "泰州", "扬州", "淮安", "连云港", "徐州"]
  private static let schools = [
    "南京大学", "东南大学", "苏州大学", "河海大学", "同济大学", "上海交通大学", "南京理工大学",
  ]
}
