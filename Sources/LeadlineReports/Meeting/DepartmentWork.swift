public import LeadlineModel

/// What the report for the meeting reads of each lead.
public struct WorkFact: Hashable, Sendable {
  /// Empty for none.
  public let department: String
  public let outcome: Outcome
  /// The day of the first entry into each stage, in the order of the pipeline.
  public let entered: [Day?]
  /// The day on which it was lost or shelved.
  public let closed: Day?
  /// How badly it is stalled.
  public let level: Level?
  /// Minor units that arrived since the last meeting.
  public let arrived: Int64
  /// Promises to its investor that are open and overdue.
  public let overduePromises: Int

  public init(
    department: String, outcome: Outcome, entered: [Day?], closed: Day?, level: Level?,
    arrived: Int64, overduePromises: Int
  ) {
    self.department = department
    self.outcome = outcome
    self.entered = entered
    self.closed = closed
    self.level = level
    self.arrived = arrived
    self.overduePromises = overduePromises
  }
}

/// What a department did since the last meeting, and what waits for it.
public struct DepartmentWork: Hashable, Sendable {
  /// Empty for what belongs to none.
  public let name: String
  /// First entries into each stage since the last meeting; the first are the new leads.
  public fileprivate(set) var entries: [Int]
  public fileprivate(set) var lost = 0
  /// Minor units since the last meeting.
  public fileprivate(set) var arrived: Int64 = 0
  /// Receptions since the last meeting, and their guests.
  public fileprivate(set) var parties = 0
  public fileprivate(set) var guests = 0
  public fileprivate(set) var yellow = 0
  public fileprivate(set) var red = 0
  public fileprivate(set) var overduePromises = 0
  /// Whether it takes part in the campaign.
  public fileprivate(set) var isEntrant = false
  /// The card that it has in the campaign.
  public fileprivate(set) var card: Card?

  /// Entries into stages after the first.
  public var moves: Int { entries.dropFirst().reduce(0, +) }
  /// A project went on, or money arrived.
  public var hasResults: Bool { moves > 0 || arrived > 0 }
  /// No result, no new lead, no reception.
  public var isIdle: Bool { !hasResults && entries.allSatisfy { $0 == 0 } && parties == 0 }
  /// Results are to be praised, unless there is a card.
  public var isToBePraised: Bool { !name.isEmpty && hasResults && card == nil }
  /// Who has a card is to be asked why; and who has no result, but red leads or promises overdue;
  /// and who takes part in the campaign and did nothing.
  public var isToBeAsked: Bool {
    guard !name.isEmpty else { return false }
    return card != nil || (!hasResults && (red > 0 || overduePromises > 0)) || (isEntrant && isIdle)
  }
}

/// Adds up the work of departments after one day, up to another.
public struct WorkTally {
  private let since: Day
  private let today: Day
  private let stages: Int
  private var byName: [String: DepartmentWork] = [:]

  /// `since` is the day of the last meeting: what happened on it was told then.
  public init(since: Day, upTo today: Day, stages: Int) {
    self.since = since
    self.today = today
    self.stages = stages
  }

  /// Takes in one more lead.
  public mutating func add(_ fact: WorkFact) {
    let (since, today) = (since, today)
    func isNew(_ day: Day?) -> Bool { day.map { $0 > since && $0 <= today } ?? false }
    change(fact.department) { work in
      for (place, day) in fact.entered.enumerated() where isNew(day) {
        work.entries[place] += 1
      }
      if fact.outcome == .lost, isNew(fact.closed) { work.lost += 1 }
      let (sum, overflows) = work.arrived.addingReportingOverflow(fact.arrived)
      work.arrived = overflows ? .max : sum
      if fact.level == .yellow { work.yellow += 1 }
      if fact.level == .red { work.red += 1 }
      work.overduePromises += fact.overduePromises
    }
  }

  /// Takes in the receptions of one department in the period.
  public mutating func add(_ reception: Reception) {
    change(reception.department?.name ?? "") { work in
      work.parties += Int(reception.parties)
      work.guests += Int(reception.guests)
    }
  }

  /// Takes in where a department stands in the campaign.
  public mutating func add(_ standing: Standing) {
    change(standing.department.name) { work in
      work.isEntrant = true
      work.card = standing.card
    }
  }

  private mutating func change(_ name: String, _ body: (inout DepartmentWork) -> Void) {
    let empty = DepartmentWork(name: name, entries: Array(repeating: 0, count: stages))
    body(&byName[name, default: empty])
  }

  /// By name, what belongs to no department last.
  public var departments: [DepartmentWork] {
    SortKey.ordered(byName.keys).compactMap { byName[$0] }
  }
}

extension Collection<DepartmentWork> {
  /// Those to be praised, the best first.
  public var praised: [DepartmentWork] {
    filter(\.isToBePraised).sorted {
      ($1.moves, $1.arrived, $0.name) < ($0.moves, $0.arrived, $1.name)
    }
  }

  /// Those to be asked, the worst card first, then with the most that waits.
  public var asked: [DepartmentWork] {
    filter(\.isToBeAsked).sorted {
      ($1.severity, $1.red + $1.overduePromises, $0.name)
        < ($0.severity, $0.red + $0.overduePromises, $1.name)
    }
  }
}

extension DepartmentWork {
  fileprivate var severity: Int { card.flatMap { Card.allCases.firstIndex(of: $0) } ?? -1 }
}
