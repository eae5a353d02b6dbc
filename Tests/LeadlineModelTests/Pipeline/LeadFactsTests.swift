import LeadlineModel
import Testing

private func day(_ number: Int) -> Day { Day(number: number) }

private func move(_ kind: Move.Kind, _ from: String?, _ to: String, _ number: Int) -> Move {
  Move(kind: kind, from: from, to: to, day: day(number), reason: "r")
}

struct LeadFactsTests {
  private func facts(_ change: (inout LeadLog) -> Void) throws -> LeadFacts {
    var log = LeadLog()
    log.moves = [move(.enter, nil, "intent", 100)]
    change(&log)
    return try #require(LeadFacts(log, in: .standard))
  }

  @Test func aLeadThatNeverEnteredHasNone() {
    #expect(LeadFacts(LeadLog(), in: .standard) == nil)
  }

  @Test func theClockStartsOnEntry() throws {
    let facts = try facts { _ in }
    #expect(facts.idle(on: day(100)) == 0)
    #expect(facts.idle(on: day(130)) == 30)
    #expect(facts.lastTouch == nil)
  }

  @Test(arguments: [
    (Move.Kind.advance, true), (.skip, true), (.reopen, true), (.back, false), (.lose, false),
    (.shelve, false),
  ]) func movesForwardAndReopeningsRestartIt(kind: Move.Kind, restarts: Bool) {
    #expect(kind.isTouch == restarts)
  }

  @Test func touchesAndReceiptsRestartIt() throws {
    let touched = try facts {
      $0.touches = [
        .init(day: day(120), kind: "call", staff: 7),
        .init(day: day(110), kind: "visit", staff: nil),
      ]
    }
    #expect(touched.idle(on: day(130)) == 10)
    #expect(touched.lastTouch?.kind == "call")
    let paid = try facts { $0.receipts = [.init(day: day(125), minorUnits: 5)] }
    #expect(paid.idle(on: day(130)) == 5)
    #expect(paid.arrived == 5)
  }

  @Test func daysClosedCountNeitherAsIdleNorInTheStage() throws {
    let facts = try facts {
      $0.moves += [
        move(.advance, "intent", "signed", 110), move(.lose, "signed", "signed", 130),
        move(.reopen, "signed", "signed", 200),
      ]
    }
    #expect(facts.inStage(on: day(205)) == 25)
    #expect(facts.idle(on: day(205)) == 5)
  }

  @Test func aClosedLeadKeepsItsLengths() throws {
    let facts = try facts { $0.moves.append(move(.shelve, "intent", "intent", 140)) }
    #expect(facts.outcome == .shelved)
    #expect(facts.idle(on: day(500)) == 40)
    #expect(facts.inStage(on: day(500)) == 40)
    #expect(facts.closed == day(140))
    #expect(facts.closedReason == "r")
  }

  @Test func daysInAStageAreSummedOverReentries() throws {
    let facts = try facts {
      $0.moves += [
        move(.advance, "intent", "signed", 110), move(.back, "signed", "intent", 130),
        move(.advance, "intent", "signed", 150),
      ]
    }
    #expect(facts.inStage(on: day(160)) == 30)
    #expect(facts.firstEntry == ["intent": day(100), "signed": day(110)])
  }

  @Test func stagesLeftOutCountAsEnteredOnThatDay() throws {
    let facts = try facts { $0.moves.append(move(.skip, "intent", "funded", 140)) }
    #expect(
      facts.firstEntry == [
        "intent": day(100), "signed": day(140), "started": day(140), "funded": day(140),
      ])
  }

  @Test func ofDatedFactsTheLatestDayIsInForce() throws {
    let facts = try facts {
      $0.figures = [
        .init(name: .agreed, day: day(120), value: 8),
        .init(name: .agreed, day: day(110), value: 5),
        .init(name: .owner, day: day(100), value: 1), .init(name: .owner, day: day(100), value: 2),
        .init(name: .total, day: day(105), value: 9),
        .init(name: .total, day: day(106), value: nil),
      ]
    }
    #expect(facts.dated == [.agreed: 8, .owner: 2])
  }

  @Test func theNextFollowUpIsTheOneDueFirst() throws {
    let facts = try facts {
      $0.followUps = [
        .init(number: 3, due: day(150), what: "c"), .init(number: 2, due: day(140), what: "b"),
        .init(number: 1, due: day(160), what: "a"),
      ]
    }
    #expect(facts.next?.what == "b")
    #expect(facts.lastDue == day(160))
  }
}

struct StallTests {
  @Test(
    arguments: [
      ("intent", 29, 0, nil), ("intent", 30, 0, "yellow idle 30"),
      ("intent", 59, 0, "yellow idle 30"),
      ("intent", 60, 0, "red idle 60"), ("intent", 0, 89, nil),
      ("intent", 0, 90, "yellow stage 90"),
      ("intent", 30, 180, "red stage 180"), ("intent", 30, 90, "yellow idle 30"),
      ("signed", 44, 0, nil), ("signed", 90, 0, "red idle 90"), ("started", 120, 0, "red idle 120"),
      ("started", 0, 365, "red stage 365"), ("funded", 999, 999, nil),
    ] as [(String, Int, Int, String?)]) func judges(
      stage: String, idle: Int, inStage: Int, expected: String?
    )
  {
    let stall = Pipeline.standard.stall(
      stage: stage, outcome: .open, idle: idle, inStage: inStage)
    let text = stall.map { "\($0.level) \($0.rule == .idle ? "idle" : "stage") \($0.limit)" }
    #expect(text == expected)
  }

  @Test(arguments: [Outcome.lost, .shelved]) func aClosedLeadIsNeverStalled(outcome: Outcome) {
    #expect(
      Pipeline.standard.stall(stage: "intent", outcome: outcome, idle: 99, inStage: 99) == nil)
  }
}
