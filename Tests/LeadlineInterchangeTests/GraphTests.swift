import Foundation
import FoundationXML
import LeadlineInterchange
import LeadlineModel
import LeadlineReports
import Testing

/// Pictures hold what the diagram says, and nothing in it acts.
@Suite struct GraphTests {
  private static let hostile = "C7 <script>alert(1)</script> \"&\\ \u{1B}[31m\u{202E}"

  private var diagram: Diagram {
    var diagram = Diagram()
    diagram.add(.init(id: "S1", text: "S1 王伟", column: 0, row: 0))
    diagram.add(.init(id: "C7", text: Self.hostile, column: 1, row: 0))
    diagram.add(.init(id: "C9", text: "C9 张伟", column: 1, row: 1))
    diagram.add(.init(id: "C9", text: "C9 张伟", column: 2, row: 0))
    diagram.add(.init(from: "S1", to: "C7", text: "60% 同班同学", isWeak: false))
    diagram.add(.init(from: "C7", to: "C9", text: Self.hostile, isWeak: true))
    diagram.add(.init(from: "C7", to: "C9", text: "again", isWeak: true))
    return diagram
  }

  @Test func svgIsWellFormedAndHoldsAll() throws {
    let output = MemoryOutput()
    try SVGWriter(to: output, language: .simplified).write(diagram)
    let reader = ElementReader()
    let parser = XMLParser(data: Data(output.bytes))
    parser.delegate = reader
    #expect(parser.parse())
    #expect(reader.counts["script"] == nil)
    #expect(reader.counts["rect"] == 4)
    #expect(reader.counts["path"] == 2)
    #expect(reader.text.contains("S1 王伟"))
    #expect(reader.text.contains("<script>alert(1)</script>"))
    #expect(!output.text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    // A box on several ways stands where the longest of them has it.
    #expect(output.text.contains("x=\"904.0\" y=\"120.0\""))
  }

  /// Two ways lead through the same two persons, in either order.
  @Test func noBoxStandsOnAnother() {
    var diagram = Diagram()
    for (row, way) in [["S1", "C1", "C2", "C9"], ["S1", "C2", "C1", "C9"]].enumerated() {
      for (column, id) in way.enumerated() {
        diagram.add(.init(id: id, text: id, column: column, row: row))
      }
    }
    let places = diagram.boxes.map { "\($0.id) \($0.column) \($0.row)" }
    #expect(places == ["S1 0 0", "C1 2 1", "C2 2 0", "C9 3 0"])
  }

  @Test func dotQuotesWhatActs() throws {
    let output = MemoryOutput()
    try DOTWriter(to: output).write(diagram)
    #expect(output.text.hasPrefix("digraph {"))
    #expect(output.text.contains("\"S1\" -> \"C7\" [label=\"60% 同班同学\"];"))
    #expect(output.text.contains("\\\"&\\\\ "))
    #expect(output.text.contains(", style=dashed];"))
    #expect(!output.text.contains("again"))
    #expect(!output.text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
  }
}

private final class ElementReader: NSObject, XMLParserDelegate {
  var counts: [String: Int] = [:]
  var text = ""

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    counts[name, default: 0] += 1
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) { self.text += text }
}
