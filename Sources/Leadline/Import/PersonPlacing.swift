internal import LeadlineModel
internal import LeadlineStore

/// Enters contacts and organisations from files, and brings known ones up to what a file says.
struct PersonPlacing {
  let crm: CRM
  let writer: Writer
  let names: ImportNames
  /// The member of staff who knows the contacts that come in.
  let knower: Int64?

  func insertContact(_ draft: ImportDraft) throws -> Int64 {
    let organisation = try names.key(.organisation, draft.values["org"])
    var columns: [PersonColumn: Datum] = [
      .organisation: Datum(organisation), .birthday: Datum(draft.day("birthday")),
      .tag: Datum(ColumnList.text(draft.list("tag"))),
      .askable: Datum(draft.choice("ask") != "no"),
    ]
    for (name, column) in Self.texts { columns[column] = Datum(draft.text(name)) }
    let person = try writer.insertPerson(draft.name, columns)
    try addReachability(draft, person)
    for (field, kind, place) in Self.affiliations {
      for text in draft.list(field) {
        let (organisation, stay) = try names.stay(text, as: place)
        try writer.insertAffiliation(
          of: person, at: organisation, kind: kind.rawValue,
          group: stay.group ?? draft.group(of: field),
          from: stay.from, to: stay.to)
      }
    }
    try addPlaces(draft, person)
    if let knower { try addTie(draft, from: knower, to: person) }
    return person
  }

  func updateContact(
    _ person: Int64, from old: ImportDraft, to new: ImportDraft, changed: Set<String>
  ) throws {
    let edit = Edit(crm: crm, writer: writer, day: crm.today, entersUnknown: true)
    for change in new.changes(from: old, changed.subtracting(["tie", "employer", "class"])) {
      try edit.apply(change, toContact: person)
    }
    for (field, kind, place) in Self.affiliations {
      let group = changed.contains("class") ? new.group(of: field) : nil
      for text in new.list(field) {
        let isNew = field == "employer" && !old.list(field).contains(text)
        guard isNew || group != nil else { continue }
        let (organisation, stay) = try names.stay(text, as: place)
        try writer.affiliate(
          person, at: organisation, kind: kind, role: nil, group: stay.group ?? group,
          from: stay.from, to: stay.to)
      }
    }
    guard let knower, changed.contains("tie"), let kind = new.choice("tie") else { return }
    try writer.declareTie(from: knower, to: person, kind: kind)
  }

  /// Records that the owner knows contacts who were there already; says how many are new to them.
  func acquaint(_ met: [Int64: ImportDraft]) throws -> Int {
    guard let knower, !met.isEmpty else { return 0 }
    let known = try writer.known(to: knower, among: met.keys.sorted())
    let new = met.filter { !known.contains($0.key) }.sorted { $0.key < $1.key }
    for (person, draft) in new { try addTie(draft, from: knower, to: person) }
    return new.count
  }

  func insertOrganisation(_ draft: ImportDraft) throws -> Int64 {
    var columns: [OrganisationColumn: Datum] = [
      .tag: Datum(ColumnList.text(draft.list("tag")))
    ]
    for name in ["sector", "region", "note"] {
      if let column = OrganisationColumn(rawValue: name) {
        columns[column] = Datum(draft.text(name))
      }
    }
    let organisation = try writer.insertOrganisation(
      draft.name, kind: draft.choice("kind"), columns)
    for alias in draft.list("alias") { try writer.insertAlias(alias, of: organisation) }
    names.note(organisation, .organisation, named: draft.name)
    return organisation
  }

  func updateOrganisation(
    _ organisation: Int64, from old: ImportDraft, to new: ImportDraft, changed: Set<String>
  ) throws {
    let edit = Edit(crm: crm, writer: writer, day: crm.today, entersUnknown: true)
    for change in new.changes(from: old, changed) {
      try edit.apply(change, toOrganisation: organisation)
    }
  }

  private func addReachability(_ draft: ImportDraft, _ person: Int64) throws {
    let phones = draft.list("phone")
    for (index, number) in phones.enumerated() {
      let labels = draft.card?.phoneLabels ?? []
      let label = index < labels.count ? labels[index] : nil
      try writer.insertPhone(number, label: label, of: person)
    }
    for (index, address) in draft.list("email").enumerated() {
      let labels = draft.card?.emailLabels ?? []
      let label = index < labels.count ? labels[index] : nil
      try writer.insertEmail(address, label: label, of: person)
    }
  }

  /// The organisations of a card beyond the first, and the units within each.
  private func addPlaces(_ draft: ImportDraft, _ person: Int64) throws {
    for (index, place) in (draft.card?.places ?? []).enumerated() {
      guard index > 0 || !place.units.isEmpty else { continue }
      try writer.insertAffiliation(
        of: person, at: try names.key(.organisation, named: place.organisation), kind: "work",
        role: place.role, group: place.units.isEmpty ? nil : place.units.joined(separator: " / "))
    }
  }

  private func addTie(_ draft: ImportDraft, from knower: Int64, to person: Int64) throws {
    try writer.insertTie(from: knower, to: person, kind: draft.choice("tie") ?? "met")
  }

  private static let texts: [(String, PersonColumn)] = [
    ("title", .title), ("region", .region), ("note", .note),
  ]

  private static let affiliations: [(String, Affiliation.Kind, PlaceKind)] = [
    ("school", .study, .school), ("unit", .service, .unit), ("town", .town, .town),
    ("employer", .work, .company),
  ]
}

extension ImportDraft {
  /// The class or the unit that stands in a column of its own, where it can be of one stay only.
  fileprivate func group(of field: String) -> String? {
    let (classes, stays) = (list("class"), list("school") + list("unit"))
    return classes.count == 1 && stays.count == 1 && !list(field).isEmpty
      && ["school", "unit"].contains(field) ? classes[0] : nil
  }
}
