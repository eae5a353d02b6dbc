internal import LeadlineModel
internal import LeadlineStore

/// The records that an import names: found once, made where they are unknown.
final class ImportNames {
  private let crm: CRM
  private let writer: Writer
  private var known: [RecordKind: [String: Int64]] = [:]
  private var departments: [Int64: Int64?] = [:]
  private var sections: [String: Int64] = [:]
  /// How many were made, by kind.
  private(set) var entered: [RecordKind: Int] = [:]

  init(crm: CRM, writer: Writer) {
    self.crm = crm
    self.writer = writer
  }

  /// Forgets how many were made.
  func resetCounts() { entered = [:] }

  /// The key of the record that a value names; nil for none.
  func key(_ kind: RecordKind, _ value: FieldValue?) throws -> Int64? {
    switch value {
    case .record(let ref, _)?:
      _ = try crm.named(ref)
      return Database.key(of: ref)
    case .text(let name)? where !name.isBlank: return try key(kind, named: name)
    case .list(let names)?: return try names.first.map { try key(kind, named: $0) }
    default: return nil
    }
  }

  func key(_ kind: RecordKind, named name: String, as place: String? = nil) throws -> Int64 {
    if kind == .staff, CRM.isMe(name), let actor = writer.actor { return actor }
    let fold = Fold.text(name)
    if let key = known[kind]?[fold] { return key }
    let key = try find(kind, name) ?? enter(kind, name, place)
    known[kind, default: [:]][fold] = key
    return key
  }

  /// The place that a text tells, made where it is unknown, and the rest of the stay.
  func stay(
    _ text: String, as place: PlaceKind
  ) throws -> (organisation: Int64, stay: WrittenStay) {
    let stay = try WrittenStay(text) { name in
      try known[.organisation]?[Fold.text(name)] != nil || find(.organisation, name) != nil
    }
    return (try key(.organisation, named: stay.place, as: place.rawValue), stay)
  }

  /// Notes a record that was just made, so that it is found by its name.
  func note(_ key: Int64, _ kind: RecordKind, named name: String) {
    let fold = Fold.text(name)
    if known[kind]?[fold] == nil { known[kind, default: [:]][fold] = key }
  }

  /// The contact of this name, at `organisation` rather than elsewhere; made where there is none
  /// or several elsewhere.
  func contact(named name: String, at organisation: Int64?) throws -> Int64 {
    if let ref = Ref(name), ref.kind == .contact, try crm.database.name(of: ref) != nil {
      return Database.key(of: ref)
    }
    let people = try crm.database.people(named: name)
    if let here = people.first(where: { $0.organisation == organisation }) { return here.key }
    if people.count == 1, people[0].organisation == nil || organisation == nil {
      return people[0].key
    }
    entered[.contact, default: 0] += 1
    return try writer.insertPerson(name, [.organisation: Datum(organisation)])
  }

  func department(ofStaff staff: Int64) throws -> Int64? {
    if let known = departments[staff] { return known }
    let department = try crm.database.department(ofStaff: staff)
    departments[staff] = department
    return department
  }

  func section(named name: String, of department: Int64) throws -> Int64 {
    let index = "\(department):\(Fold.text(name))"
    if let key = sections[index] { return key }
    let known = try crm.database.section(named: name, of: department)
    if known == nil { entered[.section, default: 0] += 1 }
    let key = try known ?? writer.insertSection(name, of: department)
    sections[index] = key
    return key
  }

  private func find(_ kind: RecordKind, _ name: String) throws -> Int64? {
    let database = crm.database
    switch kind {
    case .organisation: return try database.organisations(named: name).first
    case .staff: return try database.persons(named: name, staff: true).first
    case .department: return try database.departments(named: name).first
    default: return nil
    }
  }

  private func enter(_ kind: RecordKind, _ name: String, _ place: String?) throws -> Int64 {
    entered[kind, default: 0] += 1
    switch kind {
    case .organisation: return try writer.insertOrganisation(name, kind: place)
    case .department: return try writer.insertDepartment(name)
    case .staff: return try writer.insertPerson(name, staff: true)
    default: throw CRMError.unknown([kind], name, nearest: [])
    }
  }
}
