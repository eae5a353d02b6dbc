/// How wide each column of a table becomes in a window.
struct ColumnLayout {
  /// Blanks between columns.
  static let gap = 2
  /// A column that is cut keeps at least this many cells, or the table does not fit.
  static let least = 8

  /// What a column needs.
  struct Need {
    /// To show everything.
    let natural: Int
    /// To show its values; a heading may be cut above any column, before values are.
    let values: Int
    /// To be shown at all.
    let least: Int

    init(heading: Int, values: Int, mayBeCut: Bool) {
      natural = max(heading, values)
      self.values = max(values, min(natural, ColumnLayout.least))
      least = max(mayBeCut ? 0 : values, min(natural, ColumnLayout.least))
    }
  }

  let needs: [Need]

  /// The widths, or nil if only cutting what is never cut would make the table fit.
  ///
  /// Columns share the room above their least: narrow ones keep all they need, the widest give.
  /// What their values leave goes to the headings, from the left.
  func widths(within width: Int) -> [Int]? {
    var room = width - Self.gap * max(0, needs.count - 1)
    var reserved = needs.map(\.least).reduce(0, +)
    guard reserved <= room else { return nil }
    var widths = needs.map(\.least)
    let ordered = needs.indices.sorted { needs[$0].values < needs[$1].values }
    for (place, index) in ordered.enumerated() {
      let need = needs[index]
      reserved -= need.least
      let share = min(room / (ordered.count - place), room - reserved)
      widths[index] = min(need.values, max(need.least, share))
      room -= widths[index]
    }
    for (index, need) in needs.enumerated() {
      let more = min(room, need.natural - widths[index])
      widths[index] += more
      room -= more
    }
    return widths
  }
}
