public import LeadlineModel
public import LeadlineReports

extension Database {
  /// Streams what a campaign may count as of a day, one statement for each kind of fact.
  public func contestFacts(
    of campaign: Campaign, at view: Viewpoint, _ body: (ContestFact) throws -> Void
  ) throws {
    guard view.day >= campaign.days.lowerBound else { return }
    try reading(at: view) {
      let scope = ContestScope(
        campaign: campaign, pipeline: pipeline, day: campaign.counted(view.day),
        isPast: view.isPast || campaign.counted(view.day) < view.day)
      let shares = try SharedLeads(engine, upTo: scope.day)
      for stage in scope.stages {
        for statement in scope.entries(stage) {
          try engine.rows(statement) { cells in
            if let entry = stage.entry(cells, shares) { try body(.entry(entry)) }
            return true
          }
        }
      }
      try engine.rows(scope.receipts) { cells in
        if let receipt = scope.receipt(cells, shares) { try body(.receipt(receipt)) }
        return true
      }
      if scope.countsActivities {
        try engine.rows(scope.activities) { cells in
          try body(.activities(scope.activities(cells)))
          return true
        }
      }
    }
  }
}

/// The leads that are shared, with the days from which they are.
struct SharedLeads {
  private var byLead: [Int64: [(day: Day, parts: [Credit.Part])]] = [:]

  init(_ engine: Connection, upTo day: Day) throws {
    try engine.rows(
      """
      SELECT lead, day, department, part FROM share WHERE day <= \(.day(day)) \
      ORDER BY lead, day, place, id
      """
    ) { cells in
      guard let lead = cells.integer(0), let day = cells.day(1) else { return true }
      var known = byLead[lead] ?? []
      if known.last?.day != day { known.append((day, [])) }
      if let department = cells.integer(2), let share = cells.text(3).flatMap({ Fraction($0) }) {
        known[known.count - 1].parts.append(Credit.Part(department: department, share: share))
      }
      byLead[lead] = known
      return true
    }
  }

  /// The parts of a lead on a day; the whole for its own department where it is not shared.
  func parts(of lead: Int64, on day: Day, own department: Int64?) -> [Credit.Part] {
    let shared = byLead[lead]?.last { $0.day <= day }?.parts ?? []
    if !shared.isEmpty { return shared }
    return department.map { [Credit.Part(department: $0, share: .one)] } ?? []
  }
}
