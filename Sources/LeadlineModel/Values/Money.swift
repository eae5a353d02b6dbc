/// An exact amount of money: whole minor units (fen, cents) of one currency.
public struct Money: Hashable, Sendable {
  public let minorUnits: Int64
  public let currency: Currency

  public init(minorUnits: Int64, currency: Currency) {
    self.minorUnits = minorUnits
    self.currency = currency
  }

  /// The amount in major units as an exact decimal, without grouping: `120000000`, `0.50`.
  ///
  /// Whole amounts have no decimal point.
  public var decimal: String {
    let scale = currency.minorUnitsPerMajor
    let magnitude = minorUnits.magnitude
    let whole = String(magnitude / UInt64(scale))
    let rest = magnitude % UInt64(scale)
    let sign = minorUnits < 0 ? "-" : ""
    guard rest > 0 else { return sign + whole }
    let digits = String(rest)
    let padding = String(repeating: "0", count: currency.minorDigits - digits.count)
    return "\(sign)\(whole).\(padding)\(digits)"
  }
}

extension Money: CustomStringConvertible {
  /// The code and the amount with grouped thousands: `CNY 120,000,000`.
  public var description: String {
    let parts = decimal.split(separator: ".", maxSplits: 1)
    var whole = Substring(parts[0])
    let sign = whole.hasPrefix("-") ? String(whole.removeFirst()) : ""
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { grouped.append(",") }
      grouped.append(digit)
    }
    return "\(currency.code) \(sign)\(grouped)\(parts.count == 2 ? "." + parts[1] : "")"
  }
}
