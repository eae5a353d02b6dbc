import LeadlineModel
import Testing

/// Which years two stays at one place share, in 2026.
@Suite struct AffiliationTests {
  typealias Years = (from: Int?, to: Int?)

  private static let cases: [(Years, Years, SharedYears?)] = [
    ((1995, 1999), (1997, 2001), .known(1997...1999)),
    ((1995, 1999), (1999, 2003), .known(1999...1999)),
    ((1995, 1999), (2000, 2004), nil),
    ((2004, nil), (2010, nil), .known(2010...2026)),
    // What is still to come is no common time yet.
    ((2024, 2028), (2025, 2029), .known(2025...2026)),
    ((2027, 2030), (2025, 2029), nil),
    ((2027, 2030), (nil, nil), nil),
    // Of one it is not known when.
    ((nil, nil), (1995, 1999), .unknown),
    ((nil, nil), (nil, nil), .unknown),
    ((nil, 1994), (1995, 1999), nil),
    ((nil, 1995), (1995, 1999), .unknown),
  ]

  @Test(arguments: cases)
  func sharedYears(one: Years, other: Years, expected: SharedYears?) {
    let (first, second) = (
      Affiliation(.study, from: one.from, to: one.to),
      Affiliation(.study, from: other.from, to: other.to)
    )
    #expect(first.years(with: second, until: 2026) == expected)
    #expect(second.years(with: first, until: 2026) == expected)
    #expect(first.years(with: Affiliation(.work, from: 1995), until: 2026) == nil)
    let town = Affiliation(.town, from: one.from, to: one.to)
    #expect(town.years(with: Affiliation(.town), until: 2026) == .unknown)
  }
}
