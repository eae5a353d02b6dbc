internal import LeadlineModel

extension SlotFiller {
  /// One word for a slot of any kind but WHICH.
  func word(of slot: Slot, _ token: Token) throws(Fault) -> SlotValue {
    let piece = lexed.piece(token)
    switch slot.kind {
    case .which: return .which(.name(piece.text))
    case .stage:
      return .stage(try reader.choice(piece, of: reader.stages, Self.stage))
    case .day(let looking):
      try refuseQuoted(piece, .day)
      return .day(try reader.day(piece, looking))
    case .amount: return .money(try reader.money(piece))
    case .choice(let choices):
      let name = slot.name.lowercased()
      return .choice(try reader.choice(piece, of: choices, Words(name, name, name)))
    case .entry: return .entry(try entry(piece))
    case .file: return .files([piece.text])
    case .location: return .text(piece.text)
    case .text:
      if !piece.isQuoted { try refuseTermAsText(token) }
      return .text(piece.text)
    }
  }

  private static let stage = Words("stage", "阶段", "階段")

  private func refuseQuoted(_ piece: Piece, _ expected: ValueError.Expected) throws(Fault) {
    guard piece.isQuoted else { return }
    let error = ValueError(expected: expected, text: piece.text, reason: .notUnderstood)
    throw Fault(value: error, range: piece.range)
  }

  private func entry(_ piece: Piece) throws(Fault) -> Int64 {
    let digits = piece.text.dropFirst()
    if !piece.isQuoted, let letter = piece.text.first, letter == "J" || letter == "j",
      digits.first != "0", digits.utf8.allSatisfy({ (48...57).contains($0) }),
      let number = Int64(digits)
    {
      return number
    }
    throw Fault(problem: .notAnEntry(piece.text), range: piece.range)
  }

  /// A term of a known field is no text: a listing command filters by it.
  private func refuseTermAsText(_ token: Token) throws(Fault) {
    guard let form = TokenForm(token.range, of: token, in: lexed.line), form.isTerm,
      scope.fields[lexed.line[form.name]] != nil
    else { return }
    try refuseTerm(token)
    throw Fault(
      problem: .unexpectedWord(
        lexed.piece(token).text, command: scope.signature.name, afterName: false),
      range: token.range)
  }
}
