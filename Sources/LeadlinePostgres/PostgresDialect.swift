#if PostgreSQL
  internal import LeadlineStore

  /// SQL as PostgreSQL reads it.
  struct PostgresDialect: Dialect {
    func placeholder(_ number: Int) -> String { "$\(number)" }

    func clause(for term: DialectTerm) -> Clause {
      switch term {
      case .position(let part, let whole): "strpos(\(whole), \(part))"
      case .listing(let text, let source, let order):
        "(SELECT string_agg(\(text), chr(31) ORDER BY \(order)) \(source))"
      case .columnType(.integer): "BIGINT"
      case .columnType(.text): "TEXT COLLATE \"C\""
      case .columnType(.day): "DATE"
      case .numbers(let numbers): "SELECT unnest(\(.text("{\(numbers)}"))::bigint[])"
      case .dayCheck, .tableSuffix, .indexed: ""
      }
    }
  }
#endif
