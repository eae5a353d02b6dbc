/// How a lead is shared between departments: parts that add to exactly 1.
public struct Shares: Hashable, Sendable {
  public let parts: [Part]

  public struct Part: Hashable, Sendable {
    /// As it was named.
    public let department: String
    public let share: Fraction

    public init(department: String, share: Fraction) {
      self.department = department
      self.share = share
    }
  }

  /// Reads `商务局:60,发改局:40` and so on, as one text or several: in percent, or as parts of 1
  /// where they add to 1.
  public init(_ items: [String]) throws(SharesError) {
    var read: [Part] = []
    for item in items.flatMap({ $0.split { ",，、;；".contains($0) } }) {
      guard let colon = item.lastIndex(where: { $0 == ":" || $0 == "：" }),
        let share = Fraction(item[item.index(after: colon)...].filter { !$0.isWhitespace }),
        Self.bounds.contains(share.denominator), share > .zero
      else { throw .notAShare(String(item)) }
      let words = item[..<colon].split(whereSeparator: \.isWhitespace)
      let department = words.joined(separator: " ")
      if read.contains(where: { Fold.text($0.department) == Fold.text(department) }) {
        throw .twice(department)
      }
      read.append(Part(department: department, share: share))
    }
    let sum = Self.sum(read)
    let hundred = Fraction(100)
    guard sum == .one || sum == hundred else {
      throw .badSum(sum.flatMap { $0.decimal(places: 4) ?? $0.ratio } ?? "?")
    }
    parts = read.map { part in
      Part(
        department: part.department,
        share: sum == hundred ? (try? part.share / hundred) ?? part.share : part.share)
    }
  }

  /// Denominators that keep sums of many shares exact.
  private static let bounds: ClosedRange<Int128> = 1...1_000_000

  private static func sum(_ parts: [Part]) -> Fraction? {
    try? parts.reduce(Fraction.zero) { try $0 + $1.share }
  }
}

extension Fraction {
  /// `3/5`.
  var ratio: String { "\(numerator)/\(denominator)" }

  /// As a share is shown and kept: `60%`, or `1/3` where percent cannot say it.
  public var share: String {
    if let percent = try? self * Fraction(100), let text = percent.decimal(places: 4) {
      return text + "%"
    }
    return ratio
  }
}

/// Why shares cannot be taken.
public enum SharesError: Error, Hashable, Sendable {
  case notAShare(String)
  case twice(String)
  case badSum(String)

  public var words: Words {
    let example = "set L42 shares=商务局:60,发改局:40"
    switch self {
    case .notAShare(let text):
      let shown = Printable.escaping(text)
      return Words(
        "'\(shown)' is no share: a department, a colon and its part\n  \(example)",
        "'\(shown)'不是份额：须为部门、冒号和份额\n  \(example)",
        "'\(shown)'不是份額：須為部門、冒號和份額\n  \(example)")
    case .twice(let department):
      let shown = Printable.escaping(department)
      return Words(
        "'\(shown)' has two shares: give it one", "'\(shown)'有两个份额，请只写一个",
        "'\(shown)'有兩個份額，請只寫一個")
    case .badSum(let sum):
      return Words(
        "shares must add to 100 (percent) or to 1, not to \(sum)\n  \(example)",
        "份额之和须为 100（%）或 1，现为 \(sum)\n  \(example)",
        "份額之和須為 100（%）或 1，現為 \(sum)\n  \(example)")
    }
  }
}
