internal import LeadlineModel
internal import LeadlineStore

extension Edit {
  /// Adds a lead with the values of `changes`; owner and department default to the user's own.
  func insertLead(_ changes: [Change], on day: Day) throws -> Int64 {
    let names = Set(changes.map(\.field.name))
    let given = changes.lazy.compactMap { change -> String? in
      if case .money(let money) = change.value { money.currency.code } else { nil }
    }.first
    let currency = given ?? crm.currency.code
    let lead = try writer.insertLead([.currency: .text(currency)], on: day)
    if !names.contains("owner"), let actor = writer.actor, !entersUnknown {
      try setFigure(.owner, lead, actor, isNew: true)
    }
    for change in changes { try apply(change, toLead: lead, isNew: true) }
    if !names.contains("department"),
      let owner = try database.facts(of: lead, upTo: nil)?.dated[.owner],
      let department = try database.department(ofStaff: owner)
    {
      try setFigure(.department, lead, department, isNew: true)
    }
    return lead
  }

  func apply(_ change: Change, toLead lead: Int64, isNew: Bool = false) throws {
    switch change.field.name {
    case "title", "sector", "site", "region", "note", "source":
      try update(lead, change.field.name, datum(change.value))
    case "currency": try setCurrency(change.value, of: lead)
    case "tag":
      let tags = items(try writer.tags(of: Ref(.lead, lead)), change)
      try update(lead, "tag", Datum(ColumnList.text(tags)))
    case "org": try update(lead, "organisation", Datum(try key(.organisation, change.value)))
    case "introducer": try update(lead, "introducer", Datum(try key(.contact, change.value)))
    case "section":
      let department = try database.facts(of: lead, upTo: nil)?.dated[.department]
      let section = try section(change.value, department: department)
      try update(lead, "section", Datum(section))
    case "contact": try applyContacts(change, toLead: lead)
    case "owner": try setFigure(.owner, lead, try key(.staff, change.value), isNew: isNew)
    case "department": try applyDepartment(change, toLead: lead, isNew: isNew)
    case "shares": try applyShares(change, toLead: lead)
    case "expected", "agreed", "total":
      try applyMoney(change, toLead: lead, isNew: isNew)
    case "receipt":
      guard case .money(let money) = change.value else { return }
      try crm.receive(money, for: lead, on: day, note: nil, towards: target, writer)
    case "created": try applyEntry(change.value, ofLead: lead)
    default: throw CRMError.notTaken(change.field)
    }
  }

  private func update(_ lead: Int64, _ column: String, _ value: Datum) throws {
    guard let column = LeadColumn(rawValue: column) else { return }
    try writer.updateLead(lead, [column: value])
  }

  private func setFigure(
    _ name: LeadLog.DatedFact.Name, _ lead: Int64, _ value: Int64?, isNew: Bool
  ) throws {
    if isNew {
      try writer.insertFigure(name, of: lead, to: value, from: day)
    } else {
      try writer.setFigure(name, of: lead, to: value, from: day)
    }
  }

  /// A lead that goes to another department is that one's: the shares said before end.
  private func applyDepartment(_ change: Change, toLead lead: Int64, isNew: Bool) throws {
    let former = isNew ? nil : try database.facts(of: lead, upTo: day)?.dated[.department]
    let department = try key(.department, change.value)
    try setFigure(.department, lead, department, isNew: isNew)
    if !isNew, department != former { try writer.endShares(of: lead, from: day) }
  }

  private func applyShares(_ change: Change, toLead lead: Int64) throws {
    guard change.operation == .set else { throw CRMError.notTaken(change.field) }
    let said = items([], change)
    let shares = said.isEmpty ? [] : try Shares(said).parts
    var parts: [(department: Int64, share: Fraction)] = []
    for share in shares {
      guard let department = try key(.department, .text(share.department)) else { continue }
      if parts.contains(where: { $0.department == department }) {
        throw SharesError.twice(share.department)
      }
      parts.append((department, share.share))
    }
    if parts.isEmpty, try database.shares(of: lead, upTo: day).isEmpty { return }
    try writer.setShares(of: lead, to: parts, from: day)
  }

  private func applyMoney(_ change: Change, toLead lead: Int64, isNew: Bool) throws {
    guard let name = LeadLog.DatedFact.Name(rawValue: change.field.name) else { return }
    guard case .money(let money) = change.value else {
      return try setFigure(name, lead, nil, isNew: isNew)
    }
    guard money.minorUnits > 0 else { throw CRMError.notPositive(field: change.field.name) }
    try adopt(money.currency, lead)
    try setFigure(name, lead, money.minorUnits, isNew: isNew)
  }

  /// Sees to it that the lead's figures are in `currency`; a lead without figures changes to it.
  func adopt(_ currency: Currency, _ lead: Int64) throws {
    guard let known = try database.currency(ofLead: lead), known != currency else { return }
    guard try hasNoFigures(lead) else {
      throw CRMError.otherCurrency(Ref(.lead, lead), lead: known, given: currency)
    }
    try writer.updateLead(lead, [.currency: .text(currency.code)])
  }

  private func setCurrency(_ value: FieldValue, of lead: Int64) throws {
    guard case .choice(let code) = value, let currency = Currency(code: code) else { return }
    try adopt(currency, lead)
  }

  private func hasNoFigures(_ lead: Int64) throws -> Bool {
    guard let facts = try database.facts(of: lead, upTo: nil) else { return true }
    return facts.arrived == 0 && facts.dated[.expected] == nil && facts.dated[.agreed] == nil
      && facts.dated[.total] == nil
  }

  private func applyContacts(_ change: Change, toLead lead: Int64) throws {
    let given = try keys(.contact, change.value)
    if change.operation == .set {
      for key in try database.contacts(ofLead: lead) where !given.contains(key) {
        try writer.removeContact(key, from: lead)
      }
    }
    for key in given {
      if change.operation == .remove {
        try writer.removeContact(key, from: lead)
      } else {
        try writer.addContact(key, to: lead)
      }
    }
  }

  /// Mends the day on which the lead entered the pipeline.
  private func applyEntry(_ value: FieldValue, ofLead lead: Int64) throws {
    guard case .day(let entry) = value, let first = try database.moves(of: lead).first else {
      return
    }
    try crm.amend(lead, move: first.key, day: entry, reason: nil, writer)
  }
}
