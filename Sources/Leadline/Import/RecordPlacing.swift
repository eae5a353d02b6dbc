internal import LeadlineModel
internal import LeadlineStore

/// Places drafts of any kind.
struct RecordPlacing {
  let crm: CRM
  private let leads: LeadPlacing
  let people: PersonPlacing
  private let activities: ActivityPlacing

  init(crm: CRM, writer: Writer, names: ImportNames, knower: Int64?) {
    self.crm = crm
    leads = LeadPlacing(crm: crm, writer: writer, names: names)
    people = PersonPlacing(crm: crm, writer: writer, names: names, knower: knower)
    activities = ActivityPlacing(crm: crm, writer: writer, names: names)
  }

  func insert(_ draft: ImportDraft) throws -> Ref {
    let key: Int64 =
      switch draft.kind {
      case .lead: try leads.insert(draft)
      case .activity: try activities.insert(draft)
      case .organisation: try people.insertOrganisation(draft)
      default: try people.insertContact(draft)
      }
    return Ref(draft.kind, key)
  }

  /// Applies what changed; gives the fields that stay as they are here.
  func update(
    _ baseline: Baseline, from old: ImportDraft, to new: ImportDraft, _ changed: Set<String>
  ) throws -> Set<String> {
    let key = Database.key(of: baseline.ref)
    switch new.kind {
    case .lead:
      return try leads.update(baseline, from: old, to: new, changed: changed)
    case .activity:
      try activities.update(key, from: old, to: new, changed: changed)
    case .organisation:
      try people.updateOrganisation(key, from: old, to: new, changed: changed)
    default:
      try people.updateContact(key, from: old, to: new, changed: changed)
    }
    return []
  }

  /// A draft of what was said once.
  func draft(saying said: [String: String], like new: ImportDraft) -> ImportDraft {
    var draft = ImportDraft(line: new.line, kind: new.kind)
    draft.said = said
    let fields = Field.of(new.kind, in: crm.pipeline)
    for field in fields {
      guard let text = said[field.name] else { continue }
      draft.values[field.name] = SaidValue.value(text, of: field)
    }
    return draft
  }
}
