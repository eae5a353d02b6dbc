internal import LeadlineModel
internal import LeadlineStore

/// Enters activities from files, and brings known ones up to what a file says.
struct ActivityPlacing {
  let crm: CRM
  let writer: Writer
  let names: ImportNames

  func insert(_ draft: ImportDraft) throws -> Int64 {
    guard let day = draft.day("on") else { throw RowRefusal.noName(.activity) }
    if day > crm.today { throw RowRefusal.dayInFuture(field: "on", day) }
    let participants = try participants(draft, on: day)
    let staff = try draft.list("staff").map { try names.key(.staff, named: $0) }
    let department =
      try names.key(.department, draft.values["department"])
      ?? staff.first.flatMap { try names.department(ofStaff: $0) }
    var columns: [ActivityColumn: Datum] = [
      .day: .day(day), .kind: Datum(draft.choice("kind")), .note: Datum(draft.text("note")),
      .failed: Datum(draft.choice("failed") == "yes"), .department: Datum(department),
    ]
    if case .number(let guests)? = draft.values["guests"] { columns[.guests] = .integer(guests) }
    return try writer.insertActivity(columns, with: staff.map(Participant.person) + participants)
  }

  func update(
    _ activity: Int64, from old: ImportDraft, to new: ImportDraft, changed: Set<String>
  ) throws {
    if let day = new.day("on"), day > crm.today {
      throw RowRefusal.dayInFuture(field: "on", day)
    }
    let leads = changed.contains("lead") ? try new.list("lead").map(lead) : []
    let edit = Edit(crm: crm, writer: writer, day: crm.today, entersUnknown: true)
    for change in new.changes(from: old, changed.subtracting(["lead"])) {
      try edit.apply(change, toActivity: activity)
    }
    for lead in leads { try writer.add(.lead(lead, implied: false), to: activity) }
  }

  private func participants(_ draft: ImportDraft, on day: Day) throws -> [Participant] {
    let leads = try draft.list("lead").map(lead)
    for lead in leads {
      guard let entry = try crm.database.moves(of: lead).first?.move.day, day < entry else {
        continue
      }
      throw RowRefusal.daysOutOfOrder(field: "on", day, before: entry)
    }
    let organisations = try draft.list("org").map { try names.key(.organisation, named: $0) }
    let contacts = try draft.list("contact").map {
      try names.contact(named: $0, at: organisations.first)
    }
    return leads.map { .lead($0, implied: false) } + contacts.map(Participant.person)
      + organisations.map(Participant.organisation)
  }

  /// The lead that a cell names: by the key of an import, by its ref, by its title.
  private func lead(_ name: String) throws -> Int64 {
    let database = crm.database
    let imported = try database.leads(importedAs: name)
    if imported.count == 1 { return imported[0] }
    if let ref = Ref(name), ref.kind == .lead, try database.name(of: ref) != nil {
      return Database.key(of: ref)
    }
    let titled = try database.leads(titled: name)
    if titled.count == 1 { return titled[0] }
    let all = Set(imported + titled).sorted()
    if all.isEmpty { throw RowRefusal.noSuchLead(name) }
    throw RowRefusal.severalLeads(name, all.map { Ref(.lead, $0) })
  }
}
