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

    /// Connects to the database at `address`, which is made where the server has none of that name.
    public convenience init(making address: String) throws(StorageError) {
      do throws(StorageError) {
        try self.init(address: address)
      } catch .server(.noSuchDatabase(let name), _) {
        try Self.make(name, at: address)
        try self.init(address: address)
      }
    }

    /// Makes a database of that name on the server at `address`.
    private static func make(_ name: String, at address: String) throws(StorageError) {
      let pq = try LibPQ(for: Location.server(address: address).description).functions
      let address = try ServerAddress(address, pq)
      let handle = try connectBeside(address, pq)
      defer { pq.PQfinish(handle) }
      _ = pq.PQsetNoticeProcessor(handle, { _, _ in }, nil)
      let quoted = name.replacing("\"", with: "\"\"")
      let result = pq.PQexec(
        handle, "CREATE DATABASE \"\(quoted)\" TEMPLATE template0 ENCODING 'UTF8'")
      defer { pq.PQclear(result) }
      guard pq.PQresultStatus(result) != PGRES_COMMAND_OK else { return }
      let reply = Reply(pq, result)
      // Somebody else has just made it.
      if ["42P04", "23505"].contains(reply.code) { return }
      throw StorageError(reply, at: address.shown)
    }

    /// A connection to a database that every server has.
    private static func connectBeside(
      _ address: ServerAddress, _ pq: LibPQFunctions
    ) throws(StorageError) -> OpaquePointer {
      var cause = ""
      for database in ["postgres", "template1"] {
        guard let handle = address.connect(pq, database: database) else { continue }
        if pq.PQstatus(handle) == CONNECTION_OK { return handle }
        cause = String(pq.PQerrorMessage(handle)).firstLine
        pq.PQfinish(handle)
      }
      throw .server(.forbidden(cause: cause), location: address.shown)
    }
  }
#endif
