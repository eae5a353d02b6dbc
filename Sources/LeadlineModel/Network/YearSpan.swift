/// Years as people write them: `1995-1999`, `1995`, `2004-`, `-1999`, `1995年至今`.
public struct YearSpan: Hashable, Sendable {
  /// The first and the last year; nil where it is not known, or it is not over.
  public let from: Int?
  public let to: Int?

  public init(from: Int?, to: Int?) {
    self.from = from
    self.to = to
  }

  /// Nil for a text that is no span of years of four digits each.
  public init?(_ text: String) {
    let ends = text.split(
      omittingEmptySubsequences: false, whereSeparator: { "-–—~～至到".contains($0) })
    let years = ends.map { $0.filter { $0 != "年" } }
    let numbers = years.map { $0.isEmpty || $0 == "今" ? nil : Self.year($0) }
    guard zip(years, numbers).allSatisfy({ $0.isEmpty || $0 == "今" || $1 != nil }) else {
      return nil
    }
    switch numbers.count {
    case 1 where numbers[0] != nil: self.init(from: numbers[0], to: numbers[0])
    case 2 where numbers[0] != nil || numbers[1] != nil:
      if let from = numbers[0], let to = numbers[1], from > to { return nil }
      self.init(from: numbers[0], to: numbers[1])
    default: return nil
    }
  }

  /// `1995–1999`, `1995`; empty where neither year is known.
  public var text: String {
    if from == to, let from { return "\(from)" }
    return from == nil && to == nil
      ? "" : "\(from.map { "\($0)" } ?? "")–\(to.map { "\($0)" } ?? "")"
  }

  private static func year(_ digits: some StringProtocol) -> Int? {
    digits.utf8.count == 4 && digits.utf8.allSatisfy { (48...57).contains($0) } ? Int(digits) : nil
  }
}
