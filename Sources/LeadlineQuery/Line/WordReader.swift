internal import LeadlineModel

/// Tells a term, `field:value`, from a plain word.
struct WordReader {
  let lexed: LexedLine
  let fields: FieldIndex

  /// The term that a part of `token` is; nil for a plain word.
  ///
  /// An unknown Latin word before `:` or `=` is an error unless what follows makes it plain text;
  /// one in Chinese only where it is nearly a field.
  func term(
    _ range: Range<String.Index>, of token: Token
  ) throws(Fault) -> (form: TokenForm, field: Field)? {
    guard let form = TokenForm(range, of: token, in: lexed.line) else { return nil }
    let field = fields[lexed.line[form.name]]
    if let field, form.sign == .excludes { throw form.excluding(field, in: lexed.line) }
    if let field, form.isTerm { return (form, field) }
    if field == nil { try refuseUnknown(form) }
    return nil
  }

  /// Refuses an argument of a shell in which a term follows other words.
  func refuseJoined(_ form: TokenForm) throws(Fault) {
    let name = lexed.line.unicodeScalars[form.name]
    guard let blank = name.lastIndex(where: Marks.isBlank) else { return }
    let term = name.index(after: blank)..<form.value.upperBound
    guard fields[lexed.line[term.lowerBound..<form.name.upperBound]] != nil else { return }
    let problem = Problem.joinedWords(
      String(lexed.line[name.startIndex..<blank]), term: String(lexed.line[term]))
    throw Fault(problem: problem, range: term)
  }

  /// Refuses a word that looks like a field which does not exist.
  func refuseUnknown(_ form: TokenForm) throws(Fault) {
    try refuseJoined(form)
    let name = String(lexed.line[form.name])
    let isLatin = form.looksLikeField(in: lexed.line)
    let nearest = isLatin ? fields.nearest(to: name) : fields.nearestWords(to: name)
    if nearest.isEmpty, !isLatin || form.mayBeText { return }
    throw Fault(problem: .unknownField(name), range: form.name, suggestions: nearest)
  }
}

extension TokenForm {
  /// Whether the operator selects.
  var isTerm: Bool {
    switch sign {
    case .selects, .compares: true
    case .assigns, .excludes: false
    }
  }

  /// Whether an unknown name makes the whole plain text: `A>B`, `a!=b`.
  fileprivate var mayBeText: Bool {
    switch sign {
    case .compares, .excludes: true
    case .selects, .assigns: false
    }
  }

  /// The fault of `field!=value`.
  func excluding(_ field: Field, in line: String) -> Fault {
    Fault(
      problem: .unequal(field: field.name, value: String(line[value])),
      range: name.lowerBound..<value.upperBound)
  }

  /// Whether the name is a Latin word and what follows does not make it plain text (`15:30`,
  /// `http://…`, `C:\cards`, `std::map`).
  func looksLikeField(in line: String) -> Bool {
    let name = line.unicodeScalars[name]
    guard let first = name.first, let last = name.last, Marks.isLatin(first),
      !Marks.isDigit(last), name.allSatisfy(Self.mayBeInName)
    else { return false }
    let value = line.unicodeScalars[value]
    if case .selects = sign, let next = value.first {
      if next == "/" { return name.count > 1 && value.dropFirst().first != "/" }
      return next != "\\" && !Marks.selects(next)
    }
    return true
  }

  private static func mayBeInName(_ scalar: Unicode.Scalar) -> Bool {
    Marks.isLatin(scalar) || Marks.isDigit(scalar) || scalar == "-" || scalar == "_"
  }
}
