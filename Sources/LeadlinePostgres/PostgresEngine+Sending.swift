#if PostgreSQL
  internal import CLibPQ
  internal import LeadlineStore

  extension PostgresEngine {
    /// Sends a query; outside a transaction a second time where the connection had been lost.
    func query(
      _ sql: String, _ parameters: Parameters
    ) throws(StorageError) -> RowStream {
      try freeConnection()
      try settle()
      if !isInTransaction {
        cancelHandle.begin()
        if cancelHandle.isCut { try reconnect() }
      }
      do throws(StorageError) {
        return try send(sql, parameters)
      } catch .server(.connectionLost, _) where !isInTransaction && !cancelHandle.isCut {
        try reconnect()
        return try send(sql, parameters)
      }
    }

    private func send(_ sql: String, _ parameters: Parameters) throws(StorageError) -> RowStream {
      if connection.isLost { throw .server(.connectionLost, location: location) }
      try connection.send(sql, parameters, at: location) { () throws(StorageError) in
        try connection.awaitAnswer(at: location)
      }
      _ = pq.PQsetSingleRowMode(connection.handle)
      let stream = RowStream(connection, at: location)
      try stream.peek()
      self.stream = stream
      return stream
    }

    /// Sends a statement of a transaction without waiting for the answer.
    func sendAhead(_ sql: String, _ parameters: Parameters) throws(StorageError) {
      if unanswered == 0 { _ = pq.PQenterPipelineMode(connection.handle) }
      try connection.send(sql, parameters, at: location) { unanswered += 1 }
      unanswered += 1
      if unanswered >= Self.mostUnanswered { try settle() }
    }

    /// Waits for the answers to all that was sent ahead.
    func settle() throws(StorageError) {
      if unanswered == 0 { return }
      unanswered = 0
      let handle = connection.handle
      _ = pq.PQpipelineSync(handle)
      var failure: StorageError?
      var isSynced = false
      while !isSynced, !connection.isLost {
        guard let result = pq.PQgetResult(handle) else { continue }
        isSynced = pq.PQresultStatus(result) == PGRES_PIPELINE_SYNC
        failure = failure ?? connection.failure(result, at: location)
        pq.PQclear(result)
      }
      _ = pq.PQexitPipelineMode(handle)
      if connection.isLost { throw .server(.connectionLost, location: location) }
      if let failure { throw failure }
    }

    func copy(_ rows: [[Datum]], _ sql: String) throws(StorageError) {
      try execute(sql)
      var text = CopyText()
      for row in rows {
        try text.append(row)
        if text.bytes.count > 65_536 { try put(&text) }
      }
      try put(&text)
      _ = pq.PQputCopyEnd(connection.handle, nil)
      try connection.awaitAnswer(at: location)
    }

    private func put(_ text: inout CopyText) throws(StorageError) {
      let sent = pq.PQputCopyData(connection.handle, text.bytes, Int32(text.bytes.count))
      text.removeAll()
      if sent != 1 { throw .server(.connectionLost, location: location) }
    }

    /// Runs the text of a command without values.
    func execute(
      _ sql: String, tag: String? = nil
    ) throws(StorageError) {
      let result = pq.PQexec(connection.handle, sql)
      defer { pq.PQclear(result) }
      if let failure = connection.failure(result, at: location) { throw failure }
      let said = String(pq.PQcmdStatus(result))
      if let tag, said != tag { throw .failed("\(said) where \(tag) was asked for") }
    }

    func freeConnection() throws(StorageError) {
      try stream?.readAhead()
    }

    func endTransaction() {
      isInTransaction = false
      unanswered = 0
      loaded = [:]
      interruption.end()
    }
  }
#endif
