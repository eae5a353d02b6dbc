public import LeadlineModel

/// Why a lead is stalled, with what was done last and what is planned.
public struct StallReason: Hashable, Sendable {
  public let stall: Stall
  public let lastTouch: LastTouch?
  public let next: Next?
  /// The day asked for.
  public let day: Day

  public init(stall: Stall, lastTouch: LastTouch?, next: Next?, day: Day) {
    self.stall = stall
    self.lastTouch = lastTouch
    self.next = next
    self.day = day
  }

  public struct LastTouch: Hashable, Sendable {
    public let day: Day
    /// The kind of activity or move, or `receipt`.
    public let kind: String
    public let who: String?

    public init(day: Day, kind: String, who: String?) {
      self.day = day
      self.kind = kind
      self.who = who
    }
  }

  public struct Next: Hashable, Sendable {
    public let due: Day
    public let what: String

    public init(due: Day, what: String) {
      self.due = due
      self.what = what
    }
  }
}
