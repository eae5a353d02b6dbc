/// What follows from a lead's log: kept on the lead for today, folded anew for a past day.
///
/// Nothing here depends on the day it is read: lengths are kept as the day they count from.
public struct LeadFacts: Hashable, Sendable {
  public var stage: String
  public var outcome: Outcome
  /// The day of the first move.
  public var created: Day
  public var lastMove: Day
  /// The day the lead was lost or shelved; nil while it is open.
  public var closed: Day?
  /// Why it was lost or shelved.
  public var closedReason: String?
  /// The day from which idle days count.
  public var idleFrom: Day
  /// The day from which days in the stage count, earlier stays included.
  public var stageFrom: Day
  /// Idle days when the lead was closed; nil while it is open.
  public var idleKept: Int?
  /// Days in the stage when the lead was closed; nil while it is open.
  public var stageKept: Int?
  public var lastTouch: LeadLog.Touch?
  /// The first entry into each stage.
  public var firstEntry: [String: Day]
  public var dated: [LeadLog.DatedFact.Name: Int64]
  /// Minor units of all receipts.
  public var arrived: Int64
  /// The open follow-up due first.
  public var next: LeadLog.OpenFollowUp?
  /// The latest day on which an open follow-up is due.
  public var lastDue: Day?

  /// Folds the log; nil where the lead had not entered the pipeline.
  public init?(_ log: LeadLog, in pipeline: Pipeline) {
    guard let entry = log.moves.first, let last = log.moves.last else { return nil }
    stage = last.to
    outcome = last.outcome
    created = entry.day
    lastMove = last.day
    let isClosed = last.outcome != .open
    closed = isClosed ? last.day : nil
    closedReason = isClosed ? last.reason : nil
    let touch = Self.lastTouch(log)
    lastTouch = touch
    idleFrom = max(entry.day, touch?.day ?? entry.day)
    idleKept = isClosed ? max(0, last.day - idleFrom) : nil
    let stay = Self.stay(log.moves)
    stageFrom = stay.from
    stageKept = isClosed ? stay.banked : nil
    firstEntry = Self.firstEntries(log.moves, pipeline)
    dated = Self.inForce(log.figures)
    arrived = log.receipts.reduce(0) { sum, receipt in
      let (total, overflows) = sum.addingReportingOverflow(receipt.minorUnits)
      return overflows ? .max : total
    }
    next = log.followUps.min { ($0.due, $0.number) < ($1.due, $1.number) }
    lastDue = log.followUps.map(\.due).max()
  }

  /// Days without a touch, on `day`.
  public func idle(on day: Day) -> Int { idleKept ?? day - idleFrom }
  /// Days in the present stage, on `day`.
  public func inStage(on day: Day) -> Int { stageKept ?? day - stageFrom }

  private static func lastTouch(_ log: LeadLog) -> LeadLog.Touch? {
    let moves = log.moves.filter(\.kind.isTouch).map {
      LeadLog.Touch(day: $0.day, kind: $0.kind.rawValue, staff: nil)
    }
    let receipts = log.receipts.map { LeadLog.Touch(day: $0.day, kind: "receipt", staff: nil) }
    // Of one day, what people did together says more than what was filed.
    return (moves + receipts + log.touches).reduce(nil) { best, touch in
      guard let best, best.day > touch.day else { return touch }
      return best
    }
  }

  /// Where the count of days in the stage starts, and what was counted when the lead closed.
  private static func stay(_ moves: [Move]) -> (from: Day, banked: Int) {
    var banked: [String: Int] = [:]
    var since: Day? = nil
    var stage = ""
    for move in moves {
      if let start = since { banked[stage, default: 0] += move.day - start }
      stage = move.to
      since = move.outcome == .open ? move.day : nil
    }
    let counted = banked[stage] ?? 0
    return ((since ?? moves[moves.count - 1].day) - counted, counted)
  }

  private static func firstEntries(_ moves: [Move], _ pipeline: Pipeline) -> [String: Day] {
    var first: [String: Day] = [:]
    for move in moves {
      switch move.kind {
      case .enter, .advance, .skip:
        for stage in pipeline.stages(after: move.from, through: move.to)
        where first[stage.id] == nil {
          first[stage.id] = move.day
        }
      case .back, .lose, .shelve, .reopen: break
      }
    }
    return first
  }

  private static func inForce(
    _ figures: [LeadLog.DatedFact]
  ) -> [LeadLog.DatedFact.Name: Int64] {
    var latest: [LeadLog.DatedFact.Name: LeadLog.DatedFact] = [:]
    for figure in figures {
      if let known = latest[figure.name], known.day > figure.day { continue }
      latest[figure.name] = figure
    }
    return latest.compactMapValues(\.value)
  }
}
