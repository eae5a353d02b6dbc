public import LeadlineModel
public import LeadlineQuery
public import LeadlineReports

extension CRM {
  /// What each source brought, or each value of another field of leads; amounts are in the
  /// currency of the database. Gives also how many leads were in another currency.
  public func yields(
    by field: Field, matching filter: Filter = .all
  ) throws -> (yields: [SourceYield], otherCurrencies: Int) {
    var facts: [SourceFact] = []
    let others = try leads([field.name, "agreed", "arrived"] + entryFields, filter) {
      _, values, amount in
      facts.append(
        SourceFact(
          group: values[0].words, entered: values[3...].map(\.day), agreed: amount(1),
          arrived: amount(2)))
    }
    return (SourceYield.fold(facts), others)
  }
}
