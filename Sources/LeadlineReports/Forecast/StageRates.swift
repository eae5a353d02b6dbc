public import LeadlineModel

/// How leads leave a stage: the chance on each day there to go on, and to be lost or shelved.
///
/// Occurrence/exposure rates of competing risks, constant within bands of days at the stage (a
/// piecewise exponential model; leads that are still there count with the days they have been).
/// A band's rate is drawn towards the stage's own as if five moves at that rate had been seen
/// besides. A stage that fewer than 30 leads have left takes the pipeline's probabilities instead.
public struct StageRates: Hashable, Sendable {
  /// Where the rates come from.
  public enum Basis: Hashable, Sendable {
    /// So many leads went on, so many were lost or shelved.
    case log(advanced: Int, left: Int)
    /// The pipeline's probabilities; so many leads had left.
    case pipeline(seen: Int)
  }

  public let basis: Basis
  /// The chance on one day, by band.
  private let advance: [Double]
  private let leave: [Double]

  /// The last day of each band but the last, which has none.
  static let bandEnds = [7, 14, 30, 60, 90, 180, 365]
  /// Fewer leads than these do not tell a rate.
  static let leastSeen = 30
  /// The weight of the stage's own rate in each band, in moves.
  private static let weight = 5.0

  /// The band of a day at the stage, from 1.
  static func band(_ day: Int) -> Int { bandEnds.count { $0 < day } }

  public func chance(onDay day: Int) -> (advance: Double, leave: Double) {
    let band = Self.band(day)
    return (advance[band], leave[band])
  }

  fileprivate init(_ seen: Seen, at place: Int, of pipeline: Pipeline) {
    let left = seen.left.reduce(0, +)
    let advanced = seen.advanced.reduce(0, +)
    if advanced + left >= Self.leastSeen {
      basis = .log(advanced: advanced, left: left)
      advance = Self.rates(seen.advanced, seen.exposure)
      leave = Self.rates(seen.left, seen.exposure)
    } else {
      basis = .pipeline(seen: advanced + left)
      let daily = Self.assumed(at: place, of: pipeline)
      advance = Array(repeating: daily.advance, count: Self.bandEnds.count + 1)
      leave = Array(repeating: daily.leave, count: Self.bandEnds.count + 1)
    }
  }

  private static func rates(_ events: [Int], _ exposure: [Int]) -> [Double] {
    let all = events.reduce(0, +)
    guard all > 0 else { return events.map { _ in 0 } }
    let own = Double(all) / Double(exposure.reduce(0, +))
    return zip(events, exposure).map { events, days in
      (Double(events) + weight) / (Double(days) + weight / own)
    }
  }

  /// Half of the leads leave within the days at which a lead at the stage turns yellow (90 where
  /// the stage has no such limit); of those that leave, as many go on as the probabilities of
  /// this stage and the next imply.
  private static func assumed(
    at place: Int, of pipeline: Pipeline
  ) -> (advance: Double, leave: Double) {
    let stage = pipeline.stages[place]
    let next = pipeline.stages[place + 1]
    let naturalLogarithmOf2 = 0.693_147_180_559_945_3
    let daily = min(1, naturalLogarithmOf2 / Double(stage.stageLimits?.yellow ?? 90))
    let share = min(1, Double(stage.probability) / Double(max(1, next.probability)))
    return (daily * share, daily * (1 - share))
  }

  /// What was seen at one stage, by band of days.
  fileprivate struct Seen {
    var advanced = Array(repeating: 0, count: StageRates.bandEnds.count + 1)
    var left = Array(repeating: 0, count: StageRates.bandEnds.count + 1)
    /// Days that leads stood at the stage.
    var exposure = Array(repeating: 0, count: StageRates.bandEnds.count + 1)

    mutating func add(_ stay: Stay) {
      var start = 0
      for (band, end) in (StageRates.bandEnds + [Int.max]).enumerated() where start < stay.days {
        exposure[band] += min(end, stay.days) - start
        start = end
      }
      switch stay.end {
      case .advanced: advanced[StageRates.band(stay.days)] += 1
      case .left: left[StageRates.band(stay.days)] += 1
      case .none: break
      }
    }
  }
}

/// Learns how leads leave each stage before the final one, from one lead after another.
public struct RateLearning {
  private let pipeline: Pipeline
  private let day: Day
  private var seen: [StageRates.Seen]

  /// What happened after `day` is not known.
  public init(_ pipeline: Pipeline, upTo day: Day) {
    self.pipeline = pipeline
    self.day = day
    seen = Array(repeating: StageRates.Seen(), count: pipeline.stages.count - 1)
  }

  public mutating func add(_ fact: ForecastFact) {
    for place in seen.indices {
      if let stay = fact.stay(at: place, upTo: day) { seen[place].add(stay) }
    }
  }

  /// The rates of each stage but the final one.
  public var rates: [StageRates] {
    seen.enumerated().map { StageRates($1, at: $0, of: pipeline) }
  }
}
