/// What connects two persons.
public enum TieReason: Hashable, Sendable {
  /// Both were at a place.
  case shared(Affiliation.Kind, NamedRef, group: String?, SharedYears)
  /// Somebody said so: the kind of the tie, and how strong it is, from 1 to 5.
  case declared(kind: String, strength: Int?)
  /// They had to do with each other, on this day the last time.
  case dealings(Day)

  fileprivate var isShared: Bool {
    if case .shared = self { true } else { false }
  }
}

/// A tie of one person to another.
public struct Tie: Hashable, Sendable {
  /// Between 0 and 1.
  public let strength: Double
  /// The reason that makes it so strong first.
  public let reasons: [TieReason]

  public init(strength: Double, reasons: [TieReason]) {
    self.strength = strength
    self.reasons = reasons
  }

  /// What tells a tie in a word: the first reason; of mere acquaintances also the place they share.
  public var tellingReasons: [TieReason] {
    switch reasons.first {
    case .dealings?, .declared("met", _)?:
      Array(reasons.prefix(1)) + reasons.filter(\.isShared).prefix(1)
    default: Array(reasons.prefix(1))
    }
  }
}
