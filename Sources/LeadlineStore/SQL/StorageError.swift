/// What went wrong with the storage itself. Locations have no password in them.
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
  case server(ServerError, location: String)
}

/// What can go wrong with a database on a server only.
public enum ServerError: Error, Hashable, Sendable {
  /// The program was built without PostgreSQL.
  case notBuilt
  /// The client library is not on this machine.
  case noClientLibrary
  /// The address cannot be read.
  case badAddress
  /// Nobody answers there; the cause as the client library words it.
  case unreachable(cause: String)
  /// The server does not take connections now: it starts, stops, or has too many.
  case unavailable(cause: String)
  /// No password was given where one is asked for.
  case passwordNeeded
  /// The server refuses the user or the password.
  case loginRefused(user: String, cause: String)
  case noSuchDatabase(String)
  /// The user may not do this.
  case forbidden(cause: String)
  /// The database is the server's own, and empty: no place for tables.
  case serversOwn(String)
  /// The texts of the database are not kept in UTF-8.
  case otherEncoding(String)
  /// The connection broke, and nothing of the command happened.
  case connectionLost
  /// The connection broke as the command ended: the journal knows whether it happened.
  case outcomeUnknown
}
