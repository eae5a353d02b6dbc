internal import LeadlineStore

/// SQL as SQLite reads it.
struct SQLiteDialect: Dialect {
  func placeholder(_ number: Int) -> String { "?" }

  func clause(for term: DialectTerm) -> Clause {
    switch term {
    case .position(let part, let whole): "instr(\(whole), \(part))"
    case .listing(let text, let source, let order):
      """
      (SELECT group_concat(item, char(31)) FROM \
      (SELECT \(text) AS item \(source) ORDER BY \(order)) AS items)
      """
    case .columnType(.integer): "INTEGER"
    case .columnType(.text), .columnType(.day): "TEXT"
    case .dayCheck(let column): Self.dayCheck(column)
    case .numbers(let numbers):
      "SELECT value FROM json_each(\(.text("[\(numbers)]")))"
    case .indexed(let index): Clause(own: " INDEXED BY \(index)")
    case .tableSuffix(let isClustered): isClustered ? " STRICT, WITHOUT ROWID" : " STRICT"
    }
  }

  private static func dayCheck(_ column: String) -> Clause {
    Clause(own: " CHECK (\(column) IS date(\(column)))")
  }
}
