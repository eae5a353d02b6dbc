import LeadlineInterchange
import LeadlineModel
import LeadlineReports
import Testing

@Suite struct CSVGuardTests {
  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+1+2", "'+1+2"), ("-x", "'-x"), ("@SUM(1)", "'@SUM(1)"), ("\tx", "'\tx"),
    ("\rx", "'\rx"), ("＝1", "'＝1"), ("＠x", "'＠x"), ("'x", "''x"), ("x=1", "x=1"), ("", ""),
    ("+86 138 1234 5678", "+86 138 1234 5678"), ("+1 (512) 555-0100", "+1 (512) 555-0100"),
    ("+86 138 1234 5678; +86 139 1234 5678", "+86 138 1234 5678; +86 139 1234 5678"),
    ("+86 138 1234 5678; =x", "'+86 138 1234 5678; =x"), ("-138 1234", "'-138 1234"),
    ("+12", "'+12"), ("+86138=1", "'+86138=1"),
  ])
  func guards(text: String, guarded: String) {
    #expect(CSVGuard.guarding(text) == guarded)
    #expect(CSVGuard.strip(guarded) == text)
  }

  @Test func stripsOnlyWhatAGuardPutThere() {
    #expect(CSVGuard.strip("'Tis") == "'Tis")
    #expect(CSVGuard.strip("'") == "'")
    #expect(CSVGuard.strip("'=x") == "=x")
  }

  @Test func noPayloadPasses() throws {
    guard let bytes = try Corpora.bytes("injection/payloadbox-csv/Intruder/csv-payload.txt") else {
      return
    }
    let payloads = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    let text = try Tables.texts(.csv, payloads)
    let rows = try CSVReaderTests.rows(text, .comma).dropFirst().map { $0.cells[0] }
    #expect(rows.map(CSVGuard.strip) == payloads)
    for cell in rows { #expect(!"=+-@".contains(cell.first ?? " ")) }
  }

  @Test func numbersAreNotGuarded() throws {
    let column = ReportColumn(id: "amount", heading: "amount", type: .money)
    let value = FieldValue.money(Money(minorUnits: -500, currency: .cny))
    #expect(try Tables.written(.csv, [column], [[value]]).hasSuffix("\r\n-5\r\n"))
  }

  @Test(arguments: [UInt64(11), 12, 13], [true, false])
  func whatIsWrittenComesBack(seed: UInt64, forMachine: Bool) throws {
    print("seed \(seed)")
    var random = SeededNumbers(seed: seed)
    let columns = (0..<3).map { ReportColumn(id: "c\($0)", heading: "c\($0)", type: .text) }
    let table = (0..<2000).map { _ in (0..<3).map { _ in random.text(upTo: 6) } }
    let text = try Tables.written(
      .csv, forMachine: forMachine, columns, table.map { $0.map(FieldValue.text) })
    let back = try CSVReaderTests.rows(text).dropFirst().map(\.cells)
    let stripped = forMachine ? Array(back) : back.map { $0.map(CSVGuard.strip) }
    #expect(stripped.count == table.count)
    for (left, right) in zip(stripped, table) {
      #expect(left.map { Array($0.utf8) } == right.map { Array($0.utf8) })
    }
  }

  @Test(arguments: [UInt64(21), 22])
  func aSingleColumnComesBack(seed: UInt64) throws {
    print("seed \(seed)")
    var random = SeededNumbers(seed: seed)
    let texts = (0..<2000).map { _ in random.text(upTo: 5) }
    let back = try CSVReaderTests.rows(try Tables.texts(.csv, forMachine: true, texts))
    #expect(back.dropFirst().map { Array($0.cells[0].utf8) } == texts.map { Array($0.utf8) })
  }

  @Test(arguments: [UInt64(31), 32])
  func listsComeBack(seed: UInt64) {
    print("seed \(seed)")
    var random = SeededNumbers(seed: seed)
    for _ in 0..<3000 {
      let count = Int.random(in: 0...4, using: &random)
      let items = (0..<count).map { _ in random.text(upTo: 5) }
      #expect(
        ListText.split(ListText.joined(items)).map { Array($0.utf8) }
          == items.map { Array($0.utf8) })
    }
    #expect(ListText.split(" a ;b; ;c") == ["a", "b", "c"])
  }
}
