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
  private(set) var declared: [Int64: Acquaintances] = [:]
  /// What staff declared among themselves.
  private(set) var declaredAmongStaff: [Int64: Acquaintances] = [:]
  /// The day of the last dealing of staff with a contact, by the one and the other.
  private(set) var dealings: [Int64: [Int64: Day]] = [:]
  var circles: [Circle: Members?] = [:]
  var sizes: [Circle: Int] = [:]
  private var askable: [Int64: Bool] = [:]

  public init(_ database: Database, scale: TieScale = .standard, today: Day) {
    engine = database.engine
    self.scale = scale
    self.today = today
    year = today.parts.year
  }

  /// The ties of a person, by the other person.
  public func ties(of person: Int64) throws -> [Int64: Tie] {
    var found: [Int64: [(worth: Double, reason: Reason)]] = [:]
    try reasons(of: [Reached(person, 1)], above: 0) { _, other, worth, reason in
      found[other, default: []].append((worth, reason))
    }
    return try found.reduce(into: [:]) { $0[$1.key] = try tie(person, $1.key, $1.value) }
  }

  /// The tie of two persons; nil where there is none.
  public func tie(between person: Int64, _ other: Int64) throws -> Tie? {
    var found: [(worth: Double, reason: Reason)] = []
    let (one, other) = (Reached(person, 1), Reached(other, 1))
    let noLeast = { 0.0 }
    try reasons(between: [one], and: [other], above: noLeast) { _, _, worth, reason in
      found.append((worth, reason))
    }
    return found.isEmpty ? nil : try tie(person, other.person, found)
  }

  /// The strengths of the ties of each of these persons, by the other person.
  public func strengths(of persons: [Int64]) throws -> [Int64: [Int64: Double]] {
    var strengths = Dictionary(uniqueKeysWithValues: persons.map { ($0, [Int64: Double]()) })
    try ties(of: persons.map { Reached($0, 1) }, above: 0) { person, other, strength in
      let known = strengths[person.person]?[other] ?? 0
      strengths[person.person]?[other] = max(known, strength)
    }
    return strengths
  }

  public func barred(among persons: [Int64]) throws -> Set<Int64> {
    let new = persons.filter { askable[$0] == nil }
    for person in new { askable[person] = false }
    try readAskable(among: new) { askable[$0] = true }
    return Set(persons.filter { askable[$0] == false })
  }

  /// Reads where persons were, of those of whom it is not known yet.
  func loadStays(of persons: [Int64]) throws {
    let new = persons.filter { stays[$0] == nil }
    if new.isEmpty { return }
    for person in new { stays[person] = [] }
    try readStays(of: new) { stays[$0, default: []].append($1) }
    for person in new { stays[person] = stays[person]?.inOrder }
  }

  /// Where persons were, of these organisations at least.
  func stays(of persons: [Int64], at organisations: Set<Int64>) throws -> [Int64: [Stay]] {
    var found: [Int64: [Stay]] = [:]
    for person in persons { found[person] = stays[person] }
    try readStays(of: persons.filter { stays[$0] == nil }, at: organisations) {
      found[$0, default: []].append($1)
    }
    return found.mapValues(\.inOrder)
  }

  /// Reads the declared ties of persons of whom they are not known yet.
  func loadDeclared(of persons: [Int64]) throws {
    let new = persons.filter { declared[$0] == nil }
    declared.merge(try readDeclared(of: new)) { $1 }
  }

  /// Reads what staff declared of each other, of those of whom it is not known yet.
  func loadDeclaredAmongStaff(of staff: [Int64]) throws {
    let new = staff.filter { declaredAmongStaff[$0] == nil }
    declaredAmongStaff.merge(try readDeclared(of: new, withStaffOnly: true)) { $1 }
  }

  /// What was declared of two persons, of one of whom it was read.
  func declared(_ person: Int64, _ other: Int64) -> Acquaintances.Tie? {
    if let known = declared[person] { return known[other] }
    if let known = declared[other] { return known[person] }
    return declaredAmongStaff[person]?[other] ?? declaredAmongStaff[other]?[person]
  }

  /// Reads whom persons dealt with, of those of whom it is not known yet.
  func loadDealings(of persons: [Int64]) throws {
    let new = persons.filter { dealings[$0] == nil }
    if new.isEmpty { return }
    for person in new { dealings[person] = [:] }
    try readDealings(of: new) { dealings[$0]?[$1] = $2 }
  }
}
