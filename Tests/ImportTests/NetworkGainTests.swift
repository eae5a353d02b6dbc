import Leadline
import LeadlineModel
import TestKit
import Testing

/// What an address book brings into the network.
@Suite struct NetworkGainTests {
  private let book =
    "姓名,单位,职务,手机,学校\n赵敏,台达电子,董事长,13900001111,南京大学\n李强,光明纺织,会计,,南京大学\n"
    + "张伟,,,13812344321,\n孙静,,,,东南大学\n"

  /// 张伟 is known, to 李娜 and 王晓峰, and was at one of the book's schools.
  private func city(_ engine: EngineChoice) throws -> Bench {
    let bench = try Bench(engine)
    let crm = bench.crm
    let known = try crm.newPerson("张偉", [.phones("13812344321")]).result
    try crm.affiliate([known], at: "南京大学", NewAffiliation(from: 1995, to: 1999))
    for name in ["李娜", "王晓峰"] {
      let staff = try crm.newPerson(name, staff: true).result
      try crm.tie(staff, known, kind: "friend")
    }
    return bench
  }

  @Test(arguments: EngineChoice.allCases, [false, true])
  func newKnownAndSharedAreTold(on engine: EngineChoice, isDryRun: Bool) throws {
    let bench = try city(engine)
    let report = try bench.take(try bench.file("book.csv", book)) {
      $0.knownBy = "me"
      $0.isDryRun = isDryRun
    }
    let gain = try #require(report.gain)
    #expect((gain.newPeople, gain.knownPeople) == (3, 1))
    #expect(gain.through.map { "\($0.staff.name) \($0.count)" } == ["李娜 1", "王晓峰 1"])
    #expect(
      gain.shared.map { "\($0.organisation.name) \($0.newPeople) \($0.knownPeople)" }
        == ["南京大学 2 1"])
    #expect(gain.shared[0].years == nil)
    let prospects = try #require(gain.prospects)
    // 张伟 came in once more and is not new.
    #expect(prospects.map(\.contact.name) == ["赵敏", "李强", "孙静"])
    #expect(prospects[0].way.persons.map(\.name) == ["王伟", "赵敏"])
    #expect(try bench.count(.contact) == (isDryRun ? 1 : 5))
    #expect(
      gain.lines(.english)
        == [
          "network: 3 new people, 1 known here already (through 李娜 1, 王晓峰 1)",
          "shared: 南京大学 (2 new, 1 known)",
        ])
  }

  @Test func aSecondTimeAllAreKnown() throws {
    let bench = try city(.sqlite)
    let path = try bench.file("book.csv", book)
    try bench.take(path) { $0.knownBy = "李娜" }
    let gain = try #require(try bench.take(path) { $0.knownBy = "me" }.gain)
    #expect((gain.newPeople, gain.knownPeople, gain.shared.count) == (0, 4, 0))
    #expect(gain.through.map { "\($0.staff.name) \($0.count)" } == ["李娜 4"])
    #expect(gain.prospects == [])
  }

  @Test(arguments: EngineChoice.allCases)
  func anUnchangedFileTiesAnotherOwner(on engine: EngineChoice) throws {
    let bench = try Bench(engine)
    let li = try bench.crm.newPerson("李娜", staff: true).result
    let path = try bench.file("book.csv", "姓名,手机,关系\n赵敏,13900001111,同学\n李强,,\n")
    try bench.take(path) { $0.knownBy = "me" }
    let trial = try bench.take(path) {
      $0.knownBy = "李娜"
      $0.isDryRun = true
    }
    #expect((trial.files[0].unchanged, trial.files[0].acquainted) == (2, 2))
    #expect(try bench.list(.contact, "name", "knows") == ["赵敏|王伟", "李强|王伟"])
    let left = try bench.take(path) {
      $0.knownBy = "李娜"
      $0.mode = .add
    }
    #expect((left.files[0].skipped, left.files[0].acquainted) == (2, 0))
    let report = try bench.take(path) { $0.knownBy = "\(li)" }
    #expect((report.files[0].unchanged, report.files[0].acquainted) == (2, 2))
    #expect(report.entry != nil)
    #expect(
      try bench.list(.contact, "name", "knows", "tie")
        == ["赵敏|王伟,李娜|classmate", "李强|王伟,李娜|met"])
    #expect(try bench.take(path) { $0.knownBy = "李娜" }.entry == nil)
    try bench.crm.undo()
    #expect(try bench.list(.contact, "name", "knows") == ["赵敏|王伟", "李强|王伟"])
  }

  @Test func aChangedRowTiesAnotherOwnerAndARelationIsChanged() throws {
    let bench = try Bench()
    try bench.crm.newPerson("李娜", staff: true)
    func take(_ rows: String, owner: String) throws -> ImportedFile {
      try bench.take(try bench.file("book.csv", "编号,姓名,职务,关系\n" + rows)) {
        $0.knownBy = owner
      }.files[0]
    }
    _ = try take("1,赵敏,经理,\n", owner: "me")
    #expect(try bench.list(.contact, "knows", "tie") == ["王伟|met"])
    #expect(try take("1,赵敏,总经理,\n", owner: "李娜").acquainted == 1)
    #expect(try bench.list(.contact, "title", "knows", "tie") == ["总经理|王伟,李娜|met"])
    #expect(try take("1,赵敏,总经理,同学\n", owner: "李娜").acquainted == 0)
    #expect(try bench.list(.contact, "tie") == ["met,classmate"])
  }

  @Test func anOwnerIsNotMadeByAName() throws {
    let bench = try Bench()
    let path = try bench.file("book.csv", book)
    for name in ["李那", "S7", ""] {
      #expect(throws: CRMError.self) { try bench.take(path) { $0.knownBy = name } }
    }
    #expect(try bench.list(.contact, "name") == [])
    #expect(try bench.list(.staff, "name") == [])
  }

  @Test func withoutAnOwnerOrContactsThereIsNone() throws {
    let bench = try Bench()
    #expect(try bench.take(try bench.file("book.csv", book)).gain == nil)
    let leads = try bench.file("leads.csv", "标题,来源\n冷链,校友\n")
    #expect(try bench.take(leads) { $0.kind = .lead }.gain == nil)
  }
}
