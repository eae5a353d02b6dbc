/// What a column holds.
public enum ColumnType: Hashable, Sendable {
  case integer
  case text
  /// A calendar day.
  case day
}

/// One column of a table.
struct ColumnShape: Hashable, Sendable {
  let name: String
  let type: ColumnType
  var isRequired = false
  /// The table whose `id` it names.
  var references: String? = nil
  /// A condition on the value, in SQL that every engine reads.
  var check: String? = nil
  /// Follows from other rows or columns: recomputed, never journaled.
  var isDerived = false
  /// What the column follows from, where that is another column of the same row.
  var source: Source? = nil

  enum Source: Hashable, Sendable {
    /// The folded text of the column named.
    case fold(String)
    /// The key by which names of persons in the column are ordered.
    case personSort(String)
    /// The key by which other names in the column are ordered.
    case sort(String)
    /// The digits of the phone number in the column.
    case digits(String)
  }
}

/// One table as data: the one description that the schema, the journal and `check` read.
///
/// Tables of records have `id`, their key, and `entry` too, the journal entry that last wrote the
/// row.
struct TableShape: Hashable, Sendable {
  let name: String
  let columns: [ColumnShape]
  /// Further constraints, in SQL that every engine reads.
  let constraints: [String]
  /// Columns of each index, as SQL.
  let indexes: [String]
  /// Whether its rows are records: with `id` and `entry`, and journaled.
  let isRecord: Bool
  /// The columns of its primary key.
  let key: [String]
  /// All of its columns, as rows are loaded.
  let loaded: TableColumns
  /// Where the columns of the key stand among those loaded.
  let keyPlaces: [Int]

  /// A table of `columns`, and of the texts `folded`, each with the twin by which it is filtered;
  /// one of records unless it has a `key` of its own.
  init(
    name: String, columns: [ColumnShape], folded: [String] = [], constraints: [String] = [],
    indexes: [String] = [], key: [String]? = nil
  ) {
    self.name = name
    self.columns = columns + folded.flatMap { [.text($0), .fold($0)] }
    self.constraints = constraints
    self.indexes = indexes
    isRecord = key == nil
    self.key = key ?? ["id"]
    let names = self.columns.map(\.name)
    loaded = TableColumns(table: name, columns: isRecord ? ["id"] + names + ["entry"] : names)
    keyPlaces = self.key.compactMap { [loaded] in loaded.columns.firstIndex(of: $0) }
  }

  /// What each of the loaded columns holds.
  var loadedTypes: [ColumnType] {
    isRecord ? [.integer] + columns.map(\.type) + [.integer] : columns.map(\.type)
  }

  func column(_ name: String) -> ColumnShape? {
    columns.first { $0.name == name }
  }

  /// What the journal keeps of a removed row.
  var journaled: [ColumnShape] { columns.filter { !$0.isDerived } }
}

extension ColumnShape {
  static func integer(_ name: String) -> ColumnShape { .init(name: name, type: .integer) }
  static func text(_ name: String) -> ColumnShape { .init(name: name, type: .text) }
  static func day(_ name: String) -> ColumnShape { .init(name: name, type: .day) }
  static func key(_ name: String, of table: String) -> ColumnShape {
    .init(name: name, type: .integer, references: table)
  }
  /// The folded twin of the text column of this name.
  static func fold(_ name: String) -> ColumnShape {
    .init(name: "\(name)_fold", type: .text, isDerived: true, source: .fold(name))
  }
  static func flag(_ name: String) -> ColumnShape {
    .init(name: name, type: .integer, isRequired: true, check: "\(name) IN (0, 1)")
  }

  var required: ColumnShape { with { $0.isRequired = true } }
  var derived: ColumnShape { with { $0.isDerived = true } }
  func checked(_ condition: String) -> ColumnShape { with { $0.check = condition } }
  func oneOf(_ values: [String]) -> ColumnShape {
    checked("\(name) IN (\(values.map { "'\($0)'" }.joined(separator: ", ")))")
  }

  private func with(_ change: (inout ColumnShape) -> Void) -> ColumnShape {
    var copy = self
    change(&copy)
    return copy
  }
}
