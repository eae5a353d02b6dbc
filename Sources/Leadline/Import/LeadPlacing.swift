internal import LeadlineModel
internal import LeadlineStore

/// Enters leads from files, and brings known ones up to what a file says now.
struct LeadPlacing {
  let crm: CRM
  let writer: Writer
  let names: ImportNames

  func insert(_ draft: ImportDraft) throws -> Int64 {
    let course = try LeadCourse(draft, in: crm.pipeline, today: crm.today)
    let owner = try names.key(.staff, draft.values["owner"])
    let department =
      try names.key(.department, draft.values["department"])
      ?? owner.flatMap { try names.department(ofStaff: $0) }
    let section = try draft.list("section").first.flatMap { name in
      try department.map { try names.section(named: name, of: $0) }
    }
    let organisation = try names.key(.organisation, draft.values["org"])
    var columns: [LeadColumn: Datum] = [
      .currency: .text((course.currency ?? statedCurrency(draft) ?? crm.currency).code),
      .organisation: Datum(organisation), .section: Datum(section),
      .tag: Datum(ColumnList.text(draft.list("tag"))), .source: Datum(draft.choice("source")),
    ]
    for (name, column) in Self.texts { columns[column] = Datum(draft.text(name)) }
    if let introducer = draft.list("introducer").first {
      columns[.introducer] = .integer(try names.contact(named: introducer, at: nil))
    }
    let lead = try writer.insertLead(columns, on: course.created)
    for name in draft.list("contact") {
      try writer.addContact(try names.contact(named: name, at: organisation), to: lead)
    }
    try enter(course, owner, department, of: lead)
    if let shares = draft.values["shares"], let field = Field.imported("shares", .lead) {
      let edit = Edit(crm: crm, writer: writer, day: course.created, entersUnknown: true)
      try edit.apply(Change(field, shares), toLead: lead)
    }
    return lead
  }

  /// Writes what differs between what the file said and says; gives the fields that were moved
  /// here since and so stay as they are.
  func update(
    _ baseline: Baseline, from old: ImportDraft, to new: ImportDraft, changed: Set<String>
  ) throws -> Set<String> {
    let lead = baseline.ref.number
    let before = try LeadCourse(old, in: crm.pipeline, today: .distantFuture)
    let now = try LeadCourse(new, in: crm.pipeline, today: crm.today)
    let edit = Edit(crm: crm, writer: writer, day: crm.today, entersUnknown: true)
    try adopt(now.currency ?? statedCurrency(new), lead, edit)
    for change in new.changes(from: old, changed.subtracting(Self.course)) {
      try edit.apply(change, toLead: lead)
    }
    let change = CourseChange(
      crm: crm, writer: writer, lead: lead, before: before, now: now, memory: baseline.row)
    let isMoved = try change.applyMoves()
    try change.applyFigures(cleared: changed.filter { new.values[$0] == nil })
    // What arrived goes with the moves that the file tells of it.
    if isMoved { try change.applyReceipts() }
    return isMoved ? [] : changed.intersection(Self.moves)
  }

  private func enter(
    _ course: LeadCourse, _ owner: Int64?, _ department: Int64?, of lead: Int64
  ) throws {
    for move in course.moves.dropFirst() {
      try writer.insertMove(move, of: lead, note: nil)
    }
    let keys: [(LeadLog.DatedFact.Name, Int64?)] = [(.owner, owner), (.department, department)]
    for (name, key) in keys where key != nil {
      try writer.insertFigure(name, of: lead, to: key, from: course.created)
    }
    for name in LeadLog.DatedFact.Name.allCases {
      guard let figure = course.figures[name] else { continue }
      try writer.insertFigure(name, of: lead, to: figure.money.minorUnits, from: figure.day)
    }
    for receipt in course.receipts {
      try writer.insertReceipt(of: lead, on: receipt.day, minorUnits: receipt.minorUnits)
    }
  }

  private func statedCurrency(_ draft: ImportDraft) -> Currency? {
    draft.choice("currency").flatMap(Currency.init(code:))
  }

  private func adopt(_ currency: Currency?, _ lead: Int64, _ edit: Edit) throws {
    guard let currency else { return }
    do {
      try edit.adopt(currency, lead)
    } catch CRMError.otherCurrency(_, let known, let given) {
      throw RowRefusal.otherCurrency(given.code, lead: known.code)
    }
  }

  private static let texts: [(String, LeadColumn)] = [
    ("title", .title), ("sector", .sector), ("site", .site), ("region", .region), ("note", .note),
  ]

  /// The fields that say when a lead moved where.
  static let moves: Set<String> = [
    "stage", "outcome", "reason", "created", "closed", "signed-on", "started-on", "funded-on",
  ]
  /// Those that are read together.
  static let course = moves.union([
    "amount", "arrived", "expected", "agreed", "total", "currency",
  ])
}

extension Day {
  /// After every day that is stated.
  static let distantFuture = Day(number: 10_000_000)
}

extension ImportDraft {
  /// What leads from the earlier draft to this one, for these fields; lists item by item, unless
  /// they hold as a whole from a day on.
  func changes(from old: ImportDraft, _ names: Set<String>) -> [Change] {
    names.sorted().flatMap { name -> [Change] in
      guard let field = Field.imported(name, kind) else { return [] }
      guard field.type.isList, field.access != .dated else {
        return [Change(field, values[name] ?? .none)]
      }
      let gone = old.list(name).filter { !list(name).contains($0) }
      let come = list(name).filter { !old.list(name).contains($0) }
      return (gone.isEmpty ? [] : [Change(field, .list(gone), .remove)])
        + (come.isEmpty ? [] : [Change(field, .list(come), .add)])
    }
  }
}

extension Field {
  /// The field of this name, where it does not depend on the pipeline.
  static func imported(_ name: String, _ kind: RecordKind) -> Field? {
    of(kind, in: .standard).first { $0.name == name }
  }
}
