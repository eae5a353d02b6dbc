/// The persons that were reached from one end in so many hops.
final class Side {
  /// How strongly each was reached, and through whom of the side before.
  private var reached: [Int64: (strength: Double, via: Int64)] = [:]
  /// The side one hop nearer to the end; nil where this is the end.
  private let before: Side?
  /// Those who were reached, the most strongly first.
  private(set) var persons: [Reached] = []
  /// Whether the end is that to which chains lead.
  let isTarget: Bool

  /// The end itself.
  init(at ends: [Int64], isTarget: Bool = false) {
    before = nil
    self.isTarget = isTarget
    for end in ends { note(end, 1, via: end) }
    order()
  }

  private init(after before: Side) {
    self.before = before
    isTarget = before.isTarget
  }

  /// One hop on from some of the persons, as far as it is worth more than `bound`.
  func onward(
    _ standing: [Reached], above bound: Double, _ network: any TieNetwork
  ) throws -> Side {
    let next = Side(after: self)
    try network.ties(of: standing, above: bound) { next.note($1, $0, $2, above: bound) }
    next.order()
    return next
  }

  /// One hop on over the listed ties of all through whom a chain may lead, as far as it is worth
  /// more than `bound`; a way through somebody else would hide a weaker one that is allowed.
  func onwardByList(
    above bound: Double, _ network: any TieNetwork, _ found: Best
  ) throws -> Side {
    var ties: [Reached: [(other: Int64, strength: Double)]] = [:]
    try network.listedTies(of: persons, above: bound) { ties[$0, default: []].append(($1, $2)) }
    let next = Side(after: self)
    for person in try found.allowed(ties.keys) {
      for tie in ties[person] ?? [] { next.note(tie.other, person, tie.strength, above: bound) }
    }
    next.order()
    return next
  }

  /// The one with fewer persons first.
  static func ordered(_ one: Side, _ other: Side) -> (few: Side, many: Side) {
    one.persons.count < other.persons.count ? (one, other) : (other, one)
  }

  var isEnd: Bool { before == nil }

  /// How strongly was reached who was reached the most strongly.
  var most: Double { persons.first?.strength ?? 0 }

  func strength(of person: Int64) -> Double { reached[person]?.strength ?? 0 }

  /// How somebody was reached, in the order of the chain; as strong as nothing where nobody reached
  /// them.
  func way(to person: Int64) -> Chain {
    guard let (strength, via) = reached[person] else { return Chain(persons: [], strength: 0) }
    let rest = before?.way(to: via).persons ?? []
    return Chain(persons: isTarget ? [person] + rest : rest + [person], strength: strength)
  }

  /// Notes that a tie leads on from somebody of the side before.
  private func note(_ other: Int64, _ person: Reached, _ tie: Double, above bound: Double) {
    let reached = person.strength * tie
    // What was reached as strongly in fewer hops leads nowhere better.
    guard reached > bound, before?.strength(of: other) ?? 0 < reached else { return }
    note(other, reached, via: person.person)
  }

  /// Of two ways that are equally strong, the one through the lower number comes first.
  private func note(_ person: Int64, _ strength: Double, via: Int64) {
    if let known = reached[person], (strength, known.via) <= (known.strength, via) { return }
    reached[person] = (strength, via)
  }

  private func order() {
    persons = reached.map { Reached($0.key, $0.value.strength) }
      .sorted { ($1.strength, $0.person) < ($0.strength, $1.person) }
  }
}

/// Persons of a side, by what a chain that goes on from them may be worth at most.
struct Prospects {
  let side: Side
  /// Those who are worth the most first.
  private let persons: [(reached: Reached, worth: Double)]
  /// So many were taken.
  private var taken = 0

  /// All of an end; of whom none is known what their ties are worth.
  init(_ end: Side) {
    side = end
    persons = end.persons.map { ($0, 1) }
  }

