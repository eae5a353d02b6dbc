/// An engine, with the new rows that wait to be loaded into it together.
///
/// Rows are loaded before a statement that names a table of which some wait, so that what is read
/// is always all that was written; and before a write while others may refer to them.
final class Connection {
  let engine: any Engine
  private var waiting: [String: (columns: TableColumns, rows: [[Datum]])] = [:]
  private var count = 0
  private(set) var isInTransaction = false
  /// So many rows wait at most.
  private static let most = 20_000

  init(engine: any Engine) { self.engine = engine }

  var dialect: any Dialect { engine.dialect }
  var location: String { engine.location }

  func run(_ clause: Clause) throws(StorageError) {
    for case .binding(let datum) in clause.segments { try datum.refuseNUL() }
    if count > 0, waiting.keys.contains(where: Schema.referred.contains) || isAbout(clause) {
      try loadWaiting()
    }
    try engine.run(clause)
  }

  func rows(_ clause: Clause, _ body: (any Cells) throws -> Bool) throws {
    if count > 0, isAbout(clause) { try loadWaiting() }
    try engine.rows(clause, body)
  }

  /// Adds a row, inside a transaction.
  func append(_ row: [Datum], to columns: TableColumns) throws(StorageError) {
    for datum in row { try datum.refuseNUL() }
    waiting[columns.table, default: (columns, [])].rows.append(row)
    count += 1
    if count >= Self.most { try loadWaiting() }
  }

  /// Runs `body` as one transaction; nothing of it is kept where it throws.
  func transaction<Result>(
    _ purpose: TransactionPurpose, _ body: () throws -> Result
  ) throws -> Result {
    try begin(purpose)
    do {
      let result = try body()
      try commit()
      return result
    } catch {
      rollback()
      throw error
    }
  }

  func begin(_ purpose: TransactionPurpose) throws(StorageError) {
    try engine.begin(purpose)
    isInTransaction = true
  }

  func commit() throws(StorageError) {
    try loadWaiting()
    try engine.commit()
    isInTransaction = false
  }

  func rollback() {
    forgetWaiting()
    engine.rollback()
    isInTransaction = false
  }

  func tables() throws(StorageError) -> Set<String> { try engine.tables() }

  private func isAbout(_ clause: Clause) -> Bool { clause.names { waiting[$0] != nil } }

  /// Loads the rows that wait, tables that are referred to before those that refer to them.
  private func loadWaiting() throws(StorageError) {
    if count == 0 { return }
    let loads = Schema.all.compactMap { waiting[$0.name] }
    forgetWaiting()
    for (columns, rows) in loads { try engine.load(rows, into: columns) }
  }

  private func forgetWaiting() {
    waiting = [:]
    count = 0
  }
}

extension Clause {
  /// Whether a name that satisfies `isWanted` stands in the text of the statement.
  func names(_ isWanted: (String) -> Bool) -> Bool {
    segments.contains { segment in
      switch segment {
      case .text(let text):
        text.utf8.split { !($0 == UInt8(ascii: "_") || (97...122).contains($0)) }
          .contains { isWanted(String(Substring($0))) }
      case .binding: false
      case .dialect(.position(let part, let whole)):
        part.names(isWanted) || whole.names(isWanted)
      case .dialect(.listing(let text, let source, let order)):
        text.names(isWanted) || source.names(isWanted) || order.names(isWanted)
      case .dialect(.columnType), .dialect(.dayCheck), .dialect(.tableSuffix), .dialect(.numbers),
        .dialect(.indexed):
        false
      }
    }
  }
}
