public import LeadlineModel

/// Reads and prints amounts of money as people write them, in English and Chinese.
public struct AmountWords: Sendable {
  public let currency: Currency

  /// `currency` is that of amounts that name none.
  public init(currency: Currency) {
    self.currency = currency
  }

  /// The exact amount: `52,000,000`, `5200万`, `1亿2000万`, `52m`, `3mUSD`, `USD 3m`, `300万美元`.
  ///
  /// An amount that is negative, has more decimals than its currency, or does not fit into 64 bits
  /// of minor units is refused.
  public func money(_ text: String) throws(ValueError) -> Money {
    do {
      var reading = AmountReading(FoldedText(text).text, home: currency)
      return try reading.money()
    } catch {
      throw error.error(.amount, text)
    }
  }
}
