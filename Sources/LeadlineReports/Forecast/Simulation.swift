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

  /// A stage that a lead enters for the first time, so many days from now.
  struct Entry: Hashable {
    let place: Int
    let days: Int
  }

  /// Draws one course of a lead: adds the stages that it enters for the first time to `entries`,
  /// and says whether it is still open at the end.
  mutating func follow(_ fact: ForecastFact, _ entries: inout [Entry]) -> Bool {
    var place = fact.stage
    var stood = fact.inStage
    var passed = 0
    while place < courses.count,
      let exit = courses[place].exit(after: stood, within: days - passed, &numbers)
    {
      guard exit.advances else { return false }
      place += 1
      passed += exit.days
      if fact.entered[place] == nil { entries.append(Entry(place: place, days: passed)) }
      stood = 0
    }
    return true
  }
}
