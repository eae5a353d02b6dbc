internal import LeadlineReports

/// How wide each column of a table becomes in a window.
struct ColumnLayout {
  /// Blanks between columns.
  static let gap = 2
  /// A column that is cut keeps at least this many cells, or the table does not fit.
  static let least = 8

  private let mayBeCut: [Bool]
  private let natural: [Int]

  /// `natural` is what each column needs to show everything.
  init(_ columns: [ReportColumn], _ natural: [Int]) {
    mayBeCut = columns.map(\.mayBeCut)
    self.natural = natural
  }

  /// The widths, or nil if only cutting what is never cut would make the table fit.
  ///
  /// Columns that may be cut share what is left: narrow ones keep all they need, the widest give.
  func widths(within width: Int) -> [Int]? {
    let gaps = Self.gap * max(0, natural.count - 1)
    if natural.reduce(gaps, +) <= width { return natural }
    var room = width - gaps
    var cuttable: [Int] = []
    for index in natural.indices {
      if mayBeCut[index] { cuttable.append(index) } else { room -= natural[index] }
    }
    cuttable.sort { natural[$0] < natural[$1] }
    var widths = natural
    for (place, index) in cuttable.enumerated() {
      let share = room / (cuttable.count - place)
      widths[index] = min(natural[index], share)
      if widths[index] < min(natural[index], Self.least) { return nil }
      room -= widths[index]
    }
    return room >= 0 ? widths : nil
  }
}
