/// The stages that a lead goes through, in order, as data.
///
/// One pipeline per database. Rules speak of positions and of the final stage, never of a name.
public struct Pipeline: Hashable, Codable, Sendable {
  /// At least two, with different ids, in the order of progress; the last is final.
  public let stages: [Stage]
  /// The first stage from which receipts are taken.
  public let receiptsFrom: String

  /// Nil where there are fewer than two stages, ids repeat, or `receiptsFrom` is none of them.
  public init?(stages: [Stage], receiptsFrom: String) {
    guard stages.count >= 2, Set(stages.map(\.id)).count == stages.count,
      stages.contains(where: { $0.id == receiptsFrom })
    else { return nil }
    self.stages = stages
    self.receiptsFrom = receiptsFrom
  }

  public var first: Stage { stages[0] }
  public var final: Stage { stages[stages.count - 1] }

  public func stage(_ id: String) -> Stage? {
    stages.first { $0.id == id }
  }

  /// The place of the stage, from 0; nil for a stage that this pipeline lacks.
  public func position(of id: String) -> Int? {
    stages.firstIndex { $0.id == id }
  }

  /// The stages after `from` up to and including `to`, in order; empty unless `to` lies later.
  public func stages(after from: String?, through to: String) -> ArraySlice<Stage> {
    let start = from.flatMap(position(of:)).map { $0 + 1 } ?? 0
    guard let end = position(of: to), start <= end else { return [] }
    return stages[start...end]
  }

  /// What a lead at `stage` must have: the facts of that stage and of every stage before it.
  public func requirements(upTo stage: String) -> [Requirement] {
    guard let end = position(of: stage) else { return [] }
    var seen: [Requirement] = []
    for requirement in stages[0...end].flatMap(\.requirements) where !seen.contains(requirement) {
      seen.append(requirement)
    }
    return seen
  }
}

/// One stage of a pipeline.
public struct Stage: Hashable, Codable, Sendable {
  /// The word stored and typed: lower-case, without blanks.
  public let id: String
  public let words: Words
  /// What a lead must have to enter, besides what the stages before ask for.
  public let requirements: [Requirement]
  /// Days since the last touch at which a lead is stalled; nil where it never is.
  public let idleLimits: Limits?
  /// Days in the stage at which a lead is stalled; nil where it never is.
  public let stageLimits: Limits?
  /// The chance in percent that a lead at this stage is funded, before the log can tell.
  public let probability: Int

  public init(
    id: String, words: Words, requirements: [Requirement], idleLimits: Limits?,
    stageLimits: Limits?, probability: Int
  ) {
    self.id = id
    self.words = words
    self.requirements = requirements
    self.idleLimits = idleLimits
    self.stageLimits = stageLimits
    self.probability = probability
  }
}

/// The days at which a lead turns yellow and red. A limit is reached at its number.
public struct Limits: Hashable, Codable, Sendable {
  public let yellow: Int
  public let red: Int

  /// Nil unless 0 < yellow ≤ red.
  public init?(yellow: Int, red: Int) {
    guard yellow > 0, yellow <= red else { return nil }
    self.yellow = yellow
    self.red = red
  }

  /// The level reached after `days`; nil below yellow.
  public func level(after days: Int) -> Level? {
    days >= red ? .red : days >= yellow ? .yellow : nil
  }
}

/// How badly a lead is stalled.
public enum Level: String, Comparable, Sendable {
  case yellow, red

  public static func < (left: Level, right: Level) -> Bool {
    left == .yellow && right == .red
  }
}

/// A fact that a stage asks for.
public enum Requirement: String, Hashable, Codable, Sendable, CaseIterable {
  case title, source, owner, org, contact, department, expected, agreed, total, sector, site
  case receipt
}
