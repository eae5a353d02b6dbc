/// Why a lead is stalled: the limit that fired, the worse of two, idle days before stage days.
public struct Stall: Hashable, Sendable {
  public enum Rule: Hashable, Sendable { case idle, inStage }

  public let level: Level
  public let rule: Rule
  /// Days counted by the rule.
  public let days: Int
  /// The limit that was reached.
  public let limit: Int
}

extension Pipeline {
  /// Judges an open lead at `stage`; nil where it is not stalled or the stage is final.
  ///
  /// A limit is reached at its number: 30 means yellow on day 30.
  public func stall(stage: String, outcome: Outcome, idle: Int, inStage: Int) -> Stall? {
    guard outcome == .open, stage != final.id, let stage = self.stage(stage) else { return nil }
    let stalls = [
      Self.stall(.idle, stage.idleLimits, idle), Self.stall(.inStage, stage.stageLimits, inStage),
    ].compactMap(\.self)
    return stalls.reduce(nil) { worst, stall in
      guard let worst, worst.level >= stall.level else { return stall }
      return worst
    }
  }

  private static func stall(_ rule: Stall.Rule, _ limits: Limits?, _ days: Int) -> Stall? {
    guard let limits, let level = limits.level(after: days) else { return nil }
    let limit = level == .red ? limits.red : limits.yellow
    return Stall(level: level, rule: rule, days: days, limit: limit)
  }
}