  init(_ side: Side, _ persons: ArraySlice<Reached>, _ network: any TieNetwork) throws {
    self.side = side
    let reach = try network.reach(of: persons.map(\.person))
    self.persons = persons.map { ($0, $0.strength * (reach[$0.person] ?? 0)) }
      .sorted { ($1.worth, $0.reached.person) < ($0.worth, $1.reached.person) }
  }

  /// The most that any is worth who was not taken yet.
  var most: Double { worth(ofPlace: taken) }
  /// To what part of that it falls when the next are taken.
  var fall: Double { worth(ofPlace: taken + Self.few) / most }
  private static let few = 16

  /// Takes the next few, and gives those of them who are worth more than `bound`.
  mutating func takeNext(worthMoreThan bound: Double) -> [Reached] {
    let next = persons[taken..<min(taken + Self.few, persons.count)]
    taken += next.count
    return next.prefix { $0.worth > bound }.map(\.reached)
  }

  private func worth(ofPlace place: Int) -> Double {
    place < persons.count ? persons[place].worth : 0
  }

  /// Those who were not taken yet.
  func persons(worthMoreThan bound: Double) -> [Reached] {
    persons[taken...].prefix { $0.worth > bound }.map(\.reached)
  }
}

/// The best chains found so far.
final class Best {
  private(set) var chains: [Chain] = []
  private let count: Int
  private let ends: Set<Int64>
  private let network: any TieNetwork

  init(count: Int, ends: Set<Int64>, network: any TieNetwork) {
    self.count = count
    self.ends = ends
    self.network = network
  }

  /// No chain that is not stronger than this is wanted.
  var least: Double { chains.count < count ? 0 : chains.last?.strength ?? .infinity }

  /// Those through whom a chain may lead.
  func allowed(_ persons: some Collection<Reached>) throws -> [Reached] {
    let inner = persons.filter { !ends.contains($0.person) }
    let barred = try network.barred(among: inner.map(\.person))
    return inner.filter { !barred.contains($0.person) }
  }

  /// Adds the chain of the ways from both ends to two persons whom a tie joins; without a tie they
  /// are one and the same.
  func add(
    _ side: Side, _ person: Int64, _ other: Side, _ partner: Int64, joinedBy tie: Double? = nil
  ) throws {
    let (near, far) = (side.way(to: person), other.way(to: partner))
    let (start, end) = side.isTarget ? (far, near) : (near, far)
    try add(
      Chain(
        persons: start.persons + end.persons.dropFirst(tie == nil ? 1 : 0),
        strength: start.strength * (tie ?? 1) * end.strength))
  }

  func add(_ chain: Chain) throws {
    let persons = chain.persons
    let inner = persons.dropFirst().dropLast()
    guard chain.strength > least, Set(persons).count == persons.count,
      !inner.contains(where: ends.contains), try network.barred(among: Array(inner)).isEmpty
    else { return }
    // A tie may be told more than once.
    if let known = chains.firstIndex(where: { $0.persons == chain.persons }) {
      if chains[known].strength >= chain.strength { return }
      chains.remove(at: known)
    }
    let place = chains.firstIndex { chain.precedes($0) } ?? chains.count
    chains.insert(chain, at: place)
    if chains.count > count { chains.removeLast() }
  }
}

extension Chain {
  /// Of chains that are equally strong, the shorter comes first, then the lower numbers.
  fileprivate func precedes(_ other: Chain) -> Bool {
    if strength != other.strength { return strength > other.strength }
    if persons.count != other.persons.count { return persons.count < other.persons.count }
    return persons.lexicographicallyPrecedes(other.persons)
  }
}

extension Array {
  /// The elements in order, in parts each of which is twice as large as the one before.
  func growing(from size: Int) -> [ArraySlice<Element>] {
    var parts: [ArraySlice<Element>] = []
    var (start, size) = (0, size)
    while start < count {
      parts.append(self[start..<Swift.min(start + size, count)])
      (start, size) = (start + size, size * 2)
    }
    return parts
  }
}
