#if PostgreSQL
  internal import CLibPQ
  public import LeadlineStore

  /// A connection to a PostgreSQL database: it executes and decodes, nothing else.
  ///
  /// Where the connection was lost, the next statement or transaction connects again.
  public final class PostgresEngine: Engine {
    public let location: String
    let pq: LibPQFunctions
    let address: ServerAddress
    var connection: ServerConnection
    let cancelHandle: CancelHandle
    let interruption: Interruption
    var isInTransaction = false
    /// Whether the connection broke as a transaction ended.
    var isInDoubt = false
    /// Statements of the transaction that were sent and not yet answered.
    var unanswered = 0
    /// How many rows the transaction loaded, by table.
    var loaded: [String: Int] = [:]
    /// The query whose rows are being read.
    weak var stream: RowStream?

    /// More would wait than the buffers between the two programs surely hold.
    static let mostUnanswered = 200
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
      // A transaction in which it failed cannot go on as though it had not.
      if isInTransaction { try stream.skip() }
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
        isInDoubt = true
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
      abandon()
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
#endif
