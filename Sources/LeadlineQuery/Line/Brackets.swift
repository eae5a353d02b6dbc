/// The brackets of a token that group, and what stands between them.
///
/// `(` groups at the start of a token, `)` where it is unbalanced at its end; a pair that closes
/// inside the word, as in （苏州）公司, belongs to the word.
struct Brackets {
  private(set) var opening: [Range<String.Index>] = []
  private(set) var closing: [Range<String.Index>] = []
  private(set) var inner: Range<String.Index>

  init(of token: Token, in line: String) {
    inner = token.range
    let scalars = line.unicodeScalars
    let pairs = Self.pairs(of: token, in: line)
    while inner.lowerBound < inner.upperBound, Marks.opensGroup(scalars[inner.lowerBound]) {
      if let partner = pairs[inner.lowerBound],
        !scalars[partner..<inner.upperBound].allSatisfy(Marks.closesGroup)
      {
        break
      }
      let next = scalars.index(after: inner.lowerBound)
      opening.append(inner.lowerBound..<next)
      inner = next..<inner.upperBound
    }
    takeClosing(scalars, pairs)
  }

  private mutating func takeClosing(
    _ scalars: String.UnicodeScalarView, _ pairs: [String.Index: String.Index]
  ) {
    let openers = Set(opening.map(\.lowerBound))
    let ownClosers = Set(pairs.filter { !openers.contains($0.key) }.values)
    while inner.lowerBound < inner.upperBound {
      let last = scalars.index(before: inner.upperBound)
      guard Marks.closesGroup(scalars[last]), !ownClosers.contains(last) else { return }
      closing.insert(last..<inner.upperBound, at: 0)
      inner = inner.lowerBound..<last
    }
  }

  /// For each opening bracket outside quotes, its partner in the same token.
  private static func pairs(of token: Token, in line: String) -> [String.Index: String.Index] {
    var pairs: [String.Index: String.Index] = [:]
    var open: [String.Index] = []
    var quotes = token.quotes[...]
    let scalars = line.unicodeScalars
    var index = token.range.lowerBound
    while index < token.range.upperBound {
      if let quote = quotes.first, quote.lowerBound == index {
        quotes.removeFirst()
        index = quote.upperBound
        continue
      }
      if Marks.opensGroup(scalars[index]) { open.append(index) }
      if Marks.closesGroup(scalars[index]), let start = open.popLast() { pairs[start] = index }
      index = scalars.index(after: index)
    }
    return pairs
  }
}
