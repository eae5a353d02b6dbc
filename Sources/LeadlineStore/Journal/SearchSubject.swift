internal import LeadlineModel

/// A record that is found by its search keys.
struct SearchSubject: Hashable, Sendable {
  /// A contact, a lead or an organisation; staff are found as persons too.
  let kind: RecordKind
  let id: Int64

  /// The tables whose own rows are subjects.
  static let owners: Set<String> = ["person", "organisation", "lead"]

  init(kind: RecordKind, id: Int64) {
    self.kind = kind
    self.id = id
  }

  /// The subject whose keys depend on a row of `table`; nil where none does.
  init?(_ table: TableShape, id: Int64, values: [String: Datum]) {
    func reference(_ column: String) -> Int64? {
      if case .integer(let key)? = values[column] { key } else { nil }
    }
    switch table.name {
    case "person": self.init(kind: .contact, id: id)
    case "organisation": self.init(kind: .organisation, id: id)
    case "lead": self.init(kind: .lead, id: id)
    case "phone", "email":
      guard let person = reference("person") else { return nil }
      self.init(kind: .contact, id: person)
    case "organisation_alias":
      guard let organisation = reference("organisation") else { return nil }
      self.init(kind: .organisation, id: organisation)
    default: return nil
    }
  }
}
