import LeadlineModel
import TestKit
import Testing

@testable import LeadlineStore

/// All in which the engines' SQL differs: a new difference is a decision, made here too.
@Suite struct DialectTests {
  private static let terms: [DialectTerm] = [
    .position(of: "part", in: "whole"),
    .listing("name", from: "FROM person", orderedBy: "id"),
    .columnType(.integer), .columnType(.text), .columnType(.day),
    .dayCheck(column: "day"),
    .tableSuffix(isClustered: true), .tableSuffix(isClustered: false),
    .numbers("1,2"), .indexed(by: "person_by_6"),
  ]

  @Test(arguments: EngineMaker.allCases)
  func eachIsWrittenAsItsEngineReadsIt(_ maker: EngineMaker) throws {
    let (engine, remove) = try maker.make()
    defer { remove() }
    for term in Self.terms {
      let expected = Self.expected(of: term)
      #expect(
        Clause.dialect(term).printed(for: engine.dialect).sql
          == (maker == .sqlite ? expected.sqlite : expected.postgres))
    }
    #expect(engine.dialect.placeholder(2) == (maker == .sqlite ? "?" : "$2"))
  }

  /// There is no default: a further term does not compile until it is written here.
  private static func expected(of term: DialectTerm) -> (sqlite: String, postgres: String) {
    switch term {
    case .position: ("instr(whole, part)", "strpos(whole, part)")
    case .listing:
      (
        "(SELECT group_concat(item, char(31)) FROM "
          + "(SELECT name AS item FROM person ORDER BY id) AS items)",
        "(SELECT string_agg(name, chr(31) ORDER BY id) FROM person)"
      )
    case .columnType(.integer): ("INTEGER", "BIGINT")
    case .columnType(.text): ("TEXT", "TEXT COLLATE \"C\"")
    case .columnType(.day): ("TEXT", "DATE")
    case .dayCheck: (" CHECK (day IS date(day))", "")
    case .tableSuffix(let isClustered):
      (isClustered ? " STRICT, WITHOUT ROWID" : " STRICT", "")
    case .numbers:
      ("SELECT value FROM json_each(?)", "SELECT unnest($1::bigint[])")
    case .indexed: (" INDEXED BY person_by_6", "")
    }
  }
}
