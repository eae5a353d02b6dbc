internal import LeadlineModel

/// Draws what becomes of leads, one after another.
struct Simulation {
  private let courses: [StageCourse]
  private let days: Int
  private var numbers: SeededNumbers

  /// For `days` days from today on.
  init(_ rates: [StageRates], days: Int, seed: UInt64) {
    courses = rates.map { StageCourse($0, horizon: days) }
    self.days = days
    numbers = SeededNumbers(seed: seed)
  }

  /// What of a lead its course depends on.
  struct Follower {
    let stage: Int
    let inStage: Int
    /// A bit for each stage that was entered before; those after the 64th count as not entered.
    private let entered: UInt64

    init(_ fact: ForecastFact) {
      stage = fact.stage
      inStage = fact.inStage
      entered = fact.entered.prefix(64).enumerated().reduce(0) { bits, entry in
        entry.element == nil ? bits : bits | 1 << UInt64(entry.offset)
      }
    }

    func hasEntered(_ place: Int) -> Bool { place < 64 && entered >> UInt64(place) & 1 == 1 }
  }

  /// A stage that a lead enters for the first time, so many days from now.
  struct Entry: Hashable {
    let place: Int
    let days: Int
  }

  /// Draws one course of a lead: adds the stages that it enters for the first time to `entries`,
  /// and says whether it is still open at the end.
  mutating func follow(_ lead: Follower, _ entries: inout [Entry]) -> Bool {
    var place = lead.stage
    var stood = lead.inStage
    var passed = 0
    while place < courses.count,
      let exit = courses[place].exit(after: stood, within: days - passed, &numbers)
    {
      guard exit.advances else { return false }
      place += 1
      passed += exit.days
      if !lead.hasEntered(place) { entries.append(Entry(place: place, days: passed)) }
      stood = 0
    }
    return true
  }
}
