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

  /// Draws one course of a lead, and tells the place of each stage that it enters for the first
  /// time, in order.
  mutating func follow(_ fact: ForecastFact, _ entering: (Int) -> Void) {
    var place = fact.stage
    var stood = fact.inStage
    var left = days
    while place < courses.count,
      let exit = courses[place].exit(after: stood, within: left, &numbers), exit.advances
    {
      place += 1
      if fact.entered[place] == nil { entering(place) }
      stood = 0
      left -= exit.days
    }
  }
}
