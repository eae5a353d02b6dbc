import LeadlineModel
import Testing

@Suite struct TownFormTests {
  @Test(arguments: [
    ("常州", "常州市"), ("常州市", "常州"), ("江苏省常州市", "常州市"), ("江苏省常州市", "常州"), ("沛县", "沛县"),
  ])
  func known(name: String, other: String) {
    let variants = TownForm.variants(of: name)
    #expect(variants.contains(other) == (name != other))
  }

  @Test func whatIsNoTownHasNone() {
    for name in ["Berlin", "苏州工业园区管委会", "市", ""] { #expect(TownForm.variants(of: name) == []) }
  }
}
