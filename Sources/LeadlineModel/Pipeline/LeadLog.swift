/// Everything about one lead that carries a business day, as far as it is asked for.
public struct LeadLog: Hashable, Sendable {
  /// In the order in which they happened.
  public var moves: [Move] = []
  /// In the order in which they were recorded.
  public var figures: [DatedFact] = []
  public var receipts: [Receipt] = []
  public var touches: [Touch] = []
  /// Those that are open.
  public var followUps: [OpenFollowUp] = []

  public init() {}

  /// A value that holds from a day on; the one of the latest day, recorded last, is in force.
  public struct DatedFact: Hashable, Sendable {
    public enum Name: String, Hashable, Sendable, CaseIterable {
      case expected, agreed, total, department, owner
    }

    public let name: Name
    public let day: Day
    /// Minor units, or the key of the department or member of staff; nil takes it away.
    public let value: Int64?

    public init(name: Name, day: Day, value: Int64?) {
      self.name = name
      self.day = day
      self.value = value
    }
  }

  /// Money that arrived on a day, in minor units of the lead's currency.
  public struct Receipt: Hashable, Sendable {
    public let day: Day
    public let minorUnits: Int64

    public init(day: Day, minorUnits: Int64) {
      self.day = day
      self.minorUnits = minorUnits
    }
  }

  /// An activity with the other side that names the lead.
  public struct Touch: Hashable, Sendable {
    public let day: Day
    /// The kind of activity, or `receipt`, or the kind of move.
    public let kind: String
    /// The key of the member of staff who took part first.
    public let staff: Int64?

    public init(day: Day, kind: String, staff: Int64?) {
      self.day = day
      self.kind = kind
      self.staff = staff
    }
  }

  public struct OpenFollowUp: Hashable, Sendable {
    public let number: Int64
    public let due: Day
    public let what: String

    public init(number: Int64, due: Day, what: String) {
      self.number = number
      self.due = due
      self.what = what
    }
  }
}
