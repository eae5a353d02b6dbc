/// An exact ratio in lowest terms: what decides progress, pace and shares.
public struct Fraction: Hashable, Sendable {
  public let numerator: Int128
  /// Always positive.
  public let denominator: Int128

  public static let zero = Fraction(0)
  public static let one = Fraction(1)

  public init(_ whole: some BinaryInteger) {
    numerator = Int128(whole)
    denominator = 1
  }

  /// Nil where `denominator` is 0.
  public init?(_ numerator: Int128, over denominator: Int128) {
    guard denominator != 0, denominator != .min, numerator != .min else { return nil }
    let divisor = Self.commonDivisor(numerator, denominator)
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.init(reduced: sign * numerator / divisor, over: sign * denominator / divisor)
  }

  private init(reduced numerator: Int128, over denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The greatest whole number that is not above.
  public var floor: Int128 {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// The least whole number that is not below.
  public var ceiling: Int128 { floor + (denominator == 1 ? 0 : 1) }

  fileprivate static func commonDivisor(_ left: Int128, _ right: Int128) -> Int128 {
    var (a, b) = (left.magnitude, right.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    return a == 0 ? 1 : Int128(a)
  }
}

/// Numbers so large that they cannot be kept exactly.
public struct FractionOverflow: Error, Hashable, Sendable {
  public init() {}

  public var words: Words {
    Words(
      "the amounts are too large to be added exactly", "金额过大，无法精确计算", "金額過大，無法精確計算")
  }
}

extension Fraction: Comparable {
  /// Compares whole parts first, then the reciprocals of what is left, so that nothing overflows.
  public static func < (left: Fraction, right: Fraction) -> Bool {
    var (a, b, c, d) = (left.numerator, left.denominator, right.numerator, right.denominator)
    while true {
      let (p, q) = (Fraction(reduced: a, over: b).floor, Fraction(reduced: c, over: d).floor)
      if p != q { return p < q }
      let (r, s) = (a - p * b, c - q * d)
      if r == 0 || s == 0 { return r == 0 && s != 0 }
      (a, b, c, d) = (d, s, b, r)
    }
  }
}

extension Fraction {
  public static func + (left: Fraction, right: Fraction) throws(FractionOverflow) -> Fraction {
    if left.denominator == 1, right.denominator == 1 {
      return Fraction(reduced: try sum(left.numerator, right.numerator), over: 1)
    }
    let scale = right.denominator / commonDivisor(left.denominator, right.denominator)
    let other = left.denominator / commonDivisor(left.denominator, right.denominator)
    let top = try sum(try product(left.numerator, scale), try product(right.numerator, other))
    return try ratio(top, try product(left.denominator, scale))
  }

  public static func - (left: Fraction, right: Fraction) throws(FractionOverflow) -> Fraction {
    try left + Fraction(reduced: try product(right.numerator, -1), over: right.denominator)
  }

  public static func * (left: Fraction, right: Fraction) throws(FractionOverflow) -> Fraction {
    let first = commonDivisor(left.numerator, right.denominator)
    let second = commonDivisor(right.numerator, left.denominator)
    return Fraction(
      reduced: try product(left.numerator / first, right.numerator / second),
      over: try product(left.denominator / second, right.denominator / first))
  }

  /// Nil where the divisor is 0.
  public static func / (left: Fraction, right: Fraction) throws(FractionOverflow) -> Fraction? {
    guard let inverse = Fraction(right.denominator, over: right.numerator) else { return nil }
    return try left * inverse
  }

  private static func sum(_ left: Int128, _ right: Int128) throws(FractionOverflow) -> Int128 {
    let (sum, overflows) = left.addingReportingOverflow(right)
    if overflows { throw FractionOverflow() }
    return sum
  }

  private static func product(_ left: Int128, _ right: Int128) throws(FractionOverflow) -> Int128 {
    let (product, overflows) = left.multipliedReportingOverflow(by: right)
    if overflows { throw FractionOverflow() }
    return product
  }

  private static func ratio(_ top: Int128, _ bottom: Int128) throws(FractionOverflow) -> Fraction {
    guard let ratio = Fraction(top, over: bottom) else { throw FractionOverflow() }
    return ratio
  }
}

extension Fraction {
  /// Reads `3/5`, `0.6`, `60%` or `60`, of at most twelve digits a part; nil for anything else.
  public init?(_ text: some StringProtocol) {
    if text.last == "%" || text.last == "％" {
      guard let percent = Fraction(text.dropLast()) else { return nil }
      self.init(percent.numerator, over: percent.denominator * 100)
      return
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2 {
      guard let top = Self.digits(parts[0]), let bottom = Self.digits(parts[1]) else { return nil }
      self.init(top, over: bottom)
      return
    }
    let decimal = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 1, (1...2).contains(decimal.count),
      let whole = Self.digits(decimal[0])
    else { return nil }
    if decimal.count == 1 {
      self.init(whole)
      return
    }
    guard let rest = Self.digits(decimal[1]) else { return nil }
    let scale = (0..<decimal[1].count).reduce(Int128(1)) { scale, _ in scale * 10 }
    self.init(whole * scale + rest, over: scale)
  }

  private static func digits(_ text: some StringProtocol) -> Int128? {
    guard (1...12).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return Int128(String(text))
  }

  /// As a decimal without trailing zeros, where it has at most `places` behind the point.
  public func decimal(places: Int) -> String? {
    var scale: Int128 = 1
    for count in 0...places {
      if scale % denominator == 0, numerator.magnitude < 1 << 90 {
        return Self.text(numerator * (scale / denominator), places: count)
      }
      scale *= 10
    }
    return nil
  }

  /// In percent with one place behind the point, cut and never rounded up: 0.69999 is `69.9%`.
  public var percent: String {
    let tenths = (try? self * Fraction(1000))?.floor ?? numerator / denominator * 1000
    return Self.text(tenths, places: tenths % 10 == 0 ? 0 : 1, of: 1) + "%"
  }

  private static func text(_ digits: Int128, places: Int, of shifted: Int? = nil) -> String {
    let value = shifted == 1 && places == 0 ? digits / 10 : digits
    let sign = value < 0 ? "-" : ""
    guard places > 0 else { return "\(value)" }
    let all = String(value.magnitude)
    let padded = String(repeating: "0", count: max(0, places + 1 - all.count)) + all
    return "\(sign)\(padded.dropLast(places)).\(padded.suffix(places))"
  }
}
