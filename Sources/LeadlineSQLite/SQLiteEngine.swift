internal import Foundation
internal import GRDB
internal import LeadlineModel
public import LeadlineStore
internal import Synchronization

/// A connection to a SQLite file: it executes and decodes, nothing else.
public final class SQLiteEngine: Engine {
  public let location: String
  private let queue: DatabaseQueue
  private let cancellation = Cancellation()
  private var isInTransaction = false

  /// Opens the file at `path`, made where it is missing, readable by its owner alone.
  public init(path: String) throws(StorageError) {
    location = path
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    configuration.busyMode = .timeout(20)
    configuration.maximumReaderCount = 1
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA journal_mode = WAL")
      try database.execute(sql: "PRAGMA synchronous = FULL")
      try database.execute(sql: "PRAGMA temp_store = MEMORY")
      try database.execute(sql: "PRAGMA cache_size = -65536")
    }
    do {
      if !FileManager.default.fileExists(atPath: path) {
        _ = FileManager.default.createFile(
          atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
      }
      queue = try DatabaseQueue(path: path, configuration: configuration)
    } catch {
      throw StorageError(opening: error, at: path)
    }
  }

  public var dialect: any Dialect { SQLiteDialect() }
  public var canceller: any Canceller {
    QueueCanceller(queue: queue, cancellation: cancellation)
  }

  public func run(_ clause: Clause) throws(StorageError) {
    try checkCancellation()
    let (sql, bindings) = clause.printed(for: dialect)
    try access { database in
      let statement = try database.cachedStatement(sql: sql)
      try statement.execute(arguments: StatementArguments(bindings.map(\.sqliteValue)))
    }
  }

  public func rows(_ clause: Clause, _ body: (any Cells) throws -> Bool) throws {
    try checkCancellation()
    let (sql, bindings) = clause.printed(for: dialect)
    do {
      try queue.unsafeReentrantWrite { database in
        let statement = try database.makeStatement(sql: sql)
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

  public func begin() throws(StorageError) {
    cancellation.clear()
    try access { try $0.execute(sql: "BEGIN IMMEDIATE") }
    isInTransaction = true
  }

  public func commit() throws(StorageError) {
    try access { try $0.execute(sql: "COMMIT") }
    isInTransaction = false
  }

  public func rollback() {
    isInTransaction = false
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

  /// Between two statements of a transaction nothing runs that could be interrupted.
  private func checkCancellation() throws(StorageError) {
    if isInTransaction, cancellation.isAsked { throw .cancelled }
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

/// Ends the running statement; and, inside a transaction, every one after it.
private struct QueueCanceller: Canceller {
  let queue: DatabaseQueue
  let cancellation: Cancellation

  func cancel() {
    cancellation.ask()
    queue.interrupt()
  }
}

/// Whether the running transaction should end, asked from any thread.
private final class Cancellation: Sendable {
  private let flag = Atomic(false)

  var isAsked: Bool { flag.load(ordering: .acquiring) }

  func ask() { flag.store(true, ordering: .releasing) }
  func clear() { flag.store(false, ordering: .releasing) }
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
