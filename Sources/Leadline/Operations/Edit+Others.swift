internal import LeadlineModel
internal import LeadlineStore

extension Edit {
  func apply(_ change: Change, toContact person: Int64) throws {
    switch change.field.name {
    case "name":
      guard case .text(let name) = change.value, !name.allSatisfy(\.isWhitespace) else {
        throw CRMError.needsName(.contact)
      }
      try writer.updatePerson(person, [.name: .text(name)])
    case "title", "region", "note", "birthday":
      guard let column = PersonColumn(rawValue: change.field.name) else { return }
      try writer.updatePerson(person, [column: datum(change.value)])
    case "ask": try writer.updatePerson(person, [.askable: Datum(change.value != .choice("no"))])
    case "tag":
      let tags = items(try writer.tags(of: Ref(.contact, person)), change)
      try writer.updatePerson(person, [.tag: Datum(ColumnList.text(tags))])
    case "org":
      let organisation = try key(.organisation, change.value)
      try writer.updatePerson(person, [.organisation: Datum(organisation)])
    case "department":
      let department = try key(.department, change.value)
      try writer.updatePerson(person, [.department: Datum(department)])
    case "section":
      let department = try database.department(ofStaff: person)
      let section = try section(change.value, department: department)
      try writer.updatePerson(person, [.section: Datum(section)])
    case "phone":
      try applyDetail(.phone(person: person), change) { Phone.normalised($0).comparable }
    case "email": try applyDetail(.email(person: person), change) { Fold.text($0) }
    case "school": try applyStays(change, to: person, .study, at: .school)
    case "unit": try applyStays(change, to: person, .service, at: .unit)
    case "town": try applyStays(change, to: person, .town, at: .town)
    default: throw CRMError.notTaken(change.field)
    }
  }

  /// Texts tell places, and may tell years and groups: see `WrittenStay`.
  private func applyStays(
    _ change: Change, to person: Int64, _ kind: Affiliation.Kind, at place: PlaceKind
  ) throws {
    let texts: [String] =
      switch change.value {
      case .list(let items): items
      case .text(let text): [text]
      default: []
      }
    let given = try texts.compactMap { text -> (organisation: Int64, stay: WrittenStay)? in
      let stay = try WrittenStay(text) { try !database.organisations(named: $0).isEmpty }
      if let known = try database.organisations(named: stay.place).first { return (known, stay) }
      if change.operation == .remove { return nil }
      return (try writer.insertOrganisation(stay.place, kind: place.rawValue), stay)
    }
    let known = try writer.affiliations(of: person, kind: kind.rawValue)
    for (organisation, stay) in given where change.operation == .remove {
      _ = try writer.removeStays(
        of: person, at: organisation, kind: kind, from: stay.from, to: stay.to)
    }
    if change.operation == .remove { return }
    for row in known where change.operation == .set {
      if given.contains(where: { $0.organisation == row.organisation }) { continue }
      try writer.removeAffiliation(row.key)
    }
    for (organisation, stay) in given {
      let rows = known.filter { $0.organisation == organisation }
      if !rows.isEmpty, stay.group == nil, stay.years == nil { continue }
      let isOne = rows.count == 1 && given.count { $0.organisation == organisation } == 1
      try writer.affiliate(
        person, at: organisation, kind: kind, role: nil, group: stay.group, from: stay.from,
        to: stay.to, correcting: isOne && change.operation == .set ? rows[0].key : nil)
    }
  }

  func apply(_ change: Change, toOrganisation organisation: Int64) throws {
    switch change.field.name {
    case "name":
      guard case .text(let name) = change.value, !name.allSatisfy(\.isWhitespace) else {
        throw CRMError.needsName(.organisation)
      }
      try writer.updateOrganisation(organisation, [.name: .text(name)])
    case "alias":
      try applyDetail(.alias(organisation: organisation), change) { Fold.text($0) }
    case "tag":
      let tags = items(try writer.tags(of: Ref(.organisation, organisation)), change)
      try writer.updateOrganisation(organisation, [.tag: Datum(ColumnList.text(tags))])
    case "kind":
      guard case .choice = change.value else {
        throw CRMError.notGiven(change.field.name, for: .organisation)
      }
      try writer.updateOrganisation(organisation, [.kind: datum(change.value)])
    case "sector", "region", "note":
      guard let column = OrganisationColumn(rawValue: change.field.name) else { return }
      try writer.updateOrganisation(organisation, [column: datum(change.value)])
    default: throw CRMError.notTaken(change.field)
    }
  }

