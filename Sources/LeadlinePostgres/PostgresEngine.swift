#if PostgreSQL
  internal import CLibPQ
  public import LeadlineStore

  /// A connection to a PostgreSQL database: it executes and decodes, nothing else.
  ///
  /// Where the connection was lost, the next statement or transaction connects again.
  public final class PostgresEngine: Engine {
    public let location: String
    private let pq: LibPQFunctions
    private let address: ServerAddress
    private var connection: ServerConnection
    private let cancelHandle: CancelHandle
    private let interruption: Interruption
    private var isInTransaction = false
    /// Statements of the transaction that were sent and not yet answered.
    private var unanswered = 0
    /// How many rows the transaction loaded, by table.
    private var loaded: [String: Int] = [:]
    /// The query whose rows are being read.
    private weak var stream: RowStream?

    /// More would wait than the buffers between the two programs surely hold.
    private static let mostUnanswered = 200
    /// Fewer rows are inserted one by one, without the journeys that COPY needs.
    private static let fewestToCopy = 16
    /// After so many rows the planner is told what a table looks like now; by itself it would
    /// learn it some minutes later, and read all of a table meanwhile.
    private static let fewestToAnalyze = 2000

    /// Connects to the database at `address`, a connection string of libpq.
    public init(address: String) throws(StorageError) {
      let library = try LibPQ(for: Location.server(address: address).description)
      pq = library.functions
      self.address = try ServerAddress(address, pq)
      location = self.address.shown
      connection = try ServerConnection(self.address, pq)
      let cancelHandle = CancelHandle(library)
      cancelHandle.follow(connection)
      self.cancelHandle = cancelHandle
      interruption = Interruption { cancelHandle.stop() }
    }

    public var dialect: any Dialect { PostgresDialect() }
    public var canceller: any Canceller { interruption }

    public func run(_ clause: Clause) throws(StorageError) {
      let (sql, bindings) = clause.printed(for: dialect)
      let parameters = try Parameters(bindings)
      try interruption.check()
      guard isInTransaction else {
        let stream = try query(sql, parameters)
        return try stream.readAhead()
      }
      try freeConnection()
      try sendAhead(sql, parameters)
    }

    public func rows(_ clause: Clause, _ body: (any Cells) throws -> Bool) throws {
      let (sql, bindings) = clause.printed(for: dialect)
      try interruption.check()
      let stream = try query(sql, Parameters(bindings))
      defer { stream.finish() }
      while try stream.withRow(body) == true {}
    }

    public func load(_ rows: [[Datum]], into columns: TableColumns) throws(StorageError) {
      try interruption.check()
      try freeConnection()
      loaded[columns.table, default: 0] += rows.count
      let names = columns.columns.joined(separator: ", ")
      if rows.count >= Self.fewestToCopy {
        try settle()
        try copy(rows, "COPY \(columns.table) (\(names)) FROM STDIN")
      } else {
        let places = (1...columns.columns.count).map { "$\($0)" }.joined(separator: ", ")
        let sql = "INSERT INTO \(columns.table) (\(names)) VALUES (\(places))"
        for row in rows { try sendAhead(sql, Parameters(row)) }
      }
    }

    public func begin(_ purpose: TransactionPurpose) throws(StorageError) {
      switch purpose {
      case .reading: try start("BEGIN ISOLATION LEVEL REPEATABLE READ")
      case .writing: try start("BEGIN ISOLATION LEVEL READ COMMITTED; \(Self.writersWait)")
      }
      isInTransaction = true
      interruption.begin()
    }

    /// Writers of one schema take turns, as the numbers and the journal ask for.
    private static let writersWait = """
      SELECT pg_advisory_xact_lock(hashtext('leadline'), hashtext(current_schema()))
      """

    public func commit() throws(StorageError) {
      try freeConnection()
      try settle()
      try interruption.check()
      do throws(StorageError) {
        try execute("COMMIT", tag: "COMMIT")
      } catch .server(.connectionLost, let location) {
        throw .server(.outcomeUnknown, location: location)
      }
      let grown = loaded.filter { $0.value >= Self.fewestToAnalyze }.keys.sorted()
      endTransaction()
      if !grown.isEmpty { try? execute("ANALYZE \(grown.joined(separator: ", "))") }
    }

    public func rollback() {
      guard isInTransaction else { return }
      stream?.finish()
      try? settle()
      endTransaction()
      if !connection.isLost { try? execute("ROLLBACK") }
    }

    public func tables() throws(StorageError) -> Set<String> {
      var names: Set<String> = []
      let query: Clause = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
      do {
        try rows(query) { cells in
          if let name = cells.text(0) { names.insert(name) }
          return true
        }
      } catch {
        throw error as? StorageError ?? .failed("\(error)")
      }
      return names
    }

    /// The server looks at its pages and its keys by itself, as it reads and writes them.
    public func integrityFindings() throws(StorageError) -> [String] { [] }
  }

  extension PostgresEngine {
    /// Sends a query; outside a transaction a second time where the connection had been lost.
    private func query(
      _ sql: String, _ parameters: Parameters
    ) throws(StorageError) -> RowStream {
      try freeConnection()
      try settle()
      do throws(StorageError) {
        return try send(sql, parameters)
      } catch .server(.connectionLost, _) where !isInTransaction {
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
    private func sendAhead(_ sql: String, _ parameters: Parameters) throws(StorageError) {
      if unanswered == 0 { _ = pq.PQenterPipelineMode(connection.handle) }
      try connection.send(sql, parameters, at: location) { unanswered += 1 }
      unanswered += 1
      if unanswered >= Self.mostUnanswered { try settle() }
    }

    /// Waits for the answers to all that was sent ahead.
    private func settle() throws(StorageError) {
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

    private func copy(_ rows: [[Datum]], _ sql: String) throws(StorageError) {
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
    private func execute(
      _ sql: String, tag: String? = nil
    ) throws(StorageError) {
      let result = pq.PQexec(connection.handle, sql)
      defer { pq.PQclear(result) }
      if let failure = connection.failure(result, at: location) { throw failure }
      let said = String(pq.PQcmdStatus(result))
      if let tag, said != tag { throw .failed("\(said) where \(tag) was asked for") }
    }

    private func start(_ sql: String) throws(StorageError) {
      try freeConnection()
      do throws(StorageError) {
        if connection.isLost { throw .server(.connectionLost, location: location) }
        try execute(sql)
      } catch .server(.connectionLost, _) {
        try reconnect()
        try execute(sql)
      } catch {
        // The transaction has begun, though its lock was not had.
        try? execute("ROLLBACK")
        throw error
      }
    }

    private func reconnect() throws(StorageError) {
      connection = try ServerConnection(address, pq)
      cancelHandle.follow(connection)
    }

    private func freeConnection() throws(StorageError) {
      try stream?.readAhead()
    }

    private func endTransaction() {
      isInTransaction = false
      unanswered = 0
      loaded = [:]
      interruption.end()
    }
  }
#endif
