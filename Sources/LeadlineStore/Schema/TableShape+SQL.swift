extension TableShape {
  /// The statement that makes the table.
  var creation: Clause {
    let integer = Clause.dialect(.columnType(.integer))
    let record: [Clause] = isRecord ? ["id \(integer) NOT NULL PRIMARY KEY"] : []
    let written: [Clause] = isRecord ? ["entry \(integer) NOT NULL"] : []
    let keys = isRecord ? [] : ["PRIMARY KEY (\(key.joined(separator: ", ")))"]
    let lines = record + columns.map(\.definition) + written + (keys + constraints).map(Clause.raw)
    let suffix = Clause.dialect(.tableSuffix(isClustered: !isRecord))
    return "CREATE TABLE \(raw: name) (\(lines.separated(by: ", ")))\(suffix)"
  }

  var indexCreations: [Clause] {
    indexes.enumerated().map { number, columns in
      "CREATE INDEX \(raw: name)_by_\(raw: String(number + 1)) ON \(raw: name) \(raw: columns)"
    }
  }
}

extension ColumnShape {
  var definition: Clause {
    var clause: Clause = "\(raw: name) \(Clause.dialect(.columnType(type)))"
    if isRequired { clause = "\(clause) NOT NULL" }
    if let references { clause = "\(clause) REFERENCES \(raw: references) (id)" }
    if let check { clause = "\(clause) CHECK (\(raw: check))" }
    if type == .day { clause = "\(clause)\(Clause.dialect(.dayCheck(column: name)))" }
    return clause
  }
}
