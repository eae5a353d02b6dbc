internal import LeadlineModel

/// Reads a line up to the cursor for what can stand there.
struct ExpectationReader {
  let parser: LineParser
  let lexed: LexedLine
  /// The word being typed; empty after a blank.
  private let current: Token
  private let before: ArraySlice<Token>

  init(parser: LineParser, lexed: LexedLine) {
    self.parser = parser
    self.lexed = lexed
    let end = lexed.line.endIndex
    let tokens = lexed.redirection?.words ?? lexed.tokens
    let quoted = lexed.openQuote.flatMap { mark in
      tokens.firstIndex { $0.range.contains(mark.lowerBound) }
    }
    if let quoted {
      current = Token(range: tokens[quoted].range.lowerBound..<end)
      before = tokens[..<quoted]
    } else if let last = tokens.last, last.range.upperBound == end {
      current = last
      before = tokens.dropLast()
    } else {
      current = Token(range: end..<end)
      before = tokens[...]
    }
  }

  func expected() -> ExpectationResult {
    var result = ExpectationResult(start: current.range.lowerBound)
    if lexed.text != nil || lexed.program != nil { return result }
    if lexed.redirection != nil {
      result.possibilities = before.isEmpty ? [.file(prefix: typed(from: result.start))] : []
      return result
    }
    var preceding = LexedLine(line: lexed.line)
    preceding.tokens = Array(before)
    let command = parser.commandToken(in: preceding)
    let signature = command.flatMap { try? parser.signature(lexed.piece($0)) }
    result.scope = signature.map { Scope(signature: $0, pipeline: parser.pipeline) }
    let options = (signature?.options ?? []) + parser.globalOptions
    let words = wordsWithoutOptions(options)
    if let open = words.openOption {
      result.possibilities = [.optionValue(open, prefix: typed(from: result.start))]
    } else if lexed.line[current.range].hasPrefix("-") {
      expectOption(options, &result)
    } else if command == nil {
      result.possibilities = [.command(prefix: typed(from: result.start))]
    } else if let scope = result.scope {
      expectWord(after: words.tokens.filter { $0 != command }, scope, &result)
    }
    return result
  }

  /// What is typed from `start` on, without an opening quote.
  private func typed(from start: String.Index) -> String {
    let text = lexed.line[start...]
    if let token = current.quotes.first, token == start..<lexed.line.endIndex {
      return Quotes.content(of: text)
    }
    return lexed.openQuote?.lowerBound == start
      ? String(text.unicodeScalars.dropFirst()) : String(text)
  }

  private func wordsWithoutOptions(_ options: [Option]) -> (tokens: [Token], openOption: Option?) {
    var tokens: [Token] = []
    var open: Option?
    for token in before {
      if open != nil {
        open = nil
      } else if let word = OptionWord(token, in: lexed) {
        let option = options.first { $0.name == word.name || $0.short == word.name }
        open = word.value == nil && option?.value != nil ? option : nil
      } else {
        tokens.append(token)
      }
    }
    return (tokens, open)
  }

  private func expectOption(_ options: [Option], _ result: inout ExpectationResult) {
    guard let word = OptionWord(current, in: lexed), let value = word.value else {
      result.possibilities = [.option(prefix: typed(from: result.start))]
      return
    }
    result.start = value.lowerBound
    let option = options.first { $0.name == word.name }
    guard let option, option.value != nil else { return }
    result.possibilities = [.optionValue(option, prefix: typed(from: result.start))]
  }

  private func expectWord(
    after tokens: [Token], _ scope: Scope, _ result: inout ExpectationResult
  ) {
    let brackets = Brackets(of: current, in: lexed.line)
    if let form = TokenForm(brackets.inner, of: current, in: lexed.line) {
      expectValue(form, scope, &result)
      return
    }
    result.start = brackets.inner.lowerBound
    let prefix = typed(from: result.start)
    let slots = openSlots(after: tokens, scope)
    result.possibilities = slots.map { .slot($0, prefix: prefix) }
    guard lexed.openQuote == nil else { return }
    if scope.signature.isListing || slots.contains(where: \.selects) {
      result.possibilities.append(.field(prefix: prefix))
    }
    if !scope.assignable.fields.isEmpty {
      result.possibilities.append(.parameter(prefix: prefix))
    }
  }

  private func expectValue(
    _ form: TokenForm, _ scope: Scope, _ result: inout ExpectationResult
  ) {
    let name = lexed.line[form.name]
    let field = form.isTerm ? scope.fields[name] : scope.assignable[name]
    result.start = startOfValue(in: form.value, isTerm: form.isTerm)
    guard let field else { return }
    result.possibilities = [.value(field, prefix: typed(from: result.start))]
  }

  /// The start of the last value: after a comma, `..` or a comparison.
  private func startOfValue(in range: Range<String.Index>, isTerm: Bool) -> String.Index {
    if let quote = lexed.openQuote, range.contains(quote.lowerBound) { return quote.lowerBound }
    let scalars = lexed.line.unicodeScalars
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      let next = scalars.index(after: index)
      let scalar = scalars[index]
      let isMark = scalar == "." && index > start && scalars[scalars.index(before: index)] == "."
      let isComparison = index == start && (Marks.compares(scalar) || Marks.equals(scalar))
      let isQuoted = current.quotes.contains { $0.contains(index) }
      if !isQuoted, Marks.separates(scalar) || isTerm && (isMark || isComparison) { start = next }
      index = next
    }
    return start
  }

  /// The slots that the next word may fill.
  private func openSlots(after tokens: [Token], _ scope: Scope) -> [Slot] {
    var taker = AssignTaker(lexed: lexed, scope: scope)
    var words: [Token] = []
    for token in tokens {
      guard (try? taker.take([token])) != nil, taker.rest.last == token else { continue }
      words.append(token)
    }
    return SlotFiller(lexed: lexed, tokens: words, scope: scope, reader: parser.reader).openSlots()
  }
}

extension Slot {
  fileprivate var selects: Bool { if case .which = kind { true } else { false } }
}

extension SlotFiller {
  /// The slots that are still open after all tokens: optional ones and the first required one.
  func openSlots() -> [Slot] {
    var start = 0
    var index = 0
    while index < slots.count, start < tokens.count {
      guard fits(slots[index], tokens[start]) || slots[index].isRequired else {
        index += 1
        continue
      }
      if !slots[index].isRequired, nextTakes(tokens[start], after: index) {
        index += 1
        continue
      }
      if slots[index].repeats { return [slots[index]] }
      start = (try? end(of: index, from: start)) ?? start + 1
      index += 1
    }
    guard start >= tokens.count, index < slots.count else { return [] }
    let later = slots[index...]
    guard let required = later.firstIndex(where: \.isRequired) else { return Array(later) }
    return Array(later[...required])
  }

  /// Whether the slot after an optional one takes the word by its type.
  private func nextTakes(_ token: Token, after index: Int) -> Bool {
    guard index + 1 < slots.count, fits(slots[index + 1], token) else { return false }
    switch slots[index + 1].kind {
    case .text, .file, .which: return false
    default: return true
    }
  }

  private func end(of index: Int, from start: Int) throws(Fault) -> Int {
    guard case .which(let kinds) = slots[index].kind else { return start + 1 }
    return try which(kinds, slot: index, from: start).1
  }
}
