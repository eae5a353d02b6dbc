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
        let isThere: Clause = "\(column) IS NOT NULL AND \(column) <> ''"
        return matched(test, isThere, "\(column) IS NULL OR \(column) = ''") {
          .all([isThere, contains(fold, $0)])
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
        matched(test, "\(column) IS NOT NULL", "\(column) IS NULL") { equals(column, $0) }
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
