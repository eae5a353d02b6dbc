import LeadlineModel
import Testing

@testable import LeadlineStore

/// What happens to the first fitting row of a table on its way to the database.
struct Alteration: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let table: String
  /// Where the difference is found; nil for a row that is missing or too much.
  let column: String?
  /// The row as it is loaded instead; nil where it is not to be altered.
  let alter: @Sendable ([String: Datum]) -> [[String: Datum]]?

  private init(
    _ name: String, _ table: String, _ column: String?,
    _ alter: @escaping @Sendable ([String: Datum]) -> [[String: Datum]]?
  ) {
    testDescription = name
    self.table = table
    self.column = column
    self.alter = alter
  }

  private static func value(
    _ name: String, _ table: String, _ column: String,
    _ change: @escaping @Sendable (Datum) -> Datum?
  ) -> Alteration {
    Alteration(name, table, column) { row in
      row[column].flatMap(change).map { [row.merging([column: $0]) { $1 }] }
    }
  }

  static let all: [Alteration] = [
    value("an amount", "figure", "value") { _ in .integer(1) },
    value("a day", "move", "day") { $0 == .null ? nil : .day(Day(iso: "2001-01-01")!) },
    value("a text made empty", "organisation", "name") { _ in .text("") },
    value("an empty text made none", "organisation", "note") { $0 == .text("") ? .null : nil },
    value("nothing made an empty text", "organisation", "sector") {
      $0 == .null ? .text("") : nil
    },
    value("a hash", "entry", "hash") { _ in .text("0") },
    value("a counter", "counter", "next") { _ in .integer(1000) },
    value("an old value", "entry_change", "was") { _ in .text("{}") },
    // Two ways to write one letter are equal to Swift, and not the same text.
    value("a letter written otherwise", "organisation", "name") {
      $0 == .text("O\u{308}") ? .text("\u{D6}") : nil
    },
    Alteration("a row left out", "search_key", nil) { _ in [] },
    Alteration("a row too much", "search_key", nil) { row in
      [row, row.merging(["token": .text("zzz"), "record": .integer(999)]) { $1 }]
    },
    Alteration("another key", "move", nil) { [$0.merging(["id": .integer(999)]) { $1 }] },
  ]
}

/// An engine that alters what is loaded into it.
final class AlteringEngine: Engine {
  private let engine: any Engine
  private let alteration: Alteration
  /// The key of the row where the copy differs.
  private(set) var row: String?

  init(_ engine: any Engine, _ alteration: Alteration) {
    self.engine = engine
    self.alteration = alteration
  }

  func load(_ rows: [[Datum]], into columns: TableColumns) throws(StorageError) {
    let isMeant = columns.table == alteration.table
    try engine.load(isMeant ? altered(rows, columns) : rows, into: columns)
  }

  private func altered(_ rows: [[Datum]], _ columns: TableColumns) -> [[Datum]] {
    var result: [[Datum]] = []
    for row in rows {
      let named = Dictionary(uniqueKeysWithValues: zip(columns.columns, row))
      guard self.row == nil, let altered = alteration.alter(named) else {
        result.append(row)
        continue
      }
      result += altered.map { row in columns.columns.map { row[$0] ?? .null } }
      self.row = key(of: altered.count > 1 ? altered[1] : named)
    }
    return result
  }

  private func key(of row: [String: Datum]) -> String {
    let names = Schema.all.first { $0.name == alteration.table }?.key ?? []
    return names.map { name in
      switch row[name] {
      case .integer(let value): String(value)
      case .text(let text): text
      default: "?"
      }
    }.joined(separator: ", ")
  }

  var dialect: any Dialect { engine.dialect }
  var location: String { engine.location }
  var canceller: any Canceller { engine.canceller }
  func run(_ clause: Clause) throws(StorageError) { try engine.run(clause) }
  func rows(_ clause: Clause, _ body: (any Cells) throws -> Bool) throws {
    try engine.rows(clause, body)
  }
  func begin(_ purpose: TransactionPurpose) throws(StorageError) { try engine.begin(purpose) }
  func commit() throws(StorageError) { try engine.commit() }
  func rollback() { engine.rollback() }
  func tables() throws(StorageError) -> Set<String> { try engine.tables() }
  func integrityFindings() throws(StorageError) -> [String] { try engine.integrityFindings() }
}
