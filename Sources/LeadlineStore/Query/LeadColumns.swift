internal import LeadlineModel
internal import LeadlineQuery
internal import LeadlineReports

/// The fields of a lead in SQL, as of a day. The rows are those of a table or query called `lead`.
struct LeadColumns {
  let pipeline: Pipeline
  let day: Day
  let language: Language

  func column(_ field: Field) -> FieldColumn? {
    switch field.name {
    case "id": .id("lead.id", kind: .lead)
    case "key": importKey
    case "title", "sector", "site", "region", "note": text(field.name)
    case "tag": .list("lead.tag", fold: "lead.tag_fold")
    case "org": organisation
    case "contact": contacts
    case "introducer": person("introducer", kind: .contact)
    case "owner": person("owner", kind: .staff)
    case "department": named("department", in: "department", kind: .department)
    case "shares": shares
    case "section": named("section", in: "section", kind: .section)
    case "source", "outcome": .choice("lead.\(raw: field.name)")
    case "stage": stage
    case "expected", "agreed", "total": .money("lead.\(raw: field.name)", currency: "lead.currency")
    case "arrived": .money("NULLIF(lead.arrived, 0)", currency: "lead.currency")
    case "amount": .money(Self.amount, currency: "lead.currency")
    case "currency": .choice("lead.currency")
    case "created", "closed": .day("lead.\(raw: field.name)")
    case "last-touch": .day("lead.last_touch")
    case "due": .day("lead.next_due")
    case "next": .text("lead.next_what", fold: "lead.next_what_fold")
    case "idle": days(from: "lead.idle_from", kept: "lead.idle_kept")
    case "in-stage": days(from: "lead.stage_from", kept: "lead.stage_kept")
    case "level": .choice(level)
    case "reason": reason
    default: entryDay(field)
    }
  }

  static let amount: Clause =
    "COALESCE(lead.total, lead.agreed, lead.expected, NULLIF(lead.arrived, 0))"

  private func text(_ name: String) -> FieldColumn {
    .text("lead.\(raw: name)", fold: "lead.\(raw: name)_fold")
  }

  private func person(_ column: String, kind: RecordKind) -> FieldColumn {
    .record(
      "lead.\(raw: column)",
      name: "(SELECT person.name FROM person WHERE person.id = lead.\(raw: column))",
      order: "(SELECT person.name_sort FROM person WHERE person.id = lead.\(raw: column))",
      kind: kind)
  }

  private func named(_ column: String, in table: String, kind: RecordKind) -> FieldColumn {
    let name: Clause = """
      (SELECT \(raw: table).name FROM \(raw: table) \
      WHERE \(raw: table).id = lead.\(raw: column))
      """
    return .record("lead.\(raw: column)", name: name, order: name, kind: kind)
  }

  private var organisation: FieldColumn {
    .record(
      "lead.organisation",
      name:
        "(SELECT organisation.name FROM organisation WHERE organisation.id = lead.organisation)",
      order: """
        (SELECT organisation.name_sort FROM organisation \
        WHERE organisation.id = lead.organisation)
        """, kind: .organisation)
  }

  private var contacts: FieldColumn {
    .records(
      key: "person.id", name: "person.name",
      from: "lead_contact JOIN person ON person.id = lead_contact.person",
      where: "lead_contact.lead", is: "lead.id", order: "lead_contact.id", kind: .contact)
  }

  /// The parts in force on the day.
  private var shares: FieldColumn {
    let item: Clause = "department.name || ':' || share.part"
    return .texts(
      item,
      source: """
        FROM share JOIN department ON department.id = share.department \
        WHERE share.lead = lead.id AND share.day = (SELECT MAX(latest.day) FROM share AS latest \
        WHERE latest.lead = lead.id AND latest.day <= \(.day(day)))
        """, order: "share.place",
      fits: { FieldColumn.contains("(department.name_fold || ':' || share.part)", $0) })
  }

  private var importKey: FieldColumn { .importKey(of: "lead") }

