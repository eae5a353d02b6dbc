public import LeadlineModel

/// A lead that somebody brought, as the report on referrals reads it.
public struct ReferredLead: Hashable, Sendable {
  public let lead: NamedRef
  public let introducer: NamedRef
  /// The contacts of the lead, who may bring further leads.
  public let contacts: [Ref]
  public let stage: String
  public let outcome: String
  public let amount: Money?
  public let arrived: Money?

  public init(
    lead: NamedRef, introducer: NamedRef, contacts: [Ref], stage: String, outcome: String,
    amount: Money?, arrived: Money?
  ) {
    self.lead = lead
    self.introducer = introducer
    self.contacts = contacts
    self.stage = stage
    self.outcome = outcome
    self.amount = amount
    self.arrived = arrived
  }
}

/// One line of a tree of who brought whom: an introducer, or under them a lead.
public struct ReferralLine: Hashable, Sendable {
  public enum What: Hashable, Sendable {
    /// Somebody who brought leads: how many by themselves, and how many with all below.
    case introducer(NamedRef, own: Int, all: Int)
    case lead(ReferredLead)
  }

  public let depth: Int
  public let what: What
}

/// Who brought whom: a contact of a lead that somebody brought may bring leads too.
public struct ReferralTree {
  private let byIntroducer: [Ref: [ReferredLead]]
  private let names: [Ref: NamedRef]

  public init(_ leads: some Sequence<ReferredLead>) {
    byIntroducer = Dictionary(grouping: leads, by: \.introducer.ref)
    names = byIntroducer.compactMapValues { $0.first?.introducer }
  }

  /// The trees, those that brought the most first. Everybody stands in one place only, also where
  /// two brought each other.
  public var lines: [ReferralLine] {
    var seen: Set<Ref> = []
    let brought = Set(
      byIntroducer.values.joined().flatMap { lead in
        lead.contacts.filter { $0 != lead.introducer.ref }
      })
    let roots = byIntroducer.keys.filter { !brought.contains($0) }.map { ($0, all(below: $0)) }
    var lines: [ReferralLine] = []
    for (root, _) in roots.sorted(by: { ($1.1, $0.0.number) < ($0.1, $1.0.number) }) {
      lines += self.lines(of: root, depth: 0, &seen)
    }
    // What is left goes round in a circle: it begins with the lowest number.
    for root in byIntroducer.keys.sorted(by: { $0.number < $1.number }) where !seen.contains(root) {
      lines += self.lines(of: root, depth: 0, &seen)
    }
    return lines
  }

  private func lines(of person: Ref, depth: Int, _ seen: inout Set<Ref>) -> [ReferralLine] {
    guard let leads = byIntroducer[person], let name = names[person],
      seen.insert(person).inserted
    else { return [] }
    let what = ReferralLine.What.introducer(name, own: leads.count, all: all(below: person))
    var lines = [ReferralLine(depth: depth, what: what)]
    for lead in leads.sorted(by: { $0.lead.ref.number < $1.lead.ref.number }) {
      lines.append(ReferralLine(depth: depth + 1, what: .lead(lead)))
      for contact in lead.contacts { lines += self.lines(of: contact, depth: depth + 2, &seen) }
    }
    return lines
  }

  /// How many leads a person brought, with those that the contacts of these brought.
  private func all(below person: Ref) -> Int {
    var seen: Set<Ref> = []
    var waiting = [person]
    var count = 0
    while let next = waiting.popLast() {
      guard seen.insert(next).inserted, let leads = byIntroducer[next] else { continue }
      count += leads.count
      waiting += leads.flatMap(\.contacts)
    }
    return count
  }
}
