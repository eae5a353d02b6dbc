/// Somebody was asked for an introduction.
public struct Ask: Hashable, Sendable {
  public let day: Day
  public let asked: NamedRef
  /// The member of staff who asked; nil where they were removed since.
  public let asker: NamedRef?
  /// The contact, the organisation or the lead that was wanted; nil where none was named.
  public let wanted: NamedRef?
  /// One of `Choices.askResults`, as of the day asked for.
  public let result: String
  /// The day of the result; nil while the ask is open.
  public let answered: Day?
  public let note: String?

  public init(
    day: Day, asked: NamedRef, asker: NamedRef?, wanted: NamedRef?, result: String,
    answered: Day?, note: String?
  ) {
    self.day = day
    self.asked = asked
    self.asker = asker
    self.wanted = wanted
    self.result = result
    self.answered = answered
    self.note = note
  }
}

/// How often a person was asked for introductions.
public struct AskCount: Hashable, Sendable {
  public let times: Int
  /// Of them those within `AskScale.days`.
  public let recently: Int
  public let last: Day

  public init(times: Int, recently: Int, last: Day) {
    self.times = times
    self.recently = recently
    self.last = last
  }
}

/// From when on a person was asked often enough. The numbers are judgements, as data.
public struct AskScale: Hashable, Sendable, Codable {
  /// So many times within so many days are often.
  public var recent: Int
  public var days: Int
  /// So many times are often, whenever they were.
  public var ever: Int

  public init(recent: Int, days: Int, ever: Int) {
    self.recent = recent
    self.days = days
    self.ever = ever
  }

  public static let standard = AskScale(recent: 3, days: 365, ever: 5)

  /// Whether a person was asked so often that they should be left in peace.
  public func isOften(_ count: AskCount) -> Bool {
    count.recently >= recent || count.times >= ever
  }
}
