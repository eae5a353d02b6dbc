import LeadlineModel
import LeadlineQuery
import Testing

@Suite struct DiagnosticTests {
  private func refusal(_ line: String) -> Diagnostic? {
    do {
      _ = try TestCommands.parser.parse(line)
      return nil
    } catch {
      return error
    }
  }

  private func shown(_ line: String, _ language: Language = .english) -> String? {
    refusal(line)?.render(language)
  }

  @Test func pointsAtAnUnknownField() {
    #expect(
      shown("leads staeg:intent") == """
        error: unknown field 'staeg'
          leads staeg:intent
                ^^^^^
          did you mean stage?   all fields: help fields
        """)
  }

  @Test func countsCells() {
    #expect(
      shown("线索 汽车 阶段:意相", .simplified) == """
        错误：没有阶段“意相”
          线索 汽车 阶段:意相
                         ^^^^
          是不是 intent？   可用：intent、signed、started、funded
        """)
  }

  @Test func saysOnceWhatABadValueMayMean() throws {
    let error = try #require(self.shown("leads closed:202211"))
    #expect(error.ranges(of: "did you mean 2022-11?").count == 1)
  }

  @Test func showsWhatCouldSteerATerminal() {
    let shown = shown("leads staeg:\u{1B}[31m")
    #expect(shown?.contains("\u{1B}") == false)
    #expect(shown?.contains("staeg:\\u{1B}[31m") == true)
  }

  /// The place and the nearest right thing of every error.
  static let cases: [(String, String, [String])] = [
    ("laeds", "laeds", ["leads"]),
    ("停带", "停带", ["停滞"]),
    ("s", "s", ["stalled", "show", "snooze", "set"]),
    ("leads --sotr x", "--sotr", ["--sort"]),
    ("leads --sort", "--sort", []),
    ("leads --yes=1", "--yes=1", []),
    ("leads --yse=1", "--yse", ["--yes"]),
    ("leads stage:intnet,signed", "intnet", ["intent"]),
    ("leads amount:50m..60x", "60x", []),
    ("leads owner=王伟", "owner=王伟", []),
    ("leads 汽车)", ")", []),
    ("leads (汽车", "(", []),
    ("leads 汽车 or", "or", []),
    ("leads owner:\"王", "\"", []),
    ("leads closed:2022..2021", "2022..2021", ["2021..2022"]),
    ("move L42", "", []),
    ("move L42 singed", "singed", ["signed"]),
    ("move C7 signed", "C7", []),
    ("move L42,C7 signed", "C7", []),
    ("move L42 signed now", "now", []),
    ("move L42 signed stage=intent", "stage", []),
    ("move L42 signed agred=5m", "agred", ["agreed"]),
    ("set L42 owner:王伟", "owner:王伟", []),
    ("set @0 owner=x", "@0", []),
    ("log vist", "vist", ["visit"]),
    ("log 台达 vist", "vist", ["visit"]),
    ("log S3 visit", "S3", []),
    ("plan L42 201813", "201813", []),
    ("plan L42 \"fri\"", "\"fri\"", []),
    ("undo 12", "12", []),
    ("receipt L42 5 5", "5", []),
    ("stalled > a b", "> a b", []),
    ("receipt L42 5万 note=x", "note", []),
    ("leads stage!=intent", "stage!=intent", []),
    ("leads 汽车 owner！=王伟", "owner！=王伟", []),
    ("leads (amount！＝5 or 汽车)", "amount！＝5", []),
    ("leads 阶段!=意向", "阶段!=意向", []),
    ("leads staeg!=intent", "staeg", ["stage"]),
    ("move stage!=intent signed", "stage!=intent", []),
    ("set L42 owner!=王伟", "owner!=王伟", []),
    ("leads 阶断:意向", "阶断", ["阶段"]),
    ("leads 階斷:意向", "階斷", ["階段"]),
    ("leads closed:2022-09-30..09-01", "2022-09-30..09-01", ["2022-09-01..2022-09-30"]),
    ("leads closed:2022-09-01..30", "30", []),
    ("leads closed:2021-01-01..02-29", "02-29", []),
    ("log L42", "", []),
    ("log @3", "", []),
    ("log owner:me", "", []),
    ("log L42 guests=12", "", []),
    ("show X1", "X1", []),
    ("show L042", "L042", []),
    ("log X1", "X1", []),
    ("log X1 visit", "X1", []),
    ("move l07 signed", "l07", []),
  ]

  @Test(arguments: cases) func pointsAtThePlace(
    _ line: String, _ place: String, _ suggestions: [String]
  ) throws {
    let diagnostic = try #require(refusal(line))
    let range = try #require(diagnostic.range)
    #expect(diagnostic.line[range] == place, "\(diagnostic)")
    #expect(diagnostic.suggestions == suggestions, "\(diagnostic)")
    #expect(diagnostic.exitCode == 2)
    for language in Language.allCases {
      #expect(!diagnostic.message[language].isEmpty)
      #expect(diagnostic.render(language).split(separator: "\n").count >= 3)
    }
  }

  @Test func saysHowToExclude() {
    #expect(
      shown("leads 汽车 stage!=intent") == """
        error: '!=' means nothing here
          leads 汽车 stage!=intent
                     ^^^^^^^^^^^^^
          to exclude: not stage:intent
        """)
  }

  @Test func saysWhichSlotIsMissing() {
    #expect(refusal("log L42")?.problem == .missingSlot("KIND", command: "log"))
    #expect(refusal("log 台达 L42")?.problem != .missingSlot("KIND", command: "log"))
  }

  @Test func saysWhatARefIs() {
    #expect(
      shown("show X1") == """
        error: 'X1' is no ref: L C S O D K A F and a number from 1
          show X1
               ^^
          as a name, put it in quotes
        """)
    #expect(
      refusal("move O1 signed")?.message.english == "O1 is an organisation, here stands a lead")
  }

  @Test(arguments: [
    ("汽车 stage:intent", "stage:intent"), ("汽车 化工 amount>50m", "amount>50m"),
    ("汽车 阶段=意向", "阶段=意向"), ("汽车 stage!=intent", "stage!=intent"),
  ])
  func anArgumentIsOneWord(_ argument: String, _ place: String) throws {
    do {
      _ = try TestCommands.parser.parse(arguments: ["leads", argument])
      Issue.record("parsed")
    } catch {
      #expect(error.range.map { String(error.line[$0]) } == place)
      guard case .joinedWords(_, let term) = error.problem else {
        Issue.record("\(error)")
        return
      }
      #expect(term == place)
      #expect(error.render(.english).hasSuffix(" '\(place)'"))
    }
  }

  @Test func prefixesInEveryLanguage() {
    #expect(Language.allCases.map(Diagnostic.prefix) == ["error: ", "错误：", "錯誤："])
  }

  @Test func namesWhatSetsAField() {
    #expect(refusal("set L1 stage=signed")?.message.english == "stage is not given: set by move")
    #expect(
      refusal("set L1 amount=5m")?.message.english.hasSuffix("expected, agreed, total") == true)
  }

  @Test func pointsIntoArguments() throws {
    do {
      _ = try TestCommands.parser.parse(arguments: ["leads", "苏州 园区", "staeg:a b"])
      Issue.record("parsed")
    } catch {
      #expect(
        error.render(.english) == """
          error: unknown field 'staeg'
            leads '苏州 园区' 'staeg:a b'
                               ^^^^^
            did you mean stage?   all fields: help fields
          """)
    }
  }

  @Test func refsNotFoundHaveACodeOfTheirOwn() {
    let problem = Problem.notFound("王伟", kinds: [.contact, .staff])
    #expect(Diagnostic(problem, line: "").exitCode == 4)
    #expect(
      Diagnostic(problem, line: "").render(.english)
        == "error: no contact or member of staff '王伟'")
  }
}
