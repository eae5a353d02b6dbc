extension Schema {
  /// What leads from each version of the schema to the next.
  ///
  /// What follows from other columns is filled in by `repair` afterwards; rows keep their entries.
  static func migration(from version: Int64) -> [Clause] {
    switch version {
    case 1: add("class_fold", to: affiliation, index: 3)
    case 2: create(ask)
    case 3:
      [share, rate, campaign].flatMap(create)
        + [(affiliation, 2), (affiliation, 3), (activityPerson, 1)].flatMap(renew)
    case 4:
      create(apart) + create(dealing) + [Database.enterDealings()]
        + [(person, 6), (affiliation, 1), (tie, 1), (tie, 2)].flatMap(renew)
    default: []
    }
  }

  private static func create(_ table: TableShape) -> [Clause] {
    [table.creation] + table.indexCreations
  }

  /// Makes the index of this number anew, as it is now.
  private static func renew(_ table: TableShape, index: Int) -> [Clause] {
    ["DROP INDEX IF EXISTS \(raw: table.name)_by_\(raw: String(index))"]
      + [table.indexCreations[index - 1]]
  }

  /// Adds a column that may be empty, and the index over it that has this number.
  private static func add(_ column: String, to table: TableShape, index: Int) -> [Clause] {
    guard let shape = table.column(column) else { return [] }
    return [
      "ALTER TABLE \(raw: table.name) ADD COLUMN \(shape.definition)",
      table.indexCreations[index - 1],
    ]
  }
}

extension Database {
  /// Brings the tables of an older program up to this one's, all in one transaction.
  func migrate(from found: Int64) throws {
    try engine.transaction(.writing) {
      // Another program may have done it while this one waited.
      let found = try engine.ownMeta()?["schema"].flatMap { Int64($0) } ?? found
      guard found < Schema.version else { return }
      for version in found..<Schema.version {
        for statement in Schema.migration(from: version) { try engine.run(statement) }
      }
      try repairTwins()
      try Self.set(engine, "schema", String(Schema.version))
    }
  }
}
