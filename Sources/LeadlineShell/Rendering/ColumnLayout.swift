/// How wide each column of a table becomes in a window.
struct ColumnLayout {
  /// Blanks between columns.
  static let gap = 2
  /// A column that is cut keeps at least this many cells, or the table does not fit.
  static let least = 8

  /// What a column needs to show everything, and what it needs to be shown at all.
  struct Need {
    let natural: Int
    let least: Int

    /// `values` is the width of the widest value; a heading may be cut above any column.
    init(heading: Int, values: Int, mayBeCut: Bool) {
      natural = max(heading, values)
      least = max(mayBeCut ? 0 : values, min(natural, ColumnLayout.least))
    }
  }

  let needs: [Need]

  /// The widths, or nil if only cutting what is never cut would make the table fit.
  ///
  /// Columns share the room above their least: narrow ones keep all they need, the widest give.
  func widths(within width: Int) -> [Int]? {
    let gaps = Self.gap * max(0, needs.count - 1)
    var widths = needs.map(\.natural)
    if widths.reduce(gaps, +) <= width { return widths }
    var room = width - gaps
    var reserved = needs.map(\.least).reduce(0, +)
    guard reserved <= room else { return nil }
    let ordered = needs.indices.sorted { needs[$0].natural < needs[$1].natural }
    for (place, index) in ordered.enumerated() {
      let need = needs[index]
      reserved -= need.least
      let share = min(room / (ordered.count - place), room - reserved)
      widths[index] = min(need.natural, max(need.least, share))
      room -= widths[index]
    }
    return widths
  }
}
