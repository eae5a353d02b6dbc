public import LeadlineModel
public import LeadlineQuery
public import LeadlineReports

extension CRM {
  /// What may come by `lastDay` of the open leads that a filter selects, for each department; the
  /// same seed gives the same numbers. How leads leave their stages is learned from all the leads.
  ///
  /// Gives also how many of the leads were in another currency than that of the database.
  public func forecast(
    matching filter: Filter = .all, until lastDay: Day, seed: UInt64, runs: Int
  ) throws -> (forecast: Forecast, otherCurrencies: Int) {
    let (facts, others) = try forecastFacts(filter)
    let forecast = Forecast(
      facts, try stageRates(), pipeline, today: today, lastDay: lastDay, seed: seed, runs: runs)
    return (forecast, others)
  }

  /// How leads left each stage up to the day asked for.
  func stageRates() throws -> [StageRates] {
    var learning = RateLearning(pipeline, upTo: today)
    for fact in try forecastFacts(.all).facts { learning.add(fact) }
    return learning.rates
  }

  private func forecastFacts(
    _ filter: Filter
  ) throws -> (facts: [ForecastFact], otherCurrencies: Int) {
    var facts: [ForecastFact] = []
    let names = ["department", "stage", "outcome", "closed", "in-stage", "amount"]
    let others = try leads(names + entryFields, filter) { _, values, amount in
      guard let stage = pipeline.position(of: values[1].words) else { return }
      facts.append(
        ForecastFact(
          group: values[0].words, stage: stage,
          outcome: Outcome(rawValue: values[2].words) ?? .open, entered: values[6...].map(\.day),
          closed: values[3].day, inStage: values[4].days ?? 0, amount: amount(5)))
    }
    return (facts, others)
  }
}

extension FieldValue {
  fileprivate var days: Int? {
    if case .days(let days) = self { days } else { nil }
  }
}
