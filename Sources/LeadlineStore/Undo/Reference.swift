internal import LeadlineModel

/// A column that holds the key of another row, by the schema or by what another column says.
struct Reference: Sendable {
  let table: TableShape
  let column: String
  let target: TableShape
  /// The column, and its text, by which the value refers to `target`.
  var condition: (column: String, text: String)?
  /// Added to the value it gives the key.
  var offset: Int64 = 0

  /// Whether the row is a part of the row referred to, and nothing by itself.
  var isOwner: Bool {
    (table.columns[0].name == column && table.columns[0].isRequired)
      || [Schema.importRow, Schema.apart].contains(table)
  }

  /// Whether the row is nothing without the row referred to.
  var isNeeded: Bool { condition != nil || table.column(column)?.isRequired == true }

  /// Where the reference is in SQL; the key it holds is `key`.
  var isMeant: Clause? {
    condition.map { "\(raw: table.name).\(raw: $0.column) = \(.text($0.text))" }
  }

  var key: Clause { "\(raw: table.name).\(raw: column) + \(raw: String(offset))" }

  /// The key that a row with these values refers to by this reference.
  func key(in values: [String: Datum]) -> Int64? {
    if let condition, values[condition.column] != .text(condition.text) { return nil }
    guard case .integer(let key)? = values[column] else { return nil }
    return key + offset
  }

  static let all: [Reference] = bySchema + figures + imports + apart

  static let from = Dictionary(grouping: all, by: \.table.name)
  static let to = Dictionary(grouping: all, by: \.target.name)

  private static let bySchema = Schema.records.flatMap { table in
    table.columns.compactMap { column in
      column.references.flatMap(Schema.table).map {
        Reference(table: table, column: column.name, target: $0)
      }
    }
  }

  private static let figures = [("department", Schema.department), ("owner", Schema.person)].map {
    Reference(table: Schema.figure, column: "value", target: $1, condition: ("name", $0))
  }

  private static let apart = [RecordKind.contact, .organisation, .lead].flatMap { kind in
    ["record", "other"].compactMap { column in
      Ref(kind, 1).table.map {
        Reference(
          table: Schema.apart, column: column, target: $0, condition: ("kind", kind.rawValue))
      }
    }
  }

  private static let imports = RecordKind.allCases.compactMap { kind in
    Ref(kind, 1).table.map {
      Reference(
        table: Schema.importRow, column: "record", target: $0,
        condition: ("kind", kind.rawValue), offset: kind == .staff ? Key.staffBase : 0)
    }
  }
}

extension TableShape {
  /// The place in the schema: a table comes after those it refers to.
  var place: Int { Self.places[name] ?? 0 }
  private static let places = Dictionary(
    uniqueKeysWithValues: Schema.records.enumerated().map { ($1.name, $0) })

  /// Whether no other row refers to its rows.
  var isLeaf: Bool { Reference.to[name] == nil }

  /// The columns of each UNIQUE constraint.
  var uniqueKeys: [[String]] { named(in: constraints.filter { $0.hasPrefix("UNIQUE") }) }

  /// The columns that a CHECK of the table holds together.
  var coupledColumns: [[String]] { named(in: constraints.filter { $0.hasPrefix("CHECK") }) }

  private func named(in constraints: [String]) -> [[String]] {
    constraints.map { constraint in
      let words = Set(constraint.split { !$0.isLetter && $0 != "_" }.map(String.init))
      return journaled.map(\.name).filter(words.contains)
    }.filter { $0.count > 1 }
  }
}
