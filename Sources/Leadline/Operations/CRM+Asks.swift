public import LeadlineModel
internal import LeadlineStore

/// What recording an ask did.
public struct RecordedAsk: Hashable, Sendable {
  public let ask: Ask
  /// Whether it is the result of a known ask; else a new ask was recorded.
  public let ended: Bool
  /// How often the person was asked by now.
  public let count: AskCount
  /// Whether that is so often that they should be left in peace.
  public let isOften: Bool
}

extension CRM {
  /// Records that a person was asked for an introduction to a contact, an organisation or a lead
  /// (also to nobody in particular), or what came of it: a result ends the open asks of the two, or
  /// else goes on with the last that was agreed to.
  ///
  /// `result` is one of `Choices.askResults`, open where nil; `asker` is the user where nil. Throws
  /// `CRMError.ask` for somebody who is not to be asked, for a result that may be that of several
  /// open asks, and for what cannot be.
  @discardableResult
  public func ask(
    _ person: Ref, for wanted: Ref? = nil, by asker: Ref? = nil, result: String? = nil,
    on day: Day? = nil, note: String? = nil, line: String? = nil
  ) throws -> Written<RecordedAsk> {
    let day = day ?? today
    guard day <= today else { throw CRMError.dayInFuture(day, today: today) }
    let (asked, wanted, asker) = (try named(person), try wanted.map(named), try asker.map(named))
    try check(asked, wanted, askedBy: asker?.ref ?? me()?.ref)
    let answer = result == "open" ? nil : result
    let open = try answer == nil ? [] : asksWaiting(of: asked, for: wanted)
    if let late = open.first(where: { $0.ask.day > day }) {
      throw CRMError.ask(.answeredBefore(day, late.ask))
    }
    if open.isEmpty, try network().isBarred(Database.key(of: person)) {
      throw CRMError.ask(.notToBeAsked(asked))
    }
    return try write(line ?? "ask \(person) \(wanted?.name ?? "")") { writer in
      if let answer, !open.isEmpty {
        try writer.answerAsks(open.map(\.row), result: answer, on: day, note: note)
      } else {
        try writer.insertAsk(
          of: Database.key(of: person),
          by: asker.map { Database.key(of: $0.ref) } ?? writer.actor, for: wanted?.ref, on: day,
          result: answer ?? "open", note: note)
      }
      let former = open.first?.ask
      let ask = Ask(
        day: former?.day ?? day, asked: asked,
        asker: try former?.asker ?? asker ?? writer.actor.map { try named(Database.person($0)) },
        wanted: former?.wanted ?? wanted, result: answer ?? "open",
        answered: answer == nil ? nil : day, note: note)
      return try recorded(ask, ended: former != nil)
    }
  }

  private func recorded(_ ask: Ask, ended: Bool) throws -> RecordedAsk {
    let count =
      try askCounts(of: [ask.asked.ref])[ask.asked.ref]
      ?? AskCount(times: 1, recently: 1, last: ask.day)
    return RecordedAsk(
      ask: ask, ended: ended, count: count, isOften: AskScale.standard.isOften(count))
  }

  private func check(_ asked: NamedRef, _ wanted: NamedRef?, askedBy asker: Ref?) throws {
    guard [.contact, .staff].contains(asked.ref.kind) else {
      throw CRMError.wrongKind(asked.ref, expected: [.contact, .staff])
    }
    if let wanted, ![.contact, .organisation, .lead].contains(wanted.ref.kind) {
      throw CRMError.wrongKind(wanted.ref, expected: [.contact, .organisation, .lead])
    }
    if wanted?.ref == asked.ref { throw CRMError.ask(.forThemselves(asked)) }
    if asker == asked.ref { throw CRMError.ask(.ofThemselves(asked)) }
  }

  /// The asks that a contact, a member of staff, an organisation or a lead has a part in, the
  /// earliest first.
  public func asks(about ref: Ref) throws -> [Ask] {
    try database.asks(about: ref, upTo: today)
  }

  /// How often persons were asked; nobody who never was.
  public func askCounts(of persons: [Ref]) throws -> [Ref: AskCount] {
    let counts = try database.askCounts(
      of: persons.map { Database.key(of: $0) }, upTo: today, scale: .standard)
    return Dictionary(uniqueKeysWithValues: counts.map { (Database.person($0), $1) })
  }

  /// Those of the persons who were asked often enough, with how often.
  public func oftenAsked(_ persons: [Ref]) throws -> [Ref: AskCount] {
    try askCounts(of: persons).filter { AskScale.standard.isOften($0.value) }
  }

  /// The asks that a result is for, of the pair, or of the only target where none is named: the open
  /// ones, or else the last that was agreed to.
  private func asksWaiting(
    of asked: NamedRef, for wanted: NamedRef?
  ) throws -> [(row: Int64, ask: Ask)] {
    var waiting = try database.asksWaiting(of: Database.key(of: asked.ref), upTo: today)
    if let wanted { waiting = waiting.filter { $0.ask.wanted?.ref == wanted.ref } }
    let open = waiting.filter { $0.ask.result == "open" }
    let meant = open.isEmpty ? waiting : open
    let targets: [NamedRef?] = meant.map(\.ask.wanted).reduce(into: []) { targets, wanted in
      if !targets.contains(wanted) { targets.append(wanted) }
    }
    guard targets.count <= 1 else {
      throw CRMError.ask(.several(asked, targets.compactMap(\.self)))
    }
    return open.isEmpty ? Array(waiting.prefix(1)) : open
  }
}
