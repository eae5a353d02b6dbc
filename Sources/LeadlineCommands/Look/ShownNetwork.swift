internal import Leadline

/// What `show` says of a record's place in the network: where a person was, the ties that were
/// declared, who was asked for introductions, and who it is not.
struct ShownNetwork {
  let session: Session
  /// A member of staff may know thousands.
  private static let mostTies = 20

  init(_ session: Session) { self.session = session }

  func show(_ ref: Ref) throws {
    let crm = session.crm
    if ref.kind == .contact || ref.kind == .staff {
      try section(
        Words("affiliations", "履历", "履歷"), try crm.affiliations(of: ref).map(text))
      let ties = try crm.statedTies(of: ref, limit: Self.mostTies + 1)
      let more = ties.count > Self.mostTies ? ["…  ties \(ref)"] : []
      try section(
        Words("ties declared", "登记的关系", "登記的關係"),
        ties.prefix(Self.mostTies).map { text($0, of: ref) } + more)
    }
    let asks = try crm.asks(about: ref).map { AskText(crm.language).line($0) }
    try section(Words("asks", "托请", "託請"), asks)
    try section(
      Words("not the same as", "并非同一", "並非同一"),
      try crm.recordsApart(from: ref).map { "\($0.ref) \(Printable.escaping($0.name))" })
  }

  private func section(_ title: Words, _ lines: [String]) throws {
    if lines.isEmpty { return }
    try session.say(title)
    for line in lines { try session.console.say("  " + line) }
  }

  /// `study at O1 南京大学, 1996–2000, 学生, 计算机系`.
  private func text(_ stay: StatedAffiliation) -> String {
    let language = session.crm.language
    let kind =
      Choices.affiliationKinds.first { $0.id == stay.kind.rawValue }?.words[language] ?? ""
    let place = "\(stay.organisation.ref) \(Printable.escaping(stay.organisation.name))"
    let details = [YearSpan(from: stay.from, to: stay.to).text, stay.role ?? "", stay.group ?? ""]
      .filter { !$0.isEmpty }.map { Printable.escaping($0) }
    let head = language == .english ? "\(kind) at \(place)" : "\(kind) \(place)"
    return ([head] + details).joined(separator: language.comma)
  }

  /// `known by S1 王伟: classmate, 4 of 5 – note`.
  private func text(_ tie: StatedTie, of ref: Ref) -> String {
    let isKnown = tie.known.ref == ref
    let other = isKnown ? tie.knower : tie.known
    let name = "\(other.ref) \(Printable.escaping(other.name))"
    let how = TieReason.declared(kind: tie.kind, strength: tie.strength).words
    let note = tie.note.map { " – \(Printable.escaping($0))" } ?? ""
    return Words(
      "\(isKnown ? "known by" : "knows") \(name): \(how.english)\(note)",
      "\(isKnown ? "为 \(name) 所认识" : "认识 \(name)")：\(how.simplified)\(note)",
      "\(isKnown ? "為 \(name) 所認識" : "認識 \(name)")：\(how.traditional)\(note)")[
        session.crm.language]
  }
}
