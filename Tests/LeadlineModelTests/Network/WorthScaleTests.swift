import LeadlineModel
import Testing

@Suite struct WorthScaleTests {
  private let scale = WorthScale.standard

  private func facts(
    _ title: String? = nil, at place: String? = nil, isCompany: Bool = true,
    hasLeads: Bool = false, sector: String? = nil
  ) -> ProspectFacts {
    ProspectFacts(
      title: title, organisation: place.map { NamedRef(Ref(.organisation, 1), name: $0) },
      isCompany: isCompany, hasLeads: hasLeads, sector: sector)
  }

  @Test(arguments: [
    ("董事长", WorthScale.Rank.decides), ("董事長兼總經理", .decides), ("CEO", .decides),
    ("Managing Director", .decides), ("General Manager", .decides), ("Owner", .decides),
    ("副总经理", .closeBy), ("董事长助理", .closeBy), ("Vice President", .closeBy), ("CFO", .closeBy),
    ("Sales Director", .closeBy), ("销售经理", .manages), ("办公室主任", .manages),
    ("Head of Purchasing", .manages), ("司机", nil), ("", nil),
  ])
  func titlesAreRanked(title: String, rank: WorthScale.Rank?) {
    #expect(scale.rank(of: title) == rank)
  }

  @Test func worthIsTheProduct() {
    #expect(scale.worth(of: facts()) == 1)
    #expect(scale.worth(of: facts("司机")) == 1)
    #expect(scale.worth(of: facts("董事长")) == 2)
    #expect(scale.worth(of: facts("董事长", at: "台达电子")) == 3)
    #expect(scale.worth(of: facts("董事长", at: "台达电子", hasLeads: true)) == 1.6)
    #expect(scale.worth(of: facts("主任", at: "商务局", isCompany: false)) == 0.6)
    #expect(scale.worth(of: facts("董事长", at: "台达电子", sector: "电子")) == scale.most)
  }

  @Test func whoWasAskedOftenIsToldByTheYearAndInAll() {
    let day = Day(iso: "2026-11-20")!
    let scale = AskScale.standard
    #expect(!scale.isOften(AskCount(times: 2, recently: 2, last: day)))
    #expect(scale.isOften(AskCount(times: 3, recently: 3, last: day)))
    #expect(!scale.isOften(AskCount(times: 4, recently: 2, last: day)))
    #expect(scale.isOften(AskCount(times: 5, recently: 0, last: day)))
  }
}
