extension Connection {
  /// What the database says of itself; nil where it has no tables at all.
  ///
  /// Throws where the tables are somebody else's, or of a newer program.
  func ownMeta() throws -> [String: String]? {
    let tables = try tables()
    if tables.isEmpty { return nil }
    guard tables.isSuperset(of: Schema.journal.map(\.name)) else {
      throw StorageError.notADatabase(location: location)
    }
    let meta = try Database.meta(self)
    guard let found = meta["schema"].flatMap({ Int64($0) }), found > 0 else {
      throw StorageError.notADatabase(location: location)
    }
    if found > Schema.version {
      throw StorageError.newerSchema(found: found, known: Schema.version)
    }
    return meta
  }

  /// Makes all tables, empty.
  func makeTables() throws(StorageError) {
    for table in Schema.all {
      try run(table.creation)
      for index in table.indexCreations { try run(index) }
    }
  }
}
