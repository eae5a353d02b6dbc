public import LeadlineModel

/// A rule of the pipeline that a lead breaks.
public enum LeadFault: Hashable, Sendable {
  /// It never entered the pipeline.
  case notEntered
  /// It is without a fact that its stage asks for.
  case missing(Requirement, stage: String)
  /// A move lies before the one recorded before it.
  case movesOutOfOrder(Day, before: Day)
  /// A move starts at another stage than the one before it led to.
  case movesApart(from: String?, after: String?, on: Day)
  /// Money arrived though the lead never came to the stage from which receipts are taken.
  case receiptTooEarly(stage: String)
}

extension LeadFault {
  /// Whether the log itself is wrong, and not only incomplete.
  var isInLog: Bool {
    switch self {
    case .notEntered, .movesOutOfOrder, .movesApart: true
    case .missing, .receiptTooEarly: false
    }
  }
}

extension LeadLog {
  /// What is wrong with the moves: their days must not go back, each starts where the last ended.
  var moveFaults: [LeadFault] {
    guard let first = moves.first else { return [.notEntered] }
    var faults: [LeadFault] =
      first.kind == .enter ? [] : [.movesApart(from: first.from, after: nil, on: first.day)]
    for (move, next) in zip(moves, moves.dropFirst()) {
      if next.day < move.day { faults.append(.movesOutOfOrder(next.day, before: move.day)) }
      if next.from != move.to {
        faults.append(.movesApart(from: next.from, after: move.to, on: next.day))
      }
    }
    return faults
  }
}

extension Database {
  /// The rules that a lead breaks as the rows stand now; none where there is no such lead.
  func faults(of lead: Int64, on day: Day) throws -> [LeadFault] {
    guard try number("SELECT id FROM lead WHERE id = \(.integer(lead))") != nil else { return [] }
    var log = LeadLog()
    try logs(of: .leads([lead]), upTo: nil) { log = $1 }
    var faults = log.moveFaults
    if let facts = LeadFacts(log, in: pipeline), let state = try state(of: lead, on: day) {
      faults += pipeline.missing(state.facts, upTo: facts.stage).map {
        .missing($0, stage: facts.stage)
      }
      if facts.arrived > 0, facts.firstEntry[pipeline.receiptsFrom] == nil {
        faults.append(.receiptTooEarly(stage: facts.stage))
      }
    }
    return faults
  }
}
