import Foundation
import LeadlineInterchange
import LeadlineModel
import Testing

@Suite struct CSVCorpusTests {
  private func rows(_ name: String, encoding: String? = nil) throws -> [[String]]? {
    guard let path = Corpora.path("csv/" + name) else { return nil }
    let rows = try CSVReaderTests.rows(CSVReader(file: path, encoding: encoding))
    let bytes = try Corpora.bytes("csv/" + name) ?? []
    #expect(try CSVReaderTests.rows(CSVReader(bytes: bytes, encoding: encoding)) == rows)
    return rows.map(\.cells)
  }

  /// The expectations of these are about other bytes than the inputs here have.
  private static let odd = ["location_coordinates", "newlines_crlf"]

  @Test func csvSpectrum() throws {
    for file in try Corpora.files(in: "csv/csv-spectrum/csvs", ending: ".csv") {
      let name = file.split(separator: "/").last.map { String($0.dropLast(4)) } ?? ""
      if Self.odd.contains(name) { continue }
      let found = try rows("csv-spectrum/csvs/\(name).csv") ?? []
      let json = try Corpora.bytes("csv/csv-spectrum/json/\(name).json") ?? []
      let wanted = try JSONSerialization.jsonObject(with: Data(json)) as? [[String: String]]
      let objects = found.dropFirst().map {
        Dictionary(uniqueKeysWithValues: zip(found[0], $0))
      }
      #expect(objects == wanted, "\(name)")
    }
  }

  @Test(
    arguments: [
      ("premiere.utf8bom", nil), ("premiere.utf16be", nil), ("premiere.utf16lebom", nil),
      ("premiere.utf32be", nil), ("premiere.utf32bebom", nil), ("premiere.utf32le", nil),
      ("premiere.utf32lebom", nil),
    ] as [(String, String?)])
  func phpSpreadsheetEncodings(name: String, encoding: String?) throws {
    guard let found = try rows("phpspreadsheet-csv/\(name).csv", encoding: encoding) else { return }
    #expect(
      found == [["première", "second", "troisième"], ["Quatrième", "cinquième", "sixième"]])
  }

  @Test func phpSpreadsheetShapes() throws {
    guard let semicolons = try rows("phpspreadsheet-csv/semicolon_separated.csv"),
      let separator = try rows("phpspreadsheet-csv/sep.csv"),
      let plain = try rows("phpspreadsheet-csv/no_delimiter.csv"),
      let backslash = try rows("phpspreadsheet-csv/backslash.csv"),
      let breaks = try rows("phpspreadsheet-csv/utf16be.line_break_in_enclosure.csv"),
      let short = try rows("phpspreadsheet-csv/encoding.utf32le.csv")
    else { return }
    #expect(semicolons.map(\.count) == [3, 3, 3])
    #expect(semicolons[1] == ["Cell A2", "Number with comma", "25,5"])
    #expect(separator == [["A", "1"], ["2", "3"]])
    #expect(plain == [["SingleLine"]])
    #expect(backslash == [["field 1", "field 2\\"], ["field 3\\", "field 4"]])
    #expect(breaks.allSatisfy { $0.count == 3 })
    #expect(breaks[1][1].hasPrefix("This is a test\r\nwith line breaks"))
    #expect(short.count == 2)
  }

  @Test func frictionless() throws {
    guard let ragged = try rows("frictionless/structure-errors.csv"),
      let invalid = try rows("frictionless/invalid.csv"),
      let bars = try rows("frictionless/table-delimiter.csv"),
      let zeros = try rows("frictionless/leading-zeros.csv"),
      let empty = try rows("frictionless/empty.csv"),
      let greek = try rows("frictionless/table-infer-iso-8859-7.csv", encoding: "iso-8859-7"),
      let named = try rows("frictionless/Table With Data.csv")
    else { return }
    #expect(ragged.map(\.count) == [3, 3, 3, 3, 6])
    #expect(invalid.map(\.count) == [4, 2, 2, 5])
    #expect(bars[2] == ["2", "中国人"])
    #expect(zeros == [["value"], ["01"], ["002"], ["00003"]])
    #expect(empty.isEmpty)
    #expect(greek[3] == ["3", "36", "Μυρων"])
    #expect(named[2][1] == "中国人")
  }

  @Test func everyFileReadsOrSaysWhy() throws {
    let folders = ["frictionless", "phpspreadsheet-csv", "rust-csv/examples/data"]
    var failures: [String] = []
    for file in try folders.flatMap({ try Corpora.files(in: "csv/" + $0, ending: ".csv") }) {
      do {
        _ = try rows(String(file.dropFirst(4)))
      } catch let error as CSVError {
        failures.append("\(file.split(separator: "/").last ?? ""): \(error.message.english)")
      }
    }
    // Latin 1 and such, without a word about it.
    print("not readable without --encoding: \(failures)")
    #expect(failures.count <= 2)
  }

  @Test func rustCSV() throws {
    guard let places = try rows("rust-csv/examples/data/uspop-latin1.csv", encoding: "latin1"),
      let colons = try rows("rust-csv/examples/data/smallpop.csv")
    else { return }
    #expect(places[3][0] == "Õakman")
    #expect(colons.allSatisfy { $0.count == 4 })
  }

  @Test func aRealPipeline() throws {
    let folder = "crm/maven-crm-ikebude-iso/sales_pipeline.csv"
    guard let path = Corpora.path(folder) else { return }
    let rows = try CSVReaderTests.rows(CSVReader(file: path))
    #expect(rows.count == 8801)
    #expect(Set(rows.map(\.cells.count)).count == 1)
    #expect(rows.last?.line == 8801)
  }
}
