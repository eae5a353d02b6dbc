internal import Leadline

/// Asks for what a command still needs, one field at a time; all or nothing.
struct Questionnaire {
  let session: Session

  init(_ session: Session) { self.session = session }

  /// Asks for the fields named that `given` does not give. Nobody there: nothing is asked.
  ///
  /// Enter leaves a field out, `<` goes back; Ctrl-C throws `CommandError.left`. What is suggested
  /// stands there to be edited.
  func ask(
    _ names: [String], of kind: RecordKind, besides given: [Change],
    isRequired: Bool = false, suggesting suggested: [String: String] = [:]
  ) throws -> [Change] {
    guard let dialogue = session.questions else { return [] }
    let known = Field.of(kind, in: session.crm.pipeline) + Field.parameters
    let fields = names.filter { name in !given.contains { $0.field.name == name } }
      .compactMap { name in
        name == "receipt" ? Field.receiptGiven : known.first { $0.name == name }
      }
    var answers = fields.map { suggested[$0.name] ?? "" }
    var changes: [Change?] = Array(repeating: nil, count: fields.count)
    var index = 0
    while index < fields.count {
      sayChoices(fields[index])
      switch dialogue.ask(question(fields[index]), prefill: answers[index]) {
      case .cancelled: throw CommandError.left
      case .back: index = max(0, index - 1)
      case .text(let text):
        answers[index] = text
        do {
          changes[index] = try change(fields[index], text)
          if changes[index] == nil, isRequired { continue }
          index += 1
        } catch {
          session.console.notice(ErrorText(error, in: session.crm.language).full)
        }
      }
    }
    return changes.compactMap(\.self)
  }

  private func question(_ field: Field) -> String {
    "\(field.words[session.crm.language]): "
  }

  /// What there is to choose from, on a line of its own: the question itself stays short.
  private func sayChoices(_ field: Field) {
    guard case .choice(let choices) = field.type else { return }
    let words = choices.map { $0.words[session.crm.language] }
    session.console.notice("  \(words.joined(separator: " · "))")
  }

  private func change(_ field: Field, _ text: String) throws -> Change? {
    guard text.contains(where: { !$0.isWhitespace }) else { return nil }
    let assign = Assign(
      field: field, operation: .set, value: text, isQuoted: false,
      place: text.startIndex..<text.endIndex)
    let parser = session.parser(for: Lexer.tokens(line: ""))
    let value = try parser.value(of: assign, in: text)
    if let kind = field.type.recordKind, kind != .organisation {
      for name in names(value) { _ = try session.crm.record([kind], named: name) }
    }
    return Change(field, value)
  }

  private func names(_ value: FieldValue) -> [String] {
    switch value {
    case .text(let name): [name]
    case .list(let names): names
    default: []
    }
  }
}

extension Session {
  /// Who answers questions; nil where nobody is there or `--yes` was said.
  var questions: (any Dialogue)? {
    has("--yes") || settings.isConfirmed ? nil : console.dialogue
  }
}
