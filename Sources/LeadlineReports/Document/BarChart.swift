/// Horizontal bars, each with what it stands for in words: nothing hangs on the drawing alone.
public struct BarChart: Hashable, Sendable {
  public struct Bar: Hashable, Sendable {
    public let label: String
    /// How much of the width it takes.
    public let length: Share
    /// A darker part of the bar; nil for none.
    public let inner: Share?
    /// Stands at the right, over the bar.
    public let note: String

    public init(label: String, length: Share, inner: Share? = nil, note: String) {
      self.label = label
      self.length = length
      self.inner = inner
      self.note = note
    }
  }

  /// A length to be compared with all bars.
  public struct Mark: Hashable, Sendable {
    public let length: Share
    public let label: String

    public init(_ length: Share, label: String) {
      self.length = length
      self.label = label
    }
  }

  /// Drawn as a line across the bars where there are any; nil for none.
  public let mark: Mark?
  public let bars: [Bar]

  public init(mark: Mark? = nil, bars: [Bar]) {
    self.mark = mark
    self.bars = bars
  }
}

extension Share {
  /// A bar of text of at most `cells` cells; what is not nothing has at least one.
  public func bar(of cells: Int) -> String {
    guard whole > 0, part > 0 else { return "" }
    let length = (Int128(part) * Int128(cells) * 2 + Int128(whole)) / (Int128(whole) * 2)
    return String(repeating: "█", count: min(cells, max(1, Int(length))))
  }
}
