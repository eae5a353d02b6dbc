internal import Leadline

/// What a lead was given from the contact that it comes from, said back.
struct OpeningText {
  let session: Session

  init(_ session: Session) { self.session = session }

  func say(_ opening: LeadOpening, _ filled: [Change]) throws {
    let language = session.crm.language
    let echo = EchoText(session.crm)
    let values = try filled.map { change in
      "\(change.field.words[language])="
        + (try echo.text(change.value, in: session.crm.columns([change.field])[0]))
    }
    let contact = label(opening.contact)
    let list = values.joined(separator: " ")
    session.notice(
      Words("from \(contact): \(list)", "来自 \(contact)：\(list)", "來自 \(contact)：\(list)"))
    guard let way = opening.way else {
      return session.notice(
        Words(
          "no way of ours leads to them: no introducer, no source of its own",
          "没有通往此人的关系：引荐人和来源无从得出", "沒有通往此人的關係：引薦人和來源無從得出"))
    }
    let steps = zip(way.persons, way.ties).map { person, tie in
      "\(label(person)) (\(Printable.escaping(tie.reasons.first?.words[language] ?? "")))"
    }
    let chain = (steps + [contact]).joined(separator: " → ")
    session.notice(Words("by way of \(chain)", "路径：\(chain)", "路徑：\(chain)"))
  }

  private func label(_ record: NamedRef) -> String {
    "\(record.ref) \(Printable.escaping(record.name))"
  }
}

extension Session {
  /// What the contact that `from=` names gives a new lead; nil where none is named.
  func opening(_ parsed: ParsedLine) throws -> LeadOpening? {
    guard let text = try text("from", parsed) else { return nil }
    guard text.hasPrefix("@") else {
      return try crm.opening(from: try crm.record([.contact], named: text).ref)
    }
    guard let row = Int(text.dropFirst()) else {
      throw CommandError.badNumber(text, option: "from=@")
    }
    return try crm.opening(from: try records(.rows([row]), [.contact])[0])
  }
}

extension Field {
  /// The contact from whom a lead comes.
  static let contactGiven = Field(.contact, "from", Words("from", "从", "從"), .text)
}
