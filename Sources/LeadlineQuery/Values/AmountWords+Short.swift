public import LeadlineModel

extension AmountWords {
  /// The amount as it is said: `1.2亿元`, `6000万元`, `300万美元`; in English `CNY 120,000,000`.
  ///
  /// Never rounded: where 亿 and 万 with two decimals cannot hold it, all its digits are printed.
  /// Reading it with the same words gives the amount back, unless it is negative.
  public func short(_ money: Money, language: Language) -> String {
    if language == .english { return money.description }
    let sign = money.minorUnits < 0 ? "-" : ""
    return sign + Self.figure(money)[language] + name(of: money.currency)[language]
  }

  /// 元 where it is read as that currency, else the currency's full name.
  private func name(of currency: Currency) -> Words {
    if currency == .cny, CurrencyMark.yuan.currency(home: self.currency) == .cny {
      return Words("CNY", "元", "元")
    }
    return CurrencyWords.name(of: currency)
  }

  private static func figure(_ money: Money) -> Words {
    let magnitude = money.minorUnits.magnitude
    let major = UInt64(money.currency.minorUnitsPerMajor)
    if let text = quotient(magnitude, by: major * 100_000_000) {
      return Words(text, text + "亿", text + "億")
    }
    if let text = quotient(magnitude, by: major * 10_000) {
      return Words(text, text + "万", text + "萬")
    }
    let digits = money.description.drop { !$0.isPlainDigit }
    return Words(String(digits), String(digits), String(digits))
  }

  /// The quotient with at most two decimals, nil where it is below one or needs more.
  private static func quotient(_ magnitude: UInt64, by unit: UInt64) -> String? {
    let hundredth = unit / 100
    guard magnitude >= unit, magnitude % hundredth == 0 else { return nil }
    let hundredths = magnitude / hundredth
    let number = ExactNumber(digits: Int64(hundredths), decimals: 2)
    return number.description
  }
}
