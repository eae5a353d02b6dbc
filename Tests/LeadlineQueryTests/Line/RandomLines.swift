import LeadlineModel
import LeadlineQuery

/// SeededNumbers (Steele, Lea, Flood 2014).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Makes filters and lines at random, the same for the same seed.
struct RandomLines {
  private var random: SplitMix
  private let fields = Field.leads(.standard)

  init(seed: UInt64) { random = SplitMix(seed: seed) }

  private static let pieces = [
    "a", "汽车", "O'Neill", " ", "\"", "'", "“", "”", "「", "」", "(", ")", "（", "）", ":", "：", "=",
    "＝",
    ">", "<", ">=", "＞", ",", "，", "、", "..", "-", "--", "|", "@", "@1-3", "L42", "C7,C8", "not",
    "or",
    "and", "或", "且", "非", "none", "any", "空", "有", "stage", "amount", "owner", "due", "title", "阶段",
    "intent", "50m", "5,200万", "fri", "2022-11", "30d", "王伟", "e\u{301}", "\u{301}", "\r\n", "\n",
    "\t", "　", "👩‍👩‍👧", "\u{200D}", "\u{1B}", "\u{202E}", "\0", "--sort", "-o", "-2w", "+=", "-=",
    "leads", "log", "move", "set", "new", "import", "path", "visit", "signed", "\\", "/",
    "http://x",
    "15:30", "x=", "staeg:", "１２", ".", "…", "म", "ﬁ", "İ",
  ]

  mutating func text() -> String {
    let count = Int.random(in: 0...4, using: &random)
    return (0..<count).map { _ in Self.pieces.randomElement(using: &random)! }.joined()
  }

  mutating func line() -> String {
    let count = Int.random(in: 0...14, using: &random)
    let command = ["leads ", "log ", "move ", "set ", "find ", ""].randomElement(using: &random)!
    return (0..<count).reduce(into: command) { line, _ in
      line += Self.pieces.randomElement(using: &random)!
      if Bool.random(using: &random) { line += " " }
    }
  }

  mutating func arguments() -> [String] {
    let count = Int.random(in: 0...6, using: &random)
    return ["leads", "log", "move", "x"].shuffled(using: &random).prefix(1)
      + (0..<count).map { _ in text() }
  }

  mutating func filter(depth: Int = 3) -> Filter {
    let kind =
      depth == 0 ? Int.random(in: 0...1, using: &random) : Int.random(in: 0...4, using: &random)
    switch kind {
    case 0: return .word(text())
    case 1: return .term(term())
    case 2: return .not(filter(depth: depth - 1))
    case 3: return .and(filters(depth: depth - 1))
    default: return .or(filters(depth: depth - 1))
    }
  }

  private mutating func filters(depth: Int) -> [Filter] {
    (0..<Int.random(in: 2...3, using: &random)).map { _ in filter(depth: depth) }
  }

  private mutating func term() -> Term {
    let field = fields.randomElement(using: &random)!
    let form = Int.random(in: 0...5, using: &random)
    switch field.type {
    case .money, .day, .days,
      .number where form < 2:
      if form == 0 {
        return Term(
          field, .compare(Comparison.allCases.randomElement(using: &random)!, operand(field)))
      }
      let value = operand(field)
      let bounds: [(Operand?, Operand?)] = [(value, nil), (nil, value), (value, value)]
      let (lower, upper) = bounds.randomElement(using: &random)!
      return Term(field, .range(lower: lower, upper: upper))
    default: break
    }
    if form == 5 { return Term(field, Bool.random(using: &random) ? .isNone : .isAny) }
    return Term(
      field, .anyOf((0..<Int.random(in: 1...3, using: &random)).map { _ in operand(field) }))
  }

  private mutating func operand(_ field: Field) -> Operand {
    let number = Int64.random(in: 1...99_999_999, using: &random)
    switch field.type {
    case .text, .list, .phones: return .text(text())
    case .id: return .records([Ref(field.kind, number)])
    case .record(let kind), .records(let kind):
      return Bool.random(using: &random) ? .records([Ref(kind, number)]) : .named(text())
    case .choice(let choices), .choices(let choices):
      return .choice(choices.randomElement(using: &random)!.id)
    case .stage: return .choice(Pipeline.standard.stages.randomElement(using: &random)!.id)
    case .currency: return .choice(["CNY", "USD", "JPY"].randomElement(using: &random)!)
    case .money:
      let code = ["CNY", "USD", "JPY", "KWD"].randomElement(using: &random)!
      return .money(Money(minorUnits: number, currency: Currency(code: code)!))
    case .days: return .days(Int(number % 4000))
    case .number: return .number(number)
    case .day: return .period(period())
    }
  }

  private mutating func period() -> ClosedRange<Day> {
    let year = Int.random(in: 1000...9998, using: &random)
    let month = Int.random(in: 1...12, using: &random)
    let quarter = (month - 1) / 3 * 3 + 1
    let day = Day(year: year, month: month, day: Int.random(in: 1...28, using: &random))!
    switch Int.random(in: 0...3, using: &random) {
    case 0: return day...day
    case 1: return span(year, month, 1)
    case 2: return span(year, quarter, 3)
    default: return span(year, 1, 12)
    }
  }

  private func span(_ year: Int, _ month: Int, _ count: Int) -> ClosedRange<Day> {
    let last = month + count - 1
    return Day(year: year, month: month, day: 1)!...Day(
      year: year, month: last, day: Day.daysInMonth(year: year, month: last))!
  }
}
