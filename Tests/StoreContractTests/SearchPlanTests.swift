import LeadlineModel
import LeadlineQuery
import TestKit
import Testing

@testable import LeadlineStore

/// Every search answers from the index of search keys, whatever the engine.
@Suite struct SearchPlanTests {
  private static let words = [
    "伟", "张伟", "zhangwei", "zhangw", "zw", "muller", "Müller Anna", "4321", "13800004321",
    "example", "li@example.com", "1", "",
  ]

  @Test(arguments: EngineMaker.allCases)
  func noneReadsAllKeys(_ maker: EngineMaker) throws {
    let (engine, remove) = try maker.make()
    defer { remove() }
    let listener = StatementListener(engine)
    let database = try LeadlineStore.Database(engine: listener)
    try fill(database)
    var seen = 0
    for word in Self.words {
      for kind in [RecordKind.contact, .lead, .organisation] {
        listener.heard = []
        let selection = Selection(kind, fields: [], filter: .word(word), limit: 50)
        let day = Day(number: 20_000)
        let view = Viewpoint(day: day, today: day, language: .english)
        try database.select(selection, at: view) { _, _ in true }
        for statement in listener.heard where statement.names({ $0 == "search_key" }) {
          seen += 1
          for line in try plan(of: statement, maker, engine) where line.contains("search_key") {
            #expect(
              !line.contains("Seq Scan") && !line.contains("SCAN search_key"), "\(word): \(line)")
          }
        }
      }
    }
    #expect(seen > Self.words.count)
  }

  /// Contacts that a filter names are read by their keys, not found among all.
  @Test func namedContactsAreReadByTheirKeys() throws {
    let (engine, remove) = try EngineMaker.sqlite.make()
    defer { remove() }
    let listener = StatementListener(engine)
    let database = try LeadlineStore.Database(engine: listener)
    let id = try #require(Field.contacts.first { $0.name == "id" })
    let named = Filter.term(Term(id, .anyOf([.records([Ref(.contact, 1), Ref(.contact, 2)])])))
    listener.heard = []
    let day = Day(number: 20_000)
    try database.select(
      Selection(.contact, fields: [], filter: .and([named, .all])),
      at: Viewpoint(day: day, today: day, language: .english)
    ) { _, _ in true }
    let statement = try #require(listener.heard.first { $0.names { $0 == "person" } })
    let lines = try plan(of: statement, .sqlite, engine)
    #expect(lines.contains { $0.contains("USING INTEGER PRIMARY KEY") }, "\(lines)")
  }

  private func fill(_ database: LeadlineStore.Database) throws {
    let day = Day(number: 20_000)
    let author = Author(name: "Li Na", line: "fill", now: Instant(microseconds: 0), today: day)
    _ = try database.write(as: author) { writer in
      for number in 0..<1500 {
        let name = ["张伟", "李娜", "Anna Müller", "王建国", "Zoë O'Neill"][number % 5]
        let organisation = try writer.insertOrganisation("电子公司\(number)")
        let person = try writer.insertPerson(
          "\(name)\(number % 97)", [.organisation: .integer(organisation)])
        try writer.insertPhone("1380000\(1000 + number)", label: nil, of: person)
        try writer.insertEmail("p\(number)@example.com", label: nil, of: person)
        _ = try writer.insertLead(
          [.title: .text("工厂\(number)"), .currency: .text("CNY")], on: day)
      }
    }
  }

  private func plan(
    of statement: Clause, _ maker: EngineMaker, _ engine: any Engine
  ) throws -> [String] {
    let (verb, column): (Clause, Int) =
      maker == .sqlite ? ("EXPLAIN QUERY PLAN ", 3) : ("EXPLAIN ", 0)
    var lines: [String] = []
    try engine.rows("\(verb)\(statement)") { cells in
      lines.append(cells.text(column) ?? "")
      return true
    }
    return lines
  }
}

/// An engine that notes the queries it runs.
private final class StatementListener: Engine {
  private let engine: any Engine
  var heard: [Clause] = []

  init(_ engine: any Engine) { self.engine = engine }

  var dialect: any Dialect { engine.dialect }
  var location: String { engine.location }
  var canceller: any Canceller { engine.canceller }

  func run(_ clause: Clause) throws(StorageError) { try engine.run(clause) }

  func rows(_ clause: Clause, _ body: (any Cells) throws -> Bool) throws {
    heard.append(clause)
    try engine.rows(clause, body)
  }

  func load(_ rows: [[Datum]], into columns: TableColumns) throws(StorageError) {
    try engine.load(rows, into: columns)
  }

  func begin(_ purpose: TransactionPurpose) throws(StorageError) { try engine.begin(purpose) }
  func commit() throws(StorageError) { try engine.commit() }
  func rollback() { engine.rollback() }
  func tables() throws(StorageError) -> Set<String> { try engine.tables() }
  func integrityFindings() throws(StorageError) -> [String] { try engine.integrityFindings() }
}
