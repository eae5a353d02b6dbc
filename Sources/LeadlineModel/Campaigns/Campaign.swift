/// A contest of given days: a league of departments in tiers, and what each tier must reach.
public struct Campaign: Hashable, Sendable {
  /// By which it is chosen; unique in the database.
  public let name: String
  /// First to last day, both of them inside.
  public let days: ClosedRange<Day>
  /// Of all its amounts: the database's own.
  public let currency: Currency
  /// In the order in which they are shown; every id once.
  public let measures: [Measure]
  public let tiers: [Tier]
  public let cards: CardRule
  /// Whether a shared lead counts in full for each of its departments.
  public let countsInFull: Bool

  public init(
    name: String, days: ClosedRange<Day>, currency: Currency, measures: [Measure], tiers: [Tier],
    cards: CardRule, countsInFull: Bool = false
  ) {
    self.name = name
    self.days = days
    self.currency = currency
    self.measures = measures
    self.tiers = tiers
    self.cards = cards
    self.countsInFull = countsInFull
  }

  /// How many days it has.
  public var length: Int { days.upperBound - days.lowerBound + 1 }

  /// The day that counts when the campaign is asked for as of `day`: the last at most.
  public func counted(_ day: Day) -> Day { min(day, days.upperBound) }

  /// Days from the first to `day` inclusive, of all; none before, all after.
  public func elapsed(on day: Day) -> Fraction {
    let passed = min(max(day - days.lowerBound + 1, 0), length)
    return Fraction(Int128(passed), over: Int128(length)) ?? .one
  }

  /// What is counted for a department: entries into a stage, money that arrived, or activities.
  public struct Measure: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
      /// First entries into a stage; sizes and sums are of this figure.
      case stage(String, figure: LeadLog.DatedFact.Name)
      case receipts
      /// Activities of these kinds.
      case activities([String])
      /// Guests at activities of these kinds.
      case guests([String])
    }

    /// The word by which files name it: lower-case, without blanks.
    public let id: String
    public let words: Words
    /// More than 0; what it counts for in the overall progress.
    public let weight: Fraction
    public let kind: Kind

    public init(id: String, words: Words, weight: Fraction, kind: Kind) {
      self.id = id
      self.words = words
      self.weight = weight
      self.kind = kind
    }

    /// Whether its totals are money.
    public var isMoney: Bool {
      switch kind {
      case .stage, .receipts: true
      case .activities, .guests: false
      }
    }
  }

  /// Departments with the same targets.
  public struct Tier: Hashable, Sendable {
    public let id: String
    public let words: Words
    /// Names, in the order of the file; a department is in one tier only.
    public let departments: [String]
    /// By the id of the measure; those of a measure without an entry are not set.
    public let targets: [String: Target]

    public init(id: String, words: Words, departments: [String], targets: [String: Target]) {
      self.id = id
      self.words = words
      self.departments = departments
      self.targets = targets
    }
  }

  /// Any of several goals; at least one.
  public struct Target: Hashable, Sendable {
    public let goals: [Goal]

    public init(_ goals: [Goal]) { self.goals = goals }
  }

  /// So many projects of at least a size, or a total over projects of at least a size.
  public struct Goal: Hashable, Sendable {
    public enum Kind: Hashable, Sendable { case count, total }

    public let kind: Kind
    /// A number, or minor units for a total of money; more than 0.
    public let wanted: Int64
    /// Minor units; 0 where any size counts.
    public let atLeast: Int64

    public init(_ kind: Kind, wanted: Int64, atLeast: Int64 = 0) {
      self.kind = kind
      self.wanted = wanted
      self.atLeast = atLeast
    }
  }

  /// When a bad pace earns a card.
  public struct CardRule: Hashable, Sendable {
    /// A pace below this is yellow; the number itself is not.
    public let yellowBelow: Fraction
    /// The day from which cards are given; warnings before.
    public let from: Day

    public init(yellowBelow: Fraction, from: Day) {
      self.yellowBelow = yellowBelow
      self.from = from
    }
  }
}

/// What a bad pace earns.
public enum Card: String, Hashable, Sendable, CaseIterable {
  /// A pace that would be a card, before the day from which cards are given.
  case warning
  case yellow
  /// Nothing done in any measure that is set.
  case red
}
