/// A moment at which something was recorded: microseconds since 1970-01-01T00:00:00Z.
///
/// No rule reads it; it says when a fact became known.
public struct Instant: Hashable, Comparable, Sendable {
  public let microseconds: Int64

  public init(microseconds: Int64) {
    self.microseconds = microseconds
  }

  /// `2026-11-23T18:41:39.000123Z`.
  public var iso: String {
    let perDay: Int64 = 86_400_000_000
    let days = microseconds.floorDivided(by: perDay)
    let rest = microseconds - days * perDay
    let seconds = rest / 1_000_000
    func padded(_ value: Int64, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let time = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded($0, 2) }
    return """
      \(Day(number: Int(days)).iso)T\(time.joined(separator: ":")).\
      \(padded(rest % 1_000_000, 6))Z
      """
  }

  public static func < (left: Instant, right: Instant) -> Bool {
    left.microseconds < right.microseconds
  }
}

extension Int64 {
  fileprivate func floorDivided(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
