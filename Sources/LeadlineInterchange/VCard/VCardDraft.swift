/// A card under way: takes property lines one by one.
struct VCardDraft {
  private(set) var card: VCard
  let number: Int
  /// False where the file has no `BEGIN` for it.
  let hasBegin: Bool
  private var labels: [String: String] = [:]
  private var phoneGroups: [String] = []
  private var emailGroups: [String] = []

  init(line: Int, number: Int, hasBegin: Bool = true) {
    card = VCard(line: line)
    self.number = number
    self.hasBegin = hasBegin
  }

  /// True while nothing tells who this is.
  var isEmpty: Bool {
    card.formattedName.isEmpty && card.name.isEmpty && card.phones.isEmpty && card.emails.isEmpty
      && card.organisations.isEmpty && card.nicknames.isEmpty
  }

  mutating func take(_ line: VCardLine, _ reader: inout VCardText) {
    switch line.property {
    case .begin, .end: break
    case .version: card.version = reader.text(line)
    case .name: takeName(reader.parts(line))
    case .formattedName: keep(reader.text(line), \.formattedName)
    case .organisation: takeOrganisation(reader.parts(line))
    case .title: card.titles += [reader.text(line)].filter { !$0.isEmpty }
    case .role: keep(reader.text(line), \.role)
    case .phone: takePhone(line, &reader)
    case .email: takeEmail(line, &reader)
    case .address: takeAddress(reader.parts(line), line.types)
    case .birthday:
      let raw = reader.text(line)
      card.birthday = card.birthday ?? VCardBirthday(raw, omittedYear: line.omittedYear)
    case .note: takeNote(reader.text(line))
    case .nickname: card.nicknames += reader.parts(line, at: 0x2C).filter { !$0.isEmpty }
    case .categories: takeCategories(reader.parts(line, at: 0x2C))
    case .revision: keep(reader.text(line), \.revision)
    case .uid: keep(reader.text(line), \.uid)
    case .kind: card.isOrganisation = ["org", "organization"].contains(lower(line, &reader))
    case .showAs: card.isOrganisation = lower(line, &reader) == "company"
    case .label: labels[group(line)] = Self.label(reader.text(line))
    case .phoneticGiven: card.phoneticName.given = reader.text(line)
    case .phoneticAdditional: card.phoneticName.additional = reader.text(line)
    case .phoneticFamily: card.phoneticName.family = reader.text(line)
    }
  }

  /// The card, with the labels of its groups among the types.
  func finished() -> VCard {
    guard !labels.isEmpty else { return card }
    var card = card
    for (index, group) in phoneGroups.enumerated() {
      if let label = labels[group], !group.isEmpty { card.phones[index].types.append(label) }
    }
    for (index, group) in emailGroups.enumerated() {
      if let label = labels[group], !group.isEmpty { card.emails[index].types.append(label) }
    }
    return card
  }
}

extension VCardDraft {
  /// The first value that says something holds.
  private mutating func keep(_ text: String, _ path: WritableKeyPath<VCard, String>) {
    if card[keyPath: path].isEmpty { card[keyPath: path] = text }
  }

  private mutating func takeName(_ parts: [String]) {
    guard card.name.isEmpty else { return }
    let all = parts + Array(repeating: "", count: max(0, 5 - parts.count))
    card.name.family = all[0]
    card.name.given = all[1]
    card.name.additional = all[2]
    card.name.prefix = all[3]
    card.name.suffix = all[4]
  }

  private mutating func takeOrganisation(_ parts: [String]) {
    guard let name = parts.first(where: { !$0.isEmpty }) else { return }
    let units = parts.filter { !$0.isEmpty }.dropFirst()
    card.organisations.append(VCard.Organisation(name: name, units: Array(units)))
  }

  private mutating func takePhone(_ line: VCardLine, _ reader: inout VCardText) {
    let text = reader.text(line)
    guard !text.isEmpty, !text.hasPrefix("sip:") else { return }
    card.phones.append(VCard.Entry(value: Self.phone(text), types: line.types))
    phoneGroups.append(group(line))
  }

  /// `tel:+1-418-656-9254;ext=102` is `+1-418-656-9254 ext. 102`.
  private static func phone(_ text: String) -> String {
    guard text.lowercased().hasPrefix("tel:") else { return text }
    let parts = text.dropFirst(4).split(separator: ";")
    let number = parts.first.map(String.init) ?? ""
    let extensions = parts.dropFirst().filter { $0.lowercased().hasPrefix("ext=") }
    return extensions.first.map { "\(number) ext. \($0.dropFirst(4))" } ?? number
  }

  /// Some phones add a name after the address, behind a semicolon.
  private mutating func takeEmail(_ line: VCardLine, _ reader: inout VCardText) {
    var text = reader.parts(line).first ?? ""
    if text.lowercased().hasPrefix("mailto:") { text = String(text.dropFirst(7)) }
    guard !text.isEmpty else { return }
    card.emails.append(VCard.Entry(value: text, types: line.types))
    emailGroups.append(group(line))
  }

  private mutating func takeAddress(_ parts: [String], _ types: [String]) {
    guard parts.contains(where: { !$0.isEmpty }) else { return }
    let all = parts + Array(repeating: "", count: max(0, 7 - parts.count))
    var address = VCard.Address()
    address.box = all[0]
    address.extended = all[1]
    address.street = all[2]
    address.city = all[3]
    address.region = all[4]
    address.postalCode = all[5]
    address.country = all[6]
    address.types = types
    card.addresses.append(address)
  }

  private mutating func takeNote(_ text: String) {
    guard !text.isEmpty else { return }
    card.note += card.note.isEmpty ? text : "\n" + text
  }

  private mutating func takeCategories(_ parts: [String]) {
    for part in parts.flatMap({ $0.split(separator: ";") }) {
      let name = trimmed(part.unicodeScalars[...])
      if !name.isEmpty, !card.categories.contains(name) { card.categories.append(name) }
    }
  }

  private func lower(_ line: VCardLine, _ reader: inout VCardText) -> String {
    reader.text(line).lowercased()
  }

  private func group(_ line: VCardLine) -> String {
    line.group.isEmpty ? "" : String(decoding: line.group, as: UTF8.self).lowercased()
  }

  /// Apple's own labels stand between marks: `_$!<Mobile>!$_`.
  private static func label(_ text: String) -> String {
    guard text.hasPrefix("_$!<"), text.hasSuffix(">!$_"), text.count > 8 else { return text }
    return text.dropFirst(4).dropLast(4).lowercased()
  }
}
