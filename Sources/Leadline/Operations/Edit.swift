internal import LeadlineModel
internal import LeadlineStore

/// Applies changes to records inside one transaction.
struct Edit {
  let crm: CRM
  let writer: Writer
  /// The business day of dated facts.
  let day: Day
  /// Whether staff and departments that are named but unknown are entered, as imports do.
  var entersUnknown = false
  /// The stage that a lead is being moved to with these changes.
  var target: String?

  var database: Database { crm.database }

  /// The key of the record that a value names; nil for none.
  func key(_ kind: RecordKind, _ value: FieldValue) throws -> Int64? {
    switch value {
    case .record(let ref, _):
      _ = try crm.named(ref)
      return Database.key(of: ref)
    case .text(let name): return try key(kind, named: name)
    default: return nil
    }
  }

  private func key(_ kind: RecordKind, named name: String) throws -> Int64 {
    if kind == .organisation || entersUnknown {
      if let known = try database.records(kind, named: name).first {
        return Database.key(of: known.ref)
      }
      if let ref = Ref(name), ref.kind == kind, try database.name(of: ref) != nil {
        return Database.key(of: ref)
      }
      return try enter(kind, name)
    }
    if kind == .staff, CRM.isMe(name), let actor = writer.actor { return actor }
    return Database.key(of: try crm.record([kind], named: name).ref)
  }

  private func enter(_ kind: RecordKind, _ name: String) throws -> Int64 {
    switch kind {
    case .organisation: try writer.insertOrganisation(name)
    case .department: try writer.insertDepartment(name)
    case .staff: try writer.insertPerson(name, staff: true)
    case .contact: try writer.insertPerson(name)
    default: throw CRMError.unknown([kind], name, nearest: [])
    }
  }

  /// The keys of the records that a value of several names.
  func keys(_ kind: RecordKind, _ value: FieldValue) throws -> [Int64] {
    switch value {
    case .list(let names): try names.compactMap { try key(kind, .text($0)) }
    case .records(let records): records.map { Database.key(of: $0.ref) }
    case .none: []
    default: try key(kind, value).map { [$0] } ?? []
    }
  }

  /// The key of the section of this name in a department; entered where it is new.
  func section(_ value: FieldValue, department: Int64?) throws -> Int64? {
    switch value {
    case .record(let ref, _): return Database.key(of: ref)
    case .text(let name):
      if let known = try database.section(named: name, of: department) { return known }
      guard let department else { throw CRMError.needsDepartment(section: name) }
      return try writer.insertSection(name, of: department)
    default: return nil
    }
  }

  /// The column value of a plain field.
  func datum(_ value: FieldValue) -> Datum {
    switch value {
    case .text(let text): text.allSatisfy(\.isWhitespace) ? .null : .text(text)
    case .choice(let id): .text(id)
    case .number(let number): .integer(number)
    case .days(let days): .integer(Int64(days))
    case .day(let day): .day(day)
    case .list(let items): Datum(ColumnList.text(items))
    case .none, .money, .record, .records: .null
    }
  }

  /// The items of a list after a change.
  func items(_ known: [String], _ change: Change) -> [String] {
    let given: [String] =
      switch change.value {
      case .list(let items): items
      case .text(let text): [text]
      default: []
      }
    switch change.operation {
    case .set: return given
    case .add: return known + given.filter { !known.contains($0) }
    case .remove:
      let folded = Set(given.map { Fold.text($0) })
      return known.filter { !folded.contains(Fold.text($0)) }
    }
  }

  /// Brings the rows of a detail (phones, addresses, other names) to what a change asks for.
  func applyDetail(_ detail: Detail, _ change: Change, same: (String) -> String) throws {
    let known = try writer.details(detail)
    let wanted = items(known.map(\.text), change)
    let wantedKeys = Set(wanted.map(same))
    for row in known where change.operation != .add && !wantedKeys.contains(same(row.text)) {
      try writer.removeDetail(detail, key: row.key)
    }
    var present = Set(known.map { same($0.text) })
    for text in wanted where present.insert(same(text)).inserted {
      try writer.addDetail(detail, text)
    }
  }
}
