public import LeadlineModel
public import LeadlineQuery
public import LeadlineReports

extension CRM {
  /// What each source brought, or each value of another field of leads; amounts are in the
  /// currency of the database, at the rates of the day asked for.
  ///
  /// Throws `MissingRate` where an amount cannot be converted.
  public func yields(by field: Field, matching filter: Filter = .all) throws -> [SourceYield] {
    var facts: [SourceFact] = []
    try leads([field.name, "agreed", "arrived"] + entryFields, filter) { _, values, amount in
      facts.append(
        SourceFact(
          group: values[0].words, entered: values[3...].map(\.day), agreed: try amount(1),
          arrived: try amount(2)))
    }
    return SourceYield.fold(facts)
  }
}
