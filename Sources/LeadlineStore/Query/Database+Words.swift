internal import LeadlineModel
internal import LeadlineQuery

extension Database {
  /// The condition that a bare word means: part of the name, pinyin, initials, a phone's tail,
  /// part of an address; or the ref of the record. For a lead, its organisation's name too.
  func clause(word: String, in source: Source) throws -> Clause {
    var parts: [Clause] = []
    if let ref = Ref(word), ref.kind == source.kind {
      parts.append("\(source.key) = \(.integer(Key.of(ref)))")
    }
    switch source.kind {
    case .lead:
      parts.append(try found(word, .lead, key: source.key))
      parts.append(
        """
        lead.organisation IS NOT NULL AND \
        \(try found(word, .organisation, key: "lead.organisation"))
        """)
    case .contact, .staff, .organisation:
      parts.append(try found(word, source.kind, key: source.key))
    case .activity where !Fold.text(word).isEmpty:
      parts.append(FieldColumn.contains("activity.note_fold", .text(word)))
    case .followUp where !Fold.text(word).isEmpty:
      parts.append(FieldColumn.contains("follow_up.what_fold", .text(word)))
    case .activity, .followUp, .department, .section: break
    }
    return .any(parts)
  }

  /// What the index decides alone is a condition on it; the rest is looked at and bound.
  private func found(_ word: String, _ kind: RecordKind, key: Clause) throws -> Clause {
    let probe = SearchProbe(word)
    let exact = probe.ranges.filter(\.isExact).map(\.condition)
    let inexact = probe.ranges.filter { !$0.isExact }.map(\.condition) + probe.cutConditions
    var parts: [Clause] = []
    if !exact.isEmpty {
      parts.append("\(key) IN (\(records(kind, where: exact)))")
    }
    if !inexact.isEmpty {
      let verified = try verified(word, probe, kind, among: records(kind, where: inexact))
      // Written out: there may be more of them than a statement takes values.
      let keys = verified.map(String.init).joined(separator: ", ")
      if !verified.isEmpty { parts.append("\(key) IN (\(raw: keys))") }
    }
    return .any(parts)
  }

  private func records(_ kind: RecordKind, where conditions: [Clause]) -> Clause {
    let letter = Datum.text(String((kind == .staff ? .contact : kind).letter))
    return """
      SELECT record FROM search_key WHERE kind = \(letter) AND (\(Clause.any(conditions)))
      """
  }

  /// The records among those that the index gives whose names or addresses do match.
  private func verified(
    _ word: String, _ probe: SearchProbe, _ kind: RecordKind, among records: Clause
  ) throws -> [Int64] {
    let match = NameMatch(word)
    var found: [Int64] = []
    for part in NamePart.of(kind) {
      try engine.rows(part.names(of: records)) { cells in
        let text = cells.text(1) ?? ""
        let matches =
          switch part {
          case .address: EmailMatch.matches(query: word, address: text)
          case .number: probe.finds(number: text)
          default: match.rank(of: text) != nil
          }
        if matches { found.append(cells.integer(0) ?? 0) }
        return true
      }
    }
    return found.unique
  }
}

extension SearchProbe {
  fileprivate var cutConditions: [Clause] {
    cut.map { "token = \(.text($0))" as Clause }
  }
}

extension SearchProbe.TokenRange {
  fileprivate var condition: Clause {
    "token >= \(.text(lower)) AND token < \(.text(upper))"
  }
}

/// The texts by which a record is found.
enum NamePart {
  case title, person, organisation, alias, address, number

  static func of(_ kind: RecordKind) -> [NamePart] {
    switch kind {
    case .lead: [.title]
    case .organisation: [.organisation, .alias]
    default: [.person, .address, .number]
    }
  }

  /// Key and text of the records that the query gives.
  func names(of records: Clause) -> Clause {
    switch self {
    case .title: "SELECT id, title FROM lead WHERE id IN (\(records))"
    case .person: "SELECT id, name FROM person WHERE id IN (\(records))"
    case .organisation: "SELECT id, name FROM organisation WHERE id IN (\(records))"
    case .alias:
      """
      SELECT organisation, name FROM organisation_alias WHERE organisation IN (\(records))
      """
    case .address: "SELECT person, address FROM email WHERE person IN (\(records))"
    case .number: "SELECT person, number FROM phone WHERE person IN (\(records))"
    }
  }
}
