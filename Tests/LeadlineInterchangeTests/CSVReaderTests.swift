import Foundation
import LeadlineInterchange
import LeadlineModel
import Testing

@Suite struct CSVReaderTests {
  static func rows(_ reader: consuming CSVReader) throws -> [CSVRow] {
    var reader = reader
    var rows: [CSVRow] = []
    while let row = try reader.next() { rows.append(row) }
    return rows
  }

  static func rows(_ text: String, _ delimiter: CSVDelimiter? = nil) throws -> [CSVRow] {
    try rows(CSVReader(bytes: Array(text.utf8), delimiter: delimiter))
  }

  @Test(
    arguments: [
      ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
      ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
      ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
      ("a,\"x\ny\"\n", [["a", "x\ny"]]),
      ("a,\"x\"\"y\"\n", [["a", "x\"y"]]),
      ("a,b\"c\n", [["a", "b\"c"]]),
      ("a,\"b\"c\"d\n", [["a", "bc\"d"]]),
      ("a,\n,\n", [["a", ""], ["", ""]]),
      ("a,\"\"", [["a", ""]]),
      ("a\n\n\nb\n", [["a"], ["b"]]),
      ("\"\"\nb\n", [[""], ["b"]]),
      ("\u{FEFF}a,b\n", [["a", "b"]]),
      ("a,b,c\n1\n1,2,3,4\n", [["a", "b", "c"], ["1"], ["1", "2", "3", "4"]]),
      ("", []),
    ] as [(String, [[String]])])
  func reads(text: String, cells: [[String]]) throws {
    #expect(try Self.rows(text).map(\.cells) == cells)
  }

  @Test(
    arguments: [
      ("a,b\n1,2\n", ","), ("a;b\n1;2,5\n", ";"), ("a\tb\n1\t2,5\n", "\t"), ("a|b\n1|2\n", "|"),
      ("sep=;\r\na;1\r\n", ";"), ("name\nx\n", ","), ("\"a;b\";\"c\"\n1;2\n", ";"),
      ("Report, of today\na;b;c\n1;2,5;3\n4;5,5;6\n", ";"),
    ] as [(String, Character)])
  func findsTheDelimiter(text: String, delimiter: Character) throws {
    let reader = try CSVReader(bytes: Array(text.utf8))
    let found = reader.delimiter
    #expect(found == delimiter)
  }

  @Test func rowsKnowTheirLines() throws {
    let text = "sep=;\r\na;b\r\n\r\n\"x\r\ny\nz\";1\r\nc;d\r\n"
    #expect(try Self.rows(text).map(\.line) == [2, 4, 7])
  }

  @Test func anUnclosedQuoteTellsWhereItOpened() {
    #expect(throws: CSVError.unclosedQuote(line: 3)) {
      try Self.rows("a,b\n1,2\n3,\"four\n5,6\n")
    }
    #expect(throws: CSVError.unclosedQuote(line: 3)) {
      try Self.rows("a,b\n\"1\n2\",\"four\n5,6\n")
    }
  }

  @Test func tellsOfNUL() throws {
    #expect(try Self.rows("a,b\n1,x\0y\n2,z\n").map(\.hasNUL) == [false, true, false])
  }

  @Test func aFileReadsInBlocksAsInOnePiece() throws {
    let path = NSTemporaryDirectory() + "leadline-\(UUID().uuidString).csv"
    defer { try? FileManager.default.removeItem(atPath: path) }
    for seed in UInt64(1)...3 {
      print("seed \(seed)")
      var random = SeededNumbers(seed: seed)
      var text = "key,text\r\n"
      for index in 0..<20_000 {
        let cell = random.text(upTo: 30).unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }
          .joined()
        text += "\(index),\"\(cell)\"" + (["\n", "\r\n", "\r"].randomElement(using: &random) ?? "")
      }
      try text.write(toFile: path, atomically: false, encoding: .utf8)
      let fromFile = try Self.rows(CSVReader(file: path, delimiter: .comma))
      #expect(fromFile == (try Self.rows(text, .comma)))
      #expect(fromFile.count == 20_001)
    }
  }

  @Test func aMissingFileIsNamed() {
    #expect(
      throws: CSVError.input(
        .file(FileError(.reading, path: "/nowhere/x.csv", cause: .notFound)))
    ) { try Self.rows(CSVReader(file: "/nowhere/x.csv")) }
    #expect(
      throws: CSVError.input(.file(FileError(.reading, path: "/tmp", cause: .isFolder)))
    ) { try Self.rows(CSVReader(file: "/tmp")) }
  }
}
