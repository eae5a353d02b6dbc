extension Money {
  /// The amount as people of this language read it, always exact: `CNY 120,000,000`, `1.2亿元`,
  /// `6000万元`, `52,500元`.
  public func text(in language: Language) -> String {
    guard language != .english, currency == .cny else { return description }
    let isTraditional = language == .traditional
    let grouped = description.dropFirst(currency.code.count + 1)
    guard minorUnits % 1_000_000 == 0, minorUnits != 0 else { return grouped + "元" }
    let tenThousands = minorUnits / 1_000_000
    if tenThousands.magnitude >= 10_000, tenThousands % 100 == 0 {
      return Self.hundredths(tenThousands / 100) + (isTraditional ? "億元" : "亿元")
    }
    return String(tenThousands) + (isTraditional ? "萬元" : "万元")
  }

  /// `value` hundredths as a decimal without trailing zeros.
  private static func hundredths(_ value: Int64) -> String {
    let sign = value < 0 ? "-" : ""
    let (whole, rest) = value.magnitude.quotientAndRemainder(dividingBy: 100)
    if rest == 0 { return "\(sign)\(whole)" }
    if rest % 10 == 0 { return "\(sign)\(whole).\(rest / 10)" }
    return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
