internal import LeadlineModel

/// Reads tokens as one filter.
struct FilterParser {
  enum Lexeme {
    case open, close, not, and, or
    case term(Token, TokenForm, Field)
    case word(String)
  }

  let lexed: LexedLine
  let fields: FieldIndex
  let reader: ValueReader
  private var lexemes: [(lexeme: Lexeme, range: Range<String.Index>)] = []
  private var position = 0
  private var depth = 0

  /// Deeper brackets are refused.
  private static let deepest = 100

  init(lexed: LexedLine, fields: FieldIndex, reader: ValueReader) {
    self.lexed = lexed
    self.fields = fields
    self.reader = reader
  }

  /// The filter that `tokens` are; `.all` where there are none.
  mutating func filter(_ tokens: ArraySlice<Token>) throws(Fault) -> Filter {
    for token in tokens { try add(token) }
    guard !lexemes.isEmpty else { return .all }
    let filter = try alternatives()
    if position < lexemes.count {
      throw Fault(problem: .strayGroupEnd, range: lexemes[position].range)
    }
    return filter
  }

  private mutating func add(_ token: Token) throws(Fault) {
    let brackets = Brackets(of: token, in: lexed.line)
    for range in brackets.opening { lexemes.append((.open, range)) }
    if !brackets.inner.isEmpty {
      lexemes.append((try lexeme(brackets.inner, of: token), brackets.inner))
    }
    for range in brackets.closing { lexemes.append((.close, range)) }
  }

  private func lexeme(_ range: Range<String.Index>, of token: Token) throws(Fault) -> Lexeme {
    let piece = lexed.piece(range, of: token)
    if !piece.isQuoted, let joint = Self.joint(piece.text) { return joint }
    let words = WordReader(lexed: lexed, fields: fields)
    if let (form, field) = try words.term(range, of: token) { return .term(token, form, field) }
    return .word(piece.text)
  }

  /// The operators of the language, in both scripts.
  static func joint(_ text: String) -> Lexeme? {
    switch text.lowercased() {
    case "or", "或": .or
    case "and", "且": .and
    case "not", "非": .not
    default: nil
    }
  }

  private mutating func alternatives() throws(Fault) -> Filter {
    var parts = [try conjunction()]
    while position < lexemes.count, case .or = lexemes[position].lexeme {
      position += 1
      parts.append(try conjunction())
    }
    return parts.count == 1 ? parts[0] : .or(parts)
  }

  private mutating func conjunction() throws(Fault) -> Filter {
    var parts = [try negation()]
    while position < lexemes.count {
      switch lexemes[position].lexeme {
      case .or, .close: return parts.count == 1 ? parts[0] : .and(parts)
      case .and:
        position += 1
        parts.append(try negation())
      default: parts.append(try negation())
      }
    }
    return parts.count == 1 ? parts[0] : .and(parts)
  }

  private mutating func negation() throws(Fault) -> Filter {
    var negations = 0
    while position < lexemes.count, case .not = lexemes[position].lexeme {
      negations += 1
      position += 1
    }
    var filter = try primary()
    guard negations <= Self.deepest else { throw tooDeep() }
    for _ in 0..<negations { filter = .not(filter) }
    return filter
  }

  private mutating func primary() throws(Fault) -> Filter {
    guard position < lexemes.count else { throw missingOperand() }
    let (lexeme, range) = lexemes[position]
    switch lexeme {
    case .open: return try group(openedAt: range)
    case .close:
      let isEmpty = position > 0 && lexemes[position - 1].lexeme.isOpen
      if isEmpty {
        let start = lexemes[position - 1].range.lowerBound
        throw Fault(problem: .emptyGroup, range: start..<range.upperBound)
      }
      if position > 0, lexemes[position - 1].lexeme.isJoint { throw missingOperand() }
      throw Fault(problem: .strayGroupEnd, range: range)
    case .and, .or: throw missingOperand()
    case .not: throw missingOperand()
    case .word(let word):
      position += 1
      return .word(word)
    case .term(let token, let form, let field):
      position += 1
      let term = TermReader(lexed: lexed, token: token, field: field, reader: reader)
      return .term(Term(field, try term.test(form)))
    }
  }

  private mutating func group(openedAt range: Range<String.Index>) throws(Fault) -> Filter {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw tooDeep() }
    position += 1
    guard position < lexemes.count else { throw Fault(problem: .unclosedGroup, range: range) }
    let filter = try alternatives()
    guard position < lexemes.count, lexemes[position].lexeme.isClose else {
      throw Fault(problem: .unclosedGroup, range: range)
    }
    position += 1
    return filter
  }

  /// The operator that lacks a word: the one here, or the one before the end.
  private func missingOperand() -> Fault {
    let here = position < lexemes.count && lexemes[position].lexeme.isJoint
    let place = here ? position : max(0, position - 1)
    let range = lexemes[place].range
    return Fault(problem: .missingOperand(String(lexed.line[range])), range: range)
  }

  private func tooDeep() -> Fault {
    Fault(problem: .tooDeep, range: lexemes[min(position, lexemes.count - 1)].range)
  }
}

extension FilterParser.Lexeme {
  fileprivate var isOpen: Bool { if case .open = self { true } else { false } }
  fileprivate var isClose: Bool { if case .close = self { true } else { false } }

  fileprivate var isJoint: Bool {
    switch self {
    case .not, .and, .or: true
    default: false
    }
  }
}
