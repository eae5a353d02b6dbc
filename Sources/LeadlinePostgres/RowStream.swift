#if PostgreSQL
  internal import CLibPQ
  internal import LeadlineStore

  /// The rows of a running query, one by one as the server sends them.
  ///
  /// A connection carries one query at a time: before another is sent, what is still to come of
  /// this one is read ahead.
  final class RowStream {
    private let connection: ServerConnection
    private let location: String
    /// Results of libpq that were read ahead.
    private var ahead: [OpaquePointer] = []
    private var next = 0
    private var isAtEnd = false

    init(_ connection: ServerConnection, at location: String) {
      self.connection = connection
      self.location = location
    }

    deinit { for result in ahead[next...] { connection.pq.PQclear(result) } }

    /// Shows the next row to `body`; nil where there is none.
    func withRow<Result>(_ body: (any Cells) throws -> Result) throws -> Result? {
      guard let result = try result() else { return nil }
      defer { connection.pq.PQclear(result) }
      return try body(RowCells(pq: connection.pq, result: result))
    }

    /// Waits for the first row, or the end.
    func peek() throws(StorageError) {
      if let result = try receive() { ahead.append(result) }
    }

    /// Reads what is still to come, so that the connection is free.
    func readAhead() throws(StorageError) {
      while let result = try receive() { ahead.append(result) }
    }

    /// Reads to the end and forgets it; throws where the query failed before its end.
    func skip() throws(StorageError) {
      while let result = try receive() { connection.pq.PQclear(result) }
    }

    /// Reads to the end, whatever comes.
    func finish() { try? skip() }

    private func result() throws(StorageError) -> OpaquePointer? {
      guard next < ahead.count else { return try receive() }
      defer { next += 1 }
      return ahead[next]
    }

    private func receive() throws(StorageError) -> OpaquePointer? {
      if isAtEnd { return nil }
      let pq = connection.pq
      var failure: StorageError?
      while let result = pq.PQgetResult(connection.handle) {
        if pq.PQresultStatus(result) == PGRES_SINGLE_TUPLE { return result }
        failure = failure ?? connection.failure(result, at: location)
        pq.PQclear(result)
      }
      isAtEnd = true
      if let failure { throw failure }
      return nil
    }
  }

  private struct RowCells: Cells {
    let pq: LibPQFunctions
    let result: OpaquePointer

    func integer(_ index: Int) -> Int64? {
      bytes(index).flatMap { Int64(Substring(decoding: $0, as: UTF8.self)) }
    }

    func text(_ index: Int) -> String? {
      bytes(index).map { String(decoding: $0, as: UTF8.self) }
    }

    private func bytes(_ index: Int) -> UnsafeRawBufferPointer? {
      let column = Int32(index)
      if pq.PQgetisnull(result, 0, column) == 1 { return nil }
      let length = Int(pq.PQgetlength(result, 0, column))
      return UnsafeRawBufferPointer(start: pq.PQgetvalue(result, 0, column), count: length)
    }
  }
#endif
