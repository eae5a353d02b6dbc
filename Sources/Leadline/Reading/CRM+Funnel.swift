public import LeadlineModel
public import LeadlineQuery
public import LeadlineReports
internal import LeadlineStore

extension CRM {
  /// How many leads stand at each stage, and how those that entered went on; amounts are in the
  /// currency of the database. Gives also how many leads were in another currency.
  public func funnel(
    matching filter: Filter = .all, cohorts period: Period = .month
  ) throws -> (funnel: Funnel, otherCurrencies: Int) {
    var funnel = Funnel(pipeline, cohorts: period)
    let names = ["stage", "outcome", "amount"]
    let others = try leads(names + entryFields, filter) { _, values, amount in
      let fact = FunnelFact(
        stage: pipeline.position(of: values[0].words) ?? -1,
        outcome: Outcome(rawValue: values[1].words) ?? .open,
        entered: values[3...].map(\.day), amount: amount(2))
      funnel.add(fact)
    }
    return (funnel, others)
  }

  /// What the open projects that a filter selects are made of, by size and by a field of leads;
  /// those of at least `bigFrom` minor units are big. Gives also how many were in another currency.
  public func mix(
    matching filter: Filter = .all, by field: Field, bigFrom: Int64
  ) throws -> (mix: Mix, otherCurrencies: Int) {
    var mix = Mix(bounds: Mix.usualBounds(of: currency), bigFrom: bigFrom)
    let others = try leads([field.name, "amount"], filter && .outcome(.open)) { _, values, amount in
      mix.add(MixFact(group: values[0].words, amount: amount(1)))
    }
    return (mix, others)
  }

  /// The fields with the day of the first entry into each stage, in the order of the pipeline.
  var entryFields: [String] {
    pipeline.stages.map { $0 == pipeline.first ? "created" : Field.entryDay(of: $0).name }
  }

  /// Streams the values of these fields of leads; gives how many were not in the currency of the
  /// database. The last argument reads an amount's minor units in it.
  func leads(
    _ names: [String], _ filter: Filter,
    _ body: (Ref, [FieldValue], (Int) -> Int64?) throws -> Void
  ) throws -> Int {
    let known = Field.leads(pipeline)
    let fields = try (names + ["currency"]).map { name in
      guard let field = known.first(where: { $0.name == name }) else {
        throw CRMError.notTaken(Field.lead(name))
      }
      return field
    }
    var others = 0
    try list(Selection(.lead, fields: fields, filter: filter)) { ref, values in
      let isOurs = values[names.count].words == currency.code
      if !isOurs { others += 1 }
      let ours = Array(values.dropLast())
      try body(ref, ours) { isOurs ? ours[$0].minorUnits : nil }
      return true
    }
    return others
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

  var minorUnits: Int64? {
    if case .money(let money) = self { money.minorUnits } else { nil }
  }
}
