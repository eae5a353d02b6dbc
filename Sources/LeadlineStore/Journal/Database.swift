public import LeadlineModel

/// A database of leads on some engine: its schema, its transactions, its journal.
public final class Database {
  let engine: Connection
  /// The pipeline in use.
  public internal(set) var pipeline: Pipeline
  /// The latest entry of the journal that was written here.
  public internal(set) var latestEntry: Int64?
  /// The currency of amounts that name none.
  public let currency: Currency

  /// Opens what is behind `engine`, and makes the tables where there are none.
  public init(engine: any Engine) throws {
    let engine = Connection(engine: engine)
    self.engine = engine
    var found = try engine.ownMeta()
    if found == nil {
      try Self.create(engine)
      found = try engine.ownMeta()
    }
    let meta = found ?? [:]
    pipeline = try meta["pipeline"].map(PipelineText.decode) ?? .standard
    currency = meta["currency"].flatMap { Currency(code: $0) } ?? .cny
    let schema = meta["schema"].flatMap { Int64($0) } ?? Schema.version
    if schema < Schema.version { try migrate(from: schema) }
  }

  public var location: String { engine.location }
  public var canceller: any Canceller { engine.engine.canceller }

  private static func create(_ engine: Connection) throws {
    try engine.transaction(.writing) {
      // Another program may have made them while this one waited.
      guard try engine.tables().isEmpty else { return }
      try engine.makeTables()
      try set(engine, "schema", String(Schema.version))
      try set(engine, "han", String(Fold.version))
      try set(engine, "currency", Currency.cny.code)
    }
  }

  static func meta(_ engine: Connection) throws -> [String: String] {
    var meta: [String: String] = [:]
    try engine.rows("SELECT name, value FROM meta ORDER BY name") { cells in
      meta[cells.text(0) ?? ""] = cells.text(1)
      return true
    }
    return meta
  }

  static func set(_ engine: Connection, _ name: String, _ value: String) throws {
    try engine.run("DELETE FROM meta WHERE name = \(.text(name))")
    try engine.run("INSERT INTO meta (name, value) VALUES (\(.text(name)), \(.text(value)))")
  }
}

/// Who writes, when, and with which line.
public struct Author: Hashable, Sendable {
  public let name: String
  /// The command line as typed.
  public let line: String
  public let now: Instant
  public let today: Day

  public init(name: String, line: String, now: Instant, today: Day) {
    self.name = name
    self.line = line
    self.now = now
    self.today = today
  }
}
