public import LeadlineModel

/// What the forecast reads of each lead: where it stands, and how it came there.
public struct ForecastFact: Hashable, Sendable {
  /// Whom it counts for; empty for nobody.
  public let group: String
  /// The place of the lead's stage in the pipeline.
  public let stage: Int
  public let outcome: Outcome
  /// The day of the first entry into each stage, in the order of the pipeline.
  public let entered: [Day?]
  /// The day it was lost or shelved.
  public let closed: Day?
  /// Whole days in the present stage.
  public let inStage: Int
  /// Minor units of the currency reported in, the best known; nil for none or another currency.
  public let amount: Int64?

  public init(
    group: String, stage: Int, outcome: Outcome, entered: [Day?], closed: Day?, inStage: Int,
    amount: Int64?
  ) {
    self.group = group
    self.stage = stage
    self.outcome = outcome
    self.entered = entered
    self.closed = closed
    self.inStage = inStage
    self.amount = amount
  }

  /// How long the lead stayed at a stage up to `day` and how it left; nil where it never was
  /// there, came back from it, or went through it within a day.
  ///
  /// First entries count, so days lost in between are days at the stage.
  func stay(at place: Int, upTo day: Day) -> Stay? {
    guard entered.indices.contains(place), let start = entered[place], start <= day else {
      return nil
    }
    if place + 1 < entered.count, let end = entered[place + 1], end <= day {
      return end > start ? Stay(days: end - start, end: .advanced) : nil
    }
    guard stage == place else { return nil }
    if outcome != .open, let closed, closed <= day {
      return Stay(days: max(1, closed - start), end: .left)
    }
    return day > start ? Stay(days: day - start, end: .none) : nil
  }
}

/// The time of one lead at one stage.
struct Stay: Hashable {
  enum End { case advanced, left, none }

  /// At least one.
  let days: Int
  let end: End
}
