internal import LeadlineModel
public import LeadlineReports

/// Writes a report as GitHub's Markdown; nothing in the data becomes markup.
public struct MarkdownReport {
  private let sink: any ByteSink

  public init(to sink: any ByteSink) { self.sink = sink }

  public func write(_ document: ReportDocument) throws {
    try put("# \(escaped(document.title))\n\n\(escaped(document.subtitle))\n")
    for section in document.sections {
      try put("\n## \(escaped(section.title))\n")
      for block in section.blocks { try write(block, in: document.language) }
    }
  }

  private func write(_ block: ReportDocument.Block, in language: Language) throws {
    switch block {
    case .heading(let text): try put("\n### \(escaped(text))\n")
    case .text(let text): try put("\n\(escaped(text))\n")
    case .items(let items): try put("\n" + items.map { "- \(escaped($0))\n" }.joined())
    case .figures(let figures):
      try put(
        "\n"
          + figures.map { figure in
            let label = escaped(figure.label) + language.colon
            let note = figure.note.isEmpty ? "" : " · \(escaped(figure.note))"
            return "- \(label)**\(escaped(figure.value))**\(note)\n"
          }.joined())
    case .bars(let chart):
      let bars = chart.bars.map { bar in
        let drawn = bar.length.bar(of: 20)
        let rest = drawn.isEmpty ? "" : "  \(drawn)"
        return "- \(escaped(bar.label))\(language.colon)\(escaped(bar.note))\(rest)\n"
      }
      try put("\n" + bars.joined())
    case .table(let table):
      try put("\n")
      var writer: any TableWriter = MarkdownWriter(to: sink, language: language)
      try table.write(to: &writer)
    }
  }

  private func escaped(_ text: String) -> String { MarkdownWriter.escaped(text) }

  private func put(_ text: String) throws { try sink.write(Array(text.utf8)) }
}
