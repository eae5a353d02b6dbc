internal import LeadlineModel

/// Fills the slots of a command from the left, by type.
struct SlotFiller {
  struct Filled {
    var values: [String: SlotValue] = [:]
    var places: [String: Range<String.Index>] = [:]
    /// The first token that no slot took.
    var end: Int
  }

  let lexed: LexedLine
  let tokens: [Token]
  let scope: Scope
  let reader: ValueReader

  var slots: [Slot] { scope.signature.slots }

  func fill() throws(Fault) -> Filled {
    try fill(slot: 0, from: 0)
  }

  /// An optional slot takes what fits it, unless then the slots after it cannot be filled.
  private func fill(slot index: Int, from start: Int) throws(Fault) -> Filled {
    guard index < slots.count else {
      try refuseRest(from: start)
      return Filled(end: start)
    }
    if slots[index].isRequired { return try take(slot: index, from: start) }
    let taken: Fault
    do {
      return try take(slot: index, from: start)
    } catch {
      taken = error
    }
    if insists(taken, slot: index, at: start) { throw taken }
    do {
      return try fill(slot: index + 1, from: start)
    } catch {
      throw taken.saysMore(than: error) ? taken : error
    }
  }

  private func take(slot index: Int, from start: Int) throws(Fault) -> Filled {
    let slot = slots[index]
    guard start < tokens.count else {
      let end = lexed.text?.lowerBound ?? lexed.line.endIndex
      throw Fault(
        problem: .missingSlot(slot.name, command: scope.signature.name), range: end..<end)
    }
    let (value, end) = try value(of: slot, at: index, from: start)
    var filled = try fill(slot: index + 1, from: end)
    filled.values[slot.name] = value
    filled.places[slot.name] = tokens[start].range.lowerBound..<tokens[end - 1].range.upperBound
    return filled
  }

  /// A ref of a wrong kind is no reason to skip a slot, unless a later one takes it; nor is
  /// something that names records and nothing else.
  private func insists(_ fault: Fault, slot index: Int, at start: Int) -> Bool {
    switch fault.problem {
    case .badRows: true
    case .notARef: start < tokens.count && fault.range == tokens[start].range
    case .missingSlot: start < tokens.count && onlySelects(slot: index, from: start)
    case .wrongKind(let ref, _):
      start < tokens.count && fault.range == tokens[start].range
        && !slots[(index + 1)...].contains { $0.takes(ref.kind) }
    default: false
    }
  }

  private func value(
    of slot: Slot, at index: Int, from start: Int
  ) throws(Fault) -> (SlotValue, Int) {
    if case .which(let kinds) = slot.kind {
      return try which(kinds, slot: index, from: start)
    }
    guard slot.repeats else { return (try word(of: slot, tokens[start]), start + 1) }
    var end = start
    var words: [String] = []
    repeating: while end < tokens.count, end == start || fits(slot, tokens[end]) {
      switch try word(of: slot, tokens[end]) {
      case .text(let word): words.append(word)
      case .files(let names): words += names
      default: break repeating
      }
      end += 1
    }
    if case .file = slot.kind { return (.files(words), end) }
    guard end > start else { return (try word(of: slot, tokens[start]), start + 1) }
    return (.text(words.joined(separator: " ")), end)
  }

  func fits(_ slot: Slot, _ token: Token) -> Bool {
    if case .which(let kinds) = slot.kind { return fits(kinds, token) }
    return (try? word(of: slot, token)) != nil
  }

  private func refuseRest(from start: Int) throws(Fault) {
    guard !scope.signature.isListing, start < tokens.count else { return }
    let token = tokens[start]
    try refuseTerm(token)
    let afterName = start > 0 && lexed.piece(tokens[start - 1]).text.contains { $0.isLetter }
    throw Fault(
      problem: .unexpectedWord(
        lexed.piece(token).text, command: scope.signature.name, afterName: afterName),
      range: token.range)
  }

  /// `field:value` gives nothing to a writing command, and is no text either.
  func refuseTerm(_ token: Token) throws(Fault) {
    guard let form = TokenForm(token.range, of: token, in: lexed.line), form.sign == .selects
    else { return }
    let name = lexed.line[form.name]
    guard let field = scope.assignable[name] ?? scope.fields[name] else {
      return try WordReader(lexed: lexed, fields: scope.fields).refuseUnknown(form)
    }
    throw Fault(
      problem: .termGives(field: field.name, value: String(lexed.line[form.value])),
      range: form.name.lowerBound..<form.value.upperBound)
  }
}

extension Slot {
  fileprivate func takes(_ kind: RecordKind) -> Bool {
    if case .which(let kinds) = self.kind { kinds.contains(kind) } else { false }
  }
}

extension Fault {
  /// Of two ways to read a line, the one that went wrong later tells more; a missing word, least.
  fileprivate func saysMore(than other: Fault) -> Bool {
    if isMissing != other.isMissing { return other.isMissing }
    return range.lowerBound > other.range.lowerBound
  }

  private var isMissing: Bool { if case .missingSlot = problem { true } else { false } }
}
