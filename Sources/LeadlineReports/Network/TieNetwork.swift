/// Persons and the strengths of their ties, between 0 and 1, as a search for ways asks for them.
///
/// Both directions of a tie are equally strong. A tie may be told more than once: its strength is
/// the greatest that is told.
public protocol TieNetwork {
  /// Tells the ties of persons, at least those over which a way is stronger than `least`.
  func ties(
    of persons: [Reached], above least: Double,
    _ body: (_ person: Reached, _ other: Int64, _ strength: Double) throws -> Void) throws

  /// Tells the ties that join persons who were reached from one end to those reached from the other,
  /// at least those over which a way is stronger than `least`, which may rise meanwhile.
  func ties(
    between near: [Reached], and far: [Reached], above least: () -> Double,
    _ body: (_ person: Reached, _ other: Reached, _ strength: Double) throws -> Void) throws

  /// Tells of the ties of persons those that are cheaply known one by one; which they are is for the
  /// network to say, as long as it says the same every time.
  func listedTies(
    of persons: [Reached], above least: Double,
    _ body: (_ person: Reached, _ other: Int64, _ strength: Double) throws -> Void) throws

  /// For each person a strength that none of their ties exceeds, besides those that are listed.
  func reach(of persons: [Int64]) throws -> [Int64: Double]

  /// Those of some persons who are not to be asked for an introduction.
  func barred(among persons: [Int64]) throws -> Set<Int64>
}

extension TieNetwork {
  /// Whether this person is not to be asked for an introduction.
  public func isBarred(_ person: Int64) throws -> Bool {
    try barred(among: [person]).contains(person)
  }
}

/// A person and how strong the way to them is, from one end.
public struct Reached: Hashable, Sendable {
  public let person: Int64
  public let strength: Double

  public init(_ person: Int64, _ strength: Double) {
    self.person = person
    self.strength = strength
  }
}
