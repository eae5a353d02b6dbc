import LeadlineModel
import Testing

@Suite struct LegalFormTests {
  @Test(arguments: [
    ("苏州精工有限公司", "苏州精工"), ("苏州精工股份有限公司", "苏州精工"), ("蘇州精工", "苏州精工"),
    ("Müller GmbH", "muller"), ("Acme Co., Ltd.", "acme"), ("有限公司", "有限公司"), ("Costco", "costco"),
  ])
  func isRemoved(name: String, bare: String) {
    #expect(LegalForm.removed(from: Fold.text(name)) == bare)
  }

  @Test(arguments: [
    ("苏州精工", "苏州精工有限公司"), ("苏州精工股份有限公司", "苏州精工"), ("Acme", "Acme Co., Ltd."),
    ("Müller GmbH", "Muller"),
  ])
  func oneNameIsAVariantOfTheOther(name: String, other: String) {
    #expect(LegalForm.variants(of: Fold.text(name)).contains(Fold.text(other)))
  }

  @Test func aGroupIsNotItsCompany() {
    #expect(LegalForm.variants(of: "苏州精工集团") == [])
    #expect(!LegalForm.variants(of: "苏州精工").contains("苏州精工集团"))
  }
}
