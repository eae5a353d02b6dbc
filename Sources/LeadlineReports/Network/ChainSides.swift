/// The persons that were reached from one end in so many hops.
struct Side {
  /// How strongly each was reached.
  private(set) var strengths: [Int64: Double] = [:]
  /// Through whom each was reached; ends with one of the end's own.
  private var before: [Int64: [Int64]] = [:]
  /// Those who were reached, the most strongly first.
  private(set) var persons: [Int64] = []

  /// One hop from any of `ends`.
  init(_ ends: [Int64], _ network: any TieNetwork) throws {
    let noBound = { (_: Int64) in 0.0 }
    try network.ties(of: ends, above: noBound) { end, person, strength in
      note(person, strength, [end])
    }
    order()
  }

  private init() {}

  /// One hop on from some of the persons, as far as it is worth more than `bound`.
  func onward(
    _ standing: [Int64], above bound: Double, _ network: any TieNetwork
  ) throws -> Side {
    var next = Side()
    let needed = { (person: Int64) in bound / self.strength(of: person) }
    try network.ties(of: standing, above: needed) { person, other, strength in
      let reached = self.strength(of: person) * strength
      // What was reached as strongly in fewer hops leads nowhere better.
      guard reached > bound, self.strength(of: other) < reached else { return }
      next.note(other, reached, [person] + (before[person] ?? []))
    }
    next.order()
    return next
  }

  func strength(of person: Int64?) -> Double { person.flatMap { strengths[$0] } ?? 0 }

  /// How somebody was reached, from the end on; as strong as nothing where nobody reached them.
  func way(to person: Int64) -> Chain {
    Chain(
      persons: (before[person] ?? []).reversed() + [person], strength: strength(of: person))
  }

  /// Of two ways that are equally strong, the one through the lower number comes first.
  private mutating func note(_ person: Int64, _ strength: Double, _ way: [Int64]) {
    if let known = strengths[person] {
      if known > strength { return }
      if known == strength, let old = before[person], !way.lexicographicallyPrecedes(old) { return }
    }
    strengths[person] = strength
    before[person] = way
  }

  private mutating func order() {
    persons = strengths.keys.sorted { (strength(of: $1), $0) < (strength(of: $0), $1) }
  }
}

/// Persons of a side, by what a chain that goes on from them may be worth at most.
struct Prospects {
  /// Those who are worth the most first.
  let persons: [Int64]
  private let worths: [Int64: Double]

  init(_ side: Side, _ persons: [Int64], _ found: Best) throws {
    let reach = try found.network.reach(of: persons, besides: found.ends)
    let worths = persons.reduce(into: [:]) {
      $0[$1] = side.strength(of: $1) * (reach[$1] ?? 0)
    }
    self.worths = worths
    self.persons = persons.sorted { (worths[$1] ?? 0, $0) < (worths[$0] ?? 0, $1) }
  }

  /// The most that any is worth.
  var most: Double { worth(of: persons.first) }

  func worth(of person: Int64?) -> Double { person.flatMap { worths[$0] } ?? 0 }

  func persons(worthMoreThan bound: Double) -> [Int64] {
    Array(persons.prefix { worth(of: $0) > bound })
  }
}

/// The best chains found so far.
struct Best {
  private(set) var chains: [Chain] = []
  private let count: Int
  let ends: Set<Int64>
  let network: any TieNetwork
  /// Whether chains come with the end first.
  var isTurned = false

  init(count: Int, ends: Set<Int64>, network: any TieNetwork) {
    self.count = count
    self.ends = ends
    self.network = network
  }

  /// No chain that is not stronger than this is wanted.
  var least: Double { chains.count < count ? 0 : chains.last?.strength ?? .infinity }

  /// Whether a chain may lead through this person.
  func mayLead(through person: Int64) throws -> Bool {
    try !ends.contains(person) && !network.isBarred(person)
  }

  /// Adds the chain of a way and the rest from the other end, that meet or are joined by a tie.
  mutating func add(_ way: Chain, _ rest: Chain? = nil, joinedBy tie: Double? = nil) throws {
    var persons = way.persons
    persons += (rest?.persons.reversed() ?? []).dropFirst(tie == nil ? 1 : 0)
    let chain = Chain(
      persons: isTurned ? persons.reversed() : persons,
      strength: way.strength * (tie ?? 1) * (rest?.strength ?? 1))
    guard chain.strength > least, Set(persons).count == persons.count,
      try chain.persons.dropFirst().dropLast().allSatisfy(mayLead)
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
