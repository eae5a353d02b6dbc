internal import LeadlineModel
internal import LeadlineQuery
internal import LeadlineStore

/// The contacts that an import came across, and what they bring into the network.
struct PeopleMet {
  /// New contacts have numbers in a row.
  private var made: ClosedRange<Int64>?
  private var known: Set<Int64> = []
  /// Those made although they look like somebody known.
  private var lookalikes: Set<Int64> = []

  private static let mostPlaces = 400
  private static let placesShown = 5
  private static let prospectsShown = 5
  /// Among more new people the most promising are not looked for.
  private static let mostCompared = 10_000
  /// Through whom people are known is counted of so many.
  private static let mostKnown = 20_000

  mutating func make(_ ref: Ref) {
    guard ref.kind == .contact else { return }
    let key = Database.key(of: ref)
    made = min(made?.lowerBound ?? key, key)...max(made?.upperBound ?? key, key)
  }

  mutating func meet(_ ref: Ref) {
    let key = Database.key(of: ref)
    if ref.kind == .contact, made?.contains(key) != true { known.insert(key) }
  }

  mutating func meet(_ ref: Ref, as made: Ref) {
    meet(ref)
    lookalikes.insert(Database.key(of: made))
  }

  /// What they bring to the city whose member of staff `owner` knows them; nil for nobody.
  func gain(_ crm: CRM, owner: Int64) throws -> NetworkGain? {
    guard made != nil || !known.isEmpty else { return nil }
    let some = known.sorted().prefix(Self.mostKnown)
    let counts = try crm.database.knowers(of: Array(some), besides: owner)
    let through = try counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
      NetworkGain.Knower(staff: try crm.named(Database.person($0.key)), count: $0.value)
    }
    return NetworkGain(
      newPeople: (made?.count ?? 0) - lookalikes.count, knownPeople: known.count, through: through,
      shared: try made.map { try shared($0, crm) } ?? [],
      prospects: try made.map { try prospects($0, crm, owner: owner) } ?? [])
  }

  private func shared(
    _ made: ClosedRange<Int64>, _ crm: CRM
  ) throws -> [NetworkGain.SharedPlace] {
    let year = crm.today.parts.year
    let new = try crm.database.gatherings(of: made, in: year, limit: Self.mostPlaces)
    let places = Array(Set(new.map(\.organisation))).sorted()
    let others = try crm.database.gatherings(at: places, besides: made, in: year)
    let pairs = new.compactMap { own in
      others.first { $0.organisation == own.organisation && $0.kind == own.kind }.map { (own, $0) }
    }
    return try pairs.prefix(Self.placesShown).map { own, other in
      NetworkGain.SharedPlace(
        organisation: try crm.named(Ref(.organisation, own.organisation)), kind: own.kind,
        newPeople: own.persons, knownPeople: other.persons,
        years: own.years.flatMap { years in
          other.years.flatMap { years.overlaps($0) ? years.clamped(to: $0) : nil }
        })
    }
  }

  private func prospects(
    _ made: ClosedRange<Int64>, _ crm: CRM, owner: Int64
  ) throws -> [UntappedContact]? {
    guard made.count <= Self.mostCompared else { return nil }
    return try crm.untapped(from: [owner], hops: 1, count: Self.prospectsShown) {
      made.contains($0) && !lookalikes.contains($0)
    }.contacts
  }
}
