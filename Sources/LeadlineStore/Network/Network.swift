public import LeadlineModel
internal import LeadlineReports

/// The ties between persons: found when they are asked for, never stored.
///
/// A `Network` keeps what it has read, and so answers as of the moment when it began.
public final class Network {
  let engine: Connection
  let scale: TieScale
  let today: Day
  /// The year of `today`.
  let year: Int
  private(set) var stays: [Int64: [Stay]] = [:]
  private(set) var declared: [Int64: [Int64: Declared]] = [:]
  /// The day of the last dealing of staff with a contact, by the one and the other.
  private(set) var dealings: [Int64: [Int64: Day]] = [:]
  var circles: [Circle: Members?] = [:]
  var sizes: [Circle: Int] = [:]
  private var barred: [Int64: Bool] = [:]

  /// How one person was said to know another.
  struct Declared {
    let kind: String
    let strength: Int?
  }

  public init(_ database: Database, scale: TieScale = .standard, today: Day) {
    engine = database.engine
    self.scale = scale
    self.today = today
    year = today.parts.year
  }

  /// The ties of a person, by the other person.
  public func ties(of person: Int64) throws -> [Int64: Tie] {
    var found: [Int64: [(worth: Double, reason: Reason)]] = [:]
    let noBound = { (_: Int64) in 0.0 }
    try reasons(of: [person], above: noBound) { _, other, worth, reason in
      found[other, default: []].append((worth, reason))
    }
    return try found.reduce(into: [:]) { $0[$1.key] = try tie(person, $1.key, $1.value) }
  }

  /// The tie of two persons; nil where there is none.
  public func tie(between person: Int64, _ other: Int64) throws -> Tie? {
    var found: [(worth: Double, reason: Reason)] = []
    let noBound = { (_: Int64, _: Int64) in 0.0 }
    try reasons(between: [person], and: [other], above: noBound) { _, _, worth, reason in
      found.append((worth, reason))
    }
    return found.isEmpty ? nil : try tie(person, other, found)
  }

  /// The strengths of the ties of each of these persons, by the other person.
  public func strengths(of persons: [Int64]) throws -> [Int64: [Int64: Double]] {
    var strengths = Dictionary(uniqueKeysWithValues: persons.map { ($0, [Int64: Double]()) })
    let noBound = { (_: Int64) in 0.0 }
    try ties(of: persons, above: noBound) { person, other, strength in
      let known = strengths[person]?[other] ?? 0
      strengths[person]?[other] = max(known, strength)
    }
    return strengths
  }

  public func isBarred(_ person: Int64) throws -> Bool {
    if let known = barred[person] { return known }
    var isBarred = true
    try engine.rows("SELECT askable FROM person WHERE id = \(.integer(person))") { cells in
      isBarred = cells.integer(0) == 0
      return false
    }
    barred[person] = isBarred
    return isBarred
  }

  /// Reads where persons were, of those of whom it is not known yet.
  func loadStays(of persons: [Int64]) throws {
    let new = persons.filter { stays[$0] == nil }
    if new.isEmpty { return }
    for person in new { stays[person] = [] }
    try readStays(of: new) { stays[$0, default: []].append($1) }
    for person in new { stays[person]?.sort { $0.place.organisation < $1.place.organisation } }
  }

  /// Reads the declared ties of persons of whom they are not known yet; of a pair the strongest.
  func loadDeclared(of persons: [Int64]) throws {
    let new = persons.filter { declared[$0] == nil }
    if new.isEmpty { return }
    for person in new { declared[person] = [:] }
    try readDeclared(of: new) { person, other, tie in
      let known = declared[person]?[other]
      if known.map({ worth($0) < worth(tie) }) ?? true { declared[person]?[other] = tie }
    }
  }

  /// Reads whom persons dealt with, of those of whom it is not known yet.
  func loadDealings(of persons: [Int64]) throws {
    let new = persons.filter { dealings[$0] == nil }
    if new.isEmpty { return }
    for person in new { dealings[person] = [:] }
    try readDealings(of: new) { dealings[$0]?[$1] = $2 }
  }

  func worth(_ tie: Declared) -> Double {
    scale.strength(declared: tie.strength, kind: tie.kind)
  }
}
