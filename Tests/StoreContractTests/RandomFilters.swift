import LeadlineModel
import LeadlineQuery
import TestKit

/// Makes filters at random, half of their values taken from the records that they will judge.
struct RandomFilters {
  var random: SeededNumbers
  let kind: RecordKind
  let fields: [Field]
  let pipeline: Pipeline
  /// The values that occur, by field.
  let seen: [Field: [FieldValue]]
  /// The texts by which records are called.
  let names: [String]

  private static let words = [
    "", "zhang", "zw", "zhangw", "zeng", "ceng", "shan", "dan", "xie", "qiu", "ou", "zha", "lvbu",
    "lübu", "nv", "chongq", "zhongqing", "muller", "MÜLLER", "strauss", "o'neill", "gmbh", "abc",
    "a b", "van der", "vander", "台达", "臺", "tech", "hua wei", "3m", "4321", "1234", "5551234",
    "+86 138", "0512", "13812344321", "861381234", "example", "example.co.uk", "wei@", "sub",
    "L1", "C2", "O3", "S1", "A1", "F2", "istanbul", "fin", "жук", "小明", "·", "%", "_", ", ", ",",
    "，", "'", "e", "软件园二期国际软件大厦", "defghijklmnopqr", "bjshdq", "🚗", "\"", "none",
  ]

  mutating func filter(depth: Int = 3) -> Filter {
    switch Int.random(in: 0...(depth == 0 ? 5 : 9), using: &random) {
    case 0: .word(word())
    case 1...5: .term(term())
    case 6: .not(filter(depth: depth - 1))
    case 7, 8: .and(filters(depth: depth - 1))
    default: .or(filters(depth: depth - 1))
    }
  }

  private mutating func filters(depth: Int) -> [Filter] {
    (0..<Int.random(in: 0...3, using: &random)).map { _ in filter(depth: depth) }
  }

  private mutating func word() -> String {
    Bool.random(using: &random) ? part(of: names) : any(Self.words) ?? ""
  }

  private mutating func term() -> Term {
    let field = any(fields)!
    switch Int.random(in: 0...9, using: &random) {
    case 0: return Term(field, .isNone)
    case 1: return Term(field, .isAny)
    case 2, 3: return Term(field, .compare(any(Comparison.allCases)!, operand(field)))
    case 4:
      let value = operand(field)
      let bounds: [(Operand?, Operand?)] = [
        (value, nil), (nil, value), (value, operand(field)),
      ]
      let (lower, upper) = any(bounds)!
      return Term(field, .range(lower: lower, upper: upper))
    default:
      let count = Int.random(in: 1...3, using: &random)
      return Term(field, .anyOf((0..<count).map { _ in operand(field) }))
    }
  }

  private mutating func operand(_ field: Field) -> Operand {
    let known = Bool.random(using: &random) ? any(seen[field] ?? []) : nil
    switch field.type {
    case .text, .list, .phones: return .text(text(known))
    case .id: return .records(refs(known) + [Ref(any(RecordKind.allCases)!, number(1...9))])
    case .record(let kind), .records(let kind): return record(kind, known)
    case .choice(let choices), .choices(let choices): return choice(known, choices.map(\.id))
    case .stage: return choice(known, pipeline.stages.map(\.id))
    case .currency: return choice(known, ["CNY", "USD", "JPY"])
    case .money:
      if case .money(let money)? = known { return .money(money) }
      let currency = Currency(code: any(["CNY", "USD", "JPY"])!)!
      return .money(Money(minorUnits: number(1...999), currency: currency))
    case .day: return period(known)
    case .days:
      if case .days(let days)? = known { return .days(days) }
      return any([.days(Int(number(0...200))), .number(number(0...200))])!
    case .number:
      if case .number(let value)? = known { return .number(value) }
      return any([.number(number(0...5)), .days(Int(number(0...5)))])!
    }
  }

  private mutating func text(_ known: FieldValue?) -> String {
    switch known {
    case .text(let text): part(of: [text])
    case .list(let items): part(of: items)
    default: any(Self.words + RandomDetails.texts) ?? ""
    }
  }

  /// A run of one of the texts, often the whole of it.
  private mutating func part(of texts: [String]) -> String {
    guard let text = any(texts) else { return "" }
    let scalars = Array(text.unicodeScalars)
    guard scalars.count > 1, Int.random(in: 0...2, using: &random) > 0 else { return text }
    let start = Int.random(in: 0..<scalars.count, using: &random)
    let end = Int.random(in: start...scalars.count, using: &random)
    var part = String.UnicodeScalarView()
    part.append(contentsOf: scalars[start..<end])
    return String(part)
  }

  private mutating func record(_ kind: RecordKind, _ known: FieldValue?) -> Operand {
    switch Int.random(in: 0...4, using: &random) {
    case 0: .records([])
    case 1: .records([Ref(any(RecordKind.allCases)!, number(1...9))])
    default: .records(refs(known) + [Ref(kind, number(1...9))])
    }
  }

  private func refs(_ value: FieldValue?) -> [Ref] {
    switch value {
    case .record(let ref, _): [ref]
    case .records(let records): records.map(\.ref)
    default: []
    }
  }

  private mutating func choice(_ known: FieldValue?, _ ids: [String]) -> Operand {
    if case .choice(let id)? = known { return .choice(id) }
    // A text is no choice.
    let id = any(ids) ?? ""
    return Int.random(in: 0...9, using: &random) == 0 ? .text(id) : .choice(id)
  }

  private mutating func period(_ known: FieldValue?) -> Operand {
    var first = Day(iso: "2026-11-23")! - Int(number(-30...500))
    if case .day(let day)? = known { first = day }
    let length = any([0, 0, 6, 30, 365])!
    return .period(first...(first + length))
  }

  private mutating func number(_ range: ClosedRange<Int64>) -> Int64 {
    Int64.random(in: range, using: &random)
  }

  private mutating func any<Element>(_ elements: [Element]) -> Element? {
    elements.randomElement(using: &random)
  }
}
