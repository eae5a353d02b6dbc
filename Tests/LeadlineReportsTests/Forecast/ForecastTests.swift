import LeadlineModel
import LeadlineReports
import Testing

@Suite struct ForecastTests {
  private let today = StageRatesTests.today
  private var rates: [StageRates] { RateLearning(.standard, upTo: today).rates }

  private func forecast(
    _ facts: [ForecastFact], days: Int = 60, seed: UInt64 = 1, runs: Int = 500
  ) throws -> Forecast {
    try Forecast(
      facts, rates, .standard, today: today, lastDay: today + days, seed: seed, runs: runs)
  }

  private var leads: [ForecastFact] {
    (0..<30).map { number in
      StageRatesTests.lead(
        number % 3, ago: [200, 100, 50].prefix(number % 3 + 1).map(\.self), inStage: number,
        amount: Int64(number) * 100, group: number < 15 ? "甲" : "乙")
    }
  }

  @Test func aSeedGivesTheSameNumbers() throws {
    #expect(try forecast(leads) == forecast(leads))
    #expect(try forecast(leads).entries != forecast(leads, seed: 2).entries)
  }

  @Test func partsAddToTheWhole() throws {
    let forecast = try forecast(leads)
    for entry in forecast.entries {
      let parts = forecast.groups.filter { $0.stage == entry.stage }
      #expect(parts.map(\.group) == ["甲", "乙"])
      #expect(abs(parts.reduce(0) { $0 + $1.count.mean } - entry.count.mean) < 1e-9)
      #expect(abs(parts.reduce(0) { $0 + $1.amount.mean } - entry.amount.mean) < 1e-6)
      #expect(entry.count.low <= entry.count.high)
    }
  }

  @Test func nothingComesOfNothing() throws {
    let closed = StageRatesTests.lead(ago: [100], outcome: .lost, closedAgo: 3, amount: 5)
    let funded = StageRatesTests.lead(3, ago: [100, 90, 80, 70])
    for facts in [[], [closed], [funded]] {
      let forecast = try forecast(facts)
      #expect(forecast.basis.leads == 0)
      #expect(forecast.entries.map(\.count.some.percent) == ["0%", "0%", "0%"])
    }
    #expect(try forecast(leads, days: 0).entries.map(\.count.mean) == [0, 0, 0])
    #expect(try forecast(leads, days: -5).entries.map(\.count.mean) == [0, 0, 0])
  }

  @Test func aStageIsEnteredForTheFirstTimeOnce() throws {
    // Stepped back from started: what it may enter for the first time is the final stage.
    let back = StageRatesTests.lead(0, ago: [300, 200, 100], amount: 7)
    let forecast = try forecast([back], days: 3000)
    #expect(forecast.entries.map(\.count.high) == [0, 0, forecast.entries[2].count.high])
  }

  @Test func whatIsNotNothingIsNotShownAsNothing() throws {
    let forecast = try forecast([StageRatesTests.lead(ago: [9])], days: 5)
    let table = forecast.table(
      byGroup: false, in: .english, .cny, group: ReportColumn(id: "", heading: "", type: .text))
    #expect((0.001..<0.05).contains(forecast.entries[0].count.mean))
    #expect(table.rows.map { $0[2] } == [.text("<0.1"), .text("0.0"), .text("0.0")])
  }

  @Test func saysWhatItRestsOn() throws {
    let lines = try forecast(leads + [StageRatesTests.lead(ago: [9])]).basis.words(
      in: .english, .standard)
    #expect(lines[0].contains("31 open leads followed 500 times, seed 1"))
    #expect(lines[1].contains("the pipeline's probability, 10%"))
    #expect(lines.last?.hasPrefix("1 of them have no amount") == true)
  }
}
