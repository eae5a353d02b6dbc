internal import LeadlineModel

/// A token seen as `name operator value`.
struct TokenForm {
  enum Sign: Equatable {
    case selects
    /// `!=`, which the language does not have.
    case excludes
    case assigns(Assign.Operation)
    case compares(Comparison)
  }

  let name: Range<String.Index>
  let sign: Sign
  let value: Range<String.Index>

  /// Nil where no operator stands outside quotes after a name.
  init?(_ range: Range<String.Index>, of token: Token, in line: String) {
    guard let place = Self.operatorPlace(range, of: token, in: line) else { return nil }
    let scalars = line.unicodeScalars[range]
    var name = range.lowerBound..<place
    var end = scalars.index(after: place)
    let scalar = scalars[place]
    if Marks.selects(scalar) {
      sign = .selects
    } else if Marks.equals(scalar) {
      sign = Self.sign(before: place, in: scalars)
      if sign != .assigns(.set) { name = name.lowerBound..<scalars.index(before: place) }
    } else {
      let withEquals = end < scalars.endIndex && Marks.equals(scalars[end])
      if withEquals { end = scalars.index(after: end) }
      sign = .compares(Self.comparison(scalar, withEquals: withEquals))
    }
    guard !name.isEmpty else { return nil }
    self.name = name
    value = end..<range.upperBound
  }

  static func comparison(_ scalar: Unicode.Scalar, withEquals: Bool) -> Comparison {
    Marks.isGreater(scalar)
      ? (withEquals ? .greaterOrEqual : .greater) : (withEquals ? .lessOrEqual : .less)
  }

  /// What `=` means after the character before it.
  private static func sign(
    before place: String.Index, in scalars: Substring.UnicodeScalarView
  ) -> Sign {
    guard place > scalars.startIndex else { return .assigns(.set) }
    switch scalars[scalars.index(before: place)] {
    case "+", "＋": return .assigns(.add)
    case "-", "－": return .assigns(.remove)
    case "!", "！": return .excludes
    default: return .assigns(.set)
    }
  }

  /// The first operator outside quotes.
  private static func operatorPlace(
    _ range: Range<String.Index>, of token: Token, in line: String
  ) -> String.Index? {
    let scalars = line.unicodeScalars
    var index = range.lowerBound
    while index < range.upperBound {
      if token.quotes.contains(where: { $0.lowerBound == index }) { return nil }
      if Marks.isOperator(scalars[index]) { return index > range.lowerBound ? index : nil }
      index = scalars.index(after: index)
    }
    return nil
  }
}
