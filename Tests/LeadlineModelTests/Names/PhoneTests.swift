import LeadlineModel
import Testing

@Suite struct PhoneTests {
  @Test(arguments: [
    ("13812345678", "+8613812345678", "+86 138 1234 5678"),
    ("+86 138-1234-5678", "+8613812345678", "+86 138 1234 5678"),
    ("008613812345678", "+8613812345678", "+86 138 1234 5678"),
    ("8613812345678", "+8613812345678", "+86 138 1234 5678"),
    ("１３８１２３４５６７８", "+8613812345678", "+86 138 1234 5678"),
    ("025-83591234", "+862583591234", "+86 25 8359 1234"),
    ("(010) 6552 9988 ext 12", "+861065529988", "+86 10 6552 9988 转12"),
    ("0512-6789012", "+865126789012", "+86 512 678 9012"),
    ("0755 2345 6789;ext=5", "+8675523456789", "+86 755 2345 6789 转5"),
    ("+86 025 83591234", "+862583591234", "+86 25 8359 1234"),
    ("+1 (415) 555-2671 x9", "+14155552671", "+1 415 555 2671 ext. 9"),
    ("tel:+44 20 7946 0000,,1", "+442079460000", "+44 20 7946 0000 pp1"),
    ("+852 2345 6789", "+85223456789", "+852 2345 6789"),
    ("83591234", nil, "83591234"), ("12345", nil, "12345"), ("10086", nil, "10086"),
    ("4008001234", nil, "4008001234"), ("+1 23", nil, "123"), ("", nil, ""), ("n/a", nil, "n/a"),
  ])
  func numbers(raw: String, e164: String?, display: String) {
    let phone = Phone.normalised(raw)
    #expect(phone.e164 == e164)
    #expect(phone.display == display)
  }

  @Test(arguments: [
    ("0512-65880000转801", "+86 512 6588 0000 转801"),
    ("0512-65880000 轉 801", "+86 512 6588 0000 转801"),
    ("0512-65880000分机801", "+86 512 6588 0000 转801"),
    ("+1-418-656-9254 ext. 102", "+1 418 656 9254 ext. 102"),
    ("+1-418-656-9254 Extension 102", "+1 418 656 9254 ext. 102"),
    ("+1-418-656-9254x12", "+1 418 656 9254 ext. 12"),
    ("tel:+1-418-656-9254;ext=102", "+1 418 656 9254 ext. 102"),
    ("+1 418 656 9254 转102", "+1 418 656 9254 转102"),
    ("+1 418 656 9254#7", "+1 418 656 9254 ext. 7"), ("83591234转801", "83591234 转801"),
    ("83591234 x801", "83591234 ext. 801"), ("13812345678p123w4", "+86 138 1234 5678 p123w4"),
    ("+44 20 7946 0000;12,3", "+44 20 7946 0000 w12p3"), ("abc", "abc"),
    (" BusinessPhone ", "BusinessPhone"), ("1-800-FLOWERS", "1-800-FLOWERS"),
    ("13812345678 (微信同号)", "+86 138 1234 5678"), ("13812345678 张3", "13812345678 张3"),
    ("13812345678 or 13900001111", "13812345678 or 13900001111"),
  ])
  func nothingIsLostAndReadingAgainGivesTheSame(raw: String, display: String) {
    let phone = Phone.normalised(raw)
    #expect(phone.display == display)
    let again = Phone.normalised(display)
    #expect(again.display == display)
    #expect(again.comparable == phone.comparable)
  }

  /// One number of each country of the data, as it is written at home and from abroad.
  @Test(arguments: [
    ("+86 (0)512 6588 0000", "8651265880000"), ("+86 0512-65880000", "8651265880000"),
    ("0512-65880000", "8651265880000"), ("0755-2345678", "867552345678"),
    ("0086 10 65529988", "861065529988"), ("+86 199 0000 1111", "8619900001111"),
    ("+852 9123 4567", "85291234567"), ("00852 9123 4567", "85291234567"),
    ("+853 6612 3456", "85366123456"), ("+886 912 345 678", "886912345678"),
    ("+886 0912-345-678", "886912345678"), ("+886 (0)2 2345 6789", "886223456789"),
    ("+81 90-1234-5678", "819012345678"), ("+81 (0)3-1234-5678", "81312345678"),
    ("+82 10-1234-5678", "821012345678"), ("+82 010-1234-5678", "821012345678"),
    ("+65 9123 4567", "6591234567"), ("+1 415 555 2671", "14155552671"),
    ("+49 89 1234567", "49891234567"), ("+49 (0)89 / 123 45 67", "49891234567"),
    ("0049 89 1234567", "49891234567"), ("+44 20 7946 0000", "442079460000"),
    ("+44 (0)20 7946 0000", "442079460000"), ("+39 06 1234 5678", "390612345678"),
  ])
  func oneNumberHoweverWritten(raw: String, digits: String) {
    #expect(Phone.normalised(raw).comparable == digits)
    #expect(Phone.normalised(Phone.normalised(raw).display).comparable == digits)
  }

  @Test func countriesWithoutPlus() {
    #expect(Phone.normalised("(415) 555-2671", country: "US").e164 == "+14155552671")
    #expect(Phone.normalised("1-415-555-2671", country: "US").e164 == "+14155552671")
    #expect(Phone.normalised("13812345678", country: "DE").e164 == nil)
  }

  @Test(arguments: [
    ("5678", "+86 138 1234 5678", true), ("138 1234 5678", "+8613812345678", true),
    ("+8613812345678", "13812345678", true), ("02583591234", "+86 25 8359 1234", true),
    ("91234", "025-83591234", true), ("+86 25 8359 1234", "025-83591234", true),
    ("567", "13812345678", false), ("1234", "13812345678", false), ("5678 x", "13812345678", false),
  ])
  func tails(query: String, number: String, isFound: Bool) {
    let tokens = SearchKeys.phoneTokens(of: number)
    let ranges = SearchProbe(query).ranges.filter { $0.kind == .phone }
    #expect(ranges.contains { tokens.contains(where: $0.contains) } == isFound)
  }

  @Test(arguments: [
    ("wei", "Zhang.Wei@example.com", true), ("hang.w", "zhang.wei@example.com", true),
    ("example", "zhang.wei@mail.example.com", true), ("@mail", "zhang.wei@mail.example.com", true),
    ("zhang.wei@mail.example.com", "zhang.wei@mail.example.com", true),
    ("zhang.wei@mail.example.org", "zhang.wei@mail.example.com", false),
    ("xample", "zhang.wei@example.com", false), ("zhang wei", "zhangwei@example.com", false),
  ])
  func addresses(query: String, address: String, isFound: Bool) {
    let tokens = SearchKeys.emailTokens(of: address)
    let probe = SearchProbe(query)
    let isCandidate = tokens.contains { token in
      probe.cut.contains(token) || probe.ranges.contains { $0.kind == .email && $0.contains(token) }
    }
    #expect((isCandidate && EmailMatch.matches(query: query, address: address)) == isFound)
  }

  @Test func kindsDoNotMixUp() {
    let name = SearchKeys.tokens(of: "876543 8765@")
    let other = SearchKeys.phoneTokens(of: "13812345678") + SearchKeys.emailTokens(of: "5678@x.com")
    for range in SearchProbe("5678").ranges {
      #expect(!name.contains(where: range.contains) || range.kind == .name)
      #expect(!other.contains(where: range.contains) || range.kind != .name)
    }
  }
}
