import Foundation
import LeadlineModel
import Testing

/// The cases of a widely used pinyin matcher, read where they stand.
@Suite struct NameExpectationsTests {
  struct Case: Decodable {
    enum Expected: Decodable {
      case found([Int])
      case missing

      init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        self =
          try (try? value.decode([Int].self)).map(Expected.found)
          ?? (value.decode(Bool.self) ? .found([]) : .missing)
      }
    }

    let text: String
    let query: String
    let expected: Expected
  }

  @Test func casesHold() throws {
    guard let lines = try Self.lines() else { return }
    for line in lines {
      let expected = try JSONDecoder().decode(Case.self, from: Data(line.utf8))
      let rank = NameMatch.rank(query: expected.query, name: expected.text)
      #expect(NameIndex([expected.text]).find(expected.query)[expected.text] == rank)
      switch expected.expected {
      case .found: #expect(rank != nil, "\(line)")
      case .missing: #expect(rank == nil, "\(line)")
      }
    }
    print("\(lines.count) cases of pinyin search read")
  }

  private static func lines() throws -> [Substring]? {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let folder =
      ProcessInfo.processInfo.environment["LEADLINE_CORPORA"].map(URL.init(fileURLWithPath:))
      ?? root.appendingPathComponent("../shared/corpora")
    let file = folder.appendingPathComponent("expected/pinyin_search.jsonl").standardized
    guard let text = try? String(contentsOf: file, encoding: .utf8) else {
      print("skipped: no pinyin_search.jsonl at \(file.path)")
      return nil
    }
    return text.split(separator: "\n")
  }
}
