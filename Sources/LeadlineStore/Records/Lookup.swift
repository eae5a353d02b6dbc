public import LeadlineModel

extension Database {
  /// The records of a kind with exactly this name, folded; an organisation by any of its names.
  public func records(_ kind: RecordKind, named name: String) throws -> [NamedRef] {
    let fold = Datum.text(Fold.text(name))
    switch kind {
    case .organisation:
      return try named(
        kind,
        """
        SELECT id, name FROM organisation WHERE name_fold = \(fold) OR id IN \
        (SELECT organisation FROM organisation_alias WHERE name_fold = \(fold)) ORDER BY id
        """)
    case .contact, .staff:
      return try named(
        kind,
        """
        SELECT id, name FROM person WHERE name_fold = \(fold) \
        AND staff = \(Datum(kind == .staff)) ORDER BY id
        """)
    case .lead:
      return try named(
        kind, "SELECT id, title FROM lead WHERE title_fold = \(fold) ORDER BY id")
    case .department, .section:
      return try named(
        kind,
        "SELECT id, name FROM \(raw: kind.rawValue) WHERE name_fold = \(fold) ORDER BY id")
    case .activity, .followUp: return []
    }
  }

  /// The records of a kind whose names match the word as search has it, at most `limit`.
  public func records(
    _ kind: RecordKind, matching word: String, limit: Int, language: Language
  ) throws -> [NamedRef] {
    if kind == .department || kind == .section {
      let position = Clause.dialect(
        .position(of: .bind(.text(Fold.text(word))), in: "name_fold"))
      return try named(
        kind,
        """
        SELECT id, name FROM \(raw: kind.rawValue) WHERE \(position) > 0 \
        ORDER BY id LIMIT \(.integer(Int64(limit)))
        """)
    }
    let view = Viewpoint(day: Day(number: 0), today: Day(number: 0), language: language)
    let source = try Source(self, kind, view)
    let conditions = [source.scope, try clause(word: word, in: source)].compactMap(\.self)
    let name: Clause =
      switch kind {
      case .lead: "title"
      case .followUp: "what"
      case .activity: "note"
      default: "name"
      }
    return try named(
      kind,
      """
      SELECT id, COALESCE(\(name), '') FROM \(source.rows) WHERE \(Clause.all(conditions)) \
      ORDER BY id LIMIT \(.integer(Int64(limit)))
      """)
  }

  private func named(_ kind: RecordKind, _ clause: Clause) throws -> [NamedRef] {
    var found: [NamedRef] = []
    try engine.rows(clause) { cells in
      found.append(
        NamedRef(Key.ref(kind, cells.integer(0) ?? 0), name: cells.text(1) ?? ""))
      return true
    }
    return found
  }

  /// The key of a record's row.
  public static func key(of ref: Ref) -> Int64 { Key.of(ref) }
  /// The ref of a person's row.
  public static func person(_ key: Int64) -> Ref { Key.person(key) }
}

extension Database {
  /// The key of the section of this name, in a department where one is given.
  public func section(named name: String, of department: Int64?) throws -> Int64? {
    let fold = Datum.text(Fold.text(name))
    let place: Clause = department.map { "department = \(.integer($0))" } ?? .all([])
    return try number(
      "SELECT id FROM section WHERE name_fold = \(fold) AND \(place) ORDER BY id")
  }
}
