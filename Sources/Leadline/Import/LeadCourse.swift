internal import LeadlineModel

/// The moves, figures and receipts that a row tells of a lead.
struct LeadCourse: Equatable {
  struct Figure: Equatable {
    let day: Day
    let money: Money
  }

  /// The entry into the pipeline first.
  private(set) var moves: [Move]
  private(set) var figures: [LeadLog.DatedFact.Name: Figure] = [:]
  private(set) var receipts: [LeadLog.Receipt] = []
  /// Of all its amounts; nil where it has none.
  private(set) var currency: Currency?

  /// The first day.
  var created: Day { moves[0].day }

  init(_ draft: ImportDraft, in pipeline: Pipeline, today: Day) throws(RowRefusal) {
    let days = EntryDays(draft, pipeline)
    let start = draft.day("created") ?? days.earliest(draft.day("closed"), today)
    moves = [Move(kind: .enter, from: nil, to: pipeline.first.id, day: start)]
    let stage = draft.choice("stage") ?? days.lastStage ?? pipeline.first.id
    let outcome = draft.choice("outcome").flatMap(Outcome.init(rawValue:)) ?? .open
    let closed = draft.day("closed")
    try advance(to: stage, days, arriving: outcome == .open ? closed : nil, pipeline)
    if outcome != .open {
      let reason = draft.text("reason") ?? "imported as \(outcome.rawValue)"
      try append(
        outcome == .lost ? .lose : .shelve, to: stage, closed ?? lastDay, "closed", reason)
    }
    for move in moves where move.day > today {
      throw .dayInFuture(field: move.kind == .enter ? "created" : "closed", move.day)
    }
    try fillFigures(draft, stage, outcome, pipeline)
  }

  private var lastDay: Day { moves[moves.count - 1].day }

  /// Goes through the stages whose days are known, and to `stage`.
  private mutating func advance(
    to stage: String, _ days: EntryDays, arriving closed: Day?, _ pipeline: Pipeline
  ) throws(RowRefusal) {
    for next in pipeline.stages(after: pipeline.first.id, through: stage) {
      let isTarget = next.id == stage
      guard let day = days[next.id] ?? (isTarget ? closed ?? lastDay : nil) else { continue }
      let from = moves[moves.count - 1].to
      let isSkip = pipeline.stages(after: from, through: next.id).count > 1
      let field = days[next.id] == nil ? "closed" : "\(next.id)-on"
      try append(isSkip ? .skip : .advance, to: next.id, day, field, "imported")
    }
  }

  private mutating func append(
    _ kind: Move.Kind, to stage: String, _ day: Day, _ field: String, _ reason: String
  ) throws(RowRefusal) {
    if day < lastDay { throw .daysOutOfOrder(field: field, day, before: lastDay) }
    moves.append(
      Move(kind: kind, from: moves[moves.count - 1].to, to: stage, day: day, reason: reason))
  }

  private mutating func fillFigures(
    _ draft: ImportDraft, _ stage: String, _ outcome: Outcome, _ pipeline: Pipeline
  ) throws(RowRefusal) {
    for name in [LeadLog.DatedFact.Name.expected, .agreed, .total] {
      guard let money = draft.money(name.rawValue) else { continue }
      try fill(name, money, pipeline)
    }
    if let money = draft.money("arrived") { try receive(money, pipeline) }
    guard let money = draft.money("amount") else { return }
    if outcome == .open, stage == pipeline.final.id {
      if receipts.isEmpty { try receive(money, pipeline) }
    } else {
      let name = outcome == .lost ? .expected : pipeline.figure(at: stage)
      if figures[name] == nil { try fill(name, money, pipeline) }
    }
  }

  /// A figure holds from the day of the stage that demands it, else from the first day.
  private mutating func fill(
    _ name: LeadLog.DatedFact.Name, _ money: Money, _ pipeline: Pipeline
  ) throws(RowRefusal) {
    try agree(money.currency)
    let demanding = pipeline.stages.first { stage in
      stage.requirements.contains { $0.rawValue == name.rawValue }
    }
    let day = demanding.flatMap { entry(of: $0.id, pipeline) } ?? created
    figures[name] = Figure(day: day, money: money)
  }

  private mutating func receive(_ money: Money, _ pipeline: Pipeline) throws(RowRefusal) {
    try agree(money.currency)
    let day = entry(of: pipeline.final.id, pipeline) ?? lastDay
    receipts = [LeadLog.Receipt(day: day, minorUnits: money.minorUnits)]
  }

  private mutating func agree(_ other: Currency) throws(RowRefusal) {
    if let currency, currency != other {
      throw .otherCurrency(other.code, lead: currency.code)
    }
    currency = other
  }

  /// The day on which the lead first entered a stage, also on the way past it.
  private func entry(of stage: String, _ pipeline: Pipeline) -> Day? {
    moves.first { move in
      pipeline.stages(after: move.from, through: move.to).contains { $0.id == stage }
    }?.day
  }
}

/// The days on which a row says that a lead entered stages.
private struct EntryDays {
  private var days: [String: Day] = [:]
  private(set) var lastStage: String?

  init(_ draft: ImportDraft, _ pipeline: Pipeline) {
    for stage in pipeline.stages.dropFirst() {
      guard let day = draft.day("\(stage.id)-on") else { continue }
      days[stage.id] = day
      lastStage = stage.id
    }
  }

  subscript(stage: String) -> Day? { days[stage] }

  func earliest(_ closed: Day?, _ today: Day) -> Day {
    min(days.values.min() ?? today, closed ?? today)
  }
}

extension Pipeline {
  /// The figure that an amount stands for at a stage: that of the last demand on the way there.
  func figure(at stage: String) -> LeadLog.DatedFact.Name {
    let demands = requirements(upTo: stage)
    if demands.contains(.total) { return .total }
    return demands.contains(.agreed) ? .agreed : .expected
  }
}
