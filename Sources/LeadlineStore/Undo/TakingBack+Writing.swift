internal import LeadlineModel

extension TakingBack {
  /// How much was written.
  struct Tally {
    var removed = 0
    var restored = 0
    var columns = 0
  }

  /// Writes what was decided, so that no row ever refers to one that is not there, and no two
  /// hold the same place.
  func carryOut(_ writer: Writer) throws -> Tally {
    var tally = Tally()
    for table in Schema.records.reversed() where table.isLeaf {
      tally.removed += try remove(from: table, writer)
    }
    for (row, values) in rows.sorted(by: { $0.key < $1.key }) {
      try writer.insert(row.table, values, id: row.id)
      tally.restored += 1
    }
    for (row, values) in columns.sorted(by: { $0.key < $1.key }) where !values.isEmpty {
      if try writer.update(row.table, row.id, values) { tally.columns += values.count }
    }
    for table in Schema.records.reversed() where !table.isLeaf {
      tally.removed += try remove(from: table, writer)
    }
    return tally
  }

  private func remove(from table: TableShape, _ writer: Writer) throws -> Int {
    guard let runs = effect.made[table.name] else { return 0 }
    let kept = staying.keys.filter { $0.place == table.place }.map(\.id).sorted()
    return try runs.without(kept).reversed().reduce(0) { try $0 + writer.delete(table, in: $1) }
  }

  /// What stays as it is, in the order of the schema, with names.
  func kept() throws -> [Kept] {
    var all: [(RowKey, String?, Kept.Why)] = staying.map { ($0.key, nil, $0.value) }
    all += keptAway.map { ($0.key, nil, $0.value) }
    for (row, columns) in keptColumns {
      all += columns.map { (row, $0.key, $0.value) }
    }
    all.sort { ($0.0, $0.1 ?? "") < ($1.0, $1.1 ?? "") }
    return try all.map { row, column, why in
      let values = try row.ref == nil ? database.read(row) ?? effect.removed[row] ?? [:] : [:]
      let record = row.record(values)
      return Kept(
        record: record, name: try record.flatMap { try database.name(of: $0) } ?? formerName(row),
        part: row.ref == nil ? row.table.name : nil, column: column, why: why)
    }
  }

  private func formerName(_ row: RowKey) -> String? {
    for column in ["name", "title", "what"] {
      if case .text(let text)? = effect.removed[row]?[column] { return text }
    }
    return nil
  }
}

extension [ClosedRange<Int64>] {
  /// The runs without some numbers, which are in order.
  fileprivate func without(_ numbers: [Int64]) -> [ClosedRange<Int64>] {
    var runs: [ClosedRange<Int64>] = []
    var index = 0
    for run in self {
      var start = run.lowerBound
      while index < numbers.count, numbers[index] < start { index += 1 }
      while index < numbers.count, numbers[index] <= run.upperBound {
        if start < numbers[index] { runs.append(start...numbers[index] - 1) }
        start = numbers[index] + 1
        index += 1
      }
      if start <= run.upperBound { runs.append(start...run.upperBound) }
    }
    return runs
  }
}
