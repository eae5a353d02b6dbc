import LeadlineModel
import Testing

struct DayTests {
  @Test(arguments: [
    (1970, 1, 1, 0, 4), (2000, 2, 29, 11016, 2), (2022, 12, 2, 19328, 5), (1, 1, 1, -719_162, 1),
    (9999, 12, 31, 2_932_896, 5),
  ]) func countsDaysAndWeekdays(year: Int, month: Int, day: Int, number: Int, weekday: Int) throws {
    let found = try #require(Day(year: year, month: month, day: day))
    #expect(found.number == number)
    #expect(found.weekday == weekday)
    #expect(found.parts == (year, month, day))
  }

  @Test func everyDayComesBackFromItsText() {
    for number in stride(from: -719_162, through: 2_932_896, by: 97) {
      #expect(Day(iso: Day(number: number).iso)?.number == number)
    }
  }

  @Test(arguments: [
    "2022-02-29", "2022-13-01", "2022-00-01", "2022-1-01", "22-01-01", "2022-01-0１", "",
    "2022-01-01 ", "+022-01-01", "1900-02-29", "0000-01-01", "2022-01-0", "2022-01-011",
    "2022 01-01",
    "20220-1-01",
  ]) func refusesWhatIsNoDay(text: String) {
    #expect(Day(iso: text) == nil)
  }
}

struct MoneyTests {
  @Test(
    arguments: [
      (12_000_000_000, "CNY", "120000000", "CNY 120,000,000"), (50, "CNY", "0.50", "CNY 0.50"),
      (5, "USD", "0.05", "USD 0.05"), (1234, "JPY", "1234", "JPY 1,234"),
      (-123_456, "EUR", "-1234.56", "EUR -1,234.56"), (1, "KWD", "0.001", "KWD 0.001"),
      (0, "CNY", "0", "CNY 0"),
      (.max, "CNY", "92233720368547758.07", "CNY 92,233,720,368,547,758.07"),
    ] as [(Int64, String, String, String)]) func printsExactly(
      minor: Int64, code: String, decimal: String, text: String
    ) throws
  {
    let money = Money(minorUnits: minor, currency: try #require(Currency(code: code)))
    #expect(money.decimal == decimal)
    #expect(money.description == text)
  }

  @Test func knowsOnlyRealCurrencies() {
    #expect(Currency(code: "XXY") == nil)
    #expect(Currency(code: "cny") == nil)
  }
}

struct RefTests {
  @Test(arguments: [("L42", RecordKind.lead, 42), ("c7", .contact, 7), ("S1", .staff, 1)])
  func readsRefs(text: String, kind: RecordKind, number: Int64) {
    #expect(Ref(text) == Ref(kind, number))
  }

  @Test(arguments: ["L", "L0", "L01", "42", "X1", "L-1", "L1x", "L99999999999999999999", "Ｌ1"])
  func refusesWhatIsNone(text: String) {
    #expect(Ref(text) == nil)
  }
}
