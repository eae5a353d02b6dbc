/// A day of 2022, the year of the contest.
struct Day: Comparable, CustomStringConvertible {
  /// From 1 for the first of January.
  let number: Int

  private static let monthStarts = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]

  init(number: Int) { self.number = number }

  /// The day written as month × 100 + day.
  init(_ monthAndDay: Int) {
    number = Self.monthStarts[monthAndDay / 100 - 1] + monthAndDay % 100
  }

  static func < (left: Day, right: Day) -> Bool { left.number < right.number }
  static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }

  /// ISO 8601.
  var description: String {
    let month = Self.monthStarts.lastIndex { $0 < number } ?? 0
    return "2022-\(Self.padded(month + 1))-\(Self.padded(number - Self.monthStarts[month]))"
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
