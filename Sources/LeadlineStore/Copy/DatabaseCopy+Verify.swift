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
    for (index, name) in table.loaded.columns.enumerated()
    where !row[index].isSame(as: other[index]) {
      // With another key it is another row: one of the two lacks this one.
      throw difference(table, row, column: table.key.contains(name) ? nil : name)
    }
  }

  private func difference(_ table: TableShape, _ row: [Datum], column: String?) -> CopyError {
    let key = TablePages(source, table).key(of: row).map(\.inKey).joined(separator: ", ")
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

  fileprivate var inKey: String {
    switch self {
    case .null: ""
    case .integer(let value): String(value)
    case .text(let text): text
    case .day(let day): day.iso
    }
  }
}
