internal import Foundation
public import LeadlineModel

/// Where a CRM reads the time.
public struct Clock: Sendable {
  /// The moment, for the journal.
  public let now: @Sendable () -> Instant
  /// The calendar day where the user is.
  public let today: @Sendable () -> Day
  /// The moment at which a day begins where the user is.
  public let start: @Sendable (Day) -> Instant

  /// Days begin at midnight UTC unless `start` says otherwise.
  public init(
    now: @escaping @Sendable () -> Instant, today: @escaping @Sendable () -> Day,
    start: @escaping @Sendable (Day) -> Instant = {
      Instant(microseconds: Int64($0.number) * 86_400_000_000)
    }
  ) {
    self.now = now
    self.today = today
    self.start = start
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
    },
    start: { day in
      var midnight = tm()
      let (year, month, dayOfMonth) = day.parts
      midnight.tm_year = Int32(year - 1900)
      midnight.tm_mon = Int32(month - 1)
      midnight.tm_mday = Int32(dayOfMonth)
      midnight.tm_isdst = -1
      return Instant(microseconds: Int64(mktime(&midnight)) * 1_000_000)
    })

  /// A clock that stands at the start of a day.
  public static func fixed(_ day: Day) -> Clock {
    Clock(
      now: { Instant(microseconds: Int64(day.number) * 86_400_000_000) }, today: { day })
  }
}
