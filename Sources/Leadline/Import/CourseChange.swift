internal import LeadlineModel
internal import LeadlineStore

/// Brings a lead from what a file said of its course to what it says now.
struct CourseChange {
  let crm: CRM
  let writer: Writer
  let lead: Int64
  let before: LeadCourse
  let now: LeadCourse

  /// Whether the moves could be brought up; not where the lead was moved here since.
  func applyMoves() throws -> Bool {
    guard before.moves != now.moves else { return true }
    let actual = try crm.database.moves(of: lead)
    guard Self.same(actual.map(\.move), before.moves) else { return false }
    let common = zip(before.moves, now.moves).prefix { $0.kind == $1.kind && $0.to == $1.to }
    guard common.count == before.moves.count else {
      try redirect(after: actual[actual.count - 1].move)
      return true
    }
    for (index, pair) in common.enumerated() where pair.0 != pair.1 {
      try writer.updateMove(actual[index].key, day: pair.1.day, reason: pair.1.reason)
    }
    for move in now.moves.dropFirst(common.count) {
      try writer.insertMove(move, of: lead, note: nil)
    }
    return true
  }

  private static func same(_ left: [Move], _ right: [Move]) -> Bool {
    left.count == right.count
      && zip(left, right).allSatisfy { $0.kind == $1.kind && $0.to == $1.to && $0.day == $1.day }
  }

  /// Moves on from where the lead stands to where the file has it now.
  private func redirect(after last: Move) throws {
    let goal = now.moves[now.moves.count - 1]
    let day = max(last.day, goal.day)
    var stage = last.to
    if last.outcome != .open, stage != goal.to || goal.outcome != last.outcome {
      try move(.reopen, from: stage, to: stage, day)
    }
    if stage != goal.to {
      let steps = crm.pipeline.stages(after: stage, through: goal.to).count
      try move(steps == 0 ? .back : steps == 1 ? .advance : .skip, from: stage, to: goal.to, day)
      stage = goal.to
    }
    if goal.outcome != .open, goal.outcome != last.outcome || last.to != goal.to {
      try writer.insertMove(
        Move(kind: goal.kind, from: stage, to: stage, day: day, reason: goal.reason), of: lead,
        note: nil)
    }
  }

  private func move(_ kind: Move.Kind, from: String, to: String, _ day: Day) throws {
    try writer.insertMove(
      Move(kind: kind, from: from, to: to, day: day, reason: "imported"), of: lead, note: nil)
  }

  /// Writes the figures and receipts that differ; a figure of which only the amount differs is
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
    try applyReceipts()
  }

  /// A receipt that was mended here since stays as it is.
  private func applyReceipts() throws {
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
