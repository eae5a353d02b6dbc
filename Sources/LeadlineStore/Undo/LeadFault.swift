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
  /// The rules that leads break as the rows stand now; only those that break any, and are there.
  public func faults(of leads: [Int64], on day: Day) throws -> [Int64: [LeadFault]] {
    var faults: [Int64: [LeadFault]] = [:]
    for chunk in leads.chunked(by: 400) {
      let standing = try standingFacts(of: chunk, on: day)
      try logs(of: chunk, upTo: nil) { lead, log in
        guard let standing = standing[lead] else { return }
        let broken = log.faults(besides: standing, on: day, in: pipeline)
        if !broken.isEmpty { faults[lead] = broken }
      }
    }
    return faults
  }

  /// What each lead has of the facts that are in no log, and whether it has a receipt.
  private func standingFacts(
    of leads: ArraySlice<Int64>, on day: Day
  ) throws -> [Int64: Set<Requirement>] {
    var standing: [Int64: Set<Requirement>] = [:]
    let order: [Requirement] = [.title, .source, .org, .sector, .site, .contact, .receipt]
    try engine.rows(
      """
      SELECT id, title, source, organisation, sector, site, \
      (SELECT MIN(lead_contact.id) FROM lead_contact WHERE lead_contact.lead = lead.id), \
      (SELECT MIN(receipt.id) FROM receipt WHERE receipt.lead = lead.id \
      AND receipt.day <= \(.day(day))) FROM lead WHERE id IN (\(leads.list))
      """
    ) { cells in
      let isKey: Set<Requirement> = [.org, .contact, .receipt]
      standing[cells.integer(0) ?? 0] = Set(
        order.enumerated().filter { index, requirement in
          isKey.contains(requirement)
            ? cells.integer(index + 1) != nil : cells.text(index + 1)?.isEmpty == false
        }.map(\.element))
      return true
    }
    return standing
  }
}

extension LeadLog {
  fileprivate func faults(
    besides standing: Set<Requirement>, on day: Day, in pipeline: Pipeline
  ) -> [LeadFault] {
    var past = self
    past.figures = figures.filter { $0.day <= day }
    guard let facts = LeadFacts(past, in: pipeline) else { return moveFaults }
    let dated: [Requirement] = facts.dated.keys.compactMap { Requirement(rawValue: $0.rawValue) }
    var faults = moveFaults
    faults += pipeline.missing(standing.union(dated), upTo: facts.stage).map {
      .missing($0, stage: facts.stage)
    }
    if facts.arrived > 0, facts.firstEntry[pipeline.receiptsFrom] == nil {
      faults.append(.receiptTooEarly(stage: facts.stage))
    }
    return faults
  }
}
