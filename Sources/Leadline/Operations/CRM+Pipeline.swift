public import LeadlineModel
internal import LeadlineStore

extension CRM {
  /// Moves a lead to a stage on a day, after applying `changes`, which hold from that day.
  ///
  /// Throws `CRMError.transition` where a rule refuses; then nothing is written.
  @discardableResult
  public func move(
    _ lead: Ref, to stage: String, on day: Day? = nil, changes: [Change] = [],
    consent: Consent = Consent(), note: String? = nil, line: String? = nil
  ) throws -> Written<Move> {
    let day = day ?? today
    return try write(line ?? "move \(lead) \(stage) on=\(day)") { writer in
      try move(lead, to: stage, on: day, changes, consent, note, writer)
    }
  }

  /// Moves several leads, all or none.
  @discardableResult
  public func move(
    _ leads: [Ref], to stage: String, on day: Day?, changes: [Change], consent: Consent,
    note: String?, line: String? = nil
  ) throws -> Written<[Move]> {
    try write(line ?? "move \(leads.spoken) \(stage) on=\(day ?? today)") { writer in
      try leads.map {
        try move($0, to: stage, on: day ?? today, changes, consent, note, writer)
      }
    }
  }

  private func move(
    _ lead: Ref, to stage: String, on day: Day, _ changes: [Change], _ consent: Consent,
    _ note: String?, _ writer: Writer
  ) throws -> Move {
    let edit = Edit(crm: self, writer: writer, day: day, target: stage)
    for change in changes { try edit.apply(change, toLead: lead.number) }
    let state = try state(of: lead, on: day)
    let move = try refusing {
      () throws(TransitionRefusal) in
      try pipeline.transition(of: state, to: stage, on: day, today: today, consent: consent)
    }
    try writer.insertMove(move, of: lead.number, note: note)
    return move
  }

  /// Records that leads are lost or shelved; a reason is needed.
  @discardableResult
  public func close(
    _ leads: [Ref], as outcome: Outcome, on day: Day? = nil, reason: String?, line: String? = nil
  ) throws -> Written<[Move]> {
    let verb = outcome == .lost ? "lose" : "shelve"
    return try write(line ?? "\(verb) \(leads.spoken) on=\(day ?? today)") { writer in
      try leads.map { lead in
        let day = day ?? today
        let state = try state(of: lead, on: day)
        let move = try refusing {
          () throws(TransitionRefusal) in
          try pipeline.closing(of: state, as: outcome, on: day, today: today, reason: reason)
        }
        try writer.insertMove(move, of: lead.number, note: nil)
        return move
      }
    }
  }

  /// Takes up lost or shelved leads again; a reason is needed.
  @discardableResult
  public func reopen(
    _ leads: [Ref], on day: Day? = nil, reason: String?, line: String? = nil
  ) throws -> Written<[Move]> {
    try write(line ?? "reopen \(leads.spoken) on=\(day ?? today)") { writer in
      try leads.map { lead in
        let day = day ?? today
        let state = try state(of: lead, on: day)
        let move = try refusing {
          () throws(TransitionRefusal) in
          try pipeline.reopening(of: state, on: day, today: today, reason: reason)
        }
        try writer.insertMove(move, of: lead.number, note: nil)
        return move
      }
    }
  }

  /// Records money that arrived for a lead.
  @discardableResult
  public func receive(
    _ money: Money, for lead: Ref, on day: Day? = nil, note: String? = nil, line: String? = nil
  ) throws -> Written<Void> {
    try write(line ?? "receipt \(lead) \(money.decimal)\(money.currency.code)") { writer in
      try receive(money, for: lead.number, on: day ?? today, note: note, writer)
    }
  }

