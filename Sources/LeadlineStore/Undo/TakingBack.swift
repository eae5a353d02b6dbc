internal import LeadlineModel

/// Decides what of an entry is taken back, and what is kept and why.
///
/// All is decided before the first write; `carryOut(_:)` then only writes.
final class TakingBack {
  let database: Database
  let entry: Int64
  let effect: EntryEffect
  let later: LaterChanges
  /// Leads of which everything is kept, with the rules that they would break.
  let protected: [Int64: [LeadFault]]
  /// Who takes back; no undo removes its own author.
  let actor: Int64?

  /// Columns to put back, with their old values.
  private(set) var columns: [RowKey: [String: Datum]]
  /// Removed rows to put back.
  private(set) var rows: [RowKey: [String: Datum]]
  /// Rows made by the entry that stay.
  private(set) var staying: [RowKey: Kept.Why] = [:]
  private(set) var keptColumns: [RowKey: [String: Kept.Why]] = [:]
  /// Removed rows that stay away.
  private(set) var keptAway: [RowKey: Kept.Why] = [:]
  private var pending: [RowKey] = []
  private var existing: [RowKey: Bool] = [:]

  init(
    _ entry: Int64, in database: Database, by actor: Int64?, protecting: [Int64: [LeadFault]]
  ) throws {
    self.database = database
    self.entry = entry
    self.actor = actor
    protected = protecting
    effect = try database.effect(of: entry)
    later = try database.changes(after: entry, to: effect)
    columns = effect.changed
    rows = effect.removed
    try decide()
  }

  private func decide() throws {
    try skipRowsPresent()
    try keepColumnsWrittenSince()
    try keepProtected()
    try keepWhatWouldDangle()
    try keepRowsChangedSince()
    try keepMovesFollowed()
    try keepRowsReferredTo()
    try keepWhatDepends()
    try keepWhatIsTaken()
    try keepWhatDepends()
  }

  /// Keeps a row that the entry made; what it needs and what is part of it follow.
  func keep(_ row: RowKey, _ why: Kept.Why) {
    guard staying[row] == nil, effect.madeContains(row) else { return }
    staying[row] = why
    pending.append(row)
  }

  func keepAway(_ row: RowKey, _ why: Kept.Why) {
    guard rows.removeValue(forKey: row) != nil else { return }
    keptAway[row] = why
  }

  /// Keeps a column as it is now, and so the row that it refers to.
  func keep(_ row: RowKey, _ column: String, _ why: Kept.Why) {
    guard columns[row]?.removeValue(forKey: column) != nil else { return }
    keptColumns[row, default: [:]][column] = why
    pending.append(row)
  }

  func dropColumn(_ row: RowKey, _ column: String) {
    columns[row]?.removeValue(forKey: column)
  }

  func dropRow(_ row: RowKey) { rows.removeValue(forKey: row) }

  /// The leads of whose log something removed stays away.
  var incompleteLeads: Set<Int64> {
    Set(
      keptAway.keys.compactMap { row in
        guard case .integer(let lead)? = effect.removed[row]?["lead"] else { return nil }
        return lead
      })
  }

  /// Whether the row will be there after the undo.
  func willExist(_ row: RowKey) throws -> Bool {
    if rows[row] != nil { return true }
    if effect.madeContains(row), staying[row] == nil { return false }
    if let known = existing[row] { return known }
    let found = try database.number(
      "SELECT id FROM \(raw: row.table.name) WHERE id = \(.integer(row.id))")
    existing[row] = found != nil
    return found != nil
  }

  /// Keeps what the kept rows refer to and what is part of them, until nothing more follows.
  private func keepWhatDepends() throws {
    while let row = pending.popLast() {
      guard let values = try database.read(row) else { continue }
      let ref = row.record(values)
      for reference in Reference.from[row.table.name] ?? [] {
        guard columns[row]?[reference.column] == nil, let key = reference.key(in: values)
        else { continue }
        keep(RowKey(reference.target, key), .referred(by: ref))
      }
      guard staying[row] != nil else { continue }
      for reference in Reference.to[row.table.name] ?? [] where reference.isOwner {
        for part in try database.keys(referringTo: row, by: reference) {
          keep(RowKey(reference.table, part), .part(of: ref))
        }
      }
    }
  }
}

extension Database {
  /// The journaled columns of a row; nil where there is none.
  func read(_ row: RowKey) throws -> [String: Datum]? {
    var found: [String: Datum]?
    let columns = row.table.journaled
    let names = columns.map { Clause.raw($0.name) }.separated(by: ", ")
    try engine.rows(
      "SELECT \(names) FROM \(raw: row.table.name) WHERE id = \(.integer(row.id))"
    ) { cells in
      found = cells.values(of: columns)
      return false
    }
    return found
  }

  /// The record that a row is, or is a part of.
  func record(of row: RowKey) throws -> Ref? {
    try row.ref ?? read(row).flatMap { row.record($0) }
  }

  /// The keys of the rows that refer to a row by one reference.
  func keys(referringTo row: RowKey, by reference: Reference) throws -> [Int64] {
    let value = Datum.integer(row.id - reference.offset)
    let conditions = ["\(raw: reference.column) = \(value)", reference.isMeant].compactMap(\.self)
    return try keys(
      """
      SELECT id FROM \(raw: reference.table.name) WHERE \(Clause.all(conditions)) ORDER BY id
      """)
  }
}
