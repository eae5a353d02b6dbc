internal import LeadlineModel
internal import LeadlineStore

/// Contacts that are like those of a batch: by phone, e-mail address, name at an organisation.
struct KnownPeople {
  private var phones: [String: Ref] = [:]
  private var emails: [String: Ref] = [:]
  private var names: [String: [(contact: Ref, organisation: Int64)]] = [:]

  init(_ drafts: [ImportDraft], _ database: Database) throws {
    let contacts = drafts.filter { $0.kind == .contact }
    guard !contacts.isEmpty else { return }
    phones = try database.contacts(phones: contacts.flatMap(Self.phones))
    emails = try database.contacts(emails: contacts.flatMap(Self.emails))
    let settled = contacts.filter { !$0.list("org").isEmpty }
    names = try database.contacts(names: Array(Set(settled.map { Fold.text($0.name) })))
  }

  /// A known contact that may be the same person as one just made at `organisation`, which is
  /// noted for the rows that follow.
  mutating func match(
    _ draft: ImportDraft, _ made: Ref, at organisation: Int64?
  ) -> (Ref, PossibleDuplicate.Reason)? {
    var found: (Ref, PossibleDuplicate.Reason)?
    for phone in Self.phones(draft) {
      if let known = phones[phone] { found = found ?? (known, .phone(phone)) }
      if phones[phone] == nil { phones[phone] = made }
    }
    for email in Self.emails(draft) {
      if let known = emails[email] { found = found ?? (known, .email(email)) }
      if emails[email] == nil { emails[email] = made }
    }
    guard let organisation else { return found }
    let name = Fold.text(draft.name)
    if let known = names[name]?.first(where: { $0.organisation == organisation }) {
      found = found ?? (known.contact, .name(draft.name))
    } else {
      names[name, default: []].append((made, organisation))
    }
    return found
  }

  private static func phones(_ draft: ImportDraft) -> [String] {
    draft.list("phone").map { Phone.normalised($0).comparable }.filter { $0.utf8.count >= 7 }
  }

  private static func emails(_ draft: ImportDraft) -> [String] {
    draft.list("email").map { Fold.text($0) }
  }
}