  /// Stages are ordered as the pipeline orders them.
  private var stage: FieldColumn {
    let position = pipeline.stages.enumerated().map { index, stage in
      "WHEN \(.text(stage.id)) THEN \(raw: String(index))" as Clause
    }.separated(by: " ")
    let base = FieldColumn.choice("lead.stage")
    return FieldColumn(
      selected: base.selected, decode: base.decode, test: base.test,
      order: ["CASE lead.stage \(position) END"])
  }

  private func entryDay(_ field: Field) -> FieldColumn? {
    guard field.name.hasSuffix("-on"),
      let stage = pipeline.stage(String(field.name.dropLast("-on".count)))
    else { return nil }
    return .day(
      """
      (SELECT stage_entry.day FROM stage_entry WHERE stage_entry.lead = lead.id \
      AND stage_entry.stage = \(.text(stage.id)) AND stage_entry.day <= \(.day(day)))
      """)
  }

  /// Days counted from a day number, or kept since the lead was closed.
  private func days(from start: Clause, kept: Clause) -> FieldColumn {
    let length: Clause = "COALESCE(\(kept), \(.integer(Int64(day.number))) - \(start))"
    return .days(length)
  }

  /// Open leads before the final stage that have reached a limit of their stage.
  var stalled: Clause { reached(\.yellow) }

  /// Open leads before the final stage without an open follow-up due today or later.
  var neglected: Clause {
    """
    lead.outcome = 'open' AND lead.stage <> \(.text(pipeline.final.id)) \
    AND (lead.last_due IS NULL OR lead.last_due < \(.day(day)))
    """
  }

  private func reached(_ limit: (Limits) -> Int) -> Clause {
    let stages = pipeline.stages.dropLast().compactMap { stage -> Clause? in
      let limits: [Clause] = [
        stage.idleLimits.map { "lead.idle_from <= \(bound(limit($0)))" },
        stage.stageLimits.map { "lead.stage_from <= \(bound(limit($0)))" },
      ].compactMap(\.self)
      return limits.isEmpty ? nil : "lead.stage = \(.text(stage.id)) AND (\(Clause.any(limits)))"
    }
    return "lead.outcome = 'open' AND (\(Clause.any(stages)))"
  }

  private func bound(_ days: Int) -> Datum { .integer(Int64(day.number - days)) }

  private var level: Clause {
    """
    (CASE WHEN \(reached(\.red)) THEN 'red' WHEN \(reached(\.yellow)) THEN 'yellow' END)
    """
  }

  /// Why the lead was closed; for an open one why it is stalled. Only the former is filtered by.
  private var reason: FieldColumn {
    let closed = FieldColumn.text("lead.closed_reason", fold: "lead.closed_reason_fold")
    return FieldColumn(
      selected: [
        "lead.closed_reason", "lead.stage", "lead.outcome", "lead.idle_from", "lead.stage_from",
        "lead.last_touch", "lead.last_touch_kind", "lead.next_due", "lead.next_what",
        "(SELECT person.name FROM person WHERE person.id = lead.last_touch_by)",
      ],
      decode: { cells, index in
        if let text = cells.text(index) { return FieldValue(text) }
        return stallReason(cells, index).map { .text($0.words(in: language, pipeline)) } ?? .none
      }, test: closed.test, order: closed.order)
  }

  private func stallReason(_ cells: any Cells, _ index: Int) -> StallReason? {
    guard let outcome = cells.text(index + 2).flatMap(Outcome.init(rawValue:)),
      let idleFrom = cells.integer(index + 3), let stageFrom = cells.integer(index + 4),
      let stall = pipeline.stall(
        stage: cells.text(index + 1) ?? "", outcome: outcome,
        idle: day.number - Int(idleFrom), inStage: day.number - Int(stageFrom))
    else { return nil }
    let touch = cells.day(index + 5).map { day in
      StallReason.LastTouch(
        day: day, kind: cells.text(index + 6) ?? "", who: cells.text(index + 9))
    }
    let next = cells.day(index + 7).map {
      StallReason.Next(due: $0, what: cells.text(index + 8) ?? "")
    }
    return StallReason(stall: stall, lastTouch: touch, next: next, day: day)
  }
}
