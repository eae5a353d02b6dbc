internal import LeadlineModel
internal import LeadlineQuery

/// Fields that name other records, or are found in rows of other tables.
extension FieldColumn {
  /// One other record: its key and its name.
  static func record(
    _ key: Clause, name: Clause, order: Clause, kind: RecordKind
  ) -> FieldColumn {
    FieldColumn(
      selected: [key, name],
      decode: { cells, index in
        guard let key = cells.integer(index) else { return .none }
        return .record(Key.ref(kind, key), name: cells.text(index + 1) ?? "")
      },
      test: { test in
        let isThere: Clause = "\(key) IS NOT NULL"
        return matched(test, isThere, "\(key) IS NULL") {
          .all([isThere, isOne(of: $0, kind, key)])
        }
      }, order: [order])
  }

  /// Several other records, joined as key and name: those in `tables` whose `link` is the record's
  /// own key.
  ///
  /// Who is asked for by one of them is looked up from there; row by row it would take as long as
  /// going through all.
  static func records(
    key: Clause, name: Clause, from tables: Clause, where link: Clause, is own: Clause,
    order: Clause, kind: RecordKind
  ) -> FieldColumn {
    let source: Clause = "FROM \(tables) WHERE \(link) = \(own)"
    let item: Clause = "CAST(\(key) AS TEXT) || ':' || \(name)"
    return FieldColumn(
      selected: [.dialect(.listing(item, from: source, orderedBy: order))],
      decode: { cells, index in .records(ColumnList.records(cells.text(index), kind: kind)) },
      test: { test in
        matched(test, "EXISTS (SELECT 1 \(source))", "NOT EXISTS (SELECT 1 \(source))") {
          "\(own) IN (SELECT \(link) FROM \(tables) WHERE \(isOne(of: $0, kind, key)))"
        }
      }, order: [])
  }

  /// Several texts found by `source`, shown and tested as one.
  static func joinedTexts(
    _ item: Clause, fold: Clause, source: Clause, order: Clause
  ) -> FieldColumn {
    func joined(_ item: Clause) -> Clause {
      let listing = Clause.dialect(.listing(item, from: source, orderedBy: order))
      return "replace(\(listing), \(.text(listSeparator)), \(.text(ColumnList.separator)))"
    }
    let text = text(joined(item), fold: joined(fold))
    return FieldColumn(
      selected: text.selected, decode: text.decode, test: text.test, order: [])
  }

  /// Several texts found by `source`; `fits` says whether one of them fits an operand.
  static func texts(
    _ item: Clause, source given: Clause, order: Clause, fits: @escaping (Operand) -> Clause
  ) -> FieldColumn {
    let source: Clause = "\(given) AND \(item) <> ''"
    return FieldColumn(
      selected: [.dialect(.listing(item, from: source, orderedBy: order))],
      decode: { cells, index in
        .list(cells.text(index)?.split(separator: listSeparator).map(String.init) ?? [])
      },
      test: { test in
        matched(test, "EXISTS (SELECT 1 \(source))", "NOT EXISTS (SELECT 1 \(source))") {
          "EXISTS (SELECT 1 \(source) AND (\(fits($0))))"
        }
      }, order: [])
  }

  /// The record's own ref.
  static func id(_ key: Clause, kind: RecordKind) -> FieldColumn {
    FieldColumn(
      selected: [key],
      decode: { cells, index in
        cells.integer(index).map { .record(Key.ref(kind, $0), name: "") } ?? .none
      },
      test: { test in matched(test, .all([]), .any([])) { isOne(of: $0, kind, key) } },
      order: [key])
  }
}

extension RecordKind {
  /// Whether records of both kinds are kept in one table.
  func isSame(as other: RecordKind) -> Bool {
    self == other || Set([self, other]).isSubset(of: [.contact, .staff])
  }
}
