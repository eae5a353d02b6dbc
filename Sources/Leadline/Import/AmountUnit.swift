internal import LeadlineModel
internal import LeadlineQuery

/// The unit that a heading gives its amounts: 金额(万元), `amount (10k)`.
struct AmountUnit: Hashable {
  /// What is written behind a plain number to have the amount in full.
  let suffix: String

  /// The heading without a unit in brackets, and the unit where that is one.
  static func split(_ heading: String) -> (name: String, unit: AmountUnit?) {
    let narrow = heading.replacing("（", with: "(").replacing("）", with: ")")
    guard let open = narrow.lastIndex(of: "("), let close = narrow.lastIndex(of: ")"), open < close
    else {
      guard let mark = narrow.lastIndex(where: { ":：/,，".contains($0) }),
        let unit = AmountUnit(narrow[narrow.index(after: mark)...])
      else { return (heading, nil) }
      return (String(narrow[..<mark]), unit)
    }
    let words = narrow[narrow.index(after: open)..<close]
    let inside = words.trimming { $0 == " " }
    let name = String(narrow[..<open] + narrow[narrow.index(after: close)...])
    let bare =
      ["单位:", "单位：", "单位", "單位:", "單位：", "單位", "unit:", "unit"]
      .first { inside.hasPrefix($0) }.map { inside.dropFirst($0.count) } ?? inside
    return (name, AmountUnit(bare))
  }

  private init?(_ words: some StringProtocol) {
    let text = String(words.trimming { $0 == " " })
    guard !text.isEmpty else { return nil }
    let startsWithDigit = text.utf8.first.map { (0x30...0x39).contains($0) } == true
    let probe = startsWithDigit ? text : "1" + text
    guard let one = try? AmountWords(currency: .cny).money(probe) else { return nil }
    if startsWithDigit {
      let whole = one.minorUnits / one.currency.minorUnitsPerMajor
      guard let word = Self.words[whole] else { return nil }
      suffix = word
    } else {
      // 元 may be that of any currency: left to the column of currencies.
      suffix = Self.yuan[Fold.text(text)] ?? text
    }
  }

  private static let words: [Int64: String] = [
    1: "", 1000: "k", 10_000: "万", 1_000_000: "m", 10_000_000: "千万", 100_000_000: "亿",
    1_000_000_000: "bn",
  ]

  private static let yuan = [
    "元": "", "千元": "千", "万元": "万", "百万元": "百万", "千万元": "千万", "亿元": "亿",
  ]
}
