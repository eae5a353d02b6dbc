internal import LeadlineModel

extension LineParser {
  /// The first token that is neither an option nor its value.
  func commandToken(in lexed: LexedLine) -> Token? {
    var index = 0
    while index < lexed.tokens.count {
      let token = lexed.tokens[index]
      guard let word = OptionWord(token, in: lexed) else { return token }
      index += word.value == nil && option(word.name)?.value != nil ? 2 : 1
    }
    return nil
  }

  private func option(_ name: String) -> Option? {
    let all = globalOptions + signatures.flatMap(\.options)
    return all.first { $0.name == name || $0.short == name }
  }

  /// The command of that name; at the prompt also one that begins so, if it is the only one.
  func signature(_ piece: Piece) throws(Fault) -> Signature {
    let name = FieldIndex.folded(piece.text)
    if let exact = signatures.first(where: { names(of: $0).contains(name) }) { return exact }
    let starting = signatures.filter { names(of: $0).contains { $0.hasPrefix(name) } }
    if allowsAbbreviation, !name.isEmpty {
      if starting.count == 1 { return starting[0] }
      if starting.count > 1 {
        let names = starting.map(\.name)
        throw Fault(
          problem: .ambiguousCommand(piece.text, candidates: names), range: piece.range,
          suggestions: names)
      }
    }
    let all = signatures.flatMap { [$0.name] + $0.aliases }
    let nearest = NearestNames.of(piece.text, in: all)
    throw Fault(
      problem: .unknownCommand(piece.text), range: piece.range, suggestions: nearest)
  }

  private func names(of signature: Signature) -> [String] {
    ([signature.name] + signature.aliases).map(FieldIndex.folded)
  }
}
