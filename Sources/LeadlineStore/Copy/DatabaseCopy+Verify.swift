internal import LeadlineModel

extension DatabaseCopy {
  /// Reads a table of both databases again and throws at the first difference.
  func verify(
    _ table: TableShape, _ course: inout CopyCourse, _ progress: (CopyProgress) throws -> Void
  ) throws {
    var pages = TablePages(source, table)
    var copiedPages = TablePages(target, table)
    while true {
      try stop.check()
      let (page, copied) = (try pages.next(), try copiedPages.next())
      for (row, other) in zip(page, copied) { try compare(row, other, table) }
      let common = min(page.count, copied.count)
      if let row = page.dropFirst(common).first ?? copied.dropFirst(common).first {
        throw difference(table, row, column: nil)
      }
      if page.isEmpty { return }
      try progress(course.after(page.count, of: table))
    }
  }

  private func compare(_ row: [Datum], _ other: [Datum], _ table: TableShape) throws(CopyError) {
    for index in row.indices where !row[index].isSame(as: other[index]) {
      guard table.keyPlaces.contains(index) else {
        throw difference(table, row, column: table.loaded.columns[index])
      }
      // Both are in order: the first of the two rows is what the other side lacks.
      throw difference(table, row[index].precedes(other[index]) ? row : other, column: nil)
    }
  }

  private func difference(_ table: TableShape, _ row: [Datum], column: String?) -> CopyError {
    let key = table.keyPlaces.map { row[$0].inKey }.joined(separator: ", ")
    return .differs(CopyDifference(table: table.name, row: key, column: column))
  }
}

extension Datum {
  /// Texts are the same byte for byte only.
  fileprivate func isSame(as other: Datum) -> Bool {
    guard case .text(let text) = self, case .text(let otherText) = other else {
      return self == other
    }
    return text.utf8.elementsEqual(otherText.utf8)
  }

  /// Whether it comes before another of its type, as engines order keys.
  fileprivate func precedes(_ other: Datum) -> Bool {
    switch (self, other) {
    case (.integer(let value), .integer(let otherValue)): value < otherValue
    case (.text(let text), .text(let otherText)):
      text.utf8.lexicographicallyPrecedes(otherText.utf8)
    default: false
    }
  }

  fileprivate var inKey: String {
    switch self {
    case .null: ""
    case .integer(let value): String(value)
    case .text(let text): text
    case .day(let day): day.iso
    }
  }
}
