/// Reads a table a page at a time, in the order of its key, each value as its column's type.
struct TablePages {
  /// So many rows are in memory at once.
  static let size = 4000

  let connection: Connection
  let table: TableShape
  private var last: [Datum]?

  init(_ connection: Connection, _ table: TableShape) {
    self.connection = connection
    self.table = table
  }

  /// The next rows; empty after the last.
  mutating func next() throws -> [[Datum]] {
    let types = table.loadedTypes
    var page: [[Datum]] = []
    page.reserveCapacity(Self.size)
    try connection.rows(statement) { cells in
      page.append(try types.enumerated().map { try datum(cells, $0.offset, $0.element) })
      return true
    }
    last = page.last.map { row in table.keyPlaces.map { row[$0] } }
    return page
  }

  private var statement: Clause {
    let key = Clause.raw(table.key.joined(separator: ", "))
    let columns = Clause.raw(table.loaded.columns.joined(separator: ", "))
    var isNext: Clause = "1 = 1"
    if let last {
      isNext = "(\(key)) > (\(last.map(Clause.bind).separated(by: ", ")))"
    }
    return """
      SELECT \(columns) FROM \(raw: table.name) WHERE \(isNext) \
      ORDER BY \(key) LIMIT \(.integer(Int64(Self.size)))
      """
  }

  private func datum(
    _ cells: any Cells, _ index: Int, _ type: ColumnType
  ) throws(StorageError) -> Datum {
    switch type {
    case .integer: return Datum(cells.integer(index))
    case .text: return Datum(cells.text(index))
    case .day:
      guard let text = cells.text(index) else { return .null }
      if let day = cells.day(index) { return .day(day) }
      let place = "\(table.name) \(table.loaded.columns[index])"
      throw .damaged(location: connection.location, cause: "\(place): '\(text)'")
    }
  }
}
