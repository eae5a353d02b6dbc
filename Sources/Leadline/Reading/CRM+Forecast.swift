public import LeadlineModel
public import LeadlineQuery
public import LeadlineReports
internal import LeadlineStore

extension CRM {
  /// What may come by `lastDay` of the open leads that a filter selects, for each department; the
  /// same seed gives the same numbers. How leads leave their stages is learned from all the leads.
  ///
  /// `beforeEach` is called before each run and may end the work by throwing. Throws `MissingRate`
  /// where an amount cannot be converted.
  public func forecast(
    matching filter: Filter = .all, until lastDay: Day, seed: UInt64, runs: Int,
    beforeEach: () throws -> Void = {}
  ) throws -> Forecast {
    var facts: [ForecastFact] = []
    try forecastFacts(filter && .outcome(.open)) { _, fact, _ in facts.append(fact) }
    return try Forecast(
      facts, try stageRates(), pipeline, today: today, lastDay: lastDay, seed: seed, runs: runs,
      beforeEach: beforeEach)
  }

  /// The chance of each department of a campaign to meet its targets by its last day.
  ///
  /// Throws `MissingRate` where an amount that counts cannot be converted.
  public func forecast(
    of campaign: Campaign, seed: UInt64, runs: Int, beforeEach: () throws -> Void = {}
  ) throws -> TargetForecast {
    var facts: [ContestFact] = []
    try database.contestFacts(of: campaign, at: viewpoint) { facts.append($0) }
    let entrants = try entrants(of: campaign)
    return try TargetForecast(
      campaign, pipeline, entrants: entrants, facts: facts,
      leads: try contestLeads(of: entrants.map(\.department)), stageRates: try stageRates(),
      rates: Rates(base: currency, try rates()), today: today, seed: seed, runs: runs,
      beforeEach: beforeEach)
  }

  /// How leads left each stage up to the day asked for.
  func stageRates() throws -> [StageRates] {
    var learning = RateLearning(pipeline, upTo: today)
    try forecastFacts(.all) { _, fact, _ in learning.add(fact) }
    return learning.rates
  }

  private static let forecastFields = [
    "department", "stage", "outcome", "closed", "in-stage", "amount",
  ]

  /// Streams the facts, with the values of further fields.
  private func forecastFacts(
    _ filter: Filter, with further: [String] = [],
    _ body: (Ref, ForecastFact, ArraySlice<FieldValue>) throws -> Void
  ) throws {
    let names = Self.forecastFields
    let entries = entryFields
    try leads(names + entries + further, filter) { ref, values, amount in
      guard let stage = pipeline.position(of: values[1].words) else { return }
      let end = names.count + entries.count
      let fact = ForecastFact(
        group: values[0].words, stage: stage,
        outcome: Outcome(rawValue: values[2].words) ?? .open,
        entered: values[names.count..<end].map(\.day), closed: values[3].day,
        inStage: values[4].days ?? 0, amount: try amount(5))
      try body(ref, fact, values[end...])
    }
  }

  /// The open leads before the final stage that count for one of the departments.
  private func contestLeads(of departments: [NamedRef]) throws -> [ContestLead] {
    let keys = Dictionary(departments.map { (Fold.text($0.name), $0.ref.number) }) { $1 }
    let further = ["shares", "expected", "agreed", "total", "arrived", "currency"]
    let open = Filter.outcome(.open) && !.stage(pipeline.final.id)
    var leads: [ContestLead] = []
    try forecastFacts(open, with: further) { ref, fact, values in
      let values = Array(values)
      let parts = Self.parts(values[0], of: fact.group, keys)
      guard !parts.isEmpty, let currency = Currency(code: values[5].words) else { return }
      let names: [LeadLog.DatedFact.Name] = [.expected, .agreed, .total]
      let figures = zip(names, values[1...3]).compactMap { name, value in
        value.units.map { (name, $0) }
      }
      leads.append(
        ContestLead(
          course: fact, key: ref.number, currency: currency,
          figures: Dictionary(uniqueKeysWithValues: figures), arrived: values[4].units ?? 0,
          credit: Credit(parts: parts, section: nil, staff: nil)))
    }
    return leads
  }

  /// To whom a lead counts as of today: its shares, else the whole to its own department.
  private static func parts(
    _ shares: FieldValue, of department: String, _ keys: [String: Int64]
  ) -> [Credit.Part] {
    if case .list(let items) = shares, let shares = try? Shares(items) {
      return shares.parts.compactMap { part in
        keys[Fold.text(part.department)].map { Credit.Part(department: $0, share: part.share) }
      }
    }
    return keys[Fold.text(department)].map { [Credit.Part(department: $0, share: .one)] } ?? []
  }
}

extension FieldValue {
  fileprivate var days: Int? {
    if case .days(let days) = self { days } else { nil }
  }

  /// An amount in minor units of its own currency.
  fileprivate var units: Int64? {
    if case .money(let money) = self { money.minorUnits } else { nil }
  }
}
