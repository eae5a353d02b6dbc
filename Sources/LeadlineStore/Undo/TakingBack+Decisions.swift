internal import LeadlineModel

extension TakingBack {
  /// Removed rows that are there again need nothing.
  func skipRowsPresent() throws {
    for table in Set(effect.removed.keys.map(\.place)).sorted().map({ Schema.records[$0] }) {
      let present = try database.keys(
        """
        SELECT entry_change.record FROM entry_change \
        JOIN \(raw: table.name) ON \(raw: table.name).id = entry_change.record \
        WHERE entry_change.entry = \(.integer(entry)) AND entry_change.tbl = \(.text(table.name)) \
        AND entry_change.removed = 1
        """)
      for id in present { dropRow(RowKey(table, id)) }
    }
  }

  /// Columns that a later entry wrote, with those that must fit them.
  func keepColumnsWrittenSince() throws {
    for (row, olds) in effect.changed {
      guard let now = try database.read(row) else {
        let last = later.removedBy[row] ?? entry
        for column in olds.keys { keep(row, column, .removed(by: last)) }
        continue
      }
      func writer(_ column: String) -> Int64? {
        later.value(row, column).flatMap { $0.value == now[column] ? nil : $0.last }
      }
      for (column, old) in olds {
        if let last = writer(column) {
          keep(row, column, .changed(by: last))
        } else if now[column] == old {
          dropColumn(row, column)
        }
      }
      for group in row.table.coupledColumns {
        guard let other = group.first(where: { writer($0) != nil }) else { continue }
        for column in group { keep(row, column, .coupled(to: other)) }
      }
    }
  }

  /// Everything of the leads that would break a rule.
  func keepProtected() throws {
    func faults(_ row: RowKey, _ values: [String: Datum]) -> [LeadFault]? {
      if row.table.name == Schema.lead.name { return protected[row.id] }
      guard case .integer(let lead)? = values["lead"] else { return nil }
      return protected[lead]
    }
    if protected.isEmpty { return }
    for (row, olds) in effect.changed {
      guard let now = try database.read(row), let faults = faults(row, now) else { continue }
      for column in olds.keys { keep(row, column, .rule(faults)) }
    }
    for (row, values) in effect.removed {
      if let faults = faults(row, values) { keepAway(row, .rule(faults)) }
    }
    for (lead, faults) in protected {
      let row = RowKey(Schema.lead, lead)
      keep(row, .rule(faults))
      for reference in Reference.to[Schema.lead.name] ?? [] {
        for part in try database.keys(referringTo: row, by: reference) {
          keep(RowKey(reference.table, part), .rule(faults))
        }
      }
    }
  }

  /// Rows and columns that would refer to what is gone; in the order of the schema, so that what
  /// refers to a row that stays away stays away too.
  func keepWhatWouldDangle() throws {
    for (row, values) in rows.sorted(by: { $0.key < $1.key }) {
      if let gone = try gone(from: row, values) { keepAway(row, .dangling(gone.ref)) }
    }
    for (row, olds) in columns {
      guard let now = try database.read(row) else { continue }
      let after = now.merging(olds) { $1 }
      for reference in Reference.from[row.table.name] ?? [] where olds[reference.column] != nil {
        guard let key = reference.key(in: after) else { continue }
        let target = RowKey(reference.target, key)
        if try !willExist(target) { keep(row, reference.column, .dangling(target.ref)) }
      }
    }
  }

  private func gone(from row: RowKey, _ values: [String: Datum]) throws -> RowKey? {
    for reference in Reference.from[row.table.name] ?? [] {
      guard let key = reference.key(in: values) else { continue }
      let target = RowKey(reference.target, key)
      if try !willExist(target) { return target }
    }
    return nil
  }

  func keepRowsChangedSince() throws {
    for (row, left) in later.left where effect.madeContains(row) {
      guard let now = try database.read(row) else { continue }
      if let writer = left.values(differingFrom: now).max() { keep(row, .changed(by: writer)) }
    }
  }

