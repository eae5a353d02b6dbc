/// Whether work on a lead goes on. Apart from the stage, so that a lost lead remembers it.
public enum Outcome: String, Hashable, Sendable, CaseIterable {
  case open, lost, shelved
}

/// One recorded move of a lead between stages or outcomes.
public struct Move: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Into the pipeline.
    case enter
    /// One stage on.
    case advance
    /// More than one stage on; those between count as entered on the same day.
    case skip
    case back, lose, shelve, reopen

    /// Whether the move restarts the lead's clock.
    public var isTouch: Bool { self == .advance || self == .skip || self == .reopen }
  }

  public let kind: Kind
  /// The stage the lead was at; nil for the first move.
  public let from: String?
  /// The stage the lead is at from now on.
  public let to: String
  public let day: Day
  public let reason: String?

  public init(kind: Kind, from: String?, to: String, day: Day, reason: String? = nil) {
    self.kind = kind
    self.from = from
    self.to = to
    self.day = day
    self.reason = reason
  }

  /// The outcome after the move.
  public var outcome: Outcome {
    switch kind {
    case .lose: .lost
    case .shelve: .shelved
    default: .open
    }
  }
}
