public import LeadlineModel
internal import LeadlineQuery
internal import LeadlineStore

/// What a new lead has from the contact that it comes from.
public struct LeadOpening: Hashable, Sendable {
  public let contact: NamedRef
  public let organisation: NamedRef?
  /// The strongest way from our people to the contact; nil where there is none.
  public let way: Introduction?
  /// The contact next to them on the way.
  public let introducer: NamedRef?
  /// One of `Choices.sources`, by the tie with which the way begins; nil where none says it.
  public let source: String?

  /// What the lead may be called: its organisation, else the contact.
  public var title: String { organisation?.name ?? contact.name }

  /// The values that it gives the lead, besides the title.
  public var changes: [Change] {
    var changes = [Change(.lead("contact"), .records([contact]))]
    if let organisation {
      changes.append(Change(.lead("org"), .record(organisation.ref, name: organisation.name)))
    }
    if let introducer {
      changes.append(Change(.lead("introducer"), .record(introducer.ref, name: introducer.name)))
    }
    if let source { changes.append(Change(.lead("source"), .choice(source))) }
    return changes
  }
}

extension CRM {
  /// What a lead from this contact begins with: their organisation, and who introduces us and how,
  /// by the strongest way from our staff.
  ///
  /// An introducer who brought money before makes it a lead of an existing investor.
  public func opening(from contact: Ref) throws -> LeadOpening {
    let name = try named(contact)
    guard contact.kind == .contact else {
      throw CRMError.wrongKind(contact, expected: [.contact])
    }
    let org = Field.contacts.filter { $0.name == "org" }
    let place = try values(of: org, for: contact)?.first
    let way = try introductions(to: contact, from: introducers(), count: 1).first
    let before = way?.persons.dropLast().last
    let introducer = before?.ref.kind == .contact ? before : nil
    return LeadOpening(
      contact: name, organisation: place?.record, way: way, introducer: introducer,
      source: try introducer.map { try hasInvested($0.ref) } == true
        ? "investor" : way?.ties.first?.reasons.lazy.compactMap(\.source).first)
  }

  /// Whether money arrived on a lead of this contact.
  private func hasInvested(_ contact: Ref) throws -> Bool {
    let among = Term(.lead("contact"), .anyOf([.records([contact])]))
    let paid = Term(.lead("arrived"), .isAny)
    return try count(
      Selection(.lead, fields: [], filter: .and([.term(among), .term(paid)]))) > 0
  }
}

extension FieldValue {
  fileprivate var record: NamedRef? {
    if case .record(let ref, let name) = self { NamedRef(ref, name: name) } else { nil }
  }
}
