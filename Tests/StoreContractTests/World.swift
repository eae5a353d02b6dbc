import Foundation
import LeadlineModel
import LeadlinePostgres
import LeadlineSQLite
import TestKit
import Testing

@testable import LeadlineStore

/// The engines that must keep the contract.
enum EngineMaker: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case sqlite, postgres

  /// PostgreSQL where there is a server for tests, `LEADLINE_TEST_POSTGRES`.
  static var allCases: [EngineMaker] {
    TestServer.shared == nil ? [.sqlite] : [.sqlite, .postgres]
  }

  var testDescription: String { rawValue }

  /// A new database, and what removes it.
  func make() throws -> (engine: any Engine, remove: () -> Void) {
    switch self {
    case .sqlite:
      let folder = FileManager.default.temporaryDirectory.appending(
        path: "leadline-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let engine = try SQLiteEngine(path: folder.appending(path: "leads.db").path)
      return (engine, { try? FileManager.default.removeItem(at: folder) })
    case .postgres:
      let address = try #require(TestServer.shared).address
      let schema = "w" + UUID().uuidString.lowercased().replacing("-", with: "")
      try PostgresEngine(address: address).run("CREATE SCHEMA \(raw: schema)")
      let engine = try PostgresEngine(address: "\(address)&options=-csearch_path%3D\(schema)")
      return (
        engine,
        { try? PostgresEngine(address: address).run("DROP SCHEMA \(raw: schema) CASCADE") }
      )
    }
  }
}

/// A database of its own, removed in the end, and a clock that goes on.
final class World {
  let database: LeadlineStore.Database
  private let remove: () -> Void
  private var moment: Int64 = 1_795_000_000_000_000
  var today = Day(iso: "2026-11-23")!

  /// What is behind an engine; removed in the end.
  init(_ made: (engine: any Engine, remove: () -> Void)) throws {
    remove = made.remove
    database = try LeadlineStore.Database(engine: made.engine)
  }

  convenience init(_ maker: EngineMaker) throws {
    try self.init(try maker.make())
  }

  deinit { remove() }

  func author(_ name: String = "Li Na", _ line: String = "test") -> Author {
    moment += 1_000_000
    return Author(
      name: name, line: line, now: Instant(microseconds: moment), today: today)
  }

  /// Runs a command; gives the number of its entry.
  @discardableResult
  func command(
    _ line: String = "test", by name: String = "Li Na", _ body: (Writer) throws -> Void
  ) throws -> Int64 {
    try #require(try database.write(as: author(name, line), body).entry)
  }

  @discardableResult
  func undo(_ entry: Int64? = nil, by name: String = "Li Na") throws -> UndoReport {
    try database.undo(entry, as: author(name, "undo"))
  }

  @discardableResult
  func redo(by name: String = "Li Na") throws -> UndoReport {
    try database.redo(as: author(name, "redo"))
  }

  /// Enters a lead with all that its first stage asks for; gives its key.
  func lead(_ title: String, on day: Day? = nil, _ writer: Writer) throws -> Int64 {
    let day = day ?? today
    let lead = try writer.insertLead(
      [.title: .text(title), .source: .text("alumni"), .currency: .text("CNY")], on: day)
    try writer.insertFigure(.owner, of: lead, to: writer.actor, from: day)
    return lead
  }

  /// The first row of a query, its cells as text.
  func row(_ clause: Clause, cells count: Int = 1) throws -> [String?] {
    var row: [String?] = []
    try database.engine.rows(clause) { cells in
      row = (0..<count).map { cells.text($0) }
      return false
    }
    return row
  }

  func value(_ column: String, of table: TableShape, _ id: Int64) throws -> Datum? {
    try database.read(RowKey(table, id))?[column]
  }

  func exists(_ table: TableShape, _ id: Int64) throws -> Bool {
    try database.read(RowKey(table, id)) != nil
  }

  /// All tables of records, and what follows from them, but for the entry that wrote each row.
  func dump() throws -> String {
    var text = ""
    for table in Schema.records + Schema.derived {
      let columns = (table.isRecord ? ["id"] : []) + table.columns.map(\.name)
      let names = columns.joined(separator: ", ")
      text += "\(table.name) (\(names))\n"
      try database.engine.rows(
        "SELECT \(raw: names) FROM \(raw: table.name) ORDER BY \(raw: names)"
      ) { cells in
        text += (0..<columns.count).map { cells.text($0) ?? "-" }.joined(separator: "|") + "\n"
        return true
      }
    }
    return text
  }
}
