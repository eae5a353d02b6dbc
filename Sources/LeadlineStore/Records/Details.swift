public import LeadlineModel

/// The short texts of a record that have rows of their own.
public enum Detail: Hashable, Sendable {
  case phone(person: Int64)
  case email(person: Int64)
  case alias(organisation: Int64)

  var place: (table: TableShape, owner: String, key: Int64, text: String) {
    switch self {
    case .phone(let key): (Schema.phone, "person", key, "number")
    case .email(let key): (Schema.email, "person", key, "address")
    case .alias(let key): (Schema.organisationAlias, "organisation", key, "name")
    }
  }
}

extension Writer {
  /// The rows of a detail: key and text, in the order in which they were added.
  public func details(_ detail: Detail) throws -> [(key: Int64, text: String)] {
    let (table, owner, key, text) = detail.place
    var found: [(key: Int64, text: String)] = []
    try engine.rows(
      """
      SELECT id, \(raw: text) FROM \(raw: table.name) WHERE \(raw: owner) = \(.integer(key)) \
      ORDER BY id
      """
    ) { cells in
      found.append((cells.integer(0) ?? 0, cells.text(1) ?? ""))
      return true
    }
    return found
  }

  public func addDetail(_ detail: Detail, _ text: String, label: String? = nil) throws {
    let (table, owner, key, column) = detail.place
    var row: [String: Datum] = [owner: .integer(key), column: .text(text)]
    if table.column("label") != nil { row["label"] = Datum(label) }
    try insert(table, row)
  }

  public func removeDetail(_ detail: Detail, key: Int64) throws {
    try delete(detail.place.table, key)
  }

  /// The affiliations of a person of one kind: row and organisation.
  public func affiliations(
    of person: Int64, kind: String
  ) throws -> [(key: Int64, organisation: Int64)] {
    var found: [(key: Int64, organisation: Int64)] = []
    try engine.rows(
      """
      SELECT id, organisation FROM affiliation WHERE person = \(.integer(person)) \
      AND kind = \(.text(kind)) ORDER BY id
      """
    ) { cells in
      found.append((cells.integer(0) ?? 0, cells.integer(1) ?? 0))
      return true
    }
    return found
  }

  public func removeAffiliation(_ key: Int64) throws {
    try delete(Schema.affiliation, key)
  }

  /// Those of the persons whom one person is recorded as knowing.
  public func known(to knower: Int64, among persons: [Int64]) throws -> Set<Int64> {
    var known: Set<Int64> = []
    try engine.rows(
      """
      SELECT known FROM tie WHERE knower = \(.integer(knower)) \
      AND known IN (\(persons.list)) ORDER BY known
      """
    ) { cells in
      if let person = cells.integer(0) { known.insert(person) }
      return true
    }
    return known
  }

  /// The tags of a record, as the column holds them.
  public func tags(of ref: Ref) throws -> [String] {
    guard let table = ref.table, table.column("tag") != nil,
      case .text(let text)? = try read(table, Key.of(ref))?["tag"]
    else { return [] }
    return ColumnList.items(text)
  }
}

extension Ref {
  /// The table of the record's own row.
  var table: TableShape? {
    switch kind {
    case .lead: Schema.lead
    case .contact, .staff: Schema.person
    case .organisation: Schema.organisation
    case .department: Schema.department
    case .section: Schema.section
    case .activity: Schema.activity
    case .followUp: Schema.followUp
    }
  }
}
