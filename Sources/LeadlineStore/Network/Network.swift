public import LeadlineModel

/// The ties between persons: found when they are asked for, never stored.
///
/// A `Network` keeps what it has read, and so answers as of the moment when it began.
public final class Network {
  let engine: Connection
  let scale: TieScale
  let today: Day
  /// A place of so many people is read whole.
  var wholePlace = 400
  var places: [Place: Members] = [:]
  private var known: [Int64: [Int64: Found]] = [:]
  private var barred: [Int64: Bool] = [:]

  /// What was found of a tie.
  struct Found {
    var strength: Double
    var reasons: [(worth: Double, reason: Reason)]

    /// Places go by their keys until somebody asks for the words.
    enum Reason: Hashable {
      case shared(Affiliation.Kind, Int64, group: String?, SharedYears)
      case declared(kind: String, strength: Int?)
      case dealings(Day)
    }
  }

  public init(_ database: Database, scale: TieScale = .standard, today: Day) {
    engine = database.engine
    self.scale = scale
    self.today = today
  }

  /// The strengths of the ties of each of these persons, by the other person.
  public func strengths(of persons: [Int64]) throws -> [Int64: [Int64: Double]] {
    try load(persons)
    return persons.reduce(into: [:]) { $0[$1] = known[$1]?.mapValues(\.strength) ?? [:] }
  }

  /// The ties of a person, by the other person.
  public func ties(of person: Int64) throws -> [Int64: Tie] {
    try load([person])
    return try (known[person] ?? [:]).mapValues(tie)
  }

  /// The tie of two persons; nil where there is none.
  public func tie(between person: Int64, _ other: Int64) throws -> Tie? {
    try load([person])
    return try known[person]?[other].map(tie)
  }

  /// Whether this person is not to be asked for an introduction.
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

  private func tie(_ found: Found) throws -> Tie {
    let ordered = found.reasons.sorted { $0.worth > $1.worth }
    return Tie(strength: found.strength, reasons: try ordered.map { try reason($0.reason) })
  }

  private func reason(_ reason: Found.Reason) throws -> TieReason {
    switch reason {
    case .declared(let kind, let strength): return .declared(kind: kind, strength: strength)
    case .dealings(let day): return .dealings(day)
    case .shared(let kind, let organisation, let group, let years):
      var name = ""
      try engine.rows("SELECT name FROM organisation WHERE id = \(.integer(organisation))") {
        name = $0.text(0) ?? ""
        return false
      }
      return .shared(
        kind, NamedRef(Ref(.organisation, organisation), name: name), group: group, years)
    }
  }

  /// Finds the ties of those persons of whom none are known yet.
  private func load(_ persons: [Int64]) throws {
    let new = persons.filter { known[$0] == nil }
    if new.isEmpty { return }
    let stays = try stays(of: new)
    let declared = try declaredTies(of: new)
    let dealings = try dealings(of: new)
    for person in new {
      var reasons: [Int64: [(worth: Double, reason: Found.Reason)]] = [:]
      for stay in stays[person] ?? [] {
        for (other, worth, reason) in try companions(of: person, stay) {
          reasons[other, default: []].append((worth, reason))
        }
      }
      known[person] = combine(
        person, shared: reasons, declared[person] ?? [:], dealings[person] ?? [:])
    }
  }

  /// The strongest shared place counts, unless a tie is declared; dealings of staff with a contact
  /// make it warmer, and are a tie by themselves.
  private func combine(
    _ person: Int64, shared: [Int64: [(worth: Double, reason: Found.Reason)]],
    _ declared: [Int64: (kind: String, strength: Int?)], _ dealings: [Int64: Day]
  ) -> [Int64: Found] {
    var found: [Int64: Found] = [:]
    let others = Set(shared.keys).union(declared.keys).union(dealings.keys)
    for other in others where other != person {
      var reasons = shared[other] ?? []
      var strength = reasons.map(\.worth).max() ?? 0
      let last = dealings[other]
      if let last {
        let worth = scale.strength(declared: nil, kind: "met")
        reasons.append((worth, .dealings(last)))
        strength = max(strength, worth)
      }
      if let tie = declared[other] {
        strength = scale.strength(declared: tie.strength, kind: tie.kind)
        reasons.append((1, .declared(kind: tie.kind, strength: tie.strength)))
      }
      if (person > Key.staffBase) != (other > Key.staffBase) {
        strength = scale.warmed(strength, days: last.map { today - $0 })
      }
      found[other] = Found(strength: strength, reasons: reasons)
    }
    return found
  }
}
