internal import LeadlineModel

extension Database {
  /// Takes back an entry of the journal: the one named, or the author's latest not yet undone.
  ///
  /// What still holds the value that the entry left is put back, column by column; what was
  /// changed since, is referred to by something newer or is demanded by a rule of the pipeline
  /// stays, and is named. Throws `UndoRefusal` where nothing can be taken back.
  public func undo(_ target: Int64?, as author: Author) throws -> UndoReport {
    let number = try target ?? lastCommand(of: author)
    guard let number else { throw UndoRefusal.nothingToUndo }
    return try takeBack(number, .undo, as: author) { () throws in
      guard let kind = try self.kind(of: number) else { throw UndoRefusal.noSuchEntry(number) }
      guard kind == .command else { throw UndoRefusal.notACommand(number, kind) }
      if let undo = try self.undo(of: number) {
        throw UndoRefusal.alreadyUndone(number, by: undo)
      }
    }
  }

  /// Takes back the author's latest undo, as long as no command of the author followed it.
  public func redo(as author: Author) throws -> UndoReport {
    guard let number = try lastUndo(of: author) else { throw UndoRefusal.nothingToRedo }
    return try takeBack(number, .redo, as: author) { () throws in
      guard try self.lastUndo(of: author) == number else { throw UndoRefusal.nothingToRedo }
    }
  }

  private func takeBack(
    _ number: Int64, _ kind: EntryKind, as author: Author, check: () throws -> Void
  ) throws -> UndoReport {
    var protected: [Int64: [LeadFault]] = [:]
    var tolerated: Set<Int64> = []
    while true {
      do {
        return try attempt(
          number, kind, as: author, protected: protected, tolerated: tolerated, check: check)
      } catch let broken as BrokenLeads {
        let standing = try StandingFaults(
          of: broken.faults.keys.sorted(), before: number, in: self, on: author.today)
        for (lead, faults) in broken.faults {
          let isWhole = !broken.incomplete.contains(lead)
          let new = faults.filter { !standing.tolerate($0, of: lead, isWhole: isWhole) }
          if new.isEmpty { tolerated.insert(lead) } else { protected[lead] = new }
        }
      }
    }
  }

  private func attempt(
    _ number: Int64, _ kind: EntryKind, as author: Author, protected: [Int64: [LeadFault]],
    tolerated: Set<Int64>, check: () throws -> Void
  ) throws -> UndoReport {
    let (done, entry) = try write(as: author, kind: kind, target: number) { writer in
      try check()
      let taking = try TakingBack(
        number, in: self, by: writer.actor, protecting: protected)
      let kept = try taking.kept()
      let tally = try taking.carryOut(writer)
      if writer.isEmpty { throw UndoRefusal.allKept(number, kept) }
      try refuseBroken(
        writer.stale.leads.subtracting(tolerated).subtracting(protected.keys), on: author.today,
        incomplete: taking.incompleteLeads)
      return (tally, kept)
    }
    return UndoReport(
      entry: entry ?? number, target: number, line: try line(of: number, kind),
      removedRows: done.0.removed, restoredRows: done.0.restored,
      restoredColumns: done.0.columns, kept: done.1)
  }

  private func refuseBroken(
    _ leads: Set<Int64>, on day: Day, incomplete: Set<Int64>
  ) throws {
    let broken = try faults(of: leads.sorted(), on: day)
    if !broken.isEmpty { throw BrokenLeads(faults: broken, incomplete: incomplete) }
  }
}

/// Ends an attempt that would leave leads breaking rules.
private struct BrokenLeads: Error {
  let faults: [Int64: [LeadFault]]
  /// The leads of whose log something stays away.
  let incomplete: Set<Int64>
}

extension Database {
  private func kind(of entry: Int64) throws -> EntryKind? {
    var kind: EntryKind?
    try engine.rows("SELECT kind FROM entry WHERE id = \(.integer(entry))") { cells in
      kind = cells.text(0).flatMap(EntryKind.init(rawValue:))
      return false
    }
    return kind
  }

  /// The undo by which an entry is undone now.
  private func undo(of entry: Int64) throws -> Int64? {
    try number(
      """
      SELECT undo.id FROM entry AS undo WHERE undo.target = \(.integer(entry)) \
      AND \(Self.isInForce) ORDER BY undo.id DESC LIMIT 1
      """)
  }

  /// An undo that no redo has taken back.
  static let isInForce: Clause = """
    undo.kind = 'undo' AND NOT EXISTS (SELECT 1 FROM entry AS redo \
    WHERE redo.target = undo.id AND redo.kind = 'redo')
    """

  private func lastCommand(of author: Author) throws -> Int64? {
    guard let actor = try person(named: author.name, staff: true) else { return nil }
    return try number(
      """
      SELECT entry.id FROM entry WHERE entry.actor = \(.integer(actor)) \
      AND entry.kind = 'command' AND NOT EXISTS (SELECT 1 FROM entry AS undo \
      WHERE undo.target = entry.id AND \(Self.isInForce)) ORDER BY entry.id DESC LIMIT 1
      """)
  }

  private func lastUndo(of author: Author) throws -> Int64? {
    guard let actor = try person(named: author.name, staff: true) else { return nil }
    return try number(
      """
      SELECT undo.id FROM entry AS undo WHERE undo.actor = \(.integer(actor)) \
      AND \(Self.isInForce) AND NOT EXISTS (SELECT 1 FROM entry AS later \
      WHERE later.actor = \(.integer(actor)) AND later.kind = 'command' \
      AND later.id > undo.id) ORDER BY undo.id DESC LIMIT 1
      """)
  }

  /// The line of the command that was taken back, or that stands again.
  private func line(of entry: Int64, _ kind: EntryKind) throws -> String {
    var found: (line: String, target: Int64?) = ("", nil)
    try engine.rows("SELECT line, target FROM entry WHERE id = \(.integer(entry))") { cells in
      found = (cells.text(0) ?? "", cells.integer(1))
      return false
    }
    guard kind == .redo, let target = found.target else { return found.line }
    return try line(of: target, .undo)
  }
}
