public import LeadlineModel
internal import LeadlineQuery

extension Database {
  /// Streams the records that a selection asks for: the ref and a value for each field.
  ///
  /// Every order ends in the record's key. `body` says whether to go on.
  public func select(
    _ selection: Selection, at view: Viewpoint,
    _ body: (Ref, [FieldValue]) throws -> Bool
  ) throws {
    try reading(at: view) { try stream(selection, at: view, body) }
  }

  /// Several statements that answer for a past day do so as of one moment.
  func reading<Result>(at view: Viewpoint, _ body: () throws -> Result) throws -> Result {
    guard view.isPast, !engine.isInTransaction else { return try body() }
    return try engine.transaction(.reading, body)
  }

  private func stream(
    _ selection: Selection, at view: Viewpoint, _ body: (Ref, [FieldValue]) throws -> Bool
  ) throws {
    let source = try Source(self, selection.kind, view)
    let columns = selection.fields.compactMap { source.column($0) }
    var statement: Clause = """
      SELECT \(([source.key] + columns.flatMap(\.selected)).separated(by: ", ")) \
      FROM \(source.rows) WHERE \(try condition(selection, source)) \
      ORDER BY \(ordering(selection.order, source))
      """
    if let limit = selection.limit {
      statement = "\(statement) LIMIT \(.integer(Int64(limit)))"
    }
    try engine.rows(statement) { cells in
      var index = 1
      let values = columns.map { column in
        defer { index += column.selected.count }
        return column.decode(cells, index)
      }
      return try body(Key.ref(selection.kind, cells.integer(0) ?? 0), values)
    }
  }

  /// How many records the filter selects.
  public func count(_ selection: Selection, at view: Viewpoint) throws -> Int {
    try reading(at: view) {
      let source = try Source(self, selection.kind, view)
      let count = try number(
        "SELECT COUNT(*) FROM \(source.rows) WHERE \(try condition(selection, source))")
      return Int(count ?? 0)
    }
  }

  /// What every row that is selected meets.
  private func condition(_ selection: Selection, _ source: Source) throws -> Clause {
    let scope = selection.filter.namesRecords ? source.scopeOfNamed : source.scope
    return .all(
      [scope, source.condition(selection.condition)].compactMap(\.self)
        + [try clause(selection.filter, in: source)])
  }

  private func ordering(_ order: [Selection.Order], _ source: Source) -> Clause {
    let terms = order.flatMap { term in
      (source.column(term.field)?.order ?? []).map { column in
        "\(column) \(raw: term.descends ? "DESC" : "ASC") NULLS LAST" as Clause
      }
    }
    return (terms + [source.key]).separated(by: ", ")
  }

  /// The condition that a filter means.
  func clause(_ filter: Filter, in source: Source) throws -> Clause {
    switch filter {
    case .all: .all([])
    case .not(let inner): "NOT (\(try clause(inner, in: source)))"
    case .and(let parts): .all(try parts.map { try clause($0, in: source) })
    case .or(let parts): .any(try parts.map { try clause($0, in: source) })
    case .term(let term): source.column(term.field)?.test(term.test) ?? .any([])
    case .word(let word): try clause(word: word, in: source)
    }
  }
}

extension Filter {
  /// Whether it selects among records that it names by their refs.
  fileprivate var namesRecords: Bool {
    switch self {
    case .term(let term): if case .anyOf = term.test { term.field.name == "id" } else { false }
    case .and(let parts): parts.contains { $0.namesRecords }
    case .or(let parts): !parts.isEmpty && parts.allSatisfy { $0.namesRecords }
    case .all, .not, .word: false
    }
  }
}

/// Where the records of a kind come from, as of a day.
struct Source {
  let kind: RecordKind
  /// What follows FROM.
  let rows: Clause
  let key: Clause
  /// What every row must meet.
  let scope: Clause?
  /// The same where the keys of the rows are named: with the plus sign, SQLite goes by those and not
  /// through all contacts.
  var scopeOfNamed: Clause? { kind == .contact || kind == .staff ? scope.map { "+\($0)" } : scope }
  private let day: Day
  private let leads: LeadColumns
  private let followUps: FollowUpColumns

  init(_ database: Database, _ kind: RecordKind, _ view: Viewpoint) throws {
    self.kind = kind
    day = view.day
    leads = LeadColumns(pipeline: database.pipeline, day: view.day, language: view.language)
    followUps = FollowUpColumns(day: view.day)
    switch kind {
    case .lead:
      rows = view.isPast ? try database.leadsAsOf(view.day) : "lead"
      key = "lead.id"
      scope = view.isPast ? "lead.created <= \(.day(view.day))" : nil
    case .contact, .staff:
      rows = "person"
      key = "person.id"
      scope = "person.staff = \(Datum(kind == .staff))"
    case .organisation:
      (rows, key, scope) = ("organisation", "organisation.id", nil)
    case .activity:
      (rows, key) = ("activity", "activity.id")
      scope = view.isPast ? "activity.day <= \(.day(view.day))" : nil
    case .followUp:
      (rows, key) = ("follow_up", "follow_up.id")
      scope = view.isPast ? "follow_up.made <= \(.day(view.day))" : nil
    case .department: (rows, key, scope) = ("department", "department.id", nil)
    case .section: (rows, key, scope) = ("section", "section.id", nil)
    }
  }

  /// Nil for a field of another kind of record.
  func column(_ field: Field) -> FieldColumn? {
    guard field.kind.isSame(as: kind) else { return nil }
    return switch field.kind {
    case .lead: leads.column(field)
    case .contact, .staff: ContactColumns.column(field, on: day)
    case .organisation: OrganisationColumns.column(field)
    case .activity: ActivityColumns.column(field)
    case .followUp: followUps.column(field)
    case .department, .section: nil
    }
  }

  func condition(_ condition: Selection.Condition) -> Clause? {
    switch condition {
    case .any: nil
    case .stalled: leads.stalled
    case .neglected: leads.neglected
    case .untapped: ContactColumns.untapped(on: day)
    }
  }
}
