internal import LeadlineModel

/// A token that is an option: dashes and a letter.
struct OptionWord {
  let name: String
  let nameRange: Range<String.Index>
  /// What stands after `=`.
  let value: Range<String.Index>?

  init?(_ token: Token, in lexed: LexedLine) {
    let scalars = lexed.line.unicodeScalars[token.range]
    let dashes = scalars.prefix { $0 == "-" }.count
    guard dashes == 1 || dashes == 2, let first = scalars.dropFirst(dashes).first,
      first.properties.isAlphabetic
    else { return nil }
    let end = scalars.firstIndex(where: Marks.equals) ?? scalars.endIndex
    nameRange = scalars.startIndex..<end
    name = String(lexed.line[nameRange])
    value = end < scalars.endIndex ? scalars.index(after: end)..<scalars.endIndex : nil
  }
}

/// Takes the options out of a line, wherever they stand.
struct OptionTaker {
  let lexed: LexedLine
  let options: [Option]
  private(set) var values: [String: [String]] = [:]
  private(set) var places: [String: Range<String.Index>] = [:]
  /// The tokens that are no options.
  private(set) var rest: [Token] = []

  init(lexed: LexedLine, options: [Option]) {
    self.lexed = lexed
    self.options = options
  }

  mutating func take(_ tokens: ArraySlice<Token>) throws(Fault) {
    var tokens = tokens
    while let token = tokens.popFirst() {
      guard let word = OptionWord(token, in: lexed) else {
        rest.append(token)
        continue
      }
      let option = try option(word)
      guard let value = option.value else {
        if word.value != nil {
          throw Fault(problem: .optionTakesNoValue(option.name), range: token.range)
        }
        add("", to: option, at: token.range)
        continue
      }
      if let range = word.value {
        add(lexed.unquoted(range, of: token), to: option, at: range)
      } else if let next = tokens.popFirst() {
        add(lexed.piece(next).text, to: option, at: next.range)
      } else {
        throw Fault(
          problem: .optionNeedsValue(option.name, value: value), range: token.range)
      }
    }
  }

  private mutating func add(_ value: String, to option: Option, at range: Range<String.Index>) {
    values[option.name, default: []].append(value)
    places[option.name] = range
  }

  private func option(_ word: OptionWord) throws(Fault) -> Option {
    if let option = options.first(where: { $0.name == word.name || $0.short == word.name }) {
      return option
    }
    let nearest = NearestNames.of(word.name, in: options.map(\.name))
    throw Fault(
      problem: .unknownOption(word.name), range: word.nameRange, suggestions: nearest)
  }
}
