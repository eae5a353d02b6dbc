import LeadlineModel
import LeadlineQuery
import Testing

@Suite struct FilterGrammarTests {
  private func filter(_ text: String) throws -> Filter {
    try TestCommands.parser.parse("leads " + text).filter
  }

  /// What is typed, and the same as it is printed back.
  static let same: [(String, String)] = [
    ("", ""),
    ("a b or c", "a b or c"),
    ("a and b 或 c 且 非 d", "a b or c not d"),
    ("a (b or c)", "a (b or c)"),
    ("（a 或 b） c", "(a or b) c"),
    ("not not a", "not not a"),
    ("NOT (a b)", "not (a b)"),
    ("\"or\" 'not'", "\"or\" \"not\""),
    ("((a))", "a"),
    ("(台达(苏州))", "\"台达(苏州)\""),
    ("(苏州)公司", "\"(苏州)公司\""),
    ("stage:意向,簽約", "stage:intent,signed"),
    ("阶段：意向、签约", "stage:intent,signed"),
    ("STAGE:Intent", "stage:intent"),
    ("outcome:\"on hold\"", "outcome:shelved"),
    ("idle:30..60", "idle:30d..60d"),
    ("idle>=两周", "idle>=14d"),
    ("idle:＞＝30", "idle>=30d"),
    ("idle：<5", "idle<5d"),
    ("amount:5,200万", "amount:52000000CNY"),
    ("amount:50m,60m", "amount:50000000CNY,60000000CNY"),
    ("amount:50m..100m", "amount:50000000CNY..100000000CNY"),
    ("amount:>50m", "amount>50000000CNY"),
    ("金額>=3mUSD", "amount>=3000000USD"),
    ("amount:\"3m USD\"..", "amount:3000000USD.."),
    ("due:..fri", "due:..2026-11-27"),
    ("closed:2022..2022-11", "closed:2022..2022-11"),
    ("closed:2022-q4", "closed:2022-q4"),
    ("closed:2022-10..2022-12", "closed:2022-10..2022-12"),
    ("closed:2022-09..2022-11", "closed:2022-09..2022-11"),
    ("closed:2022-09-01..09-30", "closed:2022-09-01..2022-09-30"),
    ("closed:2022年9月1日..9月30日", "closed:2022-09-01..2022-09-30"),
    ("closed:2022年9月..11月", "closed:2022-09..2022-11"),
    ("closed:去年9月..11月", "closed:2025-09..2025-11"),
    ("closed:2022..03-31", "closed:2022..2022-03-31"),
    ("due:2020-02-01..02-29", "due:2020-02-01..2020-02-29"),
    ("due:2022-09-01..tomorrow", "due:2022-09-01..2026-11-24"),
    ("closed:11-20..11-25", "closed:2026-11-20..2026-11-25"),
    ("closed:12-20..01-05", "closed:2025-12-20..2026-01-05"),
    ("due:today..01-05", "due:2026-11-23..2027-01-05"),
    ("due:11-20..11-25", "due:2027-11-20..2027-11-25"),
    ("closed>2022", "closed>2022"),
    ("closed:fri", "closed:2026-11-20"),
    ("due:none site:any", "due:none site:any"),
    ("due:空 site:有", "due:none site:any"),
    ("site:\"none\"", "site:\"none\""),
    ("site:a,\"b c\"", "site:a,\"b c\""),
    ("site:a..b", "site:\"a..b\""),
    ("id:L1,L2", "id:L1,L2"),
    ("owner:me", "owner:me"),
    ("owner:S3", "owner:S3"),
    ("owner:L3", "owner:\"L3\""),
    ("org:\"O3\"", "org:\"O3\""),
    ("department:「兩區」招商局", "department:\"「兩區」招商局\""),
    ("org:O'Neill", "org:\"O'Neill\""),
    ("currency:usd", "currency:USD"),
    ("15:30", "\"15:30\""),
    ("http://x.cn/a=b", "\"http://x.cn/a=b\""),
    ("C:\\cards", "\"C:\\cards\""),
    ("std::map", "\"std::map\""),
    ("苏州:园区", "\"苏州:园区\""),
    ("A>B", "\"A>B\""),
    ("C919", "\"C919\""),
    ("signed-on:2022 last_touch:2022", "signed-on:2022 last-touch:2022"),
  ]

  @Test(arguments: same) func readsAndPrints(_ typed: String, _ printed: String) throws {
    let filter = try filter(typed)
    #expect(filter.description == printed)
    #expect(try self.filter(filter.description) == filter)
  }

  @Test func readsArgumentsAsWholeWords() throws {
    let line = try TestCommands.parser.parse(
      arguments: ["leads", "owner:王 伟", "苏州 园区", "or", "'or'"])
    #expect(line.filter.description == "owner:\"王 伟\" \"苏州 园区\" or \"or\"")
  }

  @Test(arguments: [
    "or a", "a or", "not", "a and or b", "(a", "a)", "()", "(a or) b", "stage:", "stage:intent,",
    "amount:50x", "amount:..", "amount:60m..50m", "idle:>", "idle:>3,4", "title>x", "title:>x",
    "due:201813", "stage:intnt", "id:C1", "currency:XXX", "staeg:intent", "amont>50m", "foo=1",
    "owner=王伟", "stage:\"a", "> a b", "|", ">",
  ])
  func refuses(_ text: String) {
    #expect(throws: Diagnostic.self) { try filter(text) }
  }

  @Test func bracketsHaveAFloor() {
    let deep = String(repeating: "(", count: 5000)
    #expect(throws: Diagnostic.self) { try filter(deep + "a") }
    let negated = String(repeating: "not ", count: 5000)
    #expect(throws: Diagnostic.self) { try filter(negated + "a") }
  }
}
