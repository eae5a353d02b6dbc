import Foundation
import LeadlineModel
import LeadlineSQLite
import Testing

@testable import LeadlineStore

/// The engines that must keep the contract.
enum EngineMaker: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case sqlite

  var testDescription: String { rawValue }

  func engine(in folder: URL) throws -> any Engine {
    switch self {
    case .sqlite: try SQLiteEngine(path: folder.appending(path: "leads.db").path)
    }
  }
}

/// A database in a folder of its own, removed with it, and a clock that goes on.
final class World {
  let folder: URL
  let database: LeadlineStore.Database
  private var moment: Int64 = 1_795_000_000_000_000
  var today = Day(iso: "2026-11-23")!

  init(_ maker: EngineMaker) throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "leadline-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    database = try LeadlineStore.Database(engine: maker.engine(in: folder))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

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

/// Numbers that follow from a seed.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
