/// Reads one token from its first character to its end.
struct TokenScan {
  /// How far the token has come: a quote opens at its start or at the start of a value.
  private enum Place { case start, name, valueStart, value }

  let scalars: Substring.UnicodeScalarView
  /// Whether a blank ends the token; not inside an argument of a shell.
  let endsAtBlank: Bool

  /// The token that begins at `start`, and the quote in it that never closes.
  func token(from start: String.Index) -> (token: Token, openQuote: Range<String.Index>?) {
    var place = Place.start
    var quotes: [Range<String.Index>] = []
    var openQuote: Range<String.Index>?
    var index = start
    while index < scalars.endIndex, !(endsAtBlank && Marks.isBlank(scalars[index])) {
      let next = scalars.index(after: index)
      if place == .start || place == .valueStart {
        switch quote(at: index, isValue: place == .valueStart) {
        case .closed(let end):
          quotes.append(index..<end)
          index = end
          place = place == .start ? .name : .value
          continue
        case .open: openQuote = openQuote ?? index..<next
        case .ordinary: break
        }
      }
      place = self.place(after: index, from: place)
      index = next
    }
    return (Token(range: start..<index, quotes: quotes), openQuote)
  }

  private func place(after index: String.Index, from place: Place) -> Place {
    let scalar = scalars[index]
    switch place {
    case .start where Marks.opensGroup(scalar): return .start
    case .start, .name: return Marks.isOperator(scalar) ? .valueStart : .name
    case .valueStart, .value:
      if place == .valueStart, Marks.compares(scalar) || Marks.equals(scalar) { return .valueStart }
      return Marks.separates(scalar) || endsRangeMark(at: index) ? .valueStart : .value
    }
  }

  private func endsRangeMark(at index: String.Index) -> Bool {
    scalars[index] == "." && index > scalars.startIndex
      && scalars[scalars.index(before: index)] == "."
  }

  private func quote(at index: String.Index, isValue: Bool) -> Quotes.End {
    Quotes.end(in: scalars, from: index) { end in
      mayClose(before: end, isValue: isValue)
    }
  }

  /// Whether what follows lets a quote close: the end of its token, of its value or of its group.
  private func mayClose(before end: String.Index, isValue: Bool) -> Bool {
    guard end < scalars.endIndex else { return true }
    let scalar = scalars[end]
    if endsAtBlank && Marks.isBlank(scalar) { return true }
    if isValue && Marks.separates(scalar) { return true }
    if isValue, scalar == ".", let next = self.scalar(after: end) { return next == "." }
    guard Marks.closesGroup(scalar) else { return false }
    let rest = scalars[end...].drop(while: Marks.closesGroup)
    return rest.first.map { endsAtBlank && Marks.isBlank($0) } ?? true
  }

  private func scalar(after index: String.Index) -> Unicode.Scalar? {
    let next = scalars.index(after: index)
    return next < scalars.endIndex ? scalars[next] : nil
  }
}
