internal import LeadlineModel

/// One amount on its way through: currency, number, unit, currency, 角 and 分.
struct AmountReading {
  private var cursor: TextCursor
  private var mark: CurrencyMark?
  private let home: Currency
  private var hasNumber = false

  /// Reads a folded text; `home` is the currency where none is named.
  init(_ folded: String, home: Currency) {
    cursor = TextCursor(folded)
    self.home = home
  }

  mutating func money() throws(Refusal) -> Money {
    guard !cursor.isAtEnd else { throw Refusal(.empty) }
    try refuseNegative()
    try takeCurrencies()
    try refuseNegative()
    let number = try takeNumber()
    let power = number.isPlain ? takeUnit() : 0
    try takeCurrencies()
    let currency = mark?.currency(home: home) ?? home
    var amount = SmallCoins(whole: number.value)
    if currency.minorDigits == 2 { amount.take(from: &cursor) }
    guard cursor.isAtEnd else { throw Refusal(.notUnderstood) }
    return try money(amount, power: power, currency)
  }

  private func refuseNegative() throws(Refusal) {
    if cursor.rest.hasPrefix("-") || cursor.rest.hasPrefix("负") { throw Refusal(.negative) }
  }

  /// Takes the signs, names and codes that stand here; they must agree.
  private mutating func takeCurrencies() throws(Refusal) {
    cursor.skipBlanks()
    while let next = try takeCurrency() {
      if let before = mark {
        guard let joined = before.joined(with: next) else {
          throw Refusal(.currencies(before.currency(home: home), next.currency(home: home)))
        }
        mark = joined
      } else {
        mark = next
      }
      cursor.skipBlanks()
    }
  }

  private mutating func takeCurrency() throws(Refusal) -> CurrencyMark? {
    guard let first = cursor.rest.first, !first.isPlainDigit else { return nil }
    if let mark = cursor.take(oneOf: CurrencyWords.marks) { return mark }
    let letters = cursor.takeLetters()
    if letters.isEmpty { return nil }
    if let currency = CurrencyWords.currency(letters: letters) { return .one(currency) }
    let isCode = letters.count == 3 && (hasNumber || cursor.rest.contains(where: \.isPlainDigit))
    throw Refusal(isCode ? .unknownCurrency(letters.uppercased()) : .notUnderstood)
  }

  /// The number, and whether it is in plain digits without Chinese units.
  private mutating func takeNumber() throws(Refusal) -> (value: ExactNumber, isPlain: Bool) {
    var run = cursor.take(while: NumeralToken.canHold)
    guard !run.isEmpty else { throw Refusal(.notUnderstood) }
    hasNumber = true
    var ahead = cursor
    ahead.skipBlanks()
    let units = ahead.take(while: NumeralToken.isUnit)
    if !units.isEmpty {
      run += units
      cursor = ahead
    }
    do {
      let isPlain = run.allSatisfy { $0.isPlainDigit || $0 == "," || $0 == "." }
      return (try ChineseNumeral.read(run), isPlain)
    } catch {
      throw Refusal(error.reason)
    }
  }

  /// Takes `m`, `bn`, `million`, also where a code stands right behind it (`mUSD`).
  ///
  /// Returns the power of ten. A word that is itself a code (`MOP`) is left.
  private mutating func takeUnit() -> Int {
    cursor.skipBlanks()
    var ahead = cursor
    let letters = ahead.takeLetters()
    if letters.isEmpty || CurrencyWords.currency(letters: letters) != nil { return 0 }
    for (word, power) in Self.units where letters.hasPrefix(word) {
      let code = String(letters.dropFirst(word.count))
      if code.isEmpty || CurrencyWords.currency(letters: code) != nil {
        _ = cursor.take(word)
        return power
      }
    }
    return 0
  }

  private func money(
    _ amount: SmallCoins, power: Int, _ currency: Currency
  ) throws(Refusal) -> Money {
    let minorUnits: Int64?
    do {
      let scaled = try amount.whole.scaled(by: power + currency.minorDigits).integer
      minorUnits = try scaled.map { whole throws(NumeralFault) in
        try ExactNumber.sum(whole, amount.hundredths)
      }
    } catch {
      throw Refusal(error.reason)
    }
    guard let minorUnits else {
      throw Refusal(.decimals(currency, allowed: currency.minorDigits))
    }
    return Money(minorUnits: minorUnits, currency: currency)
  }

  private static let units = [
    ("thousand", 3), ("million", 6), ("billion", 9), ("trillion", 12), ("mn", 6), ("bn", 9),
    ("tn", 12), ("k", 3), ("m", 6), ("b", 9),
  ]
}
