public import LeadlineModel
public import LeadlineQuery
internal import LeadlineStore

extension CRM {
  /// The leads that a filter of the command language selects, in order of their numbers:
  /// `stage:intent idle:30d.. amount:50m..`. All of them where it is empty.
  ///
  /// Throws `Diagnostic` where it cannot be read, `CRMError.unknown` for a name nobody has.
  public func leads(matching text: String = "") throws -> [Lead] {
    try leads(matching: filter(text, for: .lead))
  }

  public func leads(matching filter: Filter) throws -> [Lead] {
    try leads(filter, .any, order: [])
  }

  /// The open leads that have reached a limit of their stage, the worst and longest idle first.
  ///
  /// Each says why in its `reason`.
  public func stalled(matching text: String = "") throws -> [Lead] {
    try stalled(matching: filter(text, for: .lead))
  }

  public func stalled(matching filter: Filter) throws -> [Lead] {
    try leads(
      filter, .stalled, order: [.init(.lead("level")), .init(.lead("idle"), descends: true)])
  }

  /// The open leads without a follow-up due today or later, the longest idle first.
  public func neglected(matching text: String = "") throws -> [Lead] {
    try neglected(matching: filter(text, for: .lead))
  }

  public func neglected(matching filter: Filter) throws -> [Lead] {
    try leads(filter, .neglected, order: [.init(.lead("idle"), descends: true)])
  }

  /// The contacts that a filter of the command language selects, by name:
  /// `张 school:南京大学`.
  public func contacts(matching text: String = "") throws -> [Contact] {
    try contacts(matching: filter(text, for: .contact))
  }

  public func contacts(matching filter: Filter) throws -> [Contact] {
    let name = Field.contacts.filter { $0.name == "name" }
    return try read(
      Selection(.contact, fields: Field.contacts, filter: filter, order: name.map { .init($0) })
    ) { Contact($0, $1) }
  }

  /// A lead as it stands; throws `CRMError` where there is none.
  public func lead(_ ref: Ref) throws -> Lead {
    guard let lead = try leads(matching: .refs(ref)).first else {
      throw try missing(ref)
    }
    return lead
  }

  /// A contact; throws `CRMError` where there is none.
  public func contact(_ ref: Ref) throws -> Contact {
    guard let contact = try contacts(matching: .refs(ref)).first else {
      throw try missing(ref)
    }
    return contact
  }

  /// An amount as people write it, in the database's currency where it names none: `80m`,
  /// `5000万`, `1.2亿`, `3.5m USD`.
  public func money(_ text: String) throws -> Money {
    try AmountWords(currency: currency).money(text)
  }

  /// Reads a filter as the listing command of the kind would; throws `Diagnostic`.
  public func filter(_ text: String, for kind: RecordKind) throws -> Filter {
    let parser = LineParser(
      signatures: [Signature(kind.listing, aliases: [], subject: kind, isListing: true)],
      pipeline: pipeline, today: today, currency: currency, allowsAbbreviation: false)
    let line = try parser.parse("\(kind.listing) \(text)")
    guard line.text == nil, line.redirect == nil, line.assigns.isEmpty else {
      throw Diagnostic(
        .unexpectedWord(line.text ?? ">", command: kind.listing, afterName: false),
        line: line.line)
    }
    return line.filter
  }

  private func leads(
    _ filter: Filter, _ condition: Selection.Condition, order: [Selection.Order]
  ) throws -> [Lead] {
    let selection = Selection(
      .lead, fields: Field.leads(pipeline), filter: filter, condition: condition, order: order)
    return try read(selection) { Lead($0, $1, in: pipeline, today: today) }
  }

  private func read<Record>(
    _ selection: Selection, _ make: (Ref, FieldReader) -> Record
  ) throws -> [Record] {
    var records: [Record] = []
    try list(selection) { ref, values in
      records.append(make(ref, FieldReader(selection.fields, values)))
      return true
    }
    return records
  }
}

extension RecordKind {
  /// The command that lists records of the kind.
  fileprivate var listing: String {
    switch self {
    case .organisation: "orgs"
    case .activity: "activities"
    case .followUp: "followups"
    default: "\(rawValue)s"
    }
  }
}
