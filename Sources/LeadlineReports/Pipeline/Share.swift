/// A part of a whole, exact.
public struct Share: Hashable, Sendable {
  public let part: Int64
  public let whole: Int64

  public init(_ part: Int64, of whole: Int64) {
    self.part = part
    self.whole = whole
  }

  /// In whole percent, halves up; nothing of nothing is nil. What is not all is never 100 %, what
  /// is not nothing never 0 %: `<1%`, `>99%`.
  public var percent: String? {
    guard whole > 0, part >= 0 else { return nil }
    let hundreds = Int128(part) * 100
    let rounded = (hundreds * 2 + Int128(whole)) / (Int128(whole) * 2)
    if rounded == 0, part > 0 { return "<1%" }
    if rounded == 100, part < whole { return ">99%" }
    return "\(rounded)%"
  }

  /// For drawing only.
  public var fraction: Double { whole > 0 ? Double(part) / Double(whole) : 0 }
}
