/// Persons and the strengths of their ties, between 0 and 1, as a search for ways asks for them.
///
/// Both directions of a tie are equally strong. A tie may be told more than once: its strength is
/// the greatest that is told.
public protocol TieNetwork {
  /// Tells the ties of persons, at least those stronger than the person's bound.
  func ties(
    of persons: [Int64], above bound: (Int64) -> Double,
    _ body: (_ person: Int64, _ other: Int64, _ strength: Double) throws -> Void) throws

  /// Tells the ties that join two groups of persons, at least those stronger than the pair's bound.
  func ties(
    between near: [Int64], and far: [Int64], above bound: (Int64, Int64) -> Double,
    _ body: (_ person: Int64, _ other: Int64, _ strength: Double) throws -> Void) throws

  /// For each person a strength that none of their ties exceeds, besides those to `ends`.
  func reach(of persons: [Int64], besides ends: Set<Int64>) throws -> [Int64: Double]

  /// Whether this person is not to be asked for an introduction.
  func isBarred(_ person: Int64) throws -> Bool
}
