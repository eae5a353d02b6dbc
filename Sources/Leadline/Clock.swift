internal import Foundation
public import LeadlineModel

/// Where a CRM reads the time.
public struct Clock: Sendable {
  /// The moment, for the journal.
  public let now: @Sendable () -> Instant
  /// The calendar day where the user is.
  public let today: @Sendable () -> Day

  public init(
    now: @escaping @Sendable () -> Instant, today: @escaping @Sendable () -> Day
  ) {
    self.now = now
    self.today = today
  }

  /// The system's clock and time zone.
  public static let system = Clock(
    now: { Instant(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000)) },
    today: {
      var seconds = time(nil)
      var parts = tm()
      localtime_r(&seconds, &parts)
      return Day(
        year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
        ?? Day(number: Int(seconds) / 86_400)
    })

  /// A clock that stands at the start of a day.
  public static func fixed(_ day: Day) -> Clock {
    Clock(
      now: { Instant(microseconds: Int64(day.number) * 86_400_000_000) }, today: { day })
  }
}
