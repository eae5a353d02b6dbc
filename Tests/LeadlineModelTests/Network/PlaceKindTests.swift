import LeadlineModel
import Testing

/// What a name says of the kind of an organisation.
@Suite struct PlaceKindTests {
  private static let cases: [(String, PlaceKind)] = [
    ("南京大学", .school), ("中央党校", .school), ("扬州一中", .school), ("Nanjing University", .school),
    ("73031部队", .unit), ("第12集团军", .unit), ("南京军区", .unit), ("镇江军分区", .unit),
    ("空军某部", .unit), ("三营二连", .unit), ("商务局", .agency), ("园区管委会", .agency),
    ("招商局集团", .company), ("大连", .company), ("中国青旅", .company), ("某律师", .company),
    ("某团", .unit), ("炮兵旅", .unit), ("南京大学出版社有限公司", .company), ("陕西师大", .school),
    ("复旦大学附属中山医院", .company), ("财政厅", .agency), ("海军某部", .unit), ("永辉超市", .company),
    ("常州市", .town), ("新北区", .town), ("苏州精工", .company), ("Acme Motors, Ltd", .company),
  ]

  @Test(arguments: cases)
  func guessed(name: String, kind: PlaceKind) {
    #expect(PlaceKind(guessedFrom: name) == kind)
  }
}
