import LeadlineModel
import Testing

private let today = Day(number: 1000)

/// A lead at a stage since day 900, with all or some facts.
private func lead(
  _ stage: String, _ outcome: Outcome = .open,
  facts: Set<Requirement> = Set(Requirement.allCases)
) -> LeadState {
  LeadState(
    ref: Ref(.lead, 1), stage: stage, outcome: outcome, lastMove: Day(number: 900), facts: facts)
}

struct TransitionTests {
  let pipeline = Pipeline.standard

  private func move(
    _ lead: LeadState, _ stage: String, on day: Int = 1000, skips: Bool = false,
    reason: String? = nil
  ) throws(TransitionRefusal) -> Move {
    try pipeline.transition(
      of: lead, to: stage, on: Day(number: day), today: today,
      consent: Consent(skips: skips, reason: reason))
  }

  @Test func advancesOneStage() throws {
    let move = try move(lead("intent"), "signed")
    #expect(move.kind == .advance)
    #expect(move.from == "intent")
    #expect(move.to == "signed")
  }

  @Test func aSkipNeedsToBeMeantAndAReason() throws {
    #expect(
      throws: TransitionRefusal.needsSkip(
        Ref(.lead, 1), from: "intent", to: "funded", next: "signed")
    ) { try move(lead("intent"), "funded", reason: "why") }
    #expect(throws: TransitionRefusal.needsReason(Ref(.lead, 1), .skip, to: "started")) {
      try move(lead("intent"), "started", skips: true)
    }
    #expect(try move(lead("intent"), "started", skips: true, reason: "why").kind == .skip)
  }

  @Test func factsAreCumulative() {
    let facts: Set<Requirement> = [.title, .owner, .agreed, .site]
    #expect(
      throws: TransitionRefusal.missing(Ref(.lead, 1), [.source, .org, .total], for: "started")
    ) { try move(lead("signed", facts: facts), "started") }
  }

  @Test func aStepBackNeedsAReasonAndNoFacts() throws {
    #expect(throws: TransitionRefusal.needsReason(Ref(.lead, 1), .back, to: "intent")) {
      try move(lead("started"), "intent")
    }
    #expect(try move(lead("started", facts: []), "intent", reason: "withdrawn").kind == .back)
  }

  @Test func daysAreBounded() throws {
    #expect(throws: TransitionRefusal.inTheFuture(Day(number: 1001), today: today)) {
      try move(lead("intent"), "signed", on: 1001)
    }
    #expect(
      throws: TransitionRefusal.beforeLastMove(
        Ref(.lead, 1), Day(number: 899), last: Day(number: 900))
    ) { try move(lead("intent"), "signed", on: 899) }
    #expect(try move(lead("intent"), "signed", on: 900).day == Day(number: 900))
  }

  @Test(arguments: [Outcome.lost, .shelved]) func aClosedLeadDoesNotMove(outcome: Outcome) {
    #expect(throws: TransitionRefusal.closed(Ref(.lead, 1), outcome)) {
      try move(lead("intent", outcome), "signed")
    }
  }

  @Test func closingAndReopeningNeedReasons() throws {
    #expect(throws: TransitionRefusal.needsReason(Ref(.lead, 1), .lose, to: "signed")) {
      try pipeline.closing(
        of: lead("signed"), as: .lost, on: today, today: today, reason: "")
    }
    let lost = try pipeline.closing(
      of: lead("signed"), as: .lost, on: today, today: today, reason: "price")
    #expect(lost.outcome == .lost)
    #expect(lost.to == "signed")
    #expect(throws: TransitionRefusal.notClosed(Ref(.lead, 1))) {
      try pipeline.reopening(of: lead("signed"), on: today, today: today, reason: "back")
    }
    #expect(throws: TransitionRefusal.needsReason(Ref(.lead, 1), .reopen, to: "signed")) {
      try pipeline.reopening(of: lead("signed", .lost), on: today, today: today, reason: nil)
    }
  }

  @Test func refusesWhereItStandsAndWhatItLacks() {
    #expect(throws: TransitionRefusal.alreadyThere(Ref(.lead, 1), stage: "signed")) {
      try move(lead("signed"), "signed")
    }
    #expect(throws: TransitionRefusal.unknownStage("won", known: pipeline.stages.map(\.id))) {
      try move(lead("signed"), "won")
    }
  }

  @Test func everyRefusalHasWordsInEveryLanguage() {
    let ref = Ref(.lead, 1)
    let refusals: [TransitionRefusal] = [
      .unknownStage("x", known: ["y"]), .closed(ref, .lost), .notClosed(ref),
      .alreadyThere(ref, stage: "x"), .inTheFuture(today, today: today),
      .beforeLastMove(ref, today, last: today),
      .needsSkip(ref, from: "a", to: "b", next: "c"), .needsReason(ref, .back, to: "x"),
      .missing(ref, [.org, .agreed], for: "signed"),
    ]
    for refusal in refusals {
      for language in Language.allCases { #expect(!refusal.words[language].isEmpty) }
    }
  }
}
