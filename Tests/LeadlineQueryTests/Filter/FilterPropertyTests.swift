import LeadlineModel
import LeadlineQuery
import Testing

@Suite struct FilterPropertyTests {
  static let seeds: [UInt64] = [1, 20_261_123, UInt64.random(in: .min ... .max)]

  @Test(arguments: seeds) func printsWhatItReads(_ seed: UInt64) throws {
    print("filters: seed \(seed)")
    var random = RandomLines(seed: seed)
    for _ in 0..<600 {
      let filter = random.filter()
      let line = "leads \(filter)"
      #expect(throws: Never.self, "\(line)") {
        let read = try TestCommands.parser.parse(line).filter
        #expect(read == filter, "\(line)")
      }
    }
  }

  @Test(arguments: seeds) func neverTraps(_ seed: UInt64) {
    print("lines: seed \(seed)")
    var random = RandomLines(seed: seed)
    for _ in 0..<600 {
      let line = random.line()
      check { () throws(Diagnostic) in try TestCommands.parser.parse(line) }
      _ = Lexer.openPart(line)
      for cursor in [line.startIndex, line.unicodeScalars.indices.randomElement() ?? line.endIndex]
      {
        _ = TestCommands.parser.expectation(line, cursor: cursor)
      }
      let expected = TestCommands.parser.expectation(line, cursor: line.endIndex)
      #expect(expected.range.upperBound == line.endIndex)
      let arguments = random.arguments()
      check { () throws(Diagnostic) in try TestCommands.parser.parse(arguments: arguments) }
    }
  }

  private func check(_ parse: () throws(Diagnostic) -> ParsedLine) {
    do {
      _ = try parse()
    } catch {
      for language in Language.allCases { #expect(!error.render(language).isEmpty) }
    }
  }
}
