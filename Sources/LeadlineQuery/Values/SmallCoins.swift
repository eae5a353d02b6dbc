/// What stands behind the major unit of a Chinese amount: 整, or 角 (毛) and 分.
struct SmallCoins {
  private(set) var whole: ExactNumber
  private(set) var hundredths: Int64 = 0

  init(whole: ExactNumber) {
    self.whole = whole
  }

  /// Takes what belongs here; 五角 and 肆角叁分 have no major unit, their first number is a coin's.
  mutating func take(from cursor: inout TextCursor) {
    var limit: Int64 = 100
    if let digit = whole.integer, digit < 10, let coin = cursor.take(oneOf: Self.coins) {
      whole = ExactNumber(digits: 0)
      hundredths = digit * coin
      limit = coin
    }
    while whole.integer != nil, let (count, coin) = Self.coin(&cursor, below: limit) {
      hundredths += count * coin
      limit = coin
    }
    _ = cursor.take("整") || cursor.take("正")
  }

  private static func coin(
    _ cursor: inout TextCursor, below limit: Int64
  ) -> (count: Int64, coin: Int64)? {
    var ahead = cursor
    let run = ahead.take(while: NumeralToken.canHold)
    let digit = run.count > 1 && run.hasPrefix("零") ? String(run.dropFirst()) : run
    guard let count = ChineseNumeral.value(digit)?.integer, (0...9).contains(count),
      let coin = ahead.take(oneOf: coins), coin < limit
    else { return nil }
    cursor = ahead
    return (count, coin)
  }

  private static let coins: [(String, Int64)] = [("角", 10), ("毛", 10), ("分", 1)]
}
