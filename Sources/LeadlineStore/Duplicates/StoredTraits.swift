internal import LeadlineModel

/// Traits as they are read from the database.
protocol StoredTraits: DuplicateTraits {
  /// Reads records without what has rows of its own; all of the kind where no keys are given.
  static func each(
    _ keys: ArraySlice<Int64>?, in engine: Connection, _ body: (Int64, Self) throws -> Void) throws
  /// Reads what has rows of its own: the record's key, and what to add to its traits.
  static func eachDetail(
    _ keys: ArraySlice<Int64>?, in engine: Connection, _ body: (Int64, TraitDetail) throws -> Void)
    throws
  mutating func add(_ detail: TraitDetail)
}

/// A trait that has a row of its own.
enum TraitDetail {
  /// By its comparable digits.
  case phone(String)
  case email(String)

  var blockingKey: String {
    switch self {
    case .phone(let digits): PersonTraits.phoneKey(digits)
    case .email(let fold): PersonTraits.emailKey(fold)
    }
  }
}

extension StoredTraits {
  /// The traits of records in full, by key.
  static func load(_ keys: [Int64], from engine: Connection) throws -> [Int64: Self] {
    var found: [Int64: Self] = [:]
    for chunk in keys.chunked(by: 500) {
      try each(chunk, in: engine) { found[$0] = $1 }
      try eachDetail(chunk, in: engine) { found[$0]?.add($1) }
    }
    return found
  }

  static func eachDetail(
    _ keys: ArraySlice<Int64>?, in engine: Connection, _ body: (Int64, TraitDetail) throws -> Void
  ) throws {}

  mutating func add(_ detail: TraitDetail) {}
}

extension PersonTraits: StoredTraits {
  /// Keys are those of contacts; beside them `staff = 0` would lead SQLite through all contacts.
  static func each(
    _ keys: ArraySlice<Int64>?, in engine: Connection,
    _ body: (Int64, PersonTraits) throws -> Void
  ) throws {
    let isMeant = keys == nil ? "person.staff = 0" : keys.condition("person.id")
    try engine.rows(
      """
      SELECT person.id, person.name, person.name_sort, person.organisation, organisation.name, \
      person.birthday, person.region_fold FROM person \
      LEFT JOIN organisation ON organisation.id = person.organisation \
      WHERE \(isMeant)
      """
    ) { cells in
      let key = cells.integer(0) ?? 0
      let organisation = cells.integer(3).map {
        NamedRef(Ref(.organisation, $0), name: cells.text(4) ?? "")
      }
      try body(
        key,
        PersonTraits(
          NamedRef(Ref(.contact, key), name: cells.text(1) ?? ""),
          NameForm(sortKey: cells.text(2) ?? ""), organisation: organisation,
          birthday: cells.day(5), region: RegionForm(fold: cells.text(6) ?? "")))
      return true
    }
  }

  static func eachDetail(
    _ keys: ArraySlice<Int64>?, in engine: Connection, _ body: (Int64, TraitDetail) throws -> Void
  ) throws {
    let isMeant = keys.condition("person")
    try engine.rows("SELECT person, digits FROM phone WHERE \(isMeant) ORDER BY id") { cells in
      guard let digits = cells.text(1), digits.utf8.count >= fewestDigits else { return true }
      try body(cells.integer(0) ?? 0, .phone(digits))
      return true
    }
    try engine.rows("SELECT person, address_fold FROM email WHERE \(isMeant) ORDER BY id") {
      if let fold = $0.text(1) { try body($0.integer(0) ?? 0, .email(fold)) }
      return true
    }
  }

  mutating func add(_ detail: TraitDetail) {
    switch detail {
    case .phone(let digits): phones.append(digits)
    case .email(let fold): emails.append(fold)
    }
  }
}

extension OrganisationTraits: StoredTraits {
  static func each(
    _ keys: ArraySlice<Int64>?, in engine: Connection,
    _ body: (Int64, OrganisationTraits) throws -> Void
  ) throws {
    var others: [Int64: [String]] = [:]
    try engine.rows(
      """
      SELECT organisation, name FROM organisation_alias \
      WHERE \(keys.condition("organisation")) ORDER BY id
      """
    ) { cells in
      others[cells.integer(0) ?? 0, default: []].append(cells.text(1) ?? "")
      return true
    }
    try engine.rows(
      """
      SELECT id, name, region_fold FROM organisation WHERE \(keys.condition("id"))
      """
    ) { cells in
      let key = cells.integer(0) ?? 0
      try body(
        key,
        OrganisationTraits(
          NamedRef(Ref(.organisation, key), name: cells.text(1) ?? ""),
          otherNames: others[key] ?? [], regionFold: cells.text(2) ?? ""))
      return true
    }
  }
}

extension LeadTraits: StoredTraits {
  static func each(
    _ keys: ArraySlice<Int64>?, in engine: Connection, _ body: (Int64, LeadTraits) throws -> Void
  ) throws {
    try engine.rows(
      """
      SELECT lead.id, lead.title, lead.organisation, organisation.name FROM lead \
      LEFT JOIN organisation ON organisation.id = lead.organisation \
      WHERE \(keys.condition("lead.id"))
      """
    ) { cells in
      let key = cells.integer(0) ?? 0
      let organisation = cells.integer(2).map {
        NamedRef(Ref(.organisation, $0), name: cells.text(3) ?? "")
      }
      try body(
        key,
        LeadTraits(
          NamedRef(Ref(.lead, key), name: cells.text(1) ?? ""), organisation: organisation))
      return true
    }
  }
}

extension ArraySlice<Int64>? {
  /// The condition that a column is one of the keys; none where there are no keys to be one of.
  fileprivate func condition(_ column: String) -> Clause {
    guard let self else { return .all([]) }
    return "\(raw: column) IN (\(self.list))"
  }
}
