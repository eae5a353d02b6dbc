public import LeadlineReports

/// Writes a diagram in the language of Graphviz.
public struct DOTWriter {
  private let sink: any ByteSink

  public init(to sink: any ByteSink) { self.sink = sink }

  public func write(_ diagram: Diagram) throws {
    var text = "digraph {\n  rankdir=LR;\n  node [shape=box, style=rounded];\n"
    for box in diagram.boxes {
      text += "  \(Self.quoted(box.id)) [label=\(Self.quoted(box.text))];\n"
    }
    for line in diagram.lines {
      let style = line.isWeak ? ", style=dashed" : ""
      text += "  \(Self.quoted(line.from)) -> \(Self.quoted(line.to)) "
      text += "[label=\(Self.quoted(line.text))\(style)];\n"
    }
    try sink.write(Array((text + "}\n").utf8))
  }

  /// A quoted string: in it only the quote and the backslash act.
  private static func quoted(_ text: String) -> String {
    let safe = VisibleText.of(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(safe)\""
  }
}
