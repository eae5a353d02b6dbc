#if PostgreSQL
  internal import CLibPQ
  internal import Foundation
  internal import LeadlineStore

  /// An open connection of libpq, closed with the value that holds it.
  final class ServerConnection {
    let pq: LibPQFunctions
    let handle: OpaquePointer
    private var preparedNames = PreparedNames()

    /// Connects, and sees to it that the connection is as statements expect it.
    init(_ address: ServerAddress, _ pq: LibPQFunctions) throws(StorageError) {
      self.pq = pq
      guard let handle = address.connect(pq) else {
        throw .cannotOpen(location: address.shown, cause: "no memory")
      }
      guard pq.PQstatus(handle) == CONNECTION_OK else {
        let failure = ConnectionFailure(address, handle, pq)
        pq.PQfinish(handle)
        throw .server(failure.error, location: address.shown)
      }
      self.handle = handle
      _ = pq.PQsetNoticeProcessor(handle, { _, _ in }, nil)
      try prepare(address)
    }

    deinit { pq.PQfinish(handle) }

    var isLost: Bool { pq.PQstatus(handle) == CONNECTION_BAD }

    var isInTransaction: Bool {
      ![PQTRANS_IDLE, PQTRANS_UNKNOWN].contains(pq.PQtransactionStatus(handle))
    }

    private func prepare(_ address: ServerAddress) throws(StorageError) {
      let encoding = pq.PQparameterStatus(handle, "server_encoding").map { String(cString: $0) }
      if let encoding, encoding != "UTF8" {
        throw .server(.otherEncoding(encoding), location: address.shown)
      }
      let result = pq.PQexec(handle, Self.settings)
      defer { pq.PQclear(result) }
      if let failure = failure(result, at: address.shown) { throw failure }
    }

    /// Compiling a statement takes longer than running it: lists have many small parts. What a
    /// server ends after a time would look as though Ctrl-C had ended it. A writer whose machine is
    /// gone must not keep the others waiting for long.
    private static let settings = """
      SET datestyle = 'ISO'; SET lock_timeout = '20s'; SET client_min_messages = 'warning'; \
      SET jit = off; SET statement_timeout = 0; SET tcp_keepalives_idle = 60; \
      SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 6
      """
  }

  extension ServerConnection {
    /// Sends a statement, prepared where its text came before; `prepared` is told when another
    /// answer is to come before that of the statement.
    func send(
      _ sql: String, _ parameters: Parameters, at location: String,
      prepared: () throws(StorageError) -> Void
    ) throws(StorageError) {
      let sent: Int32
      switch preparedNames.choose(sql, values: Int(parameters.count)) {
      case .once:
        sent = parameters.withPointers {
          pq.PQsendQueryParams(handle, sql, parameters.count, nil, $0, nil, nil, 0)
        }
      case .prepare(let name):
        guard pq.PQsendPrepare(handle, name, sql, 0, nil) == 1 else { throw unsent(location) }
        try prepared()
        sent = run(name, parameters)
      case .run(let name): sent = run(name, parameters)
      }
      if sent != 1 { throw unsent(location) }
    }

    private func run(_ name: String, _ parameters: Parameters) -> Int32 {
      parameters.withPointers {
        pq.PQsendQueryPrepared(handle, name, parameters.count, $0, nil, nil, 0)
      }
    }

    private func unsent(_ location: String) -> StorageError {
      if isLost { return .server(.connectionLost, location: location) }
      return .failed(String(pq.PQerrorMessage(handle)).firstLine)
    }

    /// Waits for the end of a command; throws where it failed.
    func awaitAnswer(at location: String) throws(StorageError) {
      var failure: StorageError?
      while let result = pq.PQgetResult(handle) {
        failure = failure ?? self.failure(result, at: location)
        pq.PQclear(result)
      }
      if let failure { throw failure }
    }

    /// What a result says went wrong; nil where nothing did.
    func failure(_ result: OpaquePointer?, at location: String) -> StorageError? {
      switch pq.PQresultStatus(result) {
      case PGRES_BAD_RESPONSE, PGRES_FATAL_ERROR: break
      default: return nil
      }
      // What was to be prepared after this was not.
      preparedNames.forget()
      if isLost { return .server(.connectionLost, location: location) }
      return StorageError(Reply(pq, result), at: location)
    }
  }
#endif
