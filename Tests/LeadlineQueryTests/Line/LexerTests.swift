import LeadlineQuery
import Testing

@Suite struct LexerTests {
  private func words(_ line: String) -> [String] {
    let lexed = Lexer.tokens(line: line)
    return lexed.tokens.map { lexed.piece($0).text }
  }

  static let cut: [(String, [String])] = [
    ("", []),
    ("  leads   stage:intent\t", ["leads", "stage:intent"]),
    ("leads　汽车", ["leads", "汽车"]),
    ("find O'Neill", ["find", "O'Neill"]),
    ("find 'O'Neill'", ["find", "O'Neill"]),
    ("find 'the O'Neill plant' x", ["find", "the O'Neill plant", "x"]),
    ("find \"a b\" “c d” 「e f」", ["find", "a b", "c d", "e f"]),
    ("find “a “b” c”", ["find", "a “b” c"]),
    ("find \"say \"\"hi\"\" now\"", ["find", "say \"hi\" now"]),
    ("find \"\"", ["find", ""]),
    ("find \"\"\"\"", ["find", "\""]),
    ("find 「兩區」招商局 x", ["find", "「兩區」招商局", "x"]),
    ("find \"foo\"bar baz", ["find", "\"foo\"bar", "baz"]),
    ("a|b c>d", ["a|b", "c>d"]),
    ("find (a b)", ["find", "(a", "b)"]),
  ]

  @Test(arguments: cut) func cuts(_ line: String, _ expected: [String]) {
    #expect(words(line) == expected)
  }

  @Test func quotesAValue() {
    let lexed = Lexer.tokens(line: "leads owner:\"王 伟\",'李 娜'")
    #expect(lexed.tokens.count == 2)
    #expect(lexed.tokens[1].quotes.map { String(lexed.line[$0]) } == ["\"王 伟\"", "'李 娜'"])
  }

  @Test func leavesAQuoteThatDoesNotCloseItsValue() {
    let lexed = Lexer.tokens(line: "stalled department:「兩區」招商局 x")
    #expect(lexed.tokens[1].quotes == [])
    #expect(lexed.line[lexed.tokens[1].range] == "department:「兩區」招商局")
    #expect(lexed.openQuote == nil)
  }

  @Test func takesTextAsTyped() {
    let lexed = Lexer.tokens(line: "log L42 visit --  he said \"no\" > x | y -- z ")
    #expect(lexed.text.map { lexed.line[$0] } == "he said \"no\" > x | y -- z ")
    #expect(lexed.redirection == nil)
    #expect(lexed.program == nil)
  }

  @Test func takesRedirectsAndPrograms() {
    let file = Lexer.tokens(line: "leads > \"my file.csv\"")
    #expect(file.redirection?.words.map { file.piece($0).text } == ["my file.csv"])
    #expect(Lexer.tokens(line: "leads >x.csv").redirection?.words.count == 1)
    #expect(Lexer.tokens(line: "leads ＞ x.csv").redirection?.words.count == 1)
    #expect(Lexer.tokens(line: "leads amount>50m").redirection == nil)
    let program = Lexer.tokens(line: "leads | sort -k 'a b' | head > x")
    #expect(program.program.map { program.line[$0] } == " sort -k 'a b' | head > x")
  }

  @Test func neverSplitsArguments() {
    let arguments = ["log", "L42", "note:a b", ">", "|", "", "it's", "--", "-- x", "y"]
    let lexed = Lexer.tokens(arguments: arguments)
    #expect(lexed.tokens.map { String(lexed.line[$0.range]) } == Array(arguments[..<7]))
    #expect(lexed.line == "log L42 'note:a b' > '|' '' it's -- -- x y")
    #expect(lexed.text.map { lexed.line[$0] } == "-- x y")
    #expect(lexed.redirection == nil && lexed.program == nil && lexed.openQuote == nil)
  }

  @Test func readsQuotesOfArguments() {
    let lexed = Lexer.tokens(arguments: ["leads", "owner:\"王 伟\"", "'not'", "'tis"])
    #expect(lexed.tokens[1].quotes.map { String(lexed.line[$0]) } == ["\"王 伟\""])
    #expect(lexed.tokens[2].isQuoted && !lexed.tokens[3].isQuoted)
  }

  static let open: [(String, OpenPart?)] = [
    ("leads", nil), ("find O'Neill", nil), ("find 「兩區」招商局", nil), ("find \"foo\"bar", nil),
    ("find \"王 伟", .quote("\"")), ("leads owner:「王", .quote("「")),
    ("leads (stage:intent or", .groups(1)), ("leads ((a", .groups(2)), ("leads (a b)", nil),
    ("new org 台达（苏州）有限公司", nil), ("new org (苏州)台达", nil),
    ("log L1 call -- don't (", nil), ("leads （a or b）", nil),
  ]

  @Test(arguments: open) func saysWhatIsOpen(_ line: String, _ expected: OpenPart?) {
    #expect(Lexer.openPart(line) == expected)
  }
}