  /// Moves made by the entry where the lead has later ones that stay.
  func keepMovesFollowed() throws {
    try database.engine.rows(
      """
      SELECT move.id, later.id, later.day FROM entry_made \
      JOIN move ON move.id BETWEEN entry_made.first AND entry_made.last \
      JOIN move AS later ON later.lead = move.lead AND later.id > move.id \
      WHERE entry_made.entry = \(.integer(entry)) AND entry_made.tbl = 'move'
      """
    ) { cells in
      let later = RowKey(Schema.move, cells.integer(1) ?? 0)
      if let day = cells.day(2), !effect.madeContains(later) {
        keep(RowKey(Schema.move, cells.integer(0) ?? 0), .laterMove(day))
      }
      return true
    }
  }

  /// Rows made by the entry that rows of others refer to, and the staff whom the journal names.
  func keepRowsReferredTo() throws {
    for reference in Reference.all where effect.made[reference.target.name] != nil {
      for (row, target) in try referrers(reference)
      where staying[target] == nil && columns[row]?[reference.column] == nil {
        keep(target, .referred(by: try database.record(of: row)))
      }
    }
    guard effect.made[Schema.person.name] != nil else { return }
    let actors = try database.keys(
      "SELECT DISTINCT actor FROM entry WHERE actor IS NOT NULL ORDER BY actor")
    for person in actors + [actor].compactMap(\.self) {
      keep(RowKey(Schema.person, person), .acted)
    }
  }

  /// The rows, not made by the entry, that refer to rows that it made, each with what it refers to.
  private func referrers(_ reference: Reference) throws -> [(row: RowKey, target: RowKey)] {
    let table = reference.table.name
    let offset = String(reference.offset)
    let conditions: [Clause?] = [
      "made.entry = \(.integer(entry)) AND made.tbl = \(.text(reference.target.name))",
      """
      NOT EXISTS (SELECT 1 FROM entry_made AS own WHERE own.entry = \(.integer(entry)) \
      AND own.tbl = \(.text(table)) AND \(raw: table).id BETWEEN own.first AND own.last)
      """, reference.isMeant,
    ]
    var found: [(RowKey, RowKey)] = []
    try database.engine.rows(
      """
      SELECT \(raw: table).id, \(reference.key) FROM entry_made AS made \
      JOIN \(raw: table) ON \(raw: table).\(raw: reference.column) \
      BETWEEN made.first - \(raw: offset) AND made.last - \(raw: offset) \
      WHERE \(Clause.all(conditions.compactMap(\.self)))
      """
    ) { cells in
      if let row = cells.integer(0), let target = cells.integer(1) {
        found.append((RowKey(reference.table, row), RowKey(reference.target, target)))
      }
      return true
    }
    return found
  }

  /// Rows and columns whose place another row has taken.
  func keepWhatIsTaken() throws {
    for (row, values) in rows {
      for key in row.table.uniqueKeys {
        guard let other = try holder(of: key, in: values, besides: row) else { continue }
        keepAway(row, .taken(by: try database.record(of: other)))
      }
    }
    for (row, olds) in columns {
      for key in row.table.uniqueKeys where key.contains(where: { olds[$0] != nil }) {
        guard let now = try database.read(row),
          let other = try holder(of: key, in: now.merging(olds) { $1 }, besides: row)
        else { continue }
        let why = Kept.Why.taken(by: try database.record(of: other))
        for column in key { keep(row, column, why) }
      }
    }
  }

  /// Another row with these values in the columns of a unique key, that stays and keeps them.
  private func holder(
    of key: [String], in values: [String: Datum], besides row: RowKey
  ) throws -> RowKey? {
    let conditions = key.map { "\(raw: $0) = \(values[$0] ?? .null)" as Clause }
    let holders = try database.keys(
      """
      SELECT id FROM \(raw: row.table.name) WHERE \(Clause.all(conditions)) \
      AND id <> \(.integer(row.id)) ORDER BY id
      """)
    return holders.map { RowKey(row.table, $0) }.first { other in
      let leaves = effect.madeContains(other) && staying[other] == nil
      return !leaves && !key.contains { columns[other]?[$0] != nil }
    }
  }
}

extension [String: (value: Datum, last: Int64)] {
  /// The entries that wrote the columns whose present values differ.
  fileprivate func values(differingFrom now: [String: Datum]) -> [Int64] {
    compactMap { column, left in now[column] == left.value ? nil : left.last }
  }
}
