public import LeadlineModel
internal import LeadlineStore

extension CRM {
  /// Adds a lead, at the first stage on `day` (today where nil).
  ///
  /// Owner and department default to the user's own. Throws `CRMError.incompleteLead` where a
  /// fact that the first stage demands is missing.
  @discardableResult
  public func newLead(
    _ changes: [Change], on day: Day? = nil, line: String? = nil
  ) throws -> Written<Ref> {
    let day = day ?? today
    guard day <= today else { throw CRMError.dayInFuture(day, today: today) }
    return try write(line ?? "new lead \(changes.titleGiven) on=\(day)") { writer in
      let edit = Edit(crm: self, writer: writer, day: day)
      let lead = Ref(.lead, try edit.insertLead(changes, on: day))
      let state = try state(of: lead, on: day)
      let missing = pipeline.missing(state.facts, upTo: pipeline.first.id)
      guard missing.isEmpty else {
        throw CRMError.incompleteLead(missing)
      }
      return lead
    }
  }

  /// Adds a contact or a member of staff.
  @discardableResult
  public func newPerson(
    _ name: String, staff: Bool = false, _ changes: [Change] = [], line: String? = nil
  ) throws -> Written<Ref> {
    guard !name.allSatisfy(\.isWhitespace) else {
      throw CRMError.needsName(staff ? .staff : .contact)
    }
    let kind: RecordKind = staff ? .staff : .contact
    return try write(line ?? "new \(kind.rawValue) \(name)") { writer in
      let key =
        try self.known(name, staff: staff, writer) ?? writer.insertPerson(name, staff: staff)
      let edit = Edit(crm: self, writer: writer, day: today)
      for change in changes { try edit.apply(change, toContact: key) }
      return Database.person(key)
    }
  }

  /// The acting member of staff, where it is they who are entered: their name is known already.
  private func known(_ name: String, staff: Bool, _ writer: Writer) throws -> Int64? {
    guard staff, let actor = writer.actor, Fold.text(name) == Fold.text(user),
      try database.department(ofStaff: actor) == nil
    else { return nil }
    return actor
  }

  /// Adds an organisation.
  @discardableResult
  public func newOrganisation(
    _ name: String, _ changes: [Change] = [], line: String? = nil
  ) throws -> Written<Ref> {
    guard !name.allSatisfy(\.isWhitespace) else { throw CRMError.needsName(.organisation) }
    return try write(line ?? "new org \(name)") { writer in
      let key = try writer.insertOrganisation(name)
      let edit = Edit(crm: self, writer: writer, day: today)
      for change in changes { try edit.apply(change, toOrganisation: key) }
      return Ref(.organisation, key)
    }
  }

  /// Adds a department.
  @discardableResult
  public func newDepartment(_ name: String, line: String? = nil) throws -> Written<Ref> {
    guard !name.allSatisfy(\.isWhitespace) else { throw CRMError.needsName(.department) }
    return try write(line ?? "new department \(name)") { writer in
      Ref(.department, try writer.insertDepartment(name))
    }
  }

  /// Adds a section to the department of a name.
  @discardableResult
  public func newSection(
    _ name: String, of department: String, line: String? = nil
  ) throws -> Written<Ref> {
    guard !name.allSatisfy(\.isWhitespace) else { throw CRMError.needsName(.section) }
    let department = try record([.department], named: department)
    return try write(line ?? "new section \(name) department=\(department.name)") { writer in
      Ref(.section, try writer.insertSection(name, of: Database.key(of: department.ref)))
    }
  }

  /// Applies changes to records; dated facts hold from `day` on (today where nil).
  @discardableResult
  public func set(
    _ changes: [Change], on refs: [Ref], from day: Day? = nil, line: String? = nil
  ) throws -> Written<Void> {
    let names = changes.map(\.field.name).joined(separator: ", ")
    let byRef = refs.map { (ref: $0, changes: changes) }
    return try set(byRef, from: day, line: line ?? "set \(refs.spoken): \(names)")
  }

  /// Applies to each record changes of its own, all or none.
  @discardableResult
  public func set(
    _ changes: [(ref: Ref, changes: [Change])], from day: Day? = nil, line: String
  ) throws -> Written<Void> {
    let day = day ?? today
    guard day <= today else { throw CRMError.dayInFuture(day, today: today) }
    return try write(line) { writer in
      let edit = Edit(crm: self, writer: writer, day: day)
      for (ref, changes) in changes {
        let before = try missingAtStage(ref)
        for change in changes { try edit.apply(change, to: ref) }
        let now = try missingAtStage(ref).filter { !before.contains($0) }
        if !now.isEmpty, let stage = try database.facts(of: ref.number, upTo: nil)?.stage {
          throw CRMError.breaksStage(ref, now, stage: stage)
        }
      }
    }
  }

  private func missingAtStage(_ ref: Ref) throws -> [Requirement] {
    guard ref.kind == .lead else { return [] }
    let state = try state(of: ref, on: today)
    return pipeline.missing(state.facts, upTo: state.stage)
  }

  /// Removes records. Throws `CRMError.referredTo` where others refer to one, unless
  /// `includingReferrers`; `.inCampaign` always: the text of a campaign cannot lose a department.
  @discardableResult
  public func delete(
    _ refs: [Ref], includingReferrers: Bool = false, line: String? = nil
  ) throws -> Written<Void> {
    try write(line ?? "delete \(refs.spoken)") { writer in
      for ref in refs {
        if ref.kind == .staff, Database.key(of: ref) == writer.actor {
          throw CRMError.isUser(ref)
        }
        try refuseEntrant(ref)
        let referrers = try writer.remove(ref, includingReferrers: includingReferrers)
        if !referrers.isEmpty, !includingReferrers {
          throw CRMError.referredTo(ref, by: try referrers.map(named))
        }
      }
    }
  }

  private func refuseEntrant(_ ref: Ref) throws {
    guard ref.kind == .department else { return }
    let name = Fold.text(try named(ref).name)
    let naming = try campaigns().filter { campaign in
      campaign.tiers.contains { $0.departments.contains { Fold.text($0) == name } }
    }
    if !naming.isEmpty { throw CRMError.inCampaign(ref, naming.map(\.name)) }
  }
}