  /// Records a receipt inside a transaction; the rules are those of `receive`, for a lead at the
  /// stage that it is moving to, where it is.
  func receive(
    _ money: Money, for key: Int64, on day: Day, note: String?, towards target: String? = nil,
    _ writer: Writer
  ) throws {
    let lead = Ref(.lead, key)
    guard money.minorUnits > 0 else { throw CRMError.notPositive(field: "amount") }
    guard day <= today else { throw CRMError.dayInFuture(day, today: today) }
    guard let facts = try database.facts(of: key, upTo: nil) else {
      throw try missing(lead)
    }
    guard facts.outcome == .open else { throw CRMError.receiptOnClosed(lead, facts.outcome) }
    guard day >= facts.created else {
      throw CRMError.dayBefore(day, earliest: facts.created, lead)
    }
    let here = pipeline.position(of: target ?? facts.stage) ?? 0
    guard here >= pipeline.position(of: pipeline.receiptsFrom) ?? 0 else {
      throw CRMError.tooEarlyForReceipt(lead, stage: facts.stage, from: pipeline.receiptsFrom)
    }
    try Edit(crm: self, writer: writer, day: day).adopt(money.currency, key)
    try writer.insertReceipt(of: key, on: day, minorUnits: money.minorUnits, note: note)
  }

  /// Mends the day or the reason of an old move of a lead, counted from 1; the last where nil.
  @discardableResult
  public func amend(
    _ lead: Ref, move number: Int?, day: Day?, reason: String?, line: String? = nil
  ) throws -> Written<Void> {
    try write(line ?? "amend \(lead)") { writer in
      let moves = try database.moves(of: lead.number)
      let number = number ?? moves.count
      guard number >= 1, number <= moves.count else {
        throw CRMError.noSuchMove(lead, number, count: moves.count)
      }
      try amend(
        lead.number, move: moves[number - 1].key, day: day, reason: reason, writer)
    }
  }

  /// Mends a move, checked against its neighbours.
  func amend(
    _ lead: Int64, move key: Int64, day: Day?, reason: String?, _ writer: Writer
  ) throws {
    let moves = try database.moves(of: lead)
    guard let index = moves.firstIndex(where: { $0.key == key }) else { return }
    if let day {
      let earliest = index > 0 ? moves[index - 1].move.day : nil
      let next = index + 1 < moves.count ? moves[index + 1].move.day : nil
      let first = index == 0 ? try database.firstDealing(with: lead) : nil
      let latest = [next, first].compactMap(\.self).min()
      if day > today { throw CRMError.dayInFuture(day, today: today) }
      if let earliest, day < earliest {
        throw CRMError.moveOutOfOrder(Ref(.lead, lead), day, after: earliest, before: latest)
      }
      if let latest, day > latest {
        throw CRMError.moveOutOfOrder(Ref(.lead, lead), day, after: earliest, before: latest)
      }
      // What held from the day of the move on holds from its right day on.
      try writer.moveFigures(of: lead, from: moves[index].move.day, to: day)
    }
    try writer.updateMove(key, day: day, reason: reason)
  }

  /// Whether a move of the lead to `stage` would be a step back.
  public func isBack(_ lead: Ref, to stage: String) throws -> Bool {
    let here = pipeline.position(of: try state(of: lead, on: today).stage) ?? 0
    return (pipeline.position(of: stage) ?? here) < here
  }

  /// What the rules of a move look at.
  public func state(of lead: Ref, on day: Day) throws -> LeadState {
    try expect(lead, [.lead])
    guard let state = try database.state(of: lead.number, on: day) else {
      throw try missing(lead)
    }
    return state
  }

  /// What a lead lacks to enter its next stage; nil at the final stage.
  public func missingForNext(_ lead: Ref) throws -> (stage: Stage, missing: [Requirement])? {
    let state = try state(of: lead, on: today)
    guard let position = pipeline.position(of: state.stage),
      position + 1 < pipeline.stages.count
    else { return nil }
    let next = pipeline.stages[position + 1]
    return (next, pipeline.missing(state.facts, upTo: next.id))
  }

  /// What a lead lacks of the facts its own stage demands, as imports may leave it.
  public func missingNow(_ lead: Ref) throws -> [Requirement] {
    let state = try state(of: lead, on: today)
    return pipeline.missing(state.facts, upTo: state.stage)
  }

  /// Refuses a record of another kind than an operation is about.
  func expect(_ ref: Ref, _ kinds: [RecordKind]) throws(CRMError) {
    if !kinds.contains(ref.kind) { throw .wrongKind(ref, expected: kinds) }
  }

  func refusing<Result>(
    _ body: () throws(TransitionRefusal) -> Result
  ) throws(CRMError) -> Result {
    do {
      return try body()
    } catch {
      throw .transition(error)
    }
  }
}
