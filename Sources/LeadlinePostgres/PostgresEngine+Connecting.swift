#if PostgreSQL
  internal import CLibPQ
  internal import Glibc
  internal import LeadlineStore

  extension PostgresEngine {
    /// Begins a transaction, on a new connection where the old one was lost.
    func start(_ sql: String) throws(StorageError) {
      try freeConnection()
      cancelHandle.begin()
      if cancelHandle.isCut { try reconnect() }
      do throws(StorageError) {
        if connection.isLost { throw .server(.connectionLost, location: location) }
        try enter(sql)
      } catch .server(.connectionLost, _) where !cancelHandle.isCut {
        try reconnect()
        try enter(sql)
      }
    }

    private func enter(_ sql: String) throws(StorageError) {
      do throws(StorageError) {
        try execute(sql)
      } catch {
        // The transaction may have begun though its lock was not had.
        abandon()
        throw error
      }
    }

    /// Leaves the transaction that the connection is in. A Ctrl-C that comes late would end the
    /// rollback instead of the statement before it, and leave the connection in what failed.
    func abandon() {
      cancelHandle.unstopped {
        if connection.isInTransaction { try? execute("ROLLBACK") }
      }
    }

    /// How long a server is waited for that is starting.
    private static let patience = Duration.seconds(10)

    /// Connects again; waits for a server that is starting, and where the end of a transaction is in
    /// doubt also for one that does not answer yet.
    func reconnect() throws(StorageError) {
      let deadline = ContinuousClock.now + Self.patience
      while true {
        do throws(StorageError) {
          connection = try ServerConnection(address, pq)
          cancelHandle.follow(connection)
          isInDoubt = false
          return
        } catch .server(let error, _) where isWorthWaiting(error) && ContinuousClock.now < deadline
        {
          usleep(100_000)
        }
      }
    }

    private func isWorthWaiting(_ error: ServerError) -> Bool {
      switch error {
      case .unavailable: true
      case .unreachable: isInDoubt
      default: false
      }
    }
  }
#endif
