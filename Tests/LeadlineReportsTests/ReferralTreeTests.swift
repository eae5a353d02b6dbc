import LeadlineModel
import LeadlineReports
import Testing

@Suite struct ReferralTreeTests {
  private func lead(_ number: Int64, by person: Int64, with contacts: [Int64] = []) -> ReferredLead
  {
    ReferredLead(
      lead: NamedRef(Ref(.lead, number), name: "L"),
      introducer: NamedRef(Ref(.contact, person), name: "P\(person)"),
      contacts: contacts.map { Ref(.contact, $0) }, stage: "intent", outcome: "open", amount: nil,
      arrived: nil)
  }

  private func shown(_ leads: [ReferredLead]) -> [String] {
    ReferralTree(leads).lines.map { line in
      let indent = String(repeating: ".", count: line.depth)
      switch line.what {
      case .introducer(let person, let own, let all): return "\(indent)\(person.ref) \(own)/\(all)"
      case .lead(let lead): return "\(indent)\(lead.lead.ref)"
      }
    }
  }

  @Test func whoWasBroughtBringsOthers() {
    #expect(
      shown([lead(3, by: 9), lead(1, by: 7, with: [9]), lead(2, by: 7), lead(4, by: 5)])
        == ["C7 2/3", ".L1", "..C9 1/1", "...L3", ".L2", "C5 1/1", ".L4"])
  }

  @Test func circlesEnd() {
    #expect(
      shown([lead(1, by: 7, with: [9]), lead(2, by: 9, with: [7])])
        == ["C7 1/2", ".L1", "..C9 1/2", "...L2"])
    #expect(shown([lead(1, by: 7, with: [7])]) == ["C7 1/1", ".L1"])
    #expect(shown([]).isEmpty)
  }
}
