public import LeadlineModel
public import LeadlineQuery
public import LeadlineReports
internal import LeadlineStore

extension CRM {
  /// How many leads stand at each stage, and how those that entered went on.
  ///
  /// Amounts are in the currency of the database, at the rates of the day asked for; throws
  /// `MissingRate` where one is not known.
  public func funnel(
    matching filter: Filter = .all, cohorts period: Period = .month
  ) throws -> Funnel {
    var funnel = Funnel(pipeline, cohorts: period)
    try leads(["stage", "outcome", "amount"] + entryFields, filter) { _, values, amount in
      funnel.add(
        FunnelFact(
          stage: pipeline.position(of: values[0].words) ?? -1,
          outcome: Outcome(rawValue: values[1].words) ?? .open,
          entered: values[3...].map(\.day), amount: try amount(2)))
    }
    return funnel
  }

  /// What the open projects that a filter selects are made of, by size and by a field of leads;
  /// those of at least `bigFrom` minor units are big.
  ///
  /// Throws `MissingRate` where an amount cannot be converted.
  public func mix(
    matching filter: Filter = .all, by field: Field, bigFrom: Int64
  ) throws -> Mix {
    var mix = Mix(bounds: Mix.usualBounds(of: currency), bigFrom: bigFrom)
    try leads([field.name, "amount"], filter && .outcome(.open)) { _, values, amount in
      mix.add(MixFact(group: values[0].words, amount: try amount(1)))
    }
    return mix
  }

  /// The fields with the day of the first entry into each stage, in the order of the pipeline.
  var entryFields: [String] {
    pipeline.stages.map { $0 == pipeline.first ? "created" : Field.entryDay(of: $0).name }
  }

  /// Streams the values of these fields of leads. The last argument reads an amount, in minor
  /// units of the currency of the database at the rate of the day asked for.
  func leads(
    _ names: [String], _ filter: Filter,
    _ body: (Ref, [FieldValue], (Int) throws -> Int64?) throws -> Void
  ) throws {
    let known = Field.leads(pipeline)
    let fields = try names.map { name in
      guard let field = known.first(where: { $0.name == name }) else {
        throw CRMError.notTaken(Field.lead(name))
      }
      return field
    }
    let rates = Rates(base: currency, try rates())
    try list(Selection(.lead, fields: fields, filter: filter)) { ref, values in
      try body(ref, values) { try values[$0].minorUnits(at: rates, on: today) }
      return true
    }
  }
}

extension FieldValue {
  /// The value as a group's name; empty for none.
  var words: String {
    switch self {
    case .text(let text), .choice(let text): text
    case .record(_, let name): name
    case .list(let items): items.joined(separator: ", ")
    default: ""
    }
  }

  var day: Day? {
    if case .day(let day) = self { day } else { nil }
  }

  /// An amount in minor units of the rates' own currency.
  fileprivate func minorUnits(at rates: Rates, on day: Day) throws -> Int64? {
    guard case .money(let money) = self else { return nil }
    if money.currency == rates.base { return money.minorUnits }
    return Money(roundingUp: try rates.converted(money, on: day), currency: rates.base).minorUnits
  }
}
