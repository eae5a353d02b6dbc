import Foundation
import Leadline
import LeadlineInterchange
import LeadlineModel
import TestKit
import Testing

@Suite struct CardFileTests {
  @Test(arguments: EngineChoice.allCases)
  func cardsAreTakenByTheirUID(on engine: EngineChoice) throws {
    let bench = try Bench(engine)
    func cards(_ phone: String) -> String {
      """
      BEGIN:VCARD
      VERSION:3.0
      UID:u-1
      FN:张伟
      ORG:台达电子;采购部
      TITLE:经理
      TEL;TYPE=CELL:\(phone)
      BDAY:1980-01-02
      END:VCARD
      BEGIN:VCARD
      VERSION:3.0
      TEL:13900000000
      END:VCARD
      BEGIN:VCARD
      VERSION:3.0
      END:VCARD

      """
    }
    let report = try bench.take(try bench.file("phone.vcf", cards("13812345678"))) {
      $0.knownBy = "me"
    }
    #expect(report.files[0].made == 2)
    #expect(report.files[0].cardIssues.isEmpty)
    #expect(report.files[0].rejections.map(\.refusal) == [.noName(.contact)])
    #expect(
      try bench.list(.contact, "name", "org", "title", "birthday", "knows") == [
        "张伟|台达电子|经理|1980-01-02|王伟", "13900000000||||王伟",
      ])
    let path = try bench.file("phone.vcf", cards("13812340000"))
    let again = try bench.take(path) { $0.knownBy = "me" }
    #expect(again.files[0].changed == 1 && again.files[0].unchanged == 1)
    #expect(try bench.take(path).entry == nil)
  }

  @Test(arguments: ["", "\u{1}\u{2}x\n:;\n\u{7F}", "hello\n"])
  func aFileWithoutCards(_ text: String) throws {
    let bench = try Bench()
    let path = try bench.file("x.vcf", text)
    let error = try #require(throws: ImportError.self) { try bench.take(path) }
    #expect(error == .noCards(path: path))
    #expect(error.exitCode == 3)
  }

  @Test(arguments: EngineChoice.allCases)
  func aCardWithoutEndComesInAndIsTold(on engine: EngineChoice) throws {
    let bench = try Bench(engine)
    let report = try bench.take(
      try bench.file(
        "x.vcf",
        "BEGIN:VCARD\nFN:Endless\nBEGIN:VCARD\nFN:Good\nEND:VCARD\n"
          + "BEGIN:VCARD\nFN:Better\nEND:VCARD\n"))
    #expect(report.files[0].made == 3)
    #expect(
      report.files[0].cardIssues == [VCardIssue(card: 1, line: 1, cause: .missingEnd)])
  }

  /// Every file of the corpora comes in, whatever it holds, and coming in again changes nothing.
  @Test(arguments: EngineChoice.allCases)
  func everyCardOfTheCorpora(on engine: EngineChoice) throws {
    guard let folder = Corpora.path("vcard") else { return }
    let bench = try Bench(engine)
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String }
    let files = (names ?? []).filter { $0.hasSuffix(".vcf") }.sorted()
    #expect(!files.isEmpty)
    var made = 0
    for (index, name) in files.enumerated() {
      let path = folder + "/" + name
      let expected = try Self.cards(path)
      let report = try bench.take(path) { $0.origin = "file-\(index)" }
      let file = report.files[0]
      made += file.made
      #expect(file.rows == expected, "\(name)")
      #expect(
        file.made + file.repeated + file.rejected == expected, "\(name): \(file.rejections)")
      let again = try bench.take(path) { $0.origin = "file-\(index)" }
      #expect(again.entry == nil, "\(name): \(again.files[0].changes)")
    }
    print("\(files.count) files of cards, \(made) records")
    #expect(try bench.findings() == [])
  }

  private static func cards(_ path: String) throws -> Int {
    var reader = try VCardReader(file: path)
    var count = 0
    while try reader.next() != nil { count += 1 }
    return count
  }
}
