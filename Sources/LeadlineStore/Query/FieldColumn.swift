internal import LeadlineModel
internal import LeadlineQuery

/// One field in SQL: what to select, how to read it, how to test it, how to order by it.
struct FieldColumn {
  let selected: [Clause]
  /// Reads the value from the cells that `selected` gives, the first at the index given.
  let decode: (any Cells, Int) -> FieldValue
  let test: (Test) -> Clause
  /// Ascending; empty where the field gives no order.
  let order: [Clause]
}

extension FieldColumn {
  /// Free text with its folded twin.
  static func text(_ column: Clause, fold: Clause, order: Clause? = nil) -> FieldColumn {
    FieldColumn(
      selected: [column], decode: { cells, index in .init(cells.text(index)) },
      test: { test in
        switch test {
        case .anyOf(let operands):
          "\(column) IS NOT NULL AND \(column) <> '' AND (\(.any(operands.map { contains(fold, $0) })))"
        case .isNone: "\(column) IS NULL OR \(column) = ''"
        case .isAny: "\(column) IS NOT NULL AND \(column) <> ''"
        case .range, .compare: .any([])
        }
      }, order: [order ?? fold])
  }

  /// Texts kept in one column with `ColumnList.separator` between, over which no match reaches.
  static func list(_ column: Clause, fold: Clause) -> FieldColumn {
    let items: Clause =
      "replace(\(fold), \(.text(ColumnList.separator)), \(.text(listSeparator)))"
    let text = text(column, fold: items)
    return FieldColumn(
      selected: [column], decode: { cells, index in .list(ColumnList.items(cells.text(index))) },
      test: text.test, order: [fold])
  }

  static func choice(_ column: Clause) -> FieldColumn {
    FieldColumn(
      selected: [column],
      decode: { cells, index in cells.text(index).map(FieldValue.choice) ?? .none },
      test: { test in
        switch test {
        case .anyOf(let operands): .any(operands.map { equals(column, $0) })
        case .isNone: "\(column) IS NULL"
        case .isAny: "\(column) IS NOT NULL"
        case .range, .compare: .any([])
        }
      }, order: [column])
  }

  /// A calendar day; tests are given as periods.
  static func day(_ column: Clause) -> FieldColumn {
    FieldColumn(
      selected: [column], decode: { cells, index in .init(cells.day(index)) },
      test: { test in
        tested(column, test) { operand in
          guard case .period(let days) = operand else { return nil }
          return (.day(days.lowerBound), .day(days.upperBound))
        }
      }, order: [column])
  }

  static func number(_ column: Clause) -> FieldColumn {
    integer(
      column, as: FieldValue.number,
      reading: { operand in if case .number(let value) = operand { value } else { nil } })
  }

  /// A length of time in days.
  static func days(_ column: Clause) -> FieldColumn {
    integer(
      column, as: { .days(Int($0)) },
      reading: { operand in if case .days(let days) = operand { Int64(days) } else { nil } })
  }

  private static func integer(
    _ column: Clause, as make: @escaping (Int64) -> FieldValue,
    reading read: @escaping (Operand) -> Int64?
  ) -> FieldColumn {
    FieldColumn(
      selected: [column],
      decode: { cells, index in cells.integer(index).map(make) ?? .none },
      test: { test in
        tested(column, test) { operand in
          read(operand).map { (.integer($0), .integer($0)) }
        }
      }, order: [column])
  }

