public import LeadlineModel
public import LeadlineQuery
internal import LeadlineReports
internal import LeadlineStore

/// A contact worth a call whom nobody approached.
public struct UntappedContact: Hashable, Sendable {
  public let contact: NamedRef
  public let facts: ProspectFacts
  /// The strongest way to them from one of ours.
  public let way: Introduction
  /// What they could bring, by `WorthScale`.
  public let worth: Double
}

extension CRM {
  /// The contacts most worth a call among those whom nobody approached, by `UntappedSearch`: those
  /// that the filter selects, reached from these members of staff. Also whether the whole of what
  /// can be reached was looked at.
  public func untapped(
    matching filter: Filter = .all, from staff: [Ref], count: Int = 20
  ) throws -> (contacts: [UntappedContact], isWhole: Bool) {
    try untapped(
      matching: filter, from: staff.map { Database.key(of: $0) }, hops: 3, count: count
    ) { _ in true }
  }

  /// The same of those contacts whose keys are wanted, by ways of so many ties.
  func untapped(
    matching filter: Filter = .all, from staff: [Int64], hops: Int, count: Int,
    _ isWanted: @escaping (Int64) -> Bool
  ) throws -> (contacts: [UntappedContact], isWhole: Bool) {
    let network = network()
    let reader = try ProspectReader(self, filter)
    var search = UntappedSearch(in: network) { try reader.facts(of: $0.filter(isWanted)) }
    search.scale = reader.scale
    search.mostHops = hops
    search.count = count
    let (found, isWhole) = try search.prospects(from: staff)
    let contacts = try found.map { prospect in
      UntappedContact(
        contact: try named(Database.person(prospect.person)), facts: prospect.facts,
        way: try introduction(prospect.chain, network), worth: prospect.worth)
    }
    return (contacts, isWhole)
  }

  func introduction(_ chain: Chain, _ network: Network) throws -> Introduction {
    Introduction(
      persons: try chain.persons.map { try named(Database.person($0)) },
      ties: try zip(chain.persons, chain.persons.dropFirst()).compactMap {
        try network.tie(between: $0, $1)
      },
      strength: chain.strength)
  }
}

/// Reads what is known of contacts who are untapped and pass a filter.
private final class ProspectReader {
  private typealias Place = (isCompany: Bool, hasLeads: Bool, sector: String?)

  private let crm: CRM
  private let filter: Filter
  private let sectors: Set<String>
  /// All that a filter selects, where it is few; they need not be looked up again and again.
  private var few: [Int64: ProspectFacts]?
  private static let few = 5_000
  private var places: [Ref: Place] = [:]

  init(_ crm: CRM, _ filter: Filter) throws {
    self.crm = crm
    self.filter = try crm.resolved(filter)
    sectors = try crm.database.provenSectors(upTo: crm.today)
    if filter == .all { return }
    let found = try facts(matching: self.filter, limit: Self.few + 1)
    if found.count <= Self.few { few = found }
  }

  /// Where no sector has brought money yet, none is worth more than another.
  var scale: WorthScale {
    var scale = WorthScale.standard
    if sectors.isEmpty { scale.provenSector = 1 }
    return scale
  }

  func facts(of persons: [Int64]) throws -> [Int64: ProspectFacts] {
    if let few {
      return persons.reduce(into: [:]) { $0[$1] = few[$1] }
    }
    let refs = persons.map(Database.person).filter { $0.kind == .contact }
    if refs.isEmpty { return [:] }
    let isOne = Filter.term(Term(Self.fields[0], .anyOf([.records(refs)])))
    return try facts(matching: .and([isOne, filter]))
  }

  private func facts(matching filter: Filter, limit: Int? = nil) throws -> [Int64: ProspectFacts] {
    let fields = Self.fields
    var rows: [(ref: Ref, values: FieldReader)] = []
    try crm.list(
      Selection(.contact, fields: fields, filter: filter, condition: .untapped, limit: limit)
    ) {
      rows.append(($0, FieldReader(fields, $1)))
      return true
    }
    try readPlaces(rows.compactMap { $0.values.record("org")?.ref })
    return rows.reduce(into: [:]) { facts, row in
      facts[Database.key(of: row.ref)] = self.facts(row.values)
    }
  }

  private func facts(_ values: FieldReader) -> ProspectFacts {
    let organisation = values.record("org")
    let place = organisation.flatMap { places[$0.ref] }
    return ProspectFacts(
      title: values.text("title"), organisation: organisation,
      isCompany: place?.isCompany ?? false, hasLeads: place?.hasLeads ?? false,
      sector: place?.sector)
  }

  private func readPlaces(_ refs: [Ref]) throws {
    let new = Array(Set(refs.filter { places[$0] == nil }))
    if new.isEmpty { return }
    let fields = Self.fields(["id", "kind", "sector", "leads"], of: Field.organisations)
    let among = Filter.term(Term(fields[0], .anyOf([.records(new)])))
    try crm.list(Selection(.organisation, fields: fields, filter: among)) { ref, values in
      let reader = FieldReader(fields, values)
      let sector = reader.text("sector").flatMap { sectors.contains(Fold.text($0)) ? $0 : nil }
      places[ref] = (
        reader.text("kind") == PlaceKind.company.rawValue,
        values.last.map { $0 != .number(0) } ?? false,
        sector
      )
      return true
    }
  }

  private static let fields = fields(["id", "title", "org"], of: Field.contacts)

  private static func fields(_ names: [String], of all: [Field]) -> [Field] {
    names.compactMap { name in all.first { $0.name == name } }
  }
}
