internal import LeadlineModel

/// Takes `field=value` out of a line, wherever it stands.
struct AssignTaker {
  let lexed: LexedLine
  let scope: Scope
  private(set) var assigns: [Assign] = []
  /// The tokens that are no assigns.
  private(set) var rest: [Token] = []

  init(lexed: LexedLine, scope: Scope) {
    self.lexed = lexed
    self.scope = scope
  }

  mutating func take(_ tokens: [Token]) throws(Fault) {
    for token in tokens {
      if let assign = try assign(token) {
        assigns.append(assign)
      } else {
        rest.append(token)
      }
    }
  }

  private func assign(_ token: Token) throws(Fault) -> Assign? {
    if scope.signature.takesAddresses { return nil }
    guard let form = TokenForm(token.range, of: token, in: lexed.line) else { return nil }
    let name = String(lexed.line[form.name])
    if form.sign == .excludes, let field = scope.fields[name] ?? scope.assignable[name] {
      throw form.excluding(field, in: lexed.line)
    }
    guard case .assigns(let operation) = form.sign else { return nil }
    guard let field = scope.assignable[name] else {
      try refuse(name, form, token)
      return nil
    }
    if field.access == .readOnly {
      throw Fault(problem: .readOnlyField(field), range: form.name)
    }
    let piece = lexed.piece(form.value, of: token)
    return Assign(
      field: field, operation: operation,
      value: piece.isQuoted ? piece.text : lexed.unquoted(form.value, of: token),
      isQuoted: piece.isQuoted, place: form.value)
  }

  /// A field that the command does not take, or a Latin word that is no field at all.
  private func refuse(_ name: String, _ form: TokenForm, _ token: Token) throws(Fault) {
    if let field = scope.fields[name] {
      if scope.signature.isListing {
        let value = String(lexed.line[form.value])
        throw Fault(
          problem: .assignSelects(field: field.name, value: value),
          range: form.name.lowerBound..<form.value.upperBound)
      }
      let problem = Problem.fieldNotTaken(field, command: scope.signature.name)
      throw Fault(
        problem: field.access == .readOnly ? .readOnlyField(field) : problem, range: form.name)
    }
    if scope.signature.isListing {
      try WordReader(lexed: lexed, fields: scope.fields).refuseJoined(form)
    }
    let known = scope.assignable.fields.isEmpty ? scope.fields : scope.assignable
    let isLatin = form.looksLikeField(in: lexed.line)
    let nearest = isLatin ? known.nearest(to: name) : known.nearestWords(to: name)
    guard isLatin || !nearest.isEmpty else { return }
    let command = scope.signature.isListing ? nil : scope.signature.name
    throw Fault(
      problem: .unknownField(name, command: command), range: form.name, suggestions: nearest)
  }
}
