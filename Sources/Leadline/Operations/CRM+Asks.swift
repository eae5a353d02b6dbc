public import LeadlineModel
internal import LeadlineStore

/// What recording an ask did.
public struct RecordedAsk: Hashable, Sendable {
  public let ask: Ask
  /// Whether it ended what was open already; else a new ask was recorded.
  public let ended: Bool
  /// How often the person was asked by now.
  public let count: AskCount
  /// Whether that is so often that they should be left in peace.
  public let isOften: Bool
}

extension CRM {
  /// Records that a person was asked for an introduction to a contact, an organisation or a lead
  /// (also to nobody in particular), or what came of it: a result ends the open asks of the two.
  ///
  /// `result` is one of `Choices.askResults`, open where nil; `asker` is the user where nil. Throws
  /// `CRMError.notToBeAsked` for somebody who is not to be asked, `.severalAsks` for a result that
  /// may be that of several open asks.
  @discardableResult
  public func ask(
    _ person: Ref, for wanted: Ref? = nil, by asker: Ref? = nil, result: String? = nil,
    on day: Day? = nil, note: String? = nil, line: String? = nil
  ) throws -> Written<RecordedAsk> {
    let day = day ?? today
    guard day <= today else { throw CRMError.dayInFuture(day, today: today) }
    let asked = try named(person)
    guard wanted != person else { throw CRMError.askedForThemselves(asked) }
    let wanted = try wanted.map(named)
    let asker = try asker.map(named)
    guard try asker?.ref != person && me()?.ref != person else { throw CRMError.isUser(person) }
    let answer = result == "open" ? nil : result
    let open = try answer == nil ? [] : openAsks(of: asked, for: wanted)
    if let late = open.first(where: { $0.ask.day > day }) {
      throw CRMError.answeredBefore(day, late.ask)
    }
    if open.isEmpty, try network().isBarred(Database.key(of: person)) {
      throw CRMError.notToBeAsked(asked)
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
      let ask = Ask(
        day: open.first?.ask.day ?? day, asked: asked,
        asker: try open.first?.ask.asker ?? asker
          ?? writer.actor.map { try named(Database.person($0)) },
        wanted: open.first?.ask.wanted ?? wanted, result: answer ?? "open",
        answered: answer == nil ? nil : day, note: note)
      let count =
        try askCounts(of: [person])[person]
        ?? AskCount(times: 1, recently: 1, last: day)
      return RecordedAsk(
        ask: ask, ended: !open.isEmpty, count: count, isOften: AskScale.standard.isOften(count))
    }
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

  /// The open asks that a result is for: those of the pair, or the only ones where none is named.
  private func openAsks(
    of asked: NamedRef, for wanted: NamedRef?
  ) throws -> [(row: Int64, ask: Ask)] {
    let open = try database.openAsks(of: Database.key(of: asked.ref), upTo: today)
    if let wanted { return open.filter { $0.ask.wanted?.ref == wanted.ref } }
    let targets = Set(open.map { $0.ask.wanted?.ref })
    guard targets.count > 1 else { return open }
    throw CRMError.severalAsks(asked, open.compactMap(\.ask.wanted))
  }
}
