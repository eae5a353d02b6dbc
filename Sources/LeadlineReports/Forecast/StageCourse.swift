internal import LeadlineModel

/// How leads at one stage fare on each of the days to come.
struct StageCourse {
  private let rates: StageRates
  /// The part of the leads that are still there after so many days.
  private let remaining: [Double]
  /// From this day on the chances no longer change.
  private static let settled = 365

  /// For at most `horizon` days to come.
  init(_ rates: StageRates, horizon: Int) {
    self.rates = rates
    var remaining = [1.0]
    for day in 1...(Self.settled + max(1, horizon)) {
      let chance = rates.chance(onDay: day)
      remaining.append(remaining[day - 1] * (1 - min(1, chance.advance + chance.leave)))
    }
    self.remaining = remaining
  }

  /// Draws when a lead leaves that has been there for `stood` days: in how many days from now,
  /// and whether it goes on; nil where it stays beyond `days`.
  func exit(
    after stood: Int, within days: Int, _ numbers: inout SeededNumbers
  ) -> (days: Int, advances: Bool)? {
    let start = min(max(0, stood), Self.settled)
    let threshold = (1 - numbers.fraction()) * remaining[start]
    let last = start + days
    guard days > 0, remaining[last] < threshold else { return nil }
    var lower = start + 1
    var upper = last
    while lower < upper {
      let middle = (lower + upper) / 2
      if remaining[middle] < threshold { upper = middle } else { lower = middle + 1 }
    }
    let chance = rates.chance(onDay: lower)
    let advances = numbers.fraction() * (chance.advance + chance.leave) < chance.advance
    return (lower - start, advances)
  }

  /// The chance that a lead that has been there for `stood` days goes on within `days`.
  func chanceToAdvance(after stood: Int, within days: Int) -> Double {
    let start = min(max(0, stood), Self.settled)
    guard days > 0, remaining[start] > 0 else { return 0 }
    let chances = (start + 1...start + days).map { day in
      let chance = rates.chance(onDay: day)
      // Where both chances together pass 1, the way out is shared in proportion.
      let whole = max(1, chance.advance + chance.leave)
      return remaining[day - 1] * chance.advance / whole
    }
    return chances.reduce(0, +) / remaining[start]
  }
}

extension StageRates {
  /// The chance that a lead that has been at the stage for `stood` days goes on within `days`.
  public func chanceToAdvance(after stood: Int, within days: Int) -> Double {
    StageCourse(self, horizon: days).chanceToAdvance(after: stood, within: days)
  }
}
