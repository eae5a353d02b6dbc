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
    case .activity: parts.append(FieldColumn.contains("activity.note_fold", .text(word)))
    case .followUp: parts.append(FieldColumn.contains("follow_up.what_fold", .text(word)))
    case .department, .section: break
    }
    return .any(parts)
  }

  private func found(_ word: String, _ kind: RecordKind, key: Clause) throws -> Clause {
    let probe = SearchProbe(word)
    if probe.isExact {
      return "\(key) IN (SELECT record FROM search_key WHERE \(indexed(probe, kind)))"
    }
    // The index gives too many: look at the candidates themselves, and bind those that match.
    let records = try candidates(word, kind)
    return records.isEmpty ? .any([]) : "\(key) IN (\(records.list))"
  }

  /// The condition on `search_key` that a probe means.
  func indexed(_ probe: SearchProbe, _ kind: RecordKind) -> Clause {
    let letter = Datum.text(String((kind == .staff ? .contact : kind).letter))
    let ranges = probe.ranges.map { range in
      "token >= \(.text(range.lower)) AND token < \(.text(range.upper))" as Clause
    }
    let cut = probe.cut.map { "token = \(.text($0))" as Clause }
    return "kind = \(letter) AND (\(Clause.any(ranges + cut)))"
  }

  /// The records whose names or addresses match the word, found by the index and looked at.
  private func candidates(_ word: String, _ kind: RecordKind) throws -> [Int64] {
    let probe = SearchProbe(word)
    let records: Clause = "SELECT record FROM search_key WHERE \(indexed(probe, kind))"
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

extension SearchProbe {
  /// Whether the phone number is one that the probe asks for.
  fileprivate func finds(number: String) -> Bool {
    SearchKeys.phoneTokens(of: number).contains { token in
      ranges.contains { $0.kind == .phone && $0.contains(token) }
    }
  }
}
