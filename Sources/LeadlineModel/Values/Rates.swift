/// What foreign currencies are worth in the database's own, from days on.
public struct Rates: Hashable, Sendable {
  public let base: Currency
  private var byCode: [String: [Rate]]

  /// One rate: so many whole units of the base currency for one of `currency`, from `day` on.
  public struct Rate: Hashable, Sendable {
    public let currency: Currency
    public let day: Day
    public let value: Fraction

    public init(currency: Currency, day: Day, value: Fraction) {
      self.currency = currency
      self.day = day
      self.value = value
    }
  }

  /// Of rates of one currency and day, the last holds.
  public init(base: Currency, _ rates: some Sequence<Rate>) {
    self.base = base
    byCode = [:]
    for rate in rates { byCode[rate.currency.code, default: []].append(rate) }
    byCode = byCode.mapValues { rates in
      rates.enumerated().sorted { ($0.1.day, $0.0) < ($1.1.day, $1.0) }.map(\.element)
    }
  }

  /// Minor units of the base currency for an amount, at the rate valid on `day`.
  public func converted(_ amount: Money, on day: Day) throws -> Fraction {
    if amount.currency == base { return Fraction(amount.minorUnits) }
    guard let rate = byCode[amount.currency.code]?.last(where: { $0.day <= day }) else {
      throw MissingRate(currency: amount.currency, base: base, day: day)
    }
    let scale = Fraction(
      Int128(base.minorUnitsPerMajor), over: Int128(amount.currency.minorUnitsPerMajor))
    return try Fraction(amount.minorUnits) * rate.value * (scale ?? .one)
  }
}

/// No rate of a currency is known on a day.
public struct MissingRate: Error, Hashable, Sendable {
  public let currency: Currency
  public let base: Currency
  public let day: Day

  public init(currency: Currency, base: Currency, day: Day) {
    self.currency = currency
    self.base = base
    self.day = day
  }

  public var words: Words {
    let example = "new rate \(currency.code) \(base.code == "CNY" ? "7.1" : "1.1") on=\(day)"
    return Words(
      "no rate of \(currency.code) in \(base.code) is known on \(day)\n  \(example)",
      "没有 \(currency.code) 在 \(day) 折合 \(base.code) 的汇率\n  \(example)",
      "沒有 \(currency.code) 在 \(day) 折合 \(base.code) 的匯率\n  \(example)")
  }
}
