internal import LeadlineModel

extension Database {
  /// Runs `body` as one transaction and one entry of the journal; nothing is written if it throws,
  /// nor if it writes nothing, unless told so; an author who is new then stays entered.
  public func write<Result>(
    as author: Author, kind: EntryKind = .command, target: Int64? = nil,
    evenIfEmpty: Bool = false, _ body: (Writer) throws -> Result
  ) throws -> (result: Result, entry: Int64?) {
    try engine.begin(.writing)
    do {
      try rereadPipeline()
      let known = try lastEntry()
      let actor = try member(author)
      let number = try lastEntry() + 1
      let writer = Writer(
        engine: engine, pipeline: pipeline, entry: number, today: author.today, actor: actor)
      let result = try body(writer)
      if writer.isEmpty, !evenIfEmpty {
        if number > known + 1 { try engine.commit() } else { engine.rollback() }
        return (result, nil)
      }
      try recompute(writer.stale)
      let hash = try append(writer, author: author, kind: kind, target: target)
      try commit(entry: number, hash)
      latestEntry = number
      return (result, number)
    } catch {
      engine.rollback()
      throw error
    }
  }

  /// Ends the transaction. Where the connection broke at that moment, the journal tells whether the
  /// entry is there.
  private func commit(entry: Int64, _ hash: String) throws {
    do {
      try engine.commit()
    } catch StorageError.server(.outcomeUnknown, let location) {
      engine.rollback()
      // This waits for the end of all writing, so also of the one that is in doubt.
      guard let found = try? engine.transaction(.writing, { try self.hash(of: entry) ?? "" })
      else { throw StorageError.server(.outcomeUnknown, location: location) }
      if found != hash { throw StorageError.server(.connectionLost, location: location) }
    }
  }

  private func hash(of entry: Int64) throws -> String? {
    var hash: String?
    try engine.rows("SELECT hash FROM entry WHERE id = \(.integer(entry))") { cells in
      hash = cells.text(0)
      return false
    }
    return hash
  }

  /// The acting member of staff, entered where the name is new.
  func member(_ author: Author) throws -> Int64 {
    if let known = try person(named: author.name, staff: true) { return known }
    let writer = Writer(
      engine: engine, pipeline: pipeline, entry: try lastEntry() + 1, today: author.today,
      actor: nil)
    let key = try writer.insertPerson(author.name, staff: true)
    try recompute(writer.stale)
    let setup = Author(name: author.name, line: "", now: author.now, today: author.today)
    try append(writer, author: setup, kind: .setup, target: nil)
    return key
  }

  func lastEntry() throws -> Int64 {
    var last: Int64 = 0
    try engine.rows("SELECT id FROM entry ORDER BY id DESC LIMIT 1") { cells in
      last = cells.integer(0) ?? 0
      return false
    }
    return last
  }

  /// Ends an entry: counters, what it made, and its place in the chain; gives its hash.
  @discardableResult
  private func append(
    _ writer: Writer, author: Author, kind: EntryKind, target: Int64?
  ) throws -> String {
    let content = try writer.seal()
    let record = JournalRecord(
      id: writer.entry, at: author.now.iso, actor: writer.actor, line: author.line,
      kind: kind.rawValue,
      target: target, content: content)
    let hash = record.hash(after: try lastHash())
    try engine.run(
      """
      INSERT INTO entry (id, at, actor, line, kind, target, content, hash) VALUES \
      (\(.integer(record.id)), \(.text(record.at)), \(Datum(record.actor)), \
      \(.text(record.line)), \(.text(record.kind)), \(Datum(record.target)), \
      \(.text(content)), \(.text(hash)))
      """)
    return hash
  }

  private func lastHash() throws -> String {
    var hash = ""
    try engine.rows("SELECT hash FROM entry ORDER BY id DESC LIMIT 1") { cells in
      hash = cells.text(0) ?? ""
      return false
    }
    return hash
  }
}

/// What the hash of an entry covers.
struct JournalRecord {
  let id: Int64
  let at: String
  let actor: Int64?
  let line: String
  let kind: String
  let target: Int64?
  let content: String

  /// Chained: it covers the hash of the entry before.
  func hash(after previous: String) -> String {
    let parts = [
      previous, String(id), at, actor.map { String($0) } ?? "", line, kind,
      target.map { String($0) } ?? "", content,
    ]
    return SHA256.hex(parts.map { "\($0.utf8.count):\($0)" }.joined())
  }
}
