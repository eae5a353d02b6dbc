/// An exact decimal number: `digits` with the last `decimals` of them behind the point.
///
/// Without trailing zeros behind the point, so that equal numbers are equal values.
public struct ExactNumber: Hashable, Sendable {
  public let digits: Int64
  public let decimals: Int

  init(digits: Int64, decimals: Int = 0) {
    var digits = digits
    var decimals = decimals
    while decimals > 0, digits % 10 == 0 {
      digits /= 10
      decimals -= 1
      if digits == 0 { decimals = 0 }
    }
    self.digits = digits
    self.decimals = decimals
  }

  /// The number as an integer, nil where it has decimals.
  public var integer: Int64? { decimals == 0 ? digits : nil }

  /// Reads `52000000`, `52,000,000`, `1.25`: plain digits, thousands grouped or not at all.
  init(plain text: some StringProtocol) throws(NumeralFault) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), !text.isEmpty else { throw .malformed }
    let whole = try Self.ungrouped(String(parts[0]))
    let fraction = parts.count == 2 ? String(parts[1]) : "0"
    guard !fraction.isEmpty, fraction.allSatisfy(\.isPlainDigit) else { throw .malformed }
    try self.init(whole: whole, fraction: fraction)
  }

  /// The number with these digits before and behind the point.
  init(whole: String, fraction: String) throws(NumeralFault) {
    var fraction = Substring(fraction)
    while fraction.last == "0" { fraction.removeLast() }
    guard whole.allSatisfy(\.isPlainDigit), fraction.allSatisfy(\.isPlainDigit) else {
      throw .malformed
    }
    guard let digits = Int64(whole + fraction) else { throw .tooLarge }
    self.init(digits: digits, decimals: fraction.count)
  }

  /// The number times ten to the `power`, which is not negative.
  func scaled(by power: Int) throws(NumeralFault) -> ExactNumber {
    let shifted = min(power, decimals)
    var digits = digits
    for _ in 0..<(power - shifted) {
      digits = try Self.product(digits, 10)
    }
    return ExactNumber(digits: digits, decimals: decimals - shifted)
  }

  static func sum(_ left: Int64, _ right: Int64) throws(NumeralFault) -> Int64 {
    let (sum, overflows) = left.addingReportingOverflow(right)
    guard !overflows else { throw .tooLarge }
    return sum
  }

  static func product(_ left: Int64, _ right: Int64) throws(NumeralFault) -> Int64 {
    let (product, overflows) = left.multipliedReportingOverflow(by: right)
    guard !overflows else { throw .tooLarge }
    return product
  }

  private static func ungrouped(_ text: String) throws(NumeralFault) -> String {
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    guard let first = groups.first, !first.isEmpty,
      groups.allSatisfy({ $0.allSatisfy(\.isPlainDigit) })
    else { throw .malformed }
    if groups.count > 1 {
      guard first.count <= 3, groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
        throw .grouping
      }
    }
    return groups.joined()
  }
}

extension ExactNumber: CustomStringConvertible {
  public var description: String {
    guard decimals > 0 else { return String(digits) }
    let magnitude = String(digits.magnitude)
    let padding = String(repeating: "0", count: max(0, decimals + 1 - magnitude.count))
    let padded = padding + magnitude
    let sign = digits < 0 ? "-" : ""
    return "\(sign)\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
  }
}

/// Why a numeral cannot be read.
enum NumeralFault: Error, Hashable {
  case malformed
  /// Commas that do not stand before every three digits.
  case grouping
  /// Two readings are usual: 一亿五千, 3万5.
  case ambiguous
  /// More than 64 bits hold.
  case tooLarge
}
