public import LeadlineModel

/// A way to a person: who introduces to whom, and why each would.
public struct Introduction: Hashable, Sendable {
  /// From one of ours to the person wanted.
  public let persons: [NamedRef]
  /// The tie of each person to the next.
  public let ties: [Tie]
  /// The product of the strengths of the ties, between 0 and 1.
  public let strength: Double

  /// The place of the tie that is the weakest.
  public var weakest: Int? {
    ties.indices.min { ties[$0].strength < ties[$1].strength }
  }
}
