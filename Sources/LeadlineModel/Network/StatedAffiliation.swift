/// A person's time at a place as it was stated.
public struct StatedAffiliation: Hashable, Sendable {
  public let organisation: NamedRef
  public let kind: Affiliation.Kind
  public let role: String?
  /// The class, the department or the unit within the place.
  public let group: String?
  /// The first and the last year; nil where they are not known, or it is not over.
  public let from: Int?
  public let to: Int?

  public init(
    organisation: NamedRef, kind: Affiliation.Kind, role: String?, group: String?, from: Int?,
    to: Int?
  ) {
    self.organisation = organisation
    self.kind = kind
    self.role = role
    self.group = group
    self.from = from
    self.to = to
  }
}

/// That one person knows another, as it was declared.
public struct StatedTie: Hashable, Sendable {
  public let knower: NamedRef
  public let known: NamedRef
  /// One of `Choices.tieKinds`.
  public let kind: String
  /// From 1 to 5; nil where it was not said.
  public let strength: Int?
  public let note: String?

  public init(knower: NamedRef, known: NamedRef, kind: String, strength: Int?, note: String?) {
    self.knower = knower
    self.known = known
    self.kind = kind
    self.strength = strength
    self.note = note
  }
}
