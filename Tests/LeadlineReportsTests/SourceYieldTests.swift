import LeadlineModel
import LeadlineReports
import Testing

@Suite struct SourceYieldTests {
  @Test func countsReachedStagesAndTakesTheMedian() {
    func fact(_ group: String, _ days: [Int?], agreed: Int64? = nil) -> SourceFact {
      SourceFact(
        group: group, entered: days.map { $0.map { Day(number: $0) } }, agreed: agreed,
        arrived: nil)
    }
    let yields = SourceYield.fold([
      fact("alumni", [100, 110, nil], agreed: 5), fact("kin", [7, nil, nil]),
      fact("alumni", [200, 230, 300], agreed: 7), fact("alumni", [50, nil, nil]),
    ])
    #expect(yields.map(\.group) == ["alumni", "kin"])
    #expect(yields[0].leads == 3)
    #expect(yields[0].reached == [3, 2, 1])
    #expect(yields[0].medianDays == [0, 10, 100])
    #expect(yields[0].agreed == 12)
    #expect(yields[1].reached == [1, 0, 0])
    #expect(yields[1].medianDays == [0, nil, nil])
  }

  @Test func sourcesWithAsManyLeadsComeByName() {
    let facts = ["kin", "alumni"].map {
      SourceFact(group: $0, entered: [Day(number: 1)], agreed: nil, arrived: nil)
    }
    #expect(SourceYield.fold(facts).map(\.group) == ["alumni", "kin"])
    #expect(SourceYield.fold([SourceFact]()).isEmpty)
  }
}
