import LeadlineInterchange
import LeadlineModel
import LeadlineReports
import Testing

@Suite struct HTMLTests {
  private let hostile = "<script>alert(1)</script>&\"'\u{1B}\u{0}\u{202E}"
  private let harmless =
    "&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;&#39;\\u{1B}\\u{0}\\u{202E}"

  @Test func aListIsAPage() throws {
    let row = Tables.row("a<b", amount: Money(minorUnits: 6_000_000_000, currency: .cny))
    let page = try Tables.written(.html, Tables.columns, [row, Tables.none])
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">\n"))
    #expect(page.contains("<th scope=\"col\" class=\"n\">金额</th>"))
    #expect(page.contains("<td class=\"k\">a&lt;b</td><td class=\"k\">签约</td>"))
    #expect(page.contains("<td class=\"n\">CNY 60,000,000</td>"))
    #expect(page.hasSuffix("</main>\n</body>\n</html>\n"))
  }

  /// Which narrow windows leave out, while what they still cut off can be scrolled to by keys.
  @Test func furtherColumnsAreMarked() throws {
    let columns = [
      ReportColumn(id: "a", heading: "a", type: .number),
      ReportColumn(id: "b", heading: "b", type: .number, isFurther: true),
    ]
    let page = try Tables.written(.html, columns, [[.number(1), .number(2)]])
    #expect(page.contains("<th scope=\"col\" class=\"n f\">b</th>"))
    #expect(page.contains("<td class=\"n\">1</td><td class=\"n f\">2</td>"))
    #expect(page.contains("@media screen and (max-width: 40rem) { .f { display: none; } }"))
    #expect(page.contains("<div class=\"scroll\" tabindex=\"0\">"))
  }

  @Test func amountsAreWordedInThePagesLanguage() throws {
    let output = MemoryOutput()
    var writer = try #require(
      TableFormat.html.writer(to: output, base: .cny, language: .traditional))
    try writer.begin([Tables.columns[3]])
    try writer.row([.money(Money(minorUnits: 12_000_000_000, currency: .cny))])
    try writer.end()
    #expect(output.text.contains("<html lang=\"zh-Hant\">"))
    #expect(output.text.contains(">1.2億元</td>"))
  }

  @Test func nothingFromOutsideIsMarkup() throws {
    #expect(try Tables.texts(.html, [hostile]).contains("<td class=\"w\">\(harmless)</td>"))
    let output = MemoryOutput()
    try HTMLReport(to: output).write(document(hostile))
    let page = output.text
    #expect(!page.contains("<script") && !page.unicodeScalars.contains("\u{1B}"))
    // Title twice, subtitle, section, figure 3, heading, text, item, table 2, bar 2, legend.
    #expect(page.components(of: harmless) == 15)
  }

  @Test func aMarkCrossesTheBars() throws {
    let output = MemoryOutput()
    try HTMLReport(to: output).write(document("x"))
    #expect(output.text.contains("<line class=\"mark\" x1=\"40.0%\" x2=\"40.0%\""))
    #expect(output.text.contains("<p class=\"legend\">x</p>"))
  }

  @Test func cardsHaveTheirColours() throws {
    let column = ReportColumn.card(in: .english)
    let output = MemoryOutput()
    var writer = try #require(TableFormat.html.writer(to: output, base: .cny))
    try writer.begin([column])
    for card in Card.allCases { try writer.row([.choice(card.rawValue)]) }
    try writer.end()
    for (kind, words) in [
      ("warning", "warning"), ("yellow", "yellow card"), ("red", "red card"),
    ] {
      #expect(output.text.contains("<td class=\"\(kind)\">\(words)</td>"))
    }
  }

  @Test func everyElementIsClosed() throws {
    let output = MemoryOutput()
    try HTMLReport(to: output).write(document("x"))
    var open: [Substring] = []
    for tag in output.text.matches(of: /<(\/?)([a-z0-9]+)[^>]*?(\/?)>/) {
      if tag.3 == "/" || tag.2 == "meta" { continue }
      if tag.1 == "/" { #expect(open.popLast() == tag.2) } else { open.append(tag.2) }
    }
    #expect(open.isEmpty)
  }

  @Test func aReportIsMarkdownToo() throws {
    let output = MemoryOutput()
    try MarkdownReport(to: output).write(document("<b>|*"))
    #expect(output.text.hasPrefix("# &lt;b&gt;\\|\\*\n\n&lt;b&gt;\\|\\*\n\n## &lt;b&gt;"))
    #expect(output.text.contains("- &lt;b&gt;\\|\\*: **&lt;b&gt;\\|\\*** · &lt;b&gt;\\|\\*\n"))
    #expect(output.text.contains("| &lt;b&gt;\\|\\* |\n| --- |\n"))
    #expect(output.text.contains(": &lt;b&gt;\\|\\*  ██████████\n"))
    #expect(!output.text.contains("<b>"))
  }

  @Test func markdownWordsAmountsInItsLanguage() throws {
    let column = ReportColumn(id: "amount", heading: "金额", type: .money)
    let amount = FieldValue.money(Money(minorUnits: 114_180_000_000, currency: .cny))
    let document = ReportDocument(
      title: "t", subtitle: "s", language: .simplified,
      sections: [
        .init(
          "x",
          [
            .figures([.init("签约在办", "9", note: "上次8")]),
            .table(ReportTable(columns: [column], rows: [[amount]])),
          ])
      ])
    let output = MemoryOutput()
    try MarkdownReport(to: output).write(document)
    #expect(output.text.contains("- 签约在办：**9** · 上次8\n"))
    #expect(output.text.hasSuffix("| 金额 |\n| ---: |\n| 114180万元 |\n"))
  }

  @Test func emptyPartsLeaveNothing() throws {
    let output = MemoryOutput()
    let document = ReportDocument(
      title: "t", subtitle: "s", language: .english,
      sections: [
        .init(
          "x", [.figures([]), .items([]), .bars(BarChart(bars: [])), .figures([.init("a", "1")])])
      ])
    try HTMLReport(to: output).write(document)
    for tag in ["<ul", "<svg", "note\">"] { #expect(!output.text.contains(tag)) }
    #expect(output.text.components(of: "<dl") == 1)
  }

  /// Every place of a document into which text may come.
  private func document(_ text: String) -> ReportDocument {
    let column = ReportColumn(id: "x", heading: text, type: .text)
    let bar = BarChart.Bar(
      label: text, length: Share(1, of: 2), inner: Share(1, of: 4), note: text)
    return ReportDocument(
      title: text, subtitle: text, language: .english,
      sections: [
        .init(
          text,
          [
            .figures([.init(text, text, note: text)]), .heading(text), .text(text),
            .items([text]), .table(ReportTable(columns: [column], rows: [[.text(text)]])),
            .bars(BarChart(mark: BarChart.Mark(Share(2, of: 5), label: text), bars: [bar])),
          ])
      ])
  }
}

extension String {
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
