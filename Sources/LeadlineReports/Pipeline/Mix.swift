public import LeadlineModel

/// What the mix reads of each lead.
public struct MixFact: Hashable, Sendable {
  /// What the leads are grouped by; empty for none.
  public let group: String
  /// Minor units of the currency reported in; nil for none, or for another currency.
  public let amount: Int64?

  public init(group: String, amount: Int64?) {
    self.group = group
    self.amount = amount
  }
}

/// What the projects are made of: by size, by sector, and how many are big.
public struct Mix: Hashable, Sendable {
  /// A number of projects and the sum of their amounts, in minor units.
  public struct Part: Hashable, Sendable {
    public fileprivate(set) var count = 0
    public fileprivate(set) var amount: Int64 = 0

    public init() {}

    fileprivate mutating func add(_ fact: MixFact) {
      count += 1
      let (sum, overflows) = amount.addingReportingOverflow(fact.amount ?? 0)
      amount = overflows ? .max : sum
    }
  }

  /// The lower bounds of the size bands after the first, ascending, in minor units.
  public let bounds: [Int64]
  /// From which amount on a project is big, in minor units.
  public let bigFrom: Int64
  public private(set) var whole = Part()
  public private(set) var big = Part()
  /// Projects whose size is not known.
  public private(set) var unsized = Part()
  /// One more than there are bounds.
  public private(set) var bands: [Part]
  public private(set) var groups: [String: Part] = [:]

  public init(bounds: [Int64], bigFrom: Int64) {
    self.bounds = bounds.sorted()
    self.bigFrom = bigFrom
    bands = Array(repeating: Part(), count: bounds.count + 1)
  }

  /// The bands that people speak of: below 5 M, 10 M, 50 M, 100 M, and from 100 M on.
  public static func usualBounds(of currency: Currency) -> [Int64] {
    [5, 10, 50, 100].map { $0 * 1_000_000 * currency.minorUnitsPerMajor }
  }

  /// From which amount on a project is big, where nobody says so: 50 M.
  public static func usualBigFrom(_ currency: Currency) -> Int64 {
    50_000_000 * currency.minorUnitsPerMajor
  }

  /// Takes in one more project.
  public mutating func add(_ fact: MixFact) {
    whole.add(fact)
    groups[fact.group, default: Part()].add(fact)
    guard let amount = fact.amount else { return unsized.add(fact) }
    bands[bounds.count { $0 <= amount }].add(fact)
    if amount >= bigFrom { big.add(fact) }
  }

  /// The groups, those with most projects first; those without a value last.
  public var ranked: [(name: String, part: Part)] {
    groups.map { (name: $0.key, part: $0.value) }.sorted {
      if $0.name.isEmpty != $1.name.isEmpty { return $1.name.isEmpty }
      return ($1.part.count, $1.part.amount, $0.name) < ($0.part.count, $0.part.amount, $1.name)
    }
  }
}
