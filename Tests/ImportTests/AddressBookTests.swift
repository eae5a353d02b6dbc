import Leadline
import LeadlineModel
import TestKit
import Testing

/// The files that address books and other programs write.
@Suite struct AddressBookTests {
  @Test(arguments: [
    (
      "First Name,Middle Name,Last Name,Title,Company,Job Title,Business Phone,Mobile Phone,"
        + "Birthday,E-mail Address,E-mail 2 Address,Notes\n"
        + "John,Q.,Doe,Mr.,Acme,Buyer,+1 418 656 9254,13812345678,0/0/00,a@b.cn,c@d.cn,hello\n",
      "John Q. Doe|Acme|Buyer|a@b.cn,c@d.cn|hello"
    ),
    (
      "First Name,Last Name,Organization Name,Organization Title,E-mail 1 - Label,"
        + "E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Notes\n"
        + "伟,王,台达电子,经理,Work,a@b.cn ::: c@d.cn,Mobile,13812345678 ::: +1 418 656 9254,\n",
      "王伟|台达电子|经理|a@b.cn,c@d.cn|"
    ),
    (
      "Name,Given Name,Family Name,Organization 1 - Name,Phone 1 - Value,Phone 2 - Value\n"
        + ",Zoë,Doe,Acme,13812345678,+1 418 656 9254\n",
      "Zoë Doe|Acme|||"
    ),
    ("姓,名,单位名称,职称,手机号码,座机\n欧阳,锋,顺丰,总监,13812345678,+1 418 656 9254\n", "欧阳锋|顺丰|总监||"),
  ])
  func aPerson(_ text: String, _ expected: String) throws {
    let bench = try Bench()
    let path = try bench.file("c.csv", text)
    let report = try bench.take(path)
    #expect(report.files[0].kind == .contact)
    #expect(report.counts == [1, 0, 0, 0], "\(report.files[0].rejections)")
    #expect(try bench.list(.contact, "name", "org", "title", "email", "note") == [expected])
    let phones = try bench.list(.contact, "phone")[0]
    #expect(Set(phones.split(separator: ",")) == ["+86 138 1234 5678", "+1 418 656 9254"])
    #expect(try bench.take(path).entry == nil)
  }

  @Test(arguments: EngineChoice.allCases)
  func aLeadInTheWordsOfAnotherProgram(on engine: EngineChoice) throws {
    let bench = try Bench(engine)
    let report = try bench.take(
      try bench.file(
        "l.csv",
        "标题,客户名称,状态,投资金额,录入日期,签约日期,招商部门,所在地\n"
          + "冷链,顺丰,签约,500万,2022-01-05,2022-02-01,商务局,深圳\n"))
    #expect(report.files[0].kind == .lead)
    #expect(
      try bench.list(
        .lead, "title", "org", "stage", "agreed", "created", "signed-on", "department", "region")
        == ["冷链|顺丰|signed|5000000 CNY|2022-01-05|2022-02-01|商务局|深圳"])
  }
}
