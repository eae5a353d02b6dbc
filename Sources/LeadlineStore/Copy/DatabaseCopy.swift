/// Copies a database whole, as it is, to another engine: ids, numbers, journal, all that follows.
///
/// The source is read as of one moment and not written. The target is written in one transaction,
/// which ends only after both were read again and found equal, cell by cell; where anything
/// throws, nothing of the copy is kept. Neither journal has an entry of it.
public final class DatabaseCopy {
  let source: Connection
  let target: Connection
  let stop: CancelGroup
  /// Whether the target had no tables when it was this copy's turn to write: what is there after
  /// a failure is nobody's.
  public private(set) var foundNothing = false

  public init(
    from source: any Engine, to target: any Engine, stoppedBy stop: CancelGroup = CancelGroup()
  ) {
    self.source = Connection(engine: source)
    self.target = Connection(engine: target)
    self.stop = stop
  }

  /// Copies and verifies. `progress` is told now and then how far it is, and ends the copy by
  /// throwing.
  ///
  /// Throws `CopyError` and `StorageError`.
  public func run(_ progress: (CopyProgress) throws -> Void = { _ in }) throws -> CopyReport {
    try stop.covering([source.engine.canceller, target.engine.canceller]) {
      try stop.check()
      return try target.transaction(.writing) {
        let report = try source.transaction(.reading) { try copyAll(progress) }
        try stop.check()
        return report
      }
    }
  }

  private func copyAll(_ progress: (CopyProgress) throws -> Void) throws -> CopyReport {
    try stop.check()
    try Self.check(source)
    try prepareTarget()
    let counts = try counts()
    var course = CopyCourse(total: counts.values.reduce(0, +))
    for table in Schema.all { try copy(table, &course, progress) }
    course.begin(.verifying)
    for table in Schema.all { try verify(table, &course, progress) }
    return try report(counts)
  }

  /// Throws where what is to be copied is no database of this program's schema.
  public static func check(_ source: any Engine) throws {
    try check(Connection(engine: source))
  }

  private static func check(_ source: Connection) throws {
    if try !hasTables(source) { throw StorageError.notADatabase(location: source.location) }
  }

  /// Whether there are tables; throws where they are not of this program's schema.
  private static func hasTables(_ connection: Connection) throws -> Bool {
    guard let meta = try connection.ownMeta() else { return false }
    let found = meta["schema"].flatMap { Int64($0) } ?? 0
    guard found < Schema.version else { return true }
    throw CopyError.olderSchema(
      location: connection.location, found: found, known: Schema.version)
  }

  /// Makes the tables where there are none; refuses a target that holds anything.
  private func prepareTarget() throws {
    guard try Self.hasTables(target) else {
      foundNothing = true
      return try target.makeTables()
    }
    for table in Schema.all where table != Schema.meta {
      try target.rows("SELECT 1 FROM \(raw: table.name) LIMIT 1") { _ in
        throw CopyError.notEmpty(location: target.location)
      }
    }
    try target.run("DELETE FROM meta")
  }

  private func copy(
    _ table: TableShape, _ course: inout CopyCourse, _ progress: (CopyProgress) throws -> Void
  ) throws {
    var pages = TablePages(source, table)
    while true {
      try stop.check()
      let page = try pages.next()
      if page.isEmpty { return }
      try target.engine.load(page, into: table.loaded)
      try progress(course.after(page.count, of: table))
    }
  }

  private func counts() throws -> [String: Int] {
    var counts: [String: Int] = [:]
    for table in Schema.all {
      counts[table.name] = try count("SELECT COUNT(*) FROM \(raw: table.name)", source)
    }
    return counts
  }

  private func count(_ clause: Clause, _ connection: Connection) throws -> Int {
    var count: Int64 = 0
    try connection.rows(clause) { cells in
      count = cells.integer(0) ?? 0
      return false
    }
    return Int(count)
  }

  private func report(_ counts: [String: Int]) throws -> CopyReport {
    func rows(_ table: TableShape) -> Int { counts[table.name] ?? 0 }
    return CopyReport(
      location: target.location, leads: rows(Schema.lead),
      contacts: try count("SELECT COUNT(*) FROM person WHERE staff = 0", target),
      organisations: rows(Schema.organisation), activities: rows(Schema.activity),
      entries: rows(Schema.entry), rows: counts.values.reduce(0, +))
  }
}
