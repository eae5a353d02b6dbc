/// Reads what stands before, between or behind 亿 and 万: 三千五百, 零五十四, 2000.
struct NumeralSection {
  /// Whether a larger unit stands before it; then it is below 10000 and may begin with 零.
  let follows: Bool
  /// Whether no unit stands behind it.
  let isLast: Bool
  private var value: Int64 = 0
  /// The power of ten that the next term must stay below.
  private var limit = 4
  private var isFirst = true
  private var afterZero = false

  init(follows: Bool, isLast: Bool) {
    self.follows = follows
    self.isLast = isLast
  }

  func value(_ tokens: ArraySlice<NumeralToken>) throws(NumeralFault) -> Int64 {
    var section = self
    var rest = tokens
    guard !rest.isEmpty else { throw .malformed }
    while !rest.isEmpty { try section.takeTerm(&rest) }
    return section.value
  }

  private mutating func takeTerm(_ rest: inout ArraySlice<NumeralToken>) throws(NumeralFault) {
    let token = rest.removeFirst()
    switch token {
    case .zero:
      guard !rest.isEmpty, !afterZero, follows || !isFirst else { throw .malformed }
      afterZero = true
    case .unit(let power):
      // 十二 and 一百十一 are said without 一; 百 and 千 only behind 零.
      guard power == 1 || afterZero else { throw .malformed }
      try add(1, power: power)
    case .digit(let digit):
      if case .unit(let power)? = rest.first {
        rest.removeFirst()
        try add(digit, power: power)
      } else {
        guard rest.isEmpty else { throw .malformed }
        let isTenth = !isFirst && !afterZero && limit > 1
        try add(digit, power: isTenth ? limit - 1 : 0)
      }
    case .plain(let text):
      try takePlain(text, &rest)
    case .myriad, .hundredMillion, .point:
      throw .malformed
    }
  }

  private mutating func takePlain(
    _ text: String, _ rest: inout ArraySlice<NumeralToken>
  ) throws(NumeralFault) {
    guard let number = try ExactNumber(plain: text).integer else { throw .malformed }
    if case .unit(let power)? = rest.first {
      guard (1...9).contains(number) else { throw .malformed }
      rest.removeFirst()
      return try add(number, power: power)
    }
    guard rest.isEmpty else { throw .malformed }
    let leads = isFirst && !follows
    guard leads || number < Self.powers[limit] else { throw .malformed }
    // 3万5 may be 35000 or 30005; 1亿5万 is clear.
    let isBare = text.count == 1 && limit > 1 && !afterZero
    guard leads || !isBare || (isFirst && !isLast) else { throw .ambiguous }
    value = try ExactNumber.sum(value, number)
    isFirst = false
  }

  private mutating func add(_ digit: Int64, power: Int) throws(NumeralFault) {
    guard power < limit else { throw .malformed }
    value += digit * Self.powers[power]
    limit = power
    isFirst = false
    afterZero = false
  }

  private static let powers: [Int64] = [1, 10, 100, 1000, 10_000]
}
