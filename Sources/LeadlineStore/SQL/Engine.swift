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
  /// The name under which a server knows this connection; nil for a file.
  func account() throws -> String?
  /// Runs a statement that gives no rows. Inside a transaction its error may come with a later
  /// call, at the latest with `commit`.
  func run(_ clause: Clause) throws(StorageError)
  /// Runs a query; `body` sees each row and says whether to go on. It may call the engine.
  func rows(_ clause: Clause, _ body: (any Cells) throws -> Bool) throws
  /// Adds rows inside a transaction, in order, by the fastest way there is.
  func load(_ rows: [[Datum]], into columns: TableColumns) throws(StorageError)
  /// Begins a transaction; a writing one after waiting for other writers.
  func begin(_ purpose: TransactionPurpose) throws(StorageError)
  func commit() throws(StorageError)
  func rollback()
  /// The names of the tables that exist.
  func tables() throws(StorageError) -> Set<String>
  /// What ends the running statement from another thread.
  var canceller: any Canceller { get }
  /// What the engine itself finds wrong with its storage; empty where it is sound.
  func integrityFindings() throws(StorageError) -> [String]
}

extension Engine {
  public func account() throws -> String? { nil }
}

/// An engine whose database is a file.
public protocol FileEngine: Engine {
  /// Copies the whole database, as of now, into a new file at `path`.
  func backUp(to path: String) throws(StorageError)
}

/// Columns of a table, in the order of the rows that are loaded into it.
public struct TableColumns: Hashable, Sendable {
  public let table: String
  public let columns: [String]
}

/// What a transaction is for.
public enum TransactionPurpose: Sendable {
  /// All that is read is as of one moment.
  case reading
  case writing
}

/// Ends the running call of a connection, from any thread.
public protocol Canceller: Sendable {
  func cancel()
}
