public import LeadlineReports
internal import Mustache

/// Writes a report as one page: self-contained, its charts drawn inline.
public struct HTMLReport {
  private let sink: any ByteSink

  public init(to sink: any ByteSink) { self.sink = sink }

  public func write(_ document: ReportDocument) throws {
    let rows = try HTMLRows(document.language)
    let block = try MustacheTemplate(string: HTMLTemplates.block)
    var out = OutputBlock(sink)
    out.append(rows.page(titled: document.title))
    out.append(
      try Self.element("h1", document.title) + Self.element("p class=\"sub\"", document.subtitle))
    for section in document.sections {
      out.append(try "<section>\n" + Self.element("h2", section.title))
      for part in section.blocks {
        if case .table(let table) = part {
          out.append(rows.table(table.columns))
          for row in table.rows { out.append(rows.row(row, table.columns)) }
          out.append(HTMLTemplates.tableEnd)
        } else {
          out.append(block.render(Self.filling(part)))
        }
      }
      out.append("</section>\n")
      try out.rowEnded()
    }
    out.append(HTMLTemplates.end)
    try out.flush()
  }

  /// Text alone in an element.
  private static func element(_ tag: String, _ text: String) throws -> String {
    let name = tag.prefix { $0 != " " }
    let template = try MustacheTemplate(string: "<\(tag)>{{.}}</\(name)>\n")
    return template.render(VisibleText.of(text))
  }

  private static func filling(_ block: ReportDocument.Block) -> [String: Any] {
    switch block {
    case .figures(let figures):
      [
        "figures?": !figures.isEmpty,
        "figures": figures.map { figure in
          var filling = [
            "label": VisibleText.of(figure.label), "value": VisibleText.of(figure.value),
          ]
          if !figure.note.isEmpty { filling["note"] = VisibleText.of(figure.note) }
          return filling
        },
      ]
    case .heading(let text): ["subheading": VisibleText.of(text)]
    case .text(let text): ["paragraph": VisibleText.of(text)]
    case .items(let items): ["items?": !items.isEmpty, "items": items.map(VisibleText.of)]
    case .bars(let chart): bars(chart)
    case .table: [:]
    }
  }

  /// Bars as wide as the page, whatever its width: lengths are percentages, texts keep their size.
  private static func bars(_ chart: BarChart) -> [String: Any] {
    let bars = chart.bars.map { bar in
      var filling = [
        "label": VisibleText.of(bar.label), "note": VisibleText.of(bar.note),
        "length": percent(bar.length),
      ]
      filling["inner"] = bar.inner.map(percent)
      filling["mark"] = chart.mark.map { percent($0.length) }
      return filling
    }
    var filling: [String: Any] = ["bars?": !bars.isEmpty, "bars": bars]
    filling["legend"] = bars.isEmpty ? nil : chart.mark.map { VisibleText.of($0.label) }
    return filling
  }

  /// With one decimal, at most 100.
  private static func percent(_ share: Share) -> String {
    let tenths = Int((min(1, max(0, share.fraction)) * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
