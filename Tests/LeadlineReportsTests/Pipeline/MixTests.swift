import LeadlineModel
import LeadlineReports
import Testing

@Suite struct MixTests {
  private func mix(_ facts: [(String, Int64?)]) -> Mix {
    var mix = Mix(bounds: [5, 10, 50], bigFrom: 10)
    for (group, amount) in facts { mix.add(MixFact(group: group, amount: amount)) }
    return mix
  }

  @Test func aBoundBelongsToTheBandAboveIt() {
    let mix = mix([("a", 4), ("a", 5), ("b", 9), ("", 10), ("b", 50), ("b", 51), ("c", nil)])
    #expect(mix.bands.map(\.count) == [1, 2, 1, 2])
    #expect(mix.bands.map(\.amount) == [4, 14, 10, 101])
    #expect(mix.big.count == 3 && mix.big.amount == 111)
    #expect(mix.unsized.count == 1)
    #expect(mix.whole.count == 7 && mix.whole.amount == 129)
    #expect(mix.bands.reduce(mix.unsized.count) { $0 + $1.count } == mix.whole.count)
  }

  @Test func groupsByNumberThenAmountThenNameAndUnknownLast() {
    let mix = mix([("", 1), ("", 1), ("b", 1), ("a", 1), ("c", 2), ("d", nil), ("d", nil)])
    #expect(mix.ranked.map(\.name) == ["d", "c", "a", "b", ""])
  }

  @Test func anEarlierDayStandsBesideIt() {
    let field = ReportColumn(id: "sector", heading: "sector", type: .text)
    let table = MixComparison(
      now: mix([("a", 60)]), before: mix([("a", 60), ("gone", 4)]), field: field, currency: .cny
    ).table(in: .english)
    #expect(table.columns.map(\.id).suffix(3) == ["count-before", "amount-before", "change"])
    let gone = table.rows.first { $0[1] == .text("gone") }
    #expect(gone?[2] == .number(0) && gone?[6] == .number(1) && gone?.last == .number(-1))
    #expect(table.rows.last?[0] == .choice("all"))
    #expect(table.rows.allSatisfy { $0.count == table.columns.count })
  }

  @Test func bandsAreNamedInEachLanguage() {
    let mix = Mix(bounds: Mix.usualBounds(of: .cny), bigFrom: Mix.usualBigFrom(.cny))
    let field = ReportColumn(id: "sector", heading: "行业", type: .text)
    let comparison = MixComparison(now: mix, before: nil, field: field, currency: .cny)
    let names = [Language.english, .simplified].map { language in
      comparison.table(in: language).rows.prefix(5).map { row -> String in
        if case .text(let text) = row[1] { text } else { "" }
      }
    }
    #expect(
      names[0] == ["below 5 M", "5 M–10 M", "10 M–50 M", "50 M–100 M", "100 M and more"])
    #expect(
      names[1] == ["500万元以下", "500万元–1000万元", "1000万元–5000万元", "5000万元–1亿元", "1亿元以上"])
  }
}
