internal import LeadlineModel
internal import LeadlineQuery
internal import LeadlineStore

extension RecordPlacing {
  /// The record of this database that a draft means although no import knows it; nil for none.
  ///
  /// That is the record whose ref stands in the row, if it has that very name: then the file is
  /// an export of ours. An organisation is known by its name too.
  func baseline(_ draft: ImportDraft, _ covered: Set<String>) throws -> Baseline? {
    if let ref = draft.ref, try means(ref, draft) {
      return try current(ref, draft, covered)
    }
    guard draft.kind == .organisation,
      let key = try crm.database.organisations(named: draft.name).first
    else { return nil }
    return try filling(Ref(.organisation, key), draft, covered)
  }

  private func means(_ ref: Ref, _ draft: ImportDraft) throws -> Bool {
    guard let name = try crm.database.name(of: ref) else { return false }
    return Fold.text(name) == Fold.text(draft.name)
  }

  /// What an export says of the record now. Of the course of a lead it says nothing: what
  /// differs was moved here since.
  private func current(
    _ ref: Ref, _ draft: ImportDraft, _ covered: Set<String>
  ) throws -> Baseline {
    let values = try values(of: ref, covered)
    var said = draft.said
    var held: [String: String] = [:]
    for (field, value) in values {
      if Self.same(value, draft.values[field.name] ?? .none, field) { continue }
      if !LeadPlacing.course.contains(field.name) || ref.kind != .lead {
        said[field.name] = SaidValue.text(value)
      } else if LeadPlacing.moves.contains(field.name), draft.said[field.name] != nil {
        held[field.name] = SaidValue.text(value)
      }
    }
    return Baseline(ref: ref, said: said, row: nil, kept: said, held: held)
  }

  /// A record met by its name takes what it lacks; what it has stays.
  private func filling(
    _ ref: Ref, _ draft: ImportDraft, _ covered: Set<String>
  ) throws -> Baseline {
    var said = draft.said
    for (field, value) in try values(of: ref, covered) where value.isNone {
      said[field.name] = nil
    }
    return Baseline(ref: ref, said: said, row: nil, kept: said)
  }

  private func values(
    of ref: Ref, _ covered: Set<String>
  ) throws -> [(Field, FieldValue)] {
    let fields = Field.of(ref.kind, in: crm.pipeline).filter {
      covered.contains($0.name) && $0.isImported
    }
    let found = try crm.values(of: fields, for: ref) ?? []
    return Array(zip(fields, found))
  }

  /// Whether two values are the same to whoever reads them.
  private static func same(_ left: FieldValue, _ right: FieldValue, _ field: Field) -> Bool {
    switch field.type {
    case .text: return SaidValue.text(left) == SaidValue.text(right)
    case .phones:
      return set(left) { Phone.normalised($0).comparable }
        == set(right) { Phone.normalised($0).comparable }
    case .list, .records, .record, .choices: return set(left, Fold.text) == set(right, Fold.text)
    default: return left == right || left.isNone && right.isNone
    }
  }

  private static func set(_ value: FieldValue, _ key: (String) -> String) -> Set<String> {
    switch value {
    case .list(let items): Set(items.map(key))
    case .text(let text), .choice(let text): [key(text)]
    case .record(_, let name): [key(name)]
    case .records(let records): Set(records.map { key($0.name) })
    default: []
    }
  }
}
