internal import LeadlineModel
internal import LeadlineStore

/// Brings a lead from what a file said of its course to what it says now.
struct CourseChange {
  let crm: CRM
  let writer: Writer
  let lead: Int64
  let before: LeadCourse
  let now: LeadCourse
  /// The row that remembers what the file said last.
  let memory: Int64?

  /// Whether the moves could be brought up; not where the lead was moved here since.
  func applyMoves() throws -> Bool {
    guard before.moves != now.moves else { return true }
    guard let memory, try !crm.database.wasMoved(lead, since: memory) else { return false }
    let actual = try crm.database.moves(of: lead).map { ($0.key, $0.move) }
    let common = zip(before.moves, now.moves).prefix { Self.isAlike($0, $1) }.count
    let isAsSaid =
      actual.count == before.moves.count
      && zip(actual, before.moves).allSatisfy { Self.isAlike($0.1, $1) }
    guard isAsSaid, common == actual.count else {
      try redirect(actual)
      return true
    }
    for (known, move) in zip(actual, now.moves) where known.1 != move {
      try writer.updateMove(known.0, day: move.day, reason: move.reason)
    }
    for move in now.moves.dropFirst(common) {
      try writer.insertMove(move, of: lead, note: nil)
    }
    return true
  }

  private static func isAlike(_ left: Move, _ right: Move) -> Bool {
    left.kind == right.kind && left.to == right.to
  }

  /// Mends the first day, and moves on from where the lead stands to where the file has it now.
  private func redirect(_ actual: [(Int64, Move)]) throws {
    let (key, last) = actual[actual.count - 1]
    let goal = now.moves[now.moves.count - 1]
    if actual.count > 1, now.created != before.created, now.created <= actual[1].1.day {
      try writer.updateMove(actual[0].0, day: now.created, reason: nil)
    }
    guard last.to != goal.to || last.outcome != goal.outcome else {
      let earliest = actual.count > 1 ? actual[actual.count - 2].1.day : goal.day
      if goal.day >= earliest { try writer.updateMove(key, day: goal.day, reason: nil) }
      return
    }
    try moveOn(from: last, to: goal)
  }

  private func moveOn(from last: Move, to goal: Move) throws {
    let day = max(last.day, goal.day)
    if last.outcome != .open { try move(.reopen, from: last.to, to: last.to, day) }
    if last.to != goal.to {
      let steps = crm.pipeline.stages(after: last.to, through: goal.to).count
      try move(
        steps == 0 ? .back : steps == 1 ? .advance : .skip, from: last.to, to: goal.to, day)
    }
    guard goal.outcome != .open else { return }
    try writer.insertMove(
      Move(kind: goal.kind, from: goal.to, to: goal.to, day: day, reason: goal.reason), of: lead,
      note: nil)
  }

  private func move(_ kind: Move.Kind, from: String, to: String, _ day: Day) throws {
    try writer.insertMove(
      Move(kind: kind, from: from, to: to, day: day, reason: "imported"), of: lead, note: nil)
  }

  /// Writes the figures that differ; a figure of which only the amount differs is
  /// news of today.
  func applyFigures(cleared: Set<String>) throws {
    for name in [LeadLog.DatedFact.Name.expected, .agreed, .total] {
      let old = before.figures[name]
      if let new = now.figures[name] {
        guard new.money != old?.money else { continue }
        let day = old.map { new.day > $0.day ? new.day : crm.today } ?? new.day
        try writer.setFigure(name, of: lead, to: new.money.minorUnits, from: day)
      } else if old != nil, cleared.contains(name.rawValue) {
        try writer.setFigure(name, of: lead, to: nil, from: crm.today)
      }
    }
  }

  /// A receipt that was mended here since stays as it is.
  func applyReceipts() throws {
    guard before.receipts != now.receipts else { return }
    let old = before.receipts.first
    let known = try old.flatMap { old in
      try crm.database.receipts(ofLead: lead).first { $0.receipt == old }
    }
    switch (old, now.receipts.first) {
    case (nil, let new?):
      try writer.insertReceipt(of: lead, on: new.day, minorUnits: new.minorUnits)
    case (_?, let new?): if let known { try writer.updateReceipt(known.key, to: new) }
    case (_?, nil): if let known { try writer.removeReceipt(known.key) }
    case (nil, nil): break
    }
  }
}
