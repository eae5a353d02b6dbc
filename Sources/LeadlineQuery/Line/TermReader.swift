internal import LeadlineModel

/// Reads `field:value` into a test of that field.
struct TermReader {
  let lexed: LexedLine
  let token: Token
  let field: Field
  let reader: ValueReader

  /// The test that stands after `:` or after a comparison.
  func test(_ form: TokenForm) throws(Fault) -> Test {
    if case .compares(let comparison) = form.sign {
      return try compare(comparison, form.value, of: form)
    }
    let scalars = lexed.line.unicodeScalars[form.value]
    guard let first = scalars.first else { throw empty(form) }
    if Marks.compares(first) {
      let next = scalars.index(after: scalars.startIndex)
      let withEquals = next < scalars.endIndex && Marks.equals(scalars[next])
      let start = withEquals ? scalars.index(after: next) : next
      let comparison = TokenForm.comparison(first, withEquals: withEquals)
      return try compare(comparison, start..<form.value.upperBound, of: form)
    }
    let whole = lexed.piece(form.value, of: token)
    if !whole.isQuoted {
      if whole.text.lowercased() == "none" || whole.text == "空" { return .isNone }
      if whole.text.lowercased() == "any" || whole.text == "有" { return .isAny }
    }
    if field.type.hasOrder, let mark = rangeMark(in: form.value) {
      return try range(form, around: mark)
    }
    return .anyOf(try values(in: form))
  }

  private func compare(
    _ comparison: Comparison, _ range: Range<String.Index>, of form: TokenForm
  ) throws(Fault) -> Test {
    let whole = form.name.lowerBound..<form.value.upperBound
    guard field.type.hasOrder else { throw Fault(problem: .noOrder(field), range: whole) }
    guard !range.isEmpty else { throw empty(form) }
    guard items(in: range).count == 1, rangeMark(in: range) == nil else {
      throw Fault(problem: .comparesOneValue(field), range: range)
    }
    return .compare(comparison, try operand(range))
  }

  private func range(
    _ form: TokenForm, around mark: Range<String.Index>
  ) throws(Fault) -> Test {
    let lower = form.value.lowerBound..<mark.lowerBound
    let upper = mark.upperBound..<form.value.upperBound
    guard !(lower.isEmpty && upper.isEmpty) else { throw empty(form) }
    let first = lower.isEmpty ? nil : try operand(lower)
    let last = upper.isEmpty ? nil : try end(upper, after: first, at: lower)
    if let first, let last, first.follows(last) {
      throw Fault(
        problem: .rangeBackwards(String(lexed.line[form.value])), range: form.value,
        suggestions: ["\(text(of: last, at: upper))..\(lexed.line[lower])"])
    }
    return .range(lower: first, upper: last)
  }

  /// An end of a range as it can stand alone: as typed, unless it took its year from elsewhere.
  private func text(of end: Operand, at range: Range<String.Index>) -> String {
    (try? operand(range)) == end ? String(lexed.line[range]) : end.description
  }

  /// The end of a range; a day or a month without a year takes that of the beginning.
  ///
  /// Where the beginning states no year either, the nearest day that does not lie before it.
  private func end(
    _ range: Range<String.Index>, after first: Operand?, at lower: Range<String.Index>
  ) throws(Fault) -> Operand {
    guard case .period(let days)? = first else { return try operand(range) }
    let sameYear = reader.inYear(days.lowerBound.parts.year)
    let piece = lexed.piece(range, of: token)
    if reader.days.statesYear(lexed.piece(lower, of: token).text) {
      return try sameYear.operand(piece, for: field)
    }
    let nearest = try reader.operand(piece, for: field)
    guard let first, first.follows(nearest) else { return nearest }
    return try sameYear.operand(piece, for: field)
  }

  private func values(in form: TokenForm) throws(Fault) -> [Operand] {
    var operands: [Operand] = []
    for item in items(in: form.value) {
      guard !item.isEmpty else { throw empty(form) }
      operands.append(try operand(item))
    }
    return operands
  }

  private func operand(_ range: Range<String.Index>) throws(Fault) -> Operand {
    try reader.operand(lexed.piece(range, of: token), for: field)
  }

  private func empty(_ form: TokenForm) -> Fault {
    Fault(
      problem: .emptyValue(field: field.name), range: form.name.lowerBound..<form.value.upperBound)
  }

  private func isQuoted(_ index: String.Index) -> Bool {
    token.quotes.contains { $0.contains(index) }
  }

  private func rangeMark(in range: Range<String.Index>) -> Range<String.Index>? {
    let scalars = lexed.line.unicodeScalars[range]
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let next = scalars.index(after: index)
      if next < scalars.endIndex, scalars[index] == ".", scalars[next] == ".", !isQuoted(index) {
        return index..<scalars.index(after: next)
      }
      index = next
    }
    return nil
  }

  /// The values that commas set apart. In money a comma before three digits belongs to the number.
  private func items(in range: Range<String.Index>) -> [Range<String.Index>] {
    let scalars = lexed.line.unicodeScalars[range]
    var items: [Range<String.Index>] = []
    var start = range.lowerBound
    for index in scalars.indices where separates(scalars, at: index) {
      items.append(start..<index)
      start = scalars.index(after: index)
    }
    return items + [start..<range.upperBound]
  }

  private func separates(_ scalars: Substring.UnicodeScalarView, at index: String.Index) -> Bool {
    guard Marks.separates(scalars[index]), !isQuoted(index) else { return false }
    switch field.type {
    case .text, .list, .record, .records: return scalars[index] == ","
    case .money: return !groups(scalars, at: index)
    default: return true
    }
  }

  private func groups(_ scalars: Substring.UnicodeScalarView, at index: String.Index) -> Bool {
    guard index > scalars.startIndex, Marks.isDigit(scalars[scalars.index(before: index)]) else {
      return false
    }
    let digits = scalars[scalars.index(after: index)...].prefix(4).prefix(while: Marks.isDigit)
    return digits.count == 3
  }
}

extension FieldType {
  /// Whether values of this type can be compared and stand in ranges.
  var hasOrder: Bool {
    switch self {
    case .money, .day, .days, .number: true
    default: false
    }
  }
}

extension Operand {
  /// Whether a range from here to `last` holds nothing.
  fileprivate func follows(_ last: Operand) -> Bool {
    switch (self, last) {
    case (.number(let first), .number(let last)): first > last
    case (.days(let first), .days(let last)): first > last
    case (.period(let first), .period(let last)): first.lowerBound > last.upperBound
    case (.money(let first), .money(let last)):
      first.currency == last.currency && first.minorUnits > last.minorUnits
    default: false
    }
  }
}
