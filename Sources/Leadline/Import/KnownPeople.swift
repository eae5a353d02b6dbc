internal import LeadlineModel
internal import LeadlineStore

/// Contacts that are like those of a batch: by phone, e-mail address, name at an organisation.
struct KnownPeople {
  private var phones: [String: NamedRef] = [:]
  private var emails: [String: NamedRef] = [:]
  private var names: [String: NamedRef] = [:]

  init(_ drafts: [ImportDraft], _ database: Database) throws {
    let contacts = drafts.filter { $0.kind == .contact }
    guard !contacts.isEmpty else { return }
    phones = try database.contacts(phones: contacts.flatMap(Self.phones))
    emails = try database.contacts(emails: contacts.flatMap(Self.emails))
    names = try database.contacts(
      namesAtOrganisations: contacts.filter { !$0.list("org").isEmpty }.map { Fold.text($0.name) })
  }

  /// A known contact that may be the same person.
  func match(_ draft: ImportDraft) -> (NamedRef, PossibleDuplicate.Reason)? {
    for phone in Self.phones(draft) {
      if let known = phones[phone] { return (known, .phone(phone)) }
    }
    for email in Self.emails(draft) {
      if let known = emails[email] { return (known, .email(email)) }
    }
    guard let place = Self.place(draft), let known = names[place] else { return nil }
    return (known, .name(draft.name))
  }

  /// Notes a contact made, for the rows that follow in the batch.
  mutating func note(_ draft: ImportDraft, _ ref: NamedRef) {
    for phone in Self.phones(draft) where phones[phone] == nil { phones[phone] = ref }
    for email in Self.emails(draft) where emails[email] == nil { emails[email] = ref }
    if let place = Self.place(draft), names[place] == nil { names[place] = ref }
  }

  private static func phones(_ draft: ImportDraft) -> [String] {
    draft.list("phone").map { Phone.normalised($0).comparable }.filter { $0.utf8.count >= 7 }
  }

  private static func emails(_ draft: ImportDraft) -> [String] {
    draft.list("email").map { Fold.text($0) }
  }

  private static func place(_ draft: ImportDraft) -> String? {
    draft.list("org").first.map { "\(Fold.text(draft.name))\n\(Fold.text($0))" }
  }
}
