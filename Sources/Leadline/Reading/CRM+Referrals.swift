internal import LeadlineModel
public import LeadlineQuery
public import LeadlineReports
internal import LeadlineStore

extension CRM {
  /// Who brought whom, of the leads that a filter selects.
  public func referrals(matching filter: Filter = .all) throws -> ReferralTree {
    let names = ["title", "introducer", "contact", "stage", "outcome", "amount", "arrived"]
    let fields = names.compactMap { name in Field.leads(pipeline).first { $0.name == name } }
    var leads: [ReferredLead] = []
    let brought = Filter.and([.term(Term(fields[1], .isAny)), filter])
    try list(Selection(.lead, fields: fields, filter: brought)) { ref, values in
      guard case .record(let introducer, let name) = values[1] else { return true }
      leads.append(
        ReferredLead(
          lead: NamedRef(ref, name: values[0].text), introducer: NamedRef(introducer, name: name),
          contacts: values[2].refs, stage: values[3].text, outcome: values[4].text,
          amount: values[5].money, arrived: values[6].money))
      return true
    }
    return ReferralTree(leads)
  }
}

extension FieldValue {
  fileprivate var text: String {
    switch self {
    case .text(let text), .choice(let text): text
    default: ""
    }
  }

  fileprivate var refs: [Ref] {
    if case .records(let records) = self { records.map(\.ref) } else { [] }
  }

  fileprivate var money: Money? {
    if case .money(let money) = self { money } else { nil }
  }
}
