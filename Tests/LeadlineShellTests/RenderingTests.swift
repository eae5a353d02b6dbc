import LeadlineModel
import LeadlineReports
import Testing

@testable import LeadlineShell

/// Collects what a sink gives.
final class Collected: ByteTarget {
  var bytes: [UInt8] = []
  var text: String { String(decoding: bytes, as: UTF8.self) }
  func write(_ bytes: [UInt8]) { self.bytes += bytes }
  func finish() {}
  func abandon() {}
}

@Suite struct RenderingTests {
  private static let columns = [
    ReportColumn(id: "id", heading: "id", type: .id),
    ReportColumn(id: "title", heading: "title", type: .text),
    ReportColumn(id: "agreed", heading: "agreed", type: .money),
    ReportColumn(id: "owner", heading: "owner", type: .record(.staff)),
    ReportColumn(
      id: "level", heading: "level", type: .choice([]), names: ["red": "Red", "yellow": "Yellow"]),
    ReportColumn(id: "idle", heading: "idle", type: .days),
  ]

  private static let rows: [[FieldValue]] = [
    [
      .text("L1"), .text("台达电子（苏州）扩建项目二期"), .money(yuan(120_000_000)),
      .record(Ref(.staff, 1), name: "王伟"), .choice("red"), .days(30),
    ],
    [
      .text("L12"), .text("short \u{1B}[2J"), .none, .record(Ref(.staff, 2), name: ""),
      .choice("yellow"), .days(5),
    ],
  ]

  private static func yuan(_ amount: Int64) -> Money {
    Money(minorUnits: amount * 100, currency: .cny)
  }

  private func table(
    width: Int, language: Language = .english, isColored: Bool = false, sample: Int = 1000
  ) throws -> String {
    let target = Collected()
    let sink = Sink(target)
    var table = TerminalTable(
      sink: sink, width: width, text: ValueText(language: language),
      style: Style(isColored: isColored), sample: sample)
    table.begin(Self.columns)
    for row in Self.rows { try table.row(row) }
    try table.end()
    try sink.finish()
    return target.text
  }

  @Test func cardsAndLevelsAreColoured() {
    let style = Style(isColored: true)
    #expect(style.graded("x", as: .choice("red")) == "\u{1B}[31mx\u{1B}[0m")
    for yellow in ["yellow", "warning"] {
      #expect(style.graded("x", as: .choice(yellow)) == "\u{1B}[33mx\u{1B}[0m")
    }
    #expect(style.graded("x", as: .choice("signed")) == "x")
    #expect(Style(isColored: false).graded("x", as: .choice("red")) == "x")
  }

  @Test func alignsByCells() throws {
    let expected = """
      id   title                                  agreed  owner  level   idle
      L1   台达电子（苏州）扩建项目二期  CNY 120,000,000  王伟   Red      30d
      L12  short \\u{1B}[2J                                S2     Yellow    5d

      """
    let shown = try table(width: 80)
    #expect(shown == expected)
  }

  /// A board of one department in a window of so many cells.
  private func board(
    width: Int, _ department: FieldType = .text, _ name: FieldValue = .text("经济开发区招商局")
  ) throws -> String {
    func figure(_ id: String, isFurther: Bool = false) -> ReportColumn {
      ReportColumn(id: id, heading: id, type: .text, isFigure: true, isFurther: isFurther)
    }
    let columns = [
      ReportColumn(id: "department", heading: "department", type: department),
      ReportColumn(id: "tier", heading: "tier", type: .text, isFurther: true),
      figure("funds arrived"), figure("uncapped", isFurther: true), figure("pace"),
    ]
    let target = Collected()
    let sink = Sink(target)
    var table = TerminalTable(
      sink: sink, width: width, text: ValueText(language: .english),
      style: Style(isColored: false))
    table.begin(columns)
    try table.row([name] + ["the two zones", "66.6%", "117.3%", "9.5%"].map { .text($0) })
    try table.end()
    try sink.finish()
    return target.text
  }

  @Test func namesOfRecordsAreNotCutWhileFurtherColumnsStand() throws {
    let shown = try board(
      width: 42, .record(.department), .record(Ref(.department, 1), name: "经济开发区招商局"))
    #expect(shown.contains("\n经济开发区招商局"), "\(shown)")
  }

