public import LeadlineModel

/// What an address book brings into the city's network.
public struct NetworkGain: Hashable, Sendable {
  /// Contacts that were not known here.
  public let newPeople: Int
  /// Contacts that were, the same records and such that look alike; and how many of them each
  /// member of staff besides the owner knows, those who know most first.
  public let knownPeople: Int
  public let through: [Knower]
  /// Where both new people and people known here were, those with the most new people first.
  public let shared: [SharedPlace]
  /// The new people most worth a call; nil where they were too many to be compared.
  public let prospects: [UntappedContact]?

  public struct Knower: Hashable, Sendable {
    public let staff: NamedRef
    public let count: Int
  }

  /// A school, an employer or a unit.
  public struct SharedPlace: Hashable, Sendable {
    public let organisation: NamedRef
    public let kind: Affiliation.Kind
    public let newPeople: Int
    public let knownPeople: Int
    /// What the years over which new people and those known were there, each from the first to the
    /// last that is known, have in common.
    public let years: ClosedRange<Int>?
  }
}
