internal import LeadlineModel

extension Cells {
  /// The values of `columns`, from the cell at `offset` on.
  func values(of columns: [ColumnShape], from offset: Int = 0) -> [String: Datum] {
    var values: [String: Datum] = [:]
    for (index, column) in columns.enumerated() {
      values[column.name] =
        switch column.type {
        case .integer: Datum(integer(offset + index))
        case .text: Datum(text(offset + index))
        case .day: Datum(day(offset + index))
        }
    }
    return values
  }
}

extension ColumnShape.Source {
  /// The column that the value follows from.
  var column: String {
    switch self {
    case .fold(let column), .personSort(let column), .sort(let column), .digits(let column):
      column
    }
  }

  func value(for text: String) -> String {
    switch self {
    case .fold: Fold.text(text)
    case .personSort: SortKey.of(text, isPerson: true)
    case .sort: SortKey.of(text, isPerson: false)
    case .digits: Phone.normalised(text).comparable
    }
  }
}
