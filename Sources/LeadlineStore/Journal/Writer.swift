internal import LeadlineModel

/// One command's writes: every row goes through here, and so into the journal.
///
/// It also notes what must be recomputed before the transaction ends.
public final class Writer {
  let engine: Connection
  let pipeline: Pipeline
  /// The number of the journal entry that these writes make.
  public let entry: Int64
  let today: Day
  /// The acting member of staff.
  public let actor: Int64?

  private(set) var made: [String: [ClosedRange<Int64>]] = [:]
  private(set) var changes = 0
  private(set) var digest = SHA256()
  private var counters: [String: Int64] = [:]
  private(set) var stale = Stale()

  /// What the writes left to be recomputed.
  struct Stale {
    var leads: Set<Int64> = []
    var persons: Set<Int64> = []
    var activities: Set<Int64> = []
    var subjects: Set<SearchSubject> = []
    /// Those among the subjects that have no search keys yet.
    var fresh: Set<SearchSubject> = []
  }

  init(engine: Connection, pipeline: Pipeline, entry: Int64, today: Day, actor: Int64?) {
    self.engine = engine
    self.pipeline = pipeline
    self.entry = entry
    self.today = today
    self.actor = actor
  }

  /// Whether anything was written.
  var isEmpty: Bool { made.isEmpty && changes == 0 }

  /// Adds a row; its key is the next number of the table, or of the series named.
  @discardableResult
  func insert(
    _ table: TableShape, _ values: [String: Datum], id given: Int64? = nil,
    series: String? = nil, above base: Int64 = 0
  ) throws -> Int64 {
    let id = try given ?? base + next(series ?? table.name)
    let row = table.columns.map { value(of: $0, in: values) }
    try engine.append([.integer(id)] + row + [.integer(entry)], to: table.loaded)
    noteMade(table.name, id)
    try touch(table, id, values)
    if let subject = SearchSubject(table, id: id, values: values) {
      if SearchSubject.owners.contains(table.name), given == nil { stale.fresh.insert(subject) }
      stale.subjects.insert(subject)
    }
    return id
  }

  /// Changes columns of a row, where they differ; says whether any did.
  @discardableResult
  func update(_ table: TableShape, _ id: Int64, _ values: [String: Datum]) throws -> Bool {
    guard let old = try read(table, id) else { return false }
    let changed = values.filter { old[$0.key] != $0.value }
    guard !changed.isEmpty else { return false }
    try journal(table, id, removed: false, changed.keys.reduce(into: [:]) { $0[$1] = old[$1] })
    var written = changed
    for column in table.columns where column.source.map({ changed[$0.column] != nil }) == true {
      written[column.name] = value(of: column, in: changed)
    }
    let assignments = written.sorted { $0.key < $1.key }.map { name, value in
      "\(raw: name) = \(value)" as Clause
    }
    try engine.run(
      """
      UPDATE \(raw: table.name) SET \(assignments.separated(by: ", ")), \
      entry = \(.integer(entry)) WHERE id = \(.integer(id))
      """)
    try touch(table, id, old)
    let new = old.merging(changed) { $1 }
    try touch(table, id, new)
    noteSubject(table, id, old)
    noteSubject(table, id, new)
    return true
  }

  /// Removes a row; false where there is none.
  @discardableResult
  func delete(_ table: TableShape, _ id: Int64) throws -> Bool {
    guard let old = try read(table, id) else { return false }
    try touch(table, id, old)
    noteSubject(table, id, old)
    try journal(table, id, removed: true, old)
    try dropDerived(of: table, in: id...id)
    try engine.run("DELETE FROM \(raw: table.name) WHERE id = \(.integer(id))")
    return true
  }

  /// Removes the rows whose keys lie in `run`; says how many there were.
  func delete(_ table: TableShape, in run: ClosedRange<Int64>) throws -> Int {
    let columns = table.journaled
    let names = columns.map { Clause.raw($0.name) }.separated(by: ", ")
    var count = 0
    for part in run.parts(of: 500) {
      let isPart: Clause =
        "id BETWEEN \(.integer(part.lowerBound)) AND \(.integer(part.upperBound))"
      var rows: [(id: Int64, values: [String: Datum])] = []
      try engine.rows(
        "SELECT id, \(names) FROM \(raw: table.name) WHERE \(isPart) ORDER BY id"
      ) { cells in
        rows.append((cells.integer(0) ?? 0, cells.values(of: columns, from: 1)))
        return true
      }
      for (id, old) in rows {
        try touch(table, id, old)
        noteSubject(table, id, old)
        try journal(table, id, removed: true, old)
      }
      try dropDerived(of: table, in: part)
      try engine.run("DELETE FROM \(raw: table.name) WHERE \(isPart)")
      count += rows.count
    }
    return count
  }

  /// Removes what follows from rows about to be removed, of which nothing is to be recomputed.
  private func dropDerived(of table: TableShape, in run: ClosedRange<Int64>) throws {
    guard SearchSubject.owners.contains(table.name) else { return }
    let bounds: Clause = "\(.integer(run.lowerBound)) AND \(.integer(run.upperBound))"
    let isLead = table.name == Schema.lead.name
    if isLead { try engine.run("DELETE FROM stage_entry WHERE lead BETWEEN \(bounds)") }
    for id in run {
      if isLead { stale.leads.remove(id) }
      guard let subject = SearchSubject(table, id: id, values: [:]) else { continue }
      stale.subjects.remove(subject)
      stale.fresh.remove(subject)
    }
    if let kind = SearchSubject(table, id: run.lowerBound, values: [:])?.kind {
      try engine.run(
        """
        DELETE FROM search_key WHERE kind = \(.text(String(kind.letter))) \
        AND record BETWEEN \(bounds)
        """)
    }
  }

