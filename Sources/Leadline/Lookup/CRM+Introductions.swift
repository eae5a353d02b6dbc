public import LeadlineModel
internal import LeadlineReports
internal import LeadlineStore

extension CRM {
  /// The strongest ways to a contact, or to anybody at an organisation, from members of staff: at
  /// most four introductions each, never through somebody who is not to be asked.
  ///
  /// Throws `CRMError` for a record that is not there.
  public func introductions(
    to target: Ref, from staff: [Ref], count: Int = 3
  ) throws -> [Introduction] {
    let targets = try contacts(at: target).map { Database.key(of: $0) }
    let sources = staff.map { Database.key(of: $0) }.filter { !targets.contains($0) }
    let network = network()
    let search = ChainSearch(in: network, count: count)
    return try search.chains(from: sources, to: targets).map { try introduction($0, network) }
  }

  /// Those from whom ways begin: a person, the staff of a department, or all staff where none is
  /// named, for whoever of us knows somebody can introduce the others.
  ///
  /// Throws `CRMError` for a name that nobody has, and for a department without staff.
  public func introducers(_ name: String? = nil) throws -> [Ref] {
    guard let name else { return try refs(.staff, matching: .all) }
    let found = try record([.staff, .department, .contact], named: name)
    guard found.ref.kind == .department else { return [found.ref] }
    let field = Field(.staff, "department", Words("", "", ""), .record(.department))
    let staff = try refs(.staff, matching: .term(Term(field, .anyOf([.records([found.ref])]))))
    if staff.isEmpty { throw CRMError.noStaff(found) }
    return staff
  }

  /// Those to whom ways lead: a contact, or the contacts who are at an organisation this year.
  ///
  /// Throws `CRMError` for a record that is not there.
  public func contacts(at target: Ref) throws -> [Ref] {
    _ = try named(target)
    guard target.kind == .organisation else { return [target] }
    return try database.people(at: Database.key(of: target), in: today.parts.year)
      .map(Database.person)
  }
}
