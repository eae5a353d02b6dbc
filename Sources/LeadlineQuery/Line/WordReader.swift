internal import LeadlineModel

/// Tells a term, `field:value`, from a plain word.
struct WordReader {
  let lexed: LexedLine
  let fields: FieldIndex

  /// The term that a part of `token` is; nil for a plain word.
  ///
  /// An unknown Latin word before `:` or `=` is an error unless what follows makes it plain text.
  func term(
    _ range: Range<String.Index>, of token: Token
  ) throws(Fault) -> (form: TokenForm, field: Field)? {
    guard let form = TokenForm(range, of: token, in: lexed.line) else { return nil }
    let field = fields[lexed.line[form.name]]
    if let field, form.isTerm { return (form, field) }
    if field == nil { try refuseUnknown(form) }
    return nil
  }

  /// Refuses a word that looks like a field which does not exist.
  func refuseUnknown(_ form: TokenForm) throws(Fault) {
    guard form.looksLikeField(in: lexed.line) else { return }
    let name = String(lexed.line[form.name])
    let nearest = fields.nearest(to: name)
    if case .compares = form.sign, nearest.isEmpty { return }
    throw Fault(problem: .unknownField(name), range: form.name, suggestions: nearest)
  }
}

extension TokenForm {
  /// Whether the operator selects.
  var isTerm: Bool {
    if case .assigns = sign { return false }
    return true
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
