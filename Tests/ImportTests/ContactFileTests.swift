import Foundation
import Leadline
import LeadlineModel
import TestKit
import Testing

@Suite struct ContactFileTests {
  private static let text = """
    姓名,公司,职务,手机,电话2,邮箱,籍贯,毕业院校,关系,生日,分组
    张伟,台达电子,总经理,13812345678/13900001111,0512-66668888,a@b.cn；c@d.cn,盐城,南京大学、苏州大学,老同学,1980-01-02,苏南；汽车
    ,台达电子,,13812345679,,,,,,,
    李娜,,,+1 415 555 2671,,,,,战友,,

    """

  @Test(arguments: EngineChoice.allCases)
  func everythingOfAContact(on engine: EngineChoice) throws {
    let bench = try Bench(engine)
    let path = try bench.file("通讯录.csv", Self.text)
    let report = try bench.take(path) { $0.knownBy = "me" }
    #expect(report.files[0].kind == .contact)
    #expect(report.counts == [2, 0, 0, 1])
    #expect(
      try bench.list(
        .contact, "name", "org", "title", "phone", "email", "town", "school", "birthday", "tag",
        "knows", "tie") == [
          "张伟|台达电子|总经理|\(try Self.phones(bench)[0])|a@b.cn,c@d.cn|盐城|南京大学,苏州大学|1980-01-02|苏南,汽车|王伟|classmate",
          "李娜|||\(try Self.phones(bench)[1])||||||王伟|comrade",
        ])
    #expect(try bench.take(path) { $0.knownBy = "me" }.entry == nil)
    #expect(try bench.findings() == [])
  }

  private static func phones(_ bench: Bench) throws -> [String] {
    let phones = try bench.list(.contact, "phone")
    #expect(phones[0].split(separator: ",").count == 3)
    return phones
  }

  /// Years and classes stand in the cell of the school, or the class in a column of its own.
  @Test(arguments: EngineChoice.allCases)
  func yearsOfASchoolMakeTies(on engine: EngineChoice) throws {
    let bench = try Bench(engine)
    let text = """
      编号,姓名,毕业院校,班级,曾任职,部队
      1,张伟,南京大学 1995-1999,计算机系,苏州精工（2001.3-2005.6）,
      2,李娜,南京大学计算机系95级、苏州大学 1999至今,,,
      3,王芳,南京大学（1997—2001）,,苏州精工 2005-,
      4,赵强,南京大学 2001-2005,,,73021部队 三营二连 1990-1994
      5,孙军,,,,73021部队1993-1995

      """
    try bench.take(try bench.file("通讯录.csv", text))
    func stays(_ number: Int64) throws -> [String] {
      try bench.crm.affiliations(of: Ref(.contact, number)).map {
        "\($0.organisation.name) \($0.group ?? "") \(YearSpan(from: $0.from, to: $0.to).text)"
      }
    }
    #expect(try stays(1) == ["南京大学 计算机系 1995–1999", "苏州精工  2001–2005"])
    #expect(try stays(2) == ["南京大学 计算机系 1995", "苏州大学  1999–"])
    #expect(try stays(4) == ["73021部队 三营二连 1990–1994", "南京大学  2001–2005"])
    func tied(_ number: Int64) throws -> [Int64] {
      try bench.crm.ties(of: Ref(.contact, number)).map(\.other.number).sorted()
    }
    #expect(try tied(1) == [2, 3])
    #expect(try tied(3) == [1, 4])
    #expect(try tied(5) == [4])
    #expect(try bench.take(try bench.file("通讯录.csv", text)).entry == nil)
    // What the file says anew of one place is said of the stay that is known.
    let again = text.replacing("（1997—2001）", with: " 1998-2002").replacing("计算机系,", with: "数学系,")
    try bench.take(try bench.file("通讯录.csv", again))
    #expect(try stays(3) == ["南京大学  1998–2002", "苏州精工  2005–"])
    #expect(try stays(1)[0] == "南京大学 数学系 1995–1999")
    let school = Field.contacts.first { $0.name == "school" }!
    _ = try bench.crm.set(
      [Change(school, .list(["南京大学 1993-1997", "苏州大学"]), .set)], on: [Ref(.contact, 3)],
      line: "set")
    #expect(try stays(3) == ["南京大学  1993–1997", "苏州精工  2005–", "苏州大学  "])
    // To take away a school that nobody knows makes none.
    let places = try bench.list(.organisation, "name")
    _ = try bench.crm.set(
      [Change(school, .list(["苏州大学", "无名大学"]), .remove)], on: [Ref(.contact, 3)], line: "set")
    #expect(try stays(3) == ["南京大学  1993–1997", "苏州精工  2005–"])
    #expect(try bench.list(.organisation, "name") == places)
    #expect(try bench.findings() == [])
  }

  @Test(arguments: EngineChoice.allCases)
  func listsChangeItemByItem(on engine: EngineChoice) throws {
    let bench = try Bench(engine)
    try bench.take(try bench.file("c.csv", "key,name,phone\n1,Zoë,13812345678;13800000001\n"))
    let phone = Field.contacts.first { $0.name == "phone" }!
    _ = try bench.crm.set(
      [Change(phone, .list(["13800000009"]), .add)], on: [Ref(.contact, 1)], line: "set")
    try bench.take(try bench.file("c.csv", "key,name,phone\n1,Zoë,13812345678;13800000002\n"))
    let digits = try bench.list(.contact, "phone")[0].filter { $0.isNumber || $0 == "," }
    #expect(digits.contains("13812345678") && digits.contains("13800000009"))
    #expect(digits.contains("13800000002") && !digits.contains("13800000001"))
  }

  @Test(arguments: EngineChoice.allCases)
  func possibleDuplicatesAreSaid(on engine: EngineChoice) throws {
    let bench = try Bench(engine)
    try bench.take(
      try bench.file("a.csv", "name,org,phone,email\nA,X,13812345678,\nB,Y,,b@y.cn\nC,Z,,\n"))
    let report = try bench.take(
      try bench.file(
        "b.csv", "name,org,phone,email\nAa,,+86 138 1234 5678,\nBb,,,B@Y.cn\nC,Z,1,\nD,Z,,\n"))
    #expect(report.counts == [4, 0, 0, 0])
    #expect(report.files[0].possibleDuplicates == 3)
    #expect(
      report.files[0].duplicates.map { $0.pair.likeness.words(.english) } == [
        "same phone 8613812345678; name in part the same",
        "same e-mail b@y.cn; name in part the same",
        "same name; same organisation Z",
      ])
    #expect(report.files[0].duplicates.map(\.pair.first.name) == ["A", "B", "C"])
  }

  @Test(arguments: EngineChoice.allCases)
  func escapesAndFormulasComeBack(on engine: EngineChoice) throws {
    let bench = try Bench(engine)
    let names = [
      "\u{1B}]0;x\u{7}Li", "=1+1", "@x", "'=y", "''", "-a\nb", "a\"b,c", "＝z", "\u{202E}evil",
    ]
    var out = "name,note\r\n"
    for name in names {
      out += "\"\(name.replacing("\"", with: "\"\""))\",n\r\n"
    }
    // As an exporter with the guard writes them.
    let guarded = out.replacing("\"=1", with: "\"'=1").replacing("\"@", with: "\"'@")
      .replacing("\"'=y", with: "\"''=y").replacing("\"''\"", with: "\"'''\"")
    try bench.take(try bench.file("x.csv", guarded)) { $0.kind = .contact }
    #expect(Set(try bench.list(.contact, "name")) == Set(names))
  }

  @Test(arguments: EngineChoice.allCases)
  func organisationsByName(on engine: EngineChoice) throws {
    guard let folder = Corpora.path("crm/maven-crm-ikebude-iso") else { return }
    let bench = try Bench(engine)
    try bench.take(try bench.file("l.csv", "title,account,stage\nx,Acme Corporation,intent\n"))
    let report = try bench.take(folder + "/accounts.csv")
    #expect(report.files[0].kind == .organisation)
    #expect(report.counts == [84, 1, 0, 0], "\(report.files[0])")
    #expect(
      try bench.list(.organisation, "name", "sector", "region")[0]
        == "Acme Corporation|technolgy|United States")
    #expect(try bench.take(folder + "/accounts.csv").entry == nil)
  }

  @Test(arguments: EngineChoice.allCases)
  func activitiesCountEqualReceptions(on engine: EngineChoice) throws {
    let bench = try Bench(engine)
    try bench.take(try bench.file("l.csv", "key,title,stage,created\nx1,冷链,意向,2022-01-01\n"))
    let text = """
      日期,方式,客商人数,部门,工作人员,项目,联系人,单位,内容
      2022-11-05,接待,3,商务局,李娜,冷链,张总,顺丰,看地
      2022-11-06,,3,商务局,,,,,
      2022-11-06,,3,商务局,,,,,
      2022-11-07,接待,1,,,没有的项目,,,
      2022-11-08,接待,99999999999,,,,,,

      """
    let path = try bench.file("接待.csv", text)
    let report = try bench.take(path)
    #expect(report.files[0].kind == .activity)
    #expect(report.counts == [3, 0, 0, 2], "\(report.files[0].rejections)")
    #expect(report.files[0].rejections[1].refusal == .tooManyGuests("99999999999"))
    #expect(
      try bench.list(.activity, "on", "kind", "guests", "department", "staff", "lead") == [
        "2022-11-05|reception|3|商务局|李娜|冷链", "2022-11-06|reception|3|商务局||",
        "2022-11-06|reception|3|商务局||",
      ])
    #expect(try bench.list(.lead, "last-touch") == ["2022-11-05"])
    #expect(try bench.take(path).counts == [0, 0, 3, 2])
    #expect(try bench.findings() == [])
  }
}
