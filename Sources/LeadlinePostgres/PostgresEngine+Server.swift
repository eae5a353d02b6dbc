#if PostgreSQL
  internal import CLibPQ
  public import LeadlineStore

  /// What concerns the server beyond the one database.
  extension PostgresEngine {
    /// The role as which the connection acts.
    public func account() throws -> String? {
      var role: String?
      try rows("SELECT current_user") { cells in
        role = cells.text(0)
        return false
      }
      return role
    }

    /// The engine, unless its database is one that every server has and nobody keeps leads in.
    public func refusingServersOwn() throws(StorageError) -> PostgresEngine {
      let name = String(pq.PQdb(connection.handle))
      if ["postgres", "template0", "template1"].contains(name), try tables().isEmpty {
        throw .server(.serversOwn(name), location: location)
      }
      return self
    }

    /// Connects to the database at `address`, which is made where the server has none of that name.
    public convenience init(making address: String) throws(StorageError) {
      do throws(StorageError) {
        try self.init(address: address)
      } catch {
        guard try Self.maker(for: error, address)?.make() == true else { throw error }
        try self.init(address: address)
      }
    }

    /// What makes the database that may be missing; nil where the connection failed otherwise.
    private static func maker(
      for error: StorageError, _ address: String
    ) throws(StorageError) -> DatabaseMaker? {
      switch error {
      case .server(.noSuchDatabase, _), .server(.unreachable, _):
        try DatabaseMaker(address, LibPQ(for: Location.server(address: address).description))
      default: nil
      }
    }
  }

  /// Makes a database on a server, by way of one that every server has.
  private struct DatabaseMaker {
    let address: ServerAddress
    let pq: LibPQFunctions

    init(_ address: String, _ library: LibPQ) throws(StorageError) {
      pq = library.functions
      self.address = try ServerAddress(address, pq)
    }

    /// Makes the database that the address names; false where the server does not answer.
    func make() throws(StorageError) -> Bool {
      guard let handle = connectBeside() else { return false }
      defer { pq.PQfinish(handle) }
      _ = pq.PQsetNoticeProcessor(handle, { _, _ in }, nil)
      guard self.name.utf8.count <= Self.longestName else {
        throw .server(
          .forbidden(cause: "a name of more than \(Self.longestName) bytes"),
          location: address.shown)
      }
      let name = self.name.replacing("\"", with: "\"\"")
      let result = pq.PQexec(
        handle, "CREATE DATABASE \"\(name)\" TEMPLATE template0 ENCODING 'UTF8'")
      defer { pq.PQclear(result) }
      if pq.PQresultStatus(result) == PGRES_COMMAND_OK { return true }
      let reply = Reply(pq, result)
      // It is there, or somebody else makes it at this moment.
      if ["42P04", "23505"].contains(reply.code) { return true }
      throw StorageError(reply, at: address.shown)
    }

    /// PostgreSQL cuts a longer name without a word.
    private static let longestName = 63

    /// The name of the database, wherever libpq has it from.
    private var name: String {
      let handle = address.connect(pq)
      defer { pq.PQfinish(handle) }
      return String(pq.PQdb(handle))
    }

    private func connectBeside() -> OpaquePointer? {
      for database in ["postgres", "template1"] {
        guard let handle = address.connect(pq, database: database) else { continue }
        if pq.PQstatus(handle) == CONNECTION_OK { return handle }
        pq.PQfinish(handle)
      }
      return nil
    }
  }
#endif
