public import LeadlineModel

/// To whom something counts, on the day that counts.
public struct Credit: Hashable, Sendable {
  /// A department's part, or the whole for each where the lead is not shared.
  public struct Part: Hashable, Sendable {
    public let department: Int64
    public let share: Fraction

    public init(department: Int64, share: Fraction) {
      self.department = department
      self.share = share
    }
  }

  public let parts: [Part]
  /// The section, with its department; nil for none.
  public let section: Section?
  /// The member of staff whose work it is.
  public let staff: Int64?

  public struct Section: Hashable, Sendable {
    public let key: Int64
    public let department: Int64

    public init(key: Int64, department: Int64) {
      self.key = key
      self.department = department
    }
  }

  public init(parts: [Part], section: Section?, staff: Int64?) {
    self.parts = parts
    self.section = section
    self.staff = staff
  }
}

/// One thing that a campaign may count. The order in which they come changes nothing.
public enum ContestFact: Hashable, Sendable {
  case entry(Entry)
  case receipt(Receipt)
  case activities(Activities)

  /// A lead's first ever entry into a measured stage: the lead is open and at or past that stage
  /// on the day asked for.
  public struct Entry: Hashable, Sendable {
    public let lead: Int64
    public let stage: String
    /// Which of the lead's figures `onEve` and `figure` are.
    public let name: LeadLog.DatedFact.Name
    public let day: Day
    /// The figure on the eve of the campaign; asked for only where `day` lies before it.
    public let onEve: Int64?
    /// The figure on the day asked for, in minor units.
    public let figure: Int64?
    public let currency: Currency
    public let credit: Credit

    public init(
      lead: Int64, stage: String, name: LeadLog.DatedFact.Name, day: Day, onEve: Int64?,
      figure: Int64?, currency: Currency, credit: Credit
    ) {
      self.lead = lead
      self.stage = stage
      self.name = name
      self.day = day
      self.onEve = onEve
      self.figure = figure
      self.currency = currency
      self.credit = credit
    }
  }

  /// Money that arrived within the days, up to the day asked for.
  public struct Receipt: Hashable, Sendable {
    /// The key of the receipt.
    public let key: Int64
    public let lead: Int64
    public let day: Day
    public let amount: Money
    public let credit: Credit

    public init(key: Int64, lead: Int64, day: Day, amount: Money, credit: Credit) {
      self.key = key
      self.lead = lead
      self.day = day
      self.amount = amount
      self.credit = credit
    }
  }

  /// Activities of one kind within the days, up to the day asked for.
  public struct Activities: Hashable, Sendable {
    public let kind: String
    public let count: Int64
    public let guests: Int64
    public let credit: Credit

    public init(kind: String, count: Int64, guests: Int64, credit: Credit) {
      self.kind = kind
      self.count = count
      self.guests = guests
      self.credit = credit
    }
  }
}