  /// The journaled columns of a row; nil where there is none.
  func read(_ table: TableShape, _ id: Int64) throws -> [String: Datum]? {
    var found: [String: Datum]?
    let columns = table.journaled
    let names = columns.map { Clause.raw($0.name) }.separated(by: ", ")
    try engine.rows(
      "SELECT \(names) FROM \(raw: table.name) WHERE id = \(.integer(id))"
    ) { cells in
      found = cells.values(of: columns)
      return false
    }
    return found
  }

  private func value(of column: ColumnShape, in values: [String: Datum]) -> Datum {
    guard let source = column.source else { return values[column.name] ?? .null }
    guard case .text(let text) = values[source.column] ?? .null else { return .null }
    return .text(source.value(for: text))
  }

  private func next(_ series: String) throws -> Int64 {
    if let next = counters[series] {
      counters[series] = next + 1
      return next
    }
    var next: Int64 = 1
    try engine.rows("SELECT next FROM counter WHERE kind = \(.text(series))") { cells in
      next = cells.integer(0) ?? 1
      return false
    }
    counters[series] = next + 1
    return next
  }

  private func noteMade(_ table: String, _ id: Int64) {
    let runs = made[table] ?? []
    if let last = runs.last, last.upperBound + 1 == id {
      made[table]?[runs.count - 1] = last.lowerBound...id
    } else {
      made[table, default: []].append(id...id)
    }
  }

  private func journal(
    _ table: TableShape, _ id: Int64, removed: Bool, _ was: [String: Datum]
  ) throws {
    changes += 1
    let text = try OldValues.encode(was)
    let sequence = Int64(changes)
    digest.addChange(
      number: sequence, table: table.name, row: id, removed: removed, was: text)
    try engine.append(
      [
        .integer(entry), .integer(sequence), .text(table.name), .integer(id), Datum(removed),
        .text(text),
      ], to: Schema.entryChange.loaded)
  }

  private func noteSubject(_ table: TableShape, _ id: Int64, _ values: [String: Datum]) {
    guard let subject = SearchSubject(table, id: id, values: values) else { return }
    stale.subjects.insert(subject)
  }

  /// Notes whose facts depend on this row.
  private func touch(_ table: TableShape, _ id: Int64, _ values: [String: Datum]) throws {
    if table.name == Schema.lead.name { stale.leads.insert(id) }
    if case .integer(let lead)? = values["lead"] { stale.leads.insert(lead) }
    if table.name == Schema.activityPerson.name, case .integer(let person)? = values["person"] {
      stale.persons.insert(person)
      if case .integer(let activity)? = values["activity"] { try touch(activity: activity) }
    }
    if table.name == Schema.activity.name { try touch(activity: id) }
  }

  /// Whether these writes made the row.
  private func hasMade(_ table: TableShape, _ id: Int64) -> Bool {
    made[table.name]?.contains { $0.contains(id) } ?? false
  }

  /// All that a new activity names is touched as it is named.
  private func touch(activity: Int64) throws {
    stale.activities.insert(activity)
    if hasMade(Schema.activity, activity) { return }
    try engine.rows(
      """
      SELECT lead, NULL FROM activity_lead WHERE activity = \(.integer(activity)) \
      UNION ALL SELECT NULL, person FROM activity_person WHERE activity = \(.integer(activity))
      """
    ) { cells in
      if let lead = cells.integer(0) { stale.leads.insert(lead) }
      if let person = cells.integer(1) { stale.persons.insert(person) }
      return true
    }
  }

  /// The runs of keys made in each table, in order, those that meet as one.
  private var madeInOrder: [(table: String, runs: [ClosedRange<Int64>])] {
    made.sorted { $0.key < $1.key }.map { table, runs in
      var joined: [ClosedRange<Int64>] = []
      for run in runs.sorted(by: { $0.lowerBound < $1.lowerBound }) {
        if let last = joined.last, last.upperBound + 1 >= run.lowerBound {
          joined[joined.count - 1] = last.lowerBound...max(last.upperBound, run.upperBound)
        } else {
          joined.append(run)
        }
      }
      return (table, joined)
    }
  }

  /// Writes the counters and the journal's list of the rows made, and gives the content's hash.
  func seal() throws -> String {
    for (kind, next) in counters.sorted(by: { $0.key < $1.key }) {
      try engine.run("DELETE FROM counter WHERE kind = \(.text(kind))")
      try engine.run(
        "INSERT INTO counter (kind, next) VALUES (\(.text(kind)), \(.integer(next)))")
    }
    for (table, runs) in madeInOrder {
      for run in runs {
        digest.addMade(table: table, first: run.lowerBound, last: run.upperBound)
        try engine.append(
          [.integer(entry), .text(table), .integer(run.lowerBound), .integer(run.upperBound)],
          to: Schema.entryMade.loaded)
      }
    }
    return digest.hex()
  }
}

extension ClosedRange<Int64> {
  /// The range in parts of at most `count` numbers.
  fileprivate func parts(of count: Int64) -> [ClosedRange<Int64>] {
    stride(from: lowerBound, through: upperBound, by: Int64.Stride(count)).map {
      $0...Swift.min($0 + count - 1, upperBound)
    }
  }
}
