public import LeadlineModel

/// One thing that happened to a record: its day, and when and by whom it was recorded.
public struct HistoryEvent: Hashable, Sendable {
  public enum What: Hashable, Sendable {
    case move(number: Int, Move, note: String?)
    case figure(LeadLog.DatedFact.Name, Int64?)
    /// A department's part of the lead; without one the lead is shared no more.
    case share(department: Int64?, part: String)
    case receipt(Int64, note: String?)
    case activity(Ref, kind: String, failed: Bool, note: String?)
    case planned(Ref, what: String, due: Day)
    case finished(Ref, what: String, outcome: String, result: String?)
    /// Somebody was asked for an introduction.
    case asked(Ask)
  }

  public let day: Day
  public let what: What
  /// The journal entry that recorded it.
  public let entry: Int64
  /// When it was recorded, as ISO 8601 in UTC.
  public let recorded: String
  public let actor: String?
}

extension Database {
  /// What happened to a lead or a person, up to a day, in order of days.
  public func history(of ref: Ref, upTo day: Day) throws -> [HistoryEvent] {
    let parts = ref.kind == .lead ? Self.leadParts : []
    var events: [HistoryEvent] = []
    let key = Datum.integer(Key.of(ref))
    for part in parts + Self.commonParts(ref) {
      try engine.rows(
        """
        SELECT item.*, entry.at, (SELECT person.name FROM person WHERE person.id = entry.actor) \
        FROM (\(part.rows)) AS item JOIN entry ON entry.id = item.entry \
        WHERE item.owner = \(key) AND item.day <= \(.day(day)) ORDER BY item.day, item.id
        """
      ) { cells in
        guard let day = cells.day(2), let what = part.what(cells, events) else { return true }
        events.append(
          HistoryEvent(
            day: day, what: what, entry: cells.integer(3) ?? 0, recorded: cells.text(9) ?? "",
            actor: cells.text(10)))
        return true
      }
    }
    events += try askEvents(about: ref, upTo: day)
    return events.enumerated().sorted {
      ($0.element.day, $0.element.entry, $0.offset) < ($1.element.day, $1.element.entry, $1.offset)
    }.map(\.element)
  }

  private typealias Part = (
    rows: Clause, what: @Sendable (any Cells, [HistoryEvent]) -> HistoryEvent.What?
  )

  /// Each gives owner, id, day, entry and five cells of its own.
  private static let leadParts: [Part] = [
    (
      "SELECT lead AS owner, id, day, entry, kind, from_stage, to_stage, reason, note FROM move",
      { cells, events in
        guard let kind = cells.text(4).flatMap(Move.Kind.init(rawValue:)), let day = cells.day(2)
        else { return nil }
        let move = Move(
          kind: kind, from: cells.text(5), to: cells.text(6) ?? "", day: day,
          reason: cells.text(7))
        return .move(number: events.count + 1, move, note: cells.text(8))
      }
    ),
    (
      """
      SELECT lead AS owner, id, day, entry, name, value, NULL AS c, NULL AS d, NULL AS e \
      FROM figure
      """,
      { cells, _ in
        cells.text(4).flatMap(LeadLog.DatedFact.Name.init(rawValue:)).map {
          .figure($0, cells.integer(5))
        }
      }
    ),
    (
      """
      SELECT lead AS owner, id, day, entry, department, part, NULL AS c, NULL AS d, NULL AS e \
      FROM share
      """,
      { cells, _ in .share(department: cells.integer(4), part: cells.text(5) ?? "") }
    ),
    (
      """
      SELECT lead AS owner, id, day, entry, amount, note, NULL AS c, NULL AS d, NULL AS e \
      FROM receipt
      """,
      { cells, _ in .receipt(cells.integer(4) ?? 0, note: cells.text(5)) }
    ),
  ]

  private static func commonParts(_ ref: Ref) -> [Part] {
    let isLead = ref.kind == .lead
    let link: Clause = isLead ? "activity_lead" : "activity_person"
    let linked: Clause = isLead ? "activity_lead.lead" : "activity_person.person"
    let owner: Clause = isLead ? "lead" : "person"
    return [
      (
        """
        SELECT \(linked) AS owner, activity.id, activity.day, activity.entry, activity.kind, \
        activity.failed, activity.note, NULL AS d, NULL AS e \
        FROM activity JOIN \(link) ON \(link).activity = activity.id
        """,
        { cells, _ in
          .activity(
            Ref(.activity, cells.integer(1) ?? 0), kind: cells.text(4) ?? "",
            failed: cells.flag(5), note: cells.text(6))
        }
      ),
      (
        """
        SELECT \(owner) AS owner, id, made AS day, entry, what, due, NULL AS c, NULL AS d, \
        NULL AS e FROM follow_up
        """,
        { cells, _ in
          .planned(
            Ref(.followUp, cells.integer(1) ?? 0), what: cells.text(4) ?? "",
            due: cells.day(5) ?? Day(number: 0))
        }
      ),
      (
        """
        SELECT \(owner) AS owner, id, closed AS day, entry, what, outcome, result, NULL AS d, \
        NULL AS e FROM follow_up WHERE closed IS NOT NULL
        """,
        { cells, _ in
          .finished(
            Ref(.followUp, cells.integer(1) ?? 0), what: cells.text(4) ?? "",
            outcome: cells.text(5) ?? "", result: cells.text(6))
        }
      ),
    ]
  }
}
