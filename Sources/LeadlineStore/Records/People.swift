public import LeadlineModel

extension Database {
  /// The key of the first person entered with this name, folded; nil where there is none.
  public func person(named name: String, staff: Bool) throws -> Int64? {
    try persons(named: name, staff: staff).first
  }

  /// The keys of all persons of this name, folded, the first entered first.
  public func persons(named name: String, staff: Bool) throws -> [Int64] {
    try keys(
      """
      SELECT id FROM person WHERE name_fold = \(.text(Fold.text(name))) \
      AND staff = \(Datum(staff)) ORDER BY id
      """)
  }

  /// The keys of the departments of this name, folded.
  public func departments(named name: String) throws -> [Int64] {
    try keys(
      "SELECT id FROM department WHERE name_fold = \(.text(Fold.text(name))) ORDER BY id")
  }

  /// The keys of the organisations of this name or other name, folded; where there is none, of the
  /// only one that has it with another legal form (有限公司, GmbH) or without, or of the only town
  /// (常州, 常州市).
  public func organisations(named name: String) throws -> [Int64] {
    let fold = Fold.text(name)
    let exact = try organisations(of: [fold])
    if !exact.isEmpty { return exact }
    let towns = TownForm.variants(of: fold)
    let others =
      try organisations(of: LegalForm.variants(of: fold))
      + (towns.isEmpty
        ? []
        : keys(
          "SELECT id FROM organisation WHERE kind = 'town' AND name_fold IN (\(towns.list))"))
    return others.count == 1 ? others : []
  }

  /// The organisations of this name, with any legal form or without.
  public func organisations(alike name: String) throws -> [Int64] {
    let fold = Fold.text(name)
    return try organisations(of: [fold] + LegalForm.variants(of: fold))
  }

  private func organisations(of folds: [String]) throws -> [Int64] {
    if folds.isEmpty { return [] }
    return try keys(
      """
      SELECT id FROM organisation WHERE name_fold IN (\(folds.list)) UNION \
      SELECT organisation FROM organisation_alias WHERE name_fold IN (\(folds.list)) ORDER BY 1
      """)
  }

  /// The keys of the leads with this title, folded.
  public func leads(titled title: String) throws -> [Int64] {
    try keys("SELECT id FROM lead WHERE title_fold = \(.text(Fold.text(title))) ORDER BY id")
  }

  /// The name of a record as lists show it; nil where there is no such record.
  public func name(of ref: Ref) throws -> String? {
    let key = Datum.integer(Key.of(ref))
    let clause: Clause =
      switch ref.kind {
      case .lead: "SELECT title FROM lead WHERE id = \(key)"
      case .contact: "SELECT name FROM person WHERE id = \(key) AND staff = 0"
      case .staff: "SELECT name FROM person WHERE id = \(key) AND staff = 1"
      case .organisation: "SELECT name FROM organisation WHERE id = \(key)"
      case .department: "SELECT name FROM department WHERE id = \(key)"
      case .section: "SELECT name FROM section WHERE id = \(key)"
      case .activity: "SELECT kind FROM activity WHERE id = \(key)"
      case .followUp: "SELECT what FROM follow_up WHERE id = \(key)"
      }
    var found: String?
    try engine.rows(clause) { cells in
      found = cells.text(0) ?? ""
      return false
    }
    return found
  }

  func keys(_ clause: Clause) throws -> [Int64] {
    var keys: [Int64] = []
    try engine.rows(clause) { cells in
      if let key = cells.integer(0) { keys.append(key) }
      return true
    }
    return keys
  }

  /// The first cell of the first row; nil where there is no row.
  func number(_ clause: Clause) throws -> Int64? {
    try keys(clause).first
  }
}

extension Writer {
  /// Adds a person; gives the key.
  @discardableResult
  public func insertPerson(
    _ name: String, staff: Bool = false, _ values: [PersonColumn: Datum] = [:]
  ) throws -> Int64 {
    var row: [String: Datum] = [
      "name": .text(name), "staff": Datum(staff), "askable": Datum(true), "created": .day(today),
    ]
    for (column, value) in values { row[column.rawValue] = value }
    return try insert(
      Schema.person, row, series: staff ? "staff" : "contact",
      above: staff ? Key.staffBase : 0)
  }

  @discardableResult
  public func updatePerson(_ key: Int64, _ values: [PersonColumn: Datum]) throws -> Bool {
    try update(Schema.person, key, values.reduce(into: [:]) { $0[$1.key.rawValue] = $1.value })
  }

  @discardableResult
  public func insertDepartment(_ name: String) throws -> Int64 {
    try insert(Schema.department, ["name": .text(name)])
  }

  @discardableResult
  public func insertSection(_ name: String, of department: Int64) throws -> Int64 {
    try insert(
      Schema.section, ["name": .text(name), "department": .integer(department)])
  }

  public func insertPhone(_ number: String, label: String?, of person: Int64) throws {
    try insert(
      Schema.phone,
      ["person": .integer(person), "number": .text(number), "label": Datum(label)])
  }

  public func insertEmail(_ address: String, label: String?, of person: Int64) throws {
    try insert(
      Schema.email,
      ["person": .integer(person), "address": .text(address), "label": Datum(label)])
  }

  /// Adds where a person studied, worked, served or comes from.
  public func insertAffiliation(
    of person: Int64, at organisation: Int64, kind: String, role: String? = nil,
    group: String? = nil, from: Int64? = nil, to: Int64? = nil
  ) throws {
    try insert(
      Schema.affiliation,
      [
        "person": .integer(person), "organisation": .integer(organisation), "kind": .text(kind),
        "role": Datum(role), "class": Datum(group), "from_year": Datum(from),
        "to_year": Datum(to),
      ])
  }

  /// Records that one person knows another.
  @discardableResult
  public func insertTie(
    from knower: Int64, to known: Int64, kind: String, strength: Int64? = nil
  ) throws -> Int64 {
    try insert(
      Schema.tie,
      [
        "knower": .integer(knower), "known": .integer(known), "kind": .text(kind),
        "strength": Datum(strength),
      ])
  }

  @discardableResult
  public func insertOrganisation(
    _ name: String, kind: String? = nil, _ values: [OrganisationColumn: Datum] = [:]
  ) throws -> Int64 {
    var row: [String: Datum] = [
      "name": .text(name), "kind": .text(kind ?? PlaceKind(guessedFrom: name).rawValue),
      "created": .day(today),
    ]
    for (column, value) in values { row[column.rawValue] = value }
    return try insert(Schema.organisation, row)
  }

  @discardableResult
  public func updateOrganisation(
    _ key: Int64, _ values: [OrganisationColumn: Datum]
  ) throws -> Bool {
    try update(
      Schema.organisation, key, values.reduce(into: [:]) { $0[$1.key.rawValue] = $1.value })
  }

  public func insertAlias(_ name: String, of organisation: Int64) throws {
    try insert(
      Schema.organisationAlias,
      ["organisation": .integer(organisation), "name": .text(name)])
  }
}

/// The columns of a person that operations write.
public enum PersonColumn: String, Sendable {
  case name, organisation, department, section, title, region, birthday, askable, tag, note
  case created
}

/// The columns of an organisation that operations write.
public enum OrganisationColumn: String, Sendable {
  case name, kind, sector, region, tag, note, created
}
