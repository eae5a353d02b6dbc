internal import LeadlineInterchange
internal import LeadlineModel

/// What a card says of a person or an organisation.
enum CardDraft {
  static let fields = [
    "name", "org", "title", "phone", "email", "region", "birthday", "tag", "note",
  ]

  static func draft(_ card: VCard, fixed: [Change]) throws(RowRefusal) -> ImportDraft {
    let kind: RecordKind = card.isOrganisation ? .organisation : .contact
    var draft = ImportDraft(line: card.line, kind: kind)
    let name = name(of: card)
    guard !name.isBlank else { throw .noName(kind) }
    draft.values["name"] = .text(name)
    set(&draft, "region", region(card))
    set(&draft, "note", note(card))
    if !card.categories.isEmpty { draft.values["tag"] = .list(card.categories) }
    if kind == .contact { fillPerson(&draft, card, fixed) }
    draft.said = draft.values.mapValues(SaidValue.text).filter { !$0.value.isEmpty }
    if draft.said.values.contains(where: { $0.utf8.contains(0) }) || card.uid.utf8.contains(0) {
      throw .hasNUL
    }
    draft.key = card.uid.isBlank ? content(draft) : card.uid
    return draft
  }

  private static func fillPerson(_ draft: inout ImportDraft, _ card: VCard, _ fixed: [Change]) {
    let organisations = card.organisations.filter { !$0.name.isBlank }
    set(&draft, "org", organisations.first?.name ?? "")
    set(&draft, "title", card.title.isBlank ? card.role : card.title)
    let phones = unique(card.phones) { Phone.normalised($0).comparable }
    let emails = unique(card.emails) { Fold.text($0) }
    if !phones.isEmpty { draft.values["phone"] = .list(phones.map(\.value)) }
    if !emails.isEmpty { draft.values["email"] = .list(emails.map(\.value)) }
    if let day = card.birthday?.day { draft.values["birthday"] = .day(day) }
    for change in fixed { draft.values[change.field.name] = change.value }
    draft.card = ImportDraft.CardDetails(
      phoneLabels: phones.map(label), emailLabels: emails.map(label),
      places: organisations.enumerated().map { index, organisation in
        let role = index < card.titles.count ? card.titles[index] : nil
        return (organisation.name, organisation.units, role)
      })
  }

  private static func set(_ draft: inout ImportDraft, _ field: String, _ text: String) {
    if !text.isBlank { draft.values[field] = .text(text) }
  }

  /// A card of a phone may have nothing but a number.
  private static func name(of card: VCard) -> String {
    let name = card.displayName
    if !name.isBlank { return name }
    return card.phones.first?.value ?? card.emails.first?.value ?? ""
  }

  private static func region(_ card: VCard) -> String {
    guard let address = card.addresses.first(where: { !$0.city.isBlank || !$0.region.isBlank })
    else { return "" }
    let parts = [address.region, address.city].filter { !$0.isBlank }
    return parts.count == 2 && parts[0] == parts[1] ? parts[0] : parts.joined(separator: " ")
  }

  /// The note, and a birthday without a year, for which there is no other place.
  private static func note(_ card: VCard) -> String {
    let birthday: String? =
      switch card.birthday {
      case .monthDay(let month, let day): "birthday: \(month)-\(day)"
      case .text(let text): "birthday: \(text)"
      default: nil
      }
    return [card.note, birthday].compactMap(\.self).filter { !$0.isBlank }
      .joined(separator: "\n")
  }

  private static func label(_ entry: VCard.Entry) -> String? {
    let types = entry.types.filter { $0 != "pref" && $0 != "voice" && $0 != "internet" }
    return types.isEmpty ? nil : types.joined(separator: " ")
  }

  private static func unique(
    _ entries: [VCard.Entry], same: (String) -> String
  ) -> [VCard.Entry] {
    var seen: Set<String> = []
    return entries.filter { !$0.value.isBlank && seen.insert(same($0.value)).inserted }
  }

  private static func content(_ draft: ImportDraft) -> String {
    var hash = ContentHash()
    for (field, text) in draft.said.sorted(by: { $0.key < $1.key }) {
      hash.add(field)
      hash.add(text)
    }
    return hash.text
  }
}
