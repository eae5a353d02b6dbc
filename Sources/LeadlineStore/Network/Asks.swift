public import LeadlineModel

extension Writer {
  /// Records that a person was asked for an introduction to `wanted`; gives the row.
  @discardableResult
  public func insertAsk(
    of person: Int64, by asker: Int64?, for wanted: Ref?, on day: Day, result: String = "open",
    note: String? = nil
  ) throws -> Int64 {
    var row: [String: Datum] = [
      "person": .integer(person), "asker": Datum(asker), "day": .day(day),
      "result": .text(result), "answered": result == "open" ? .null : .day(day),
      "note": Datum(note),
    ]
    if let wanted { row[wanted.askColumn] = .integer(Key.of(wanted)) }
    return try insert(Schema.ask, row)
  }

  /// Gives asks a result; a note that is given takes the place of the former.
  public func answerAsks(
    _ rows: [Int64], result: String, on day: Day, note: String?
  ) throws {
    for row in rows {
      var said: [String: Datum] = ["result": .text(result), "answered": .day(day)]
      if let note { said["note"] = .text(note) }
      try update(Schema.ask, row, said)
    }
  }
}

extension Database {
  /// The asks of a person that wait for a result, open or agreed to, the latest first: row and ask.
  public func asksWaiting(of person: Int64, upTo day: Day) throws -> [(row: Int64, ask: Ask)] {
    try asks(
      "ask.person = \(.integer(person)) AND ask.result IN ('open', 'agreed')", upTo: day,
      order: "ask.day DESC, ask.id DESC"
    ).map { ($0.row, $0.ask) }
  }

  /// The asks that a record has a part in, up to a day, the earliest first: as who was asked, or
  /// as what was wanted.
  public func asks(about ref: Ref, upTo day: Day) throws -> [Ask] {
    try storedAsks(about: ref, upTo: day).map(\.ask)
  }

  /// The same as events, with who recorded them last.
  func askEvents(about ref: Ref, upTo day: Day) throws -> [HistoryEvent] {
    try storedAsks(about: ref, upTo: day).map {
      HistoryEvent(
        day: $0.ask.day, what: .asked($0.ask), entry: $0.entry, recorded: $0.recorded,
        actor: $0.actor)
    }
  }

  private typealias StoredAsk = (
    row: Int64, ask: Ask, entry: Int64, recorded: String, actor: String?
  )

  private func storedAsks(about ref: Ref, upTo day: Day) throws -> [StoredAsk] {
    let key = Datum.integer(Key.of(ref))
    let condition: Clause =
      switch ref.kind {
      case .contact, .staff:
        "ask.person = \(key) OR ask.contact IS NOT NULL AND ask.contact = \(key)"
      case .organisation, .lead:
        "ask.\(raw: ref.askColumn) IS NOT NULL AND ask.\(raw: ref.askColumn) = \(key)"
      default: .any([])
      }
    return try asks(condition, upTo: day, order: "ask.day, ask.id")
  }

  private func asks(
    _ condition: Clause, upTo day: Day, order: Clause
  ) throws -> [StoredAsk] {
    var found: [StoredAsk] = []
    try engine.rows(
      """
      SELECT ask.id, ask.day, ask.person, asked.name, ask.asker, asker.name, ask.contact, \
      contact.name, ask.organisation, organisation.name, ask.lead, lead.title, ask.result, \
      ask.answered, ask.note, ask.entry, entry.at, actor.name FROM ask \
      JOIN person AS asked ON asked.id = ask.person JOIN entry ON entry.id = ask.entry \
      LEFT JOIN person AS actor ON actor.id = entry.actor \
      LEFT JOIN person AS asker ON asker.id = ask.asker \
      LEFT JOIN person AS contact ON contact.id = ask.contact \
      LEFT JOIN organisation ON organisation.id = ask.organisation \
      LEFT JOIN lead ON lead.id = ask.lead \
      WHERE (\(condition)) AND ask.day <= \(.day(day)) ORDER BY \(order)
      """
    ) { cells in
      if let row = cells.integer(0), let ask = cells.ask(upTo: day) {
        found.append((row, ask, cells.integer(15) ?? 0, cells.text(16) ?? "", cells.text(17)))
      }
      return true
    }
    return found
  }

  /// How often persons were asked up to a day; nobody who never was.
  public func askCounts(
    of persons: [Int64], upTo day: Day, scale: AskScale
  ) throws -> [Int64: AskCount] {
    var counts: [Int64: AskCount] = [:]
    for chunk in persons.chunked(by: 400) {
      try engine.rows(
        """
        SELECT person, COUNT(*), SUM(CASE WHEN day > \(.day(day - scale.days)) THEN 1 ELSE 0 END), \
        MAX(day) FROM ask WHERE person IN (\(chunk.list)) AND day <= \(.day(day)) \
        GROUP BY person ORDER BY person
        """
      ) { cells in
        guard let person = cells.integer(0), let last = cells.day(3) else { return true }
        counts[person] = AskCount(
          times: Int(cells.integer(1) ?? 0), recently: Int(cells.integer(2) ?? 0), last: last)
        return true
      }
    }
    return counts
  }
}

extension Ref {
  /// The column of an ask that holds what was wanted.
  fileprivate var askColumn: String {
    switch kind {
    case .organisation: "organisation"
    case .lead: "lead"
    default: "contact"
    }
  }
}

extension Cells {
  /// An ask after its row; what was answered later was open on `day`.
  fileprivate func ask(upTo day: Day) -> Ask? {
    guard let asked = person(2), let began = self.day(1) else { return nil }
    let answered = self.day(13).flatMap { $0 <= day ? $0 : nil }
    return Ask(
      day: began, asked: asked, asker: person(4),
      wanted: person(6) ?? record(.organisation, 8) ?? record(.lead, 10),
      result: answered == nil ? "open" : text(12) ?? "", answered: answered, note: text(14))
  }

  private func person(_ index: Int) -> NamedRef? { record(.contact, index) }

  /// A record from its key and its name.
  private func record(_ kind: RecordKind, _ index: Int) -> NamedRef? {
    integer(index).map { NamedRef(Key.ref(kind, $0), name: text(index + 1) ?? "") }
  }
}
