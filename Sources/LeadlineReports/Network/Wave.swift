internal import LeadlineModel

/// Whom the wave reached, distance by distance.
struct Wave {
  typealias Place = (strength: Double, before: Int64?)

  private var layers: [[Int64: Place]]
  private var best: [Int64: Double]
  private var improved: Set<Int64> = []

  init(from sources: [Int64]) {
    layers = [Dictionary(sources.map { ($0, (1, nil)) }, uniquingKeysWith: { $1 })]
    best = layers[0].mapValues(\.strength)
  }

  var outermost: [Int64: Place] { layers[layers.count - 1] }
  var isAtStart: Bool { layers.count == 1 }
  /// Whether the outermost are those next to the start.
  var isFirst: Bool { layers.count == 2 }

  mutating func goOn() { layers.append([:]) }

  /// Notes that somebody is tied to `person`; what was reached as strongly in fewer steps leads
  /// nowhere better.
  mutating func reach(_ other: Int64, through person: Int64, _ strength: Double) {
    if let known = best[other] {
      if known > strength { return }
      let before = layers[layers.count - 1][other]?.before
      if known == strength, before.map({ $0 <= person }) ?? true { return }
    }
    best[other] = strength
    layers[layers.count - 1][other] = (strength, person)
    improved.insert(other)
  }

  /// Those to whom a stronger way was found since this was asked last, with its strength.
  mutating func takeImproved() -> [Int64: Double] {
    defer { improved = [] }
    return improved.reduce(into: [:]) { $0[$1] = best[$1] }
  }

  /// The strongest way to a person.
  func chain(to person: Int64) -> Chain {
    let strength = best[person] ?? 0
    var layer = layers.firstIndex { $0[person]?.strength == strength } ?? 0
    var persons = [person]
    while layer > 0, let before = layers[layer][persons[0]]?.before {
      persons.insert(before, at: 0)
      layer -= 1
    }
    return Chain(persons: persons, strength: strength)
  }
}