  func apply(_ change: Change, toActivity activity: Int64) throws {
    switch change.field.name {
    case "on":
      guard case .day(let on) = change.value else {
        throw CRMError.notGiven("on", for: .activity)
      }
      guard on <= crm.today else { throw CRMError.dayInFuture(on, today: crm.today) }
      let leads = try database.participants(.lead, of: activity).map { Ref(.lead, $0) }
      try crm.check(leads, on: on)
      try writer.updateActivity(activity, [.day: .day(on)])
    case "kind":
      guard case .choice = change.value else {
        throw CRMError.notGiven("kind", for: .activity)
      }
      try writer.updateActivity(activity, [.kind: datum(change.value)])
    case "guests":
      if case .number(let guests) = change.value, !(0...1_000_000).contains(guests) {
        throw CRMError.outOfRange(field: "guests", "0–1000000")
      }
      try writer.updateActivity(activity, [.guests: datum(change.value)])
    case "note": try writer.updateActivity(activity, [.note: datum(change.value)])
    case "failed":
      try writer.updateActivity(activity, [.failed: Datum(change.value == .choice("yes"))])
    case "department":
      let department = try key(.department, change.value)
      try writer.updateActivity(activity, [.department: Datum(department)])
    case "lead":
      try link(change, activity, .lead) { .lead($0, implied: false) }
    case "contact": try link(change, activity, .contact) { .person($0) }
    case "staff": try link(change, activity, .staff) { .person($0) }
    case "org": try link(change, activity, .organisation) { .organisation($0) }
    default: throw CRMError.notTaken(change.field)
    }
  }

  private func link(
    _ change: Change, _ activity: Int64, _ kind: RecordKind,
    _ participant: (Int64) -> Participant
  ) throws {
    let given = try keys(kind, change.value)
    if change.operation == .set {
      for key in try database.participants(kind, of: activity) where !given.contains(key) {
        try writer.remove(participant(key), from: activity)
      }
    }
    for key in given {
      if change.operation == .remove {
        try writer.remove(participant(key), from: activity)
      } else {
        try writer.add(participant(key), to: activity)
      }
    }
  }

  func apply(_ change: Change, toFollowUp followUp: Int64) throws {
    switch change.field.name {
    case "due":
      guard case .day = change.value else {
        throw CRMError.notGiven("due", for: .followUp)
      }
      try writer.updateFollowUp(followUp, [.due: datum(change.value)])
    case "at": try writer.updateFollowUp(followUp, [.at: try time(change.value)])
    case "what":
      guard datum(change.value) != .null else { throw CRMError.notGiven("what", for: .followUp) }
      try writer.updateFollowUp(followUp, [.what: datum(change.value)])
    case "every":
      if case .days(let days) = change.value, !(1...3660).contains(days) {
        throw CRMError.outOfRange(field: "every", "1–3660")
      }
      try writer.updateFollowUp(followUp, [.every: datum(change.value)])
    case "who":
      try writer.updateFollowUp(followUp, [.who: Datum(try key(.staff, change.value))])
    default: throw CRMError.notTaken(change.field)
    }
  }

  /// A time of day, `9:30` as `09:30`.
  private func time(_ value: FieldValue) throws -> Datum {
    guard case .text(let text) = value else { return .null }
    let parts = text.split(omittingEmptySubsequences: false) { ":：".contains($0) }
    guard parts.count == 2, parts[1].count == 2, let hour = Int(parts[0]),
      let minute = Int(parts[1]), (0..<24).contains(hour), (0..<60).contains(minute)
    else { throw CRMError.notATime(text) }
    return .text("\(hour < 10 ? "0" : "")\(hour):\(parts[1])")
  }

  /// Applies a change to a record of any kind that can be edited.
  func apply(_ change: Change, to ref: Ref) throws {
    let key = Database.key(of: ref)
    switch ref.kind {
    case .lead: try apply(change, toLead: key)
    case .contact, .staff: try apply(change, toContact: key)
    case .organisation: try apply(change, toOrganisation: key)
    case .activity: try apply(change, toActivity: key)
    case .followUp: try apply(change, toFollowUp: key)
    case .department, .section: throw CRMError.notTaken(change.field)
    }
  }
}

extension WrittenStay {
  /// Where a place is called by the whole text, nothing else is read from it.
  init(_ text: String, unless isPlace: (String) throws -> Bool) rethrows {
    let stay = WrittenStay(text)
    self = try stay.place != text && isPlace(text) ? WrittenStay(place: text) : stay
  }

  var from: Int64? { years?.from.map { Int64($0) } }
  var to: Int64? { years?.to.map { Int64($0) } }
}