  /// Minor units, in the currency that another column names.
  static func money(_ column: Clause, currency: Clause) -> FieldColumn {
    FieldColumn(
      selected: [column, currency],
      decode: { cells, index in
        guard let minor = cells.integer(index),
          let currency = cells.text(index + 1).flatMap(Currency.init(code:))
        else { return .none }
        return .money(Money(minorUnits: minor, currency: currency))
      },
      test: { test in
        tested(column, test, also: { $0.currencyCondition(on: currency) }) { operand in
          guard case .money(let money) = operand else { return nil }
          return (.integer(money.minorUnits), .integer(money.minorUnits))
        }
      }, order: [column])
  }

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
        switch test {
        case .anyOf(let operands):
          Clause.any(
            operands.map { operand in
              keys(operand, kind).isEmpty
                ? .any([]) : "\(key) IS NOT NULL AND \(key) IN (\(keys(operand, kind).list))"
            })
        case .isNone: "\(key) IS NULL"
        case .isAny: "\(key) IS NOT NULL"
        case .range, .compare: .any([])
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
        switch test {
        case .anyOf(let operands):
          Clause.any(
            operands.map { operand in
              let keys = keys(operand, kind)
              return keys.isEmpty
                ? .any([])
                : "\(own) IN (SELECT \(link) FROM \(tables) WHERE \(key) IN (\(keys.list)))"
            })
        case .isNone: "NOT EXISTS (SELECT 1 \(source))"
        case .isAny: "EXISTS (SELECT 1 \(source))"
        case .range, .compare: .any([])
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
        switch test {
        case .anyOf(let operands):
          Clause.any(operands.map { "EXISTS (SELECT 1 \(source) AND (\(fits($0))))" })
        case .isNone: "NOT EXISTS (SELECT 1 \(source))"
        case .isAny: "EXISTS (SELECT 1 \(source))"
        case .range, .compare: .any([])
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
      test: { test in
        switch test {
        case .anyOf(let operands):
          Clause.any(
            operands.map { operand in
              keys(operand, kind).isEmpty ? .any([]) : "\(key) IN (\(keys(operand, kind).list))"
            })
        case .isAny: .all([])
        case .isNone, .range, .compare: .any([])
        }
      }, order: [key])
  }
}

extension FieldColumn {
  static func contains(_ fold: Clause, _ operand: Operand) -> Clause {
    guard case .text(let text) = operand else { return .any([]) }
    let part = Fold.text(text)
    return """
      \(fold) IS NOT NULL AND \(Clause.dialect(.position(of: .bind(.text(part)), in: fold))) > 0
      """
  }

  static func equals(_ column: Clause, _ operand: Operand) -> Clause {
    guard case .choice(let id) = operand else { return .any([]) }
    return "\(column) IS NOT NULL AND \(column) = \(.text(id))"
  }

  /// The keys of the records named that are of the kind; contacts and staff are both persons.
  static func keys(_ operand: Operand, _ kind: RecordKind) -> [Int64] {
    guard case .records(let refs) = operand else { return [] }
    return refs.filter { $0.kind.isSame(as: kind) }.map(Key.of)
  }

  /// A test of an ordered value; `bounds` reads an operand as the least and greatest it stands for.
  static func tested(
    _ value: Clause, _ test: Test, also: (Operand) -> Clause? = { _ in nil },
    bounds: (Operand) -> (Datum, Datum)?
  ) -> Clause {
    func atLeast(_ operand: Operand) -> [Clause] {
      guard let (lower, _) = bounds(operand) else { return [.any([])] }
      return ["\(value) >= \(lower)"] + [also(operand)].compactMap(\.self)
    }
    func atMost(_ operand: Operand) -> [Clause] {
      guard let (_, upper) = bounds(operand) else { return [.any([])] }
      return ["\(value) <= \(upper)"] + [also(operand)].compactMap(\.self)
    }
    let present: Clause = "\(value) IS NOT NULL"
    switch test {
    case .isNone: return "\(value) IS NULL"
    case .isAny: return present
    case .anyOf(let operands):
      return .any(operands.map { .all([present] + atLeast($0) + atMost($0)) })
    case .range(let lower, let upper):
      return .all([present] + (lower.map(atLeast) ?? []) + (upper.map(atMost) ?? []))
    case .compare(let comparison, let operand):
      return .all([present] + compared(value, comparison, operand, also, bounds))
    }
  }

  private static func compared(
    _ value: Clause, _ comparison: Comparison, _ operand: Operand,
    _ also: (Operand) -> Clause?, _ bounds: (Operand) -> (Datum, Datum)?
  ) -> [Clause] {
    guard let (lower, upper) = bounds(operand) else { return [.any([])] }
    let condition: Clause =
      switch comparison {
      case .less: "\(value) < \(lower)"
      case .lessOrEqual: "\(value) <= \(upper)"
      case .greater: "\(value) > \(upper)"
      case .greaterOrEqual: "\(value) >= \(lower)"
      }
    return [condition] + [also(operand)].compactMap(\.self)
  }
}

extension RecordKind {
  /// Whether records of both kinds are kept in one table.
  func isSame(as other: RecordKind) -> Bool {
    self == other || Set([self, other]).isSubset(of: [.contact, .staff])
  }
}

extension Operand {
  fileprivate func currencyCondition(on column: Clause) -> Clause? {
    guard case .money(let money) = self else { return nil }
    return "\(column) = \(.text(money.currency.code))"
  }
}

extension FieldValue {
  init(_ text: String?) {
    self = text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .none
  }

  init(_ day: Day?) {
    self = day.map(FieldValue.day) ?? .none
  }
}
