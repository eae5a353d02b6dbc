/// A lead with all that happened to it.
struct Lead {
  /// From 1, in the order of the file: the number that an empty database gives it.
  let number: Int
  let project: Project
  let firm: Firm
  /// Whether the file names the firm; a lead at intent need not have one.
  let namesFirm: Bool
  /// Who speaks for the other side.
  let contact: Contact?
  let introducer: String
  let owner: Staff
  let source: String
  let note: String
  /// In units of ten thousand yuan, as staff write amounts.
  let expected: Int
  let schedule: Schedule

  var key: String { "XM2022\(String(1000 + number).dropFirst())" }
  var ref: String { "L\(number)" }
  var isClosed: Bool { [.lost, .shelved].contains(schedule.steps.last?.step) }
  /// The whole investment, once it is known.
  var total: Int { (expected * 5 / 4 + 9) / 10 * 10 }
}

/// An amount in units of ten thousand yuan as staff write it: 800万, 1.2亿.
func amount(_ units: Int) -> String {
  guard units >= 10_000 else { return "\(units)万" }
  let tenths = units / 1_000
  return tenths % 10 == 0 ? "\(tenths / 10)亿" : "\(tenths / 10).\(tenths % 10)亿"
}
