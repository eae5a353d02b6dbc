/// A lead as far as the rules of its moves look at it.
public struct LeadState: Hashable, Sendable {
  public let ref: Ref
  public let stage: String
  public let outcome: Outcome
  public let lastMove: Day
  /// The facts that it has on the day of the move.
  public let facts: Set<Requirement>

  public init(
    ref: Ref, stage: String, outcome: Outcome, lastMove: Day, facts: Set<Requirement>
  ) {
    self.ref = ref
    self.stage = stage
    self.outcome = outcome
    self.lastMove = lastMove
    self.facts = facts
  }
}

/// What a person says to a move beyond its stage and day.
public struct Consent: Hashable, Sendable {
  /// Leaving a stage out is meant.
  public let skips: Bool
  public let reason: String?

  public init(skips: Bool = false, reason: String? = nil) {
    self.skips = skips
    self.reason = reason?.isEmpty == true ? nil : reason
  }
}

/// Why a move is refused; each carries the facts that its message needs.
public enum TransitionRefusal: Error, Hashable, Sendable {
  case unknownStage(String, known: [String])
  case closed(Ref, Outcome)
  case notClosed(Ref)
  case alreadyThere(Ref, stage: String)
  case inTheFuture(Day, today: Day)
  case beforeLastMove(Ref, Day, last: Day)
  case needsSkip(Ref, from: String, to: String, next: String)
  case needsReason(Ref, Move.Kind, to: String)
  case missing(Ref, [Requirement], for: String)
}

extension Pipeline {
  /// Decides the move of `lead` to `stage` on `day`.
  ///
  /// Facts are cumulative: a lead that skips a stage still owes what that stage asks for.
  public func transition(
    of lead: LeadState, to stage: String, on day: Day, today: Day, consent: Consent
  ) throws(TransitionRefusal) -> Move {
    guard let target = position(of: stage), let current = position(of: lead.stage) else {
      throw .unknownStage(stage, known: stages.map(\.id))
    }
    if lead.outcome != .open { throw .closed(lead.ref, lead.outcome) }
    try checkDay(of: lead, day, today: today)
    if target == current { throw .alreadyThere(lead.ref, stage: stage) }
    let kind: Move.Kind = target < current ? .back : target == current + 1 ? .advance : .skip
    if kind == .skip, !consent.skips {
      throw .needsSkip(lead.ref, from: lead.stage, to: stage, next: stages[current + 1].id)
    }
    if kind != .advance, consent.reason == nil { throw .needsReason(lead.ref, kind, to: stage) }
    let missing = kind == .back ? [] : self.missing(lead.facts, upTo: stage)
    if !missing.isEmpty { throw .missing(lead.ref, missing, for: stage) }
    return Move(kind: kind, from: lead.stage, to: stage, day: day, reason: consent.reason)
  }

  /// Decides that `lead` is lost or shelved on `day`; a reason is needed.
  public func closing(
    of lead: LeadState, as outcome: Outcome, on day: Day, today: Day, reason: String?
  ) throws(TransitionRefusal) -> Move {
    let kind: Move.Kind = outcome == .shelved ? .shelve : .lose
    if lead.outcome != .open { throw .closed(lead.ref, lead.outcome) }
    try checkDay(of: lead, day, today: today)
    guard let reason = Consent(reason: reason).reason else {
      throw .needsReason(lead.ref, kind, to: lead.stage)
    }
    return Move(kind: kind, from: lead.stage, to: lead.stage, day: day, reason: reason)
  }

  /// Decides that a lost or shelved lead is worked on again from `day`; a reason is needed.
  public func reopening(
    of lead: LeadState, on day: Day, today: Day, reason: String?
  ) throws(TransitionRefusal) -> Move {
    if lead.outcome == .open { throw .notClosed(lead.ref) }
    try checkDay(of: lead, day, today: today)
    guard let reason = Consent(reason: reason).reason else {
      throw .needsReason(lead.ref, .reopen, to: lead.stage)
    }
    return Move(kind: .reopen, from: lead.stage, to: lead.stage, day: day, reason: reason)
  }

  /// What is asked for up to `stage` and not among `facts`, in the order of the stages.
  public func missing(_ facts: Set<Requirement>, upTo stage: String) -> [Requirement] {
    requirements(upTo: stage).filter { !facts.contains($0) }
  }

  private func checkDay(
    of lead: LeadState, _ day: Day, today: Day
  ) throws(TransitionRefusal) {
    if day > today { throw .inTheFuture(day, today: today) }
    if day < lead.lastMove { throw .beforeLastMove(lead.ref, day, last: lead.lastMove) }
  }
}
