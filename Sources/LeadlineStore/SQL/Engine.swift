public import LeadlineModel

/// The values of one row, by position.
public protocol Cells {
  func integer(_ index: Int) -> Int64?
  func text(_ index: Int) -> String?
}

extension Cells {
  public func day(_ index: Int) -> Day? {
    text(index).flatMap { Day(iso: $0) }
  }

  func flag(_ index: Int) -> Bool { integer(index) == 1 }
}

/// One connection to a database: it executes and decodes, and knows nothing of leads.
public protocol Engine: AnyObject {
  var dialect: any Dialect { get }
  /// Where the database is, without a password.
  var location: String { get }
  /// Runs a statement that gives no rows.
  func run(_ clause: Clause) throws(StorageError)
  /// Runs a query; `body` sees each row and says whether to go on.
  func rows(_ clause: Clause, _ body: (any Cells) throws -> Bool) throws
  /// Begins a transaction that may write, after waiting for other writers.
  func begin() throws(StorageError)
  func commit() throws(StorageError)
  func rollback()
  /// The names of the tables that exist.
  func tables() throws(StorageError) -> Set<String>
  /// What ends the running statement from another thread.
  var canceller: any Canceller { get }
  /// Copies the whole database, as of now, into a new file at `path`.
  func backUp(to path: String) throws(StorageError)
  /// What the engine itself finds wrong with the file; empty where it is sound.
  func integrityFindings() throws(StorageError) -> [String]
}

/// Ends the running call of a connection, from any thread.
public protocol Canceller: Sendable {
  func cancel()
}

/// What went wrong with the storage itself.
public enum StorageError: Error, Hashable, Sendable {
  case cannotOpen(location: String, cause: String)
  case notADatabase(location: String)
  case readOnly(location: String)
  case full(location: String)
  case busy(location: String)
  case cancelled
  case damaged(location: String, cause: String)
  case newerSchema(found: Int64, known: Int64)
  /// A rule of the schema refused a write: a mistake of the program, not of the user.
  case constraint(String)
  case failed(String)
}
