public import LeadlineModel
public import LeadlineQuery
public import LeadlineReports
internal import LeadlineStore

extension CRM {
  /// What each source brought, or each value of another field of leads; amounts are in the
  /// currency of the database. Gives also how many leads were in another currency.
  public func yields(
    by field: Field, matching filter: Filter = .all
  ) throws -> (yields: [SourceYield], otherCurrencies: Int) {
    let known = Field.leads(pipeline)
    let names = pipeline.stages.map { $0 == pipeline.first ? "created" : "\($0.id)-on" }
    let fields = try ([field.name] + names + ["agreed", "arrived", "currency"]).map { name in
      guard let field = known.first(where: { $0.name == name }) else {
        throw CRMError.notTaken(field)
      }
      return field
    }
    var facts: [SourceFact] = []
    var others = 0
    try list(Selection(.lead, fields: fields, filter: filter)) { _, values in
      let count = names.count
      let isOurs = values[count + 3].words == currency.code
      if !isOurs { others += 1 }
      facts.append(
        SourceFact(
          group: values[0].words, entered: values[1...count].map(\.day),
          agreed: isOurs ? values[count + 1].minorUnits : nil,
          arrived: isOurs ? values[count + 2].minorUnits : nil))
      return true
    }
    return (SourceYield.fold(facts), others)
  }
}

extension FieldValue {
  /// The value as a group's name; empty for none.
  fileprivate var words: String {
    switch self {
    case .text(let text), .choice(let text): text
    case .record(_, let name): name
    case .list(let items): items.joined(separator: ", ")
    default: ""
    }
  }

  fileprivate var day: Day? {
    if case .day(let day) = self { day } else { nil }
  }

  fileprivate var minorUnits: Int64? {
    if case .money(let money) = self { money.minorUnits } else { nil }
  }
}
