public import LeadlineModel
public import LeadlineStore

extension CRM {
  /// Streams what a selection asks for, one record after another: its ref, and a value for each
  /// field. `body` says whether to go on.
  ///
  /// Names in the filter are looked up first; throws `CRMError.unknown` where nobody has one.
  public func list(
    _ selection: Selection, _ body: (Ref, [FieldValue]) throws -> Bool
  ) throws {
    var selection = selection
    selection.filter = try resolved(selection.filter)
    try database.select(selection, at: viewpoint, body)
  }

  /// How many records a selection gives.
  public func count(_ selection: Selection) throws -> Int {
    var selection = selection
    selection.filter = try resolved(selection.filter)
    return try database.count(selection, at: viewpoint)
  }

  /// The refs of the records that a filter selects, in order of their numbers.
  public func refs(_ kind: RecordKind, matching filter: Filter) throws -> [Ref] {
    var refs: [Ref] = []
    try list(Selection(kind, fields: [], filter: filter)) { ref, _ in
      refs.append(ref)
      return true
    }
    return refs
  }

  /// The values of fields of one record; nil where there is none as of the day asked for.
  public func values(of fields: [Field], for ref: Ref) throws -> [FieldValue]? {
    var found: [FieldValue]?
    let id = Field(ref.kind, "id", Words("", "", ""), .id, .readOnly)
    let filter = Filter.term(Term(id, .anyOf([.records([ref])])))
    try list(Selection(ref.kind, fields: fields, filter: filter)) { _, values in
      found = values
      return false
    }
    return found
  }

  /// The columns of a table of these fields, in the language of this CRM.
  public func columns(_ fields: [Field]) -> [ReportColumn] {
    fields.map { field in
      ReportColumn(
        id: field.name, heading: field.words[language], type: field.type,
        names: names(of: field.type))
    }
  }

  private func names(of type: FieldType) -> [String: String] {
    switch type {
    case .choice(let choices), .choices(let choices):
      choices.reduce(into: [:]) { $0[$1.id] = $1.words[language] }
    case .stage: pipeline.stages.reduce(into: [:]) { $0[$1.id] = $1.words[language] }
    default: [:]
    }
  }
}

extension CRM {
  /// What happened to a lead or a contact, up to the day asked for.
  public func history(of ref: Ref) throws -> [HistoryEvent] {
    try database.history(of: ref, upTo: today)
  }

  /// The currency of a lead's figures; the database's own for other records.
  public func currency(of ref: Ref) throws -> Currency {
    guard ref.kind == .lead else { return currency }
    return try database.currency(ofLead: ref.number) ?? currency
  }

  /// The name of the person behind a key of the log.
  public func personName(_ key: Int64) throws -> String {
    try named(Database.person(key)).name
  }
}
