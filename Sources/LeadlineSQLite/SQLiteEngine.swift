internal import Foundation
internal import GRDB
internal import Glibc
internal import LeadlineModel
public import LeadlineStore

/// A connection to a SQLite file: it executes and decodes, nothing else.
public final class SQLiteEngine: FileEngine {
  public let location: String
  private let queue: DatabaseQueue
  private let interruption: Interruption
  /// Whether the file is known to keep its log beside it.
  private var keepsLog = false
  /// Queries that were prepared and that nobody goes through at the moment.
  private var idle: [String: Statement] = [:]

  /// Opens the file at `path`, made where it is missing, readable by its owner alone.
  ///
  /// A file that may not be written is opened for reading. Nothing is changed in a file before the
  /// first write.
  public init(path: String) throws(StorageError) {
    location = path
    let access = FileAccess(path: path)
    do {
      if access == .missing, path != ":memory:" {
        // Whoever else makes the file at this moment makes the same one: nothing is replaced.
        let descriptor = Glibc.open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        if descriptor >= 0 { close(descriptor) }
      }
      queue = try DatabaseQueue(
        path: access.name(of: path), configuration: Self.configuration(access))
    } catch {
      throw StorageError(opening: error, at: path)
    }
    interruption = Interruption { [queue] in queue.interrupt() }
  }

  /// How long a lock of somebody else is waited for, in seconds.
  private static let patience: TimeInterval = 20

  private static func configuration(_ access: FileAccess) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = access == .readOnly
    configuration.allowsUnsafeTransactions = true
    configuration.busyMode = .timeout(patience)
    configuration.maximumReaderCount = 1
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA synchronous = FULL")
      try database.execute(sql: "PRAGMA temp_store = MEMORY")
      try database.execute(sql: "PRAGMA cache_size = -65536")
    }
    return configuration
  }

  public var dialect: any Dialect { SQLiteDialect() }
  public var canceller: any Canceller { interruption }

  public func run(_ clause: Clause) throws(StorageError) {
    let (sql, bindings) = clause.printed(for: dialect)
    try interruption.check()
    try access { database in
      let statement = try database.cachedStatement(sql: sql)
      try statement.execute(arguments: StatementArguments(bindings.map(\.sqliteValue)))
    }
  }

  public func rows(_ clause: Clause, _ body: (any Cells) throws -> Bool) throws {
    let (sql, bindings) = clause.printed(for: dialect)
    try interruption.check()
    do {
      try queue.unsafeReentrantWrite { database in
        let statement = try idle.removeValue(forKey: sql) ?? database.makeStatement(sql: sql)
        defer { keep(statement, sql, bindings.count) }
        let cursor = try Row.fetchCursor(
          statement, arguments: StatementArguments(bindings.map(\.sqliteValue)))
        while let row = try cursor.next() {
          if try !body(RowCells(row: row)) { return }
        }
      }
    } catch let error as DatabaseError {
      throw StorageError(error, at: location)
    }
  }

  /// Keeps a query for the next time; those with long lists rarely come again.
  private func keep(_ statement: Statement, _ sql: String, _ bindings: Int) {
    if bindings > 40 { return }
    if idle.count >= 200 { idle = [:] }
    idle[sql] = statement
  }

  public func load(_ rows: [[Datum]], into columns: TableColumns) throws(StorageError) {
    let places = repeatElement("?", count: columns.columns.count).joined(separator: ", ")
    try interruption.check()
    try access { database in
      let statement = try database.cachedStatement(
        sql: """
          INSERT INTO \(columns.table) (\(columns.columns.joined(separator: ", "))) \
          VALUES (\(places))
          """)
      for row in rows {
        try statement.execute(arguments: StatementArguments(row.map(\.sqliteValue)))
      }
    }
  }

  public func begin(_ purpose: TransactionPurpose) throws(StorageError) {
    try access { database in
      guard purpose == .writing else { return try database.execute(sql: "BEGIN") }
      if !keepsLog, !database.configuration.readonly {
        try Self.keepLog(database)
        keepsLog = true
      }
      try database.execute(sql: "BEGIN IMMEDIATE")
    }
    interruption.begin()
  }

  /// Has the file keep its log beside it from now on.
  ///
  /// SQLite does not wait for a lock where two connections that read want to write at once, as two
  /// that change the mode of one file do: it refuses either, and whoever was refused tries again.
  private static func keepLog(_ database: GRDB.Database) throws {
    let last = Date.now.addingTimeInterval(patience)
    while true {
      do {
        return try database.execute(sql: "PRAGMA journal_mode = WAL")
      } catch let error as DatabaseError
        where error.resultCode == .SQLITE_BUSY && Date.now < last
      {
        Thread.sleep(forTimeInterval: .random(in: 0.002...0.02))
      }
    }
  }

  public func commit() throws(StorageError) {
    try interruption.check()
    try access { try $0.execute(sql: "COMMIT") }
    interruption.end()
  }

  public func rollback() {
    interruption.end()
    // SQLite may have rolled back by itself, on a full disk for one.
    try? access { if $0.isInsideTransaction { try $0.execute(sql: "ROLLBACK") } }
  }

  public func tables() throws(StorageError) -> Set<String> {
    try access { database in
      try Set(
        String.fetchAll(database, sql: "SELECT name FROM sqlite_master WHERE type = 'table'"))
    }
  }

  public func backUp(to path: String) throws(StorageError) {
    try access { try $0.execute(sql: "VACUUM INTO ?", arguments: [path]) }
  }

  public func integrityFindings() throws(StorageError) -> [String] {
    try access { database in
      let integrity = try String.fetchAll(database, sql: "PRAGMA integrity_check")
      let foreign = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check")
      return integrity.filter { $0 != "ok" }
        + foreign.map { row in
          "\(row[0] as String? ?? "?") \(row[1] as Int64? ?? 0): no such \(row[2] as String? ?? "?")"
        }
    }
  }

  private func access<Result>(
    _ body: (GRDB.Database) throws -> Result
  ) throws(StorageError) -> Result {
    do {
      return try queue.unsafeReentrantWrite(body)
    } catch {
      throw StorageError(error, at: location)
    }
  }
}

private struct RowCells: Cells {
  let row: Row

  func integer(_ index: Int) -> Int64? { row[index] }
  func text(_ index: Int) -> String? { row[index] }
}

extension Datum {
  fileprivate var sqliteValue: (any DatabaseValueConvertible)? {
    switch self {
    case .null: nil
    case .integer(let value): value
    case .text(let value): value
    case .day(let value): value.iso
    }
  }
}