  @Test func leavesFurtherColumnsOutBeforeRowsBecomeLines() throws {
    #expect(
      try board(width: 70) == """
        department        tier           funds arrived  uncapped  pace
        经济开发区招商局  the two zones          66.6%    117.3%  9.5%

        """)
    #expect(
      try board(width: 42) == """
        department  tier        funds ..  pace  ..
        经济开发..  the two ..     66.6%  9.5%

        """)
    #expect(
      try board(width: 30) == """
        department  funds ..  pace  ..
        经济开发..     66.6%  9.5%

        """)
    #expect(try board(width: 27).hasPrefix("department: 经济开发区招商局\ntier: the two zones\n"))
    for width in 28...80 {
      let lines = try board(width: width).split(separator: "\n")
      #expect(lines.count == 2 && lines.allSatisfy { CellWidth.of($0) <= width }, "\(width)")
      #expect(lines[1].hasSuffix("9.5%"))
    }
  }

  @Test func cutsTextAloneToFit() throws {
    let expected = """
      id   title                       agreed  owner  level   idle
      L1   台达电子（苏州..   CNY 120,000,000  王伟   Red      30d
      L12  short \\u{1B}[2J                     S2     Yellow    5d

      """
    let shown = try table(width: 60)
    #expect(shown == expected)
    for width in 51...80 {
      for line in try table(width: width).split(separator: "\n") {
        #expect(CellWidth.of(line) <= width)
      }
    }
  }

  @Test func turnsIntoRecordsWhereItWouldCutMore() throws {
    let expected = """
      id: L1
      title: 台达电子（苏州）扩建项目二期
      agreed: 1.2亿元
      owner: 王伟
      level: Red
      idle: 30d

      id: L12
      title: short \\u{1B}[2J
      owner: S2
      level: Yellow
      idle: 5d

      """
    #expect(try table(width: 30, language: .simplified) == expected)
    #expect(try table(width: 30, language: .simplified, sample: 1) == expected)
  }

  @Test func colourOnlyRepeatsWords() throws {
    let colored = try table(width: 60, isColored: true)
    #expect(colored.contains("\u{1B}[31mRed\u{1B}[0m"))
    #expect(colored.contains("\u{1B}[33mYellow\u{1B}[0m"))
    #expect(try colored.replacing(/\u{1B}\[\d+m/, with: "") == table(width: 60))
  }

  @Test func laterRowsStreamInTheColumnsOfTheFirst() throws {
    let lines = try table(width: 80, sample: 1).split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[2].hasPrefix("L12  short"))
  }

  @Test(arguments: [
    (120_000_000, "1.2亿元", "1.2億元"), (60_000_000, "6000万元", "6000萬元"),
    (123_450_000, "12345万元", "12345萬元"), (105_000_000, "1.05亿元", "1.05億元"),
    (100_000_000, "1亿元", "1億元"), (52_500, "52,500元", "52,500元"), (0, "0元", "0元"),
    (-120_000_000, "-1.2亿元", "-1.2億元"),
  ]) func chineseMoneyIsExact(yuan: Int64, simplified: String, traditional: String) {
    #expect(Self.yuan(yuan).text(in: .simplified) == simplified)
    #expect(Self.yuan(yuan).text(in: .traditional) == traditional)
    #expect(Self.yuan(yuan).text(in: .english) == Self.yuan(yuan).description)
  }

  @Test func foreignMoneyKeepsItsCode() throws {
    let dollars = Money(minorUnits: 300_000_050, currency: try #require(Currency(code: "USD")))
    #expect(dollars.text(in: .simplified) == "USD 3,000,000.50")
    #expect(Money(minorUnits: 5_250_050, currency: .cny).text(in: .simplified) == "52,500.50元")
  }

  @Test(arguments: [
    (ColorChoice.auto, ["TERM": "xterm"], true, true), (.auto, ["TERM": "xterm"], false, false),
    (.auto, ["TERM": "dumb"], true, false), (.auto, [:], true, false),
    (.auto, ["TERM": "xterm", "NO_COLOR": "1"], true, false),
    (.auto, ["TERM": "xterm", "NO_COLOR": ""], true, true),
    (.always, ["NO_COLOR": "1"], false, true), (.never, ["TERM": "xterm"], true, false),
  ]) func choosesColour(
    choice: ColorChoice, environment: [String: String], isTerminal: Bool, expected: Bool
  ) {
    let style = choice.style(environment: environment, isTerminal: isTerminal)
    #expect(style.isColored == expected)
  }
}
