internal import LeadlineModel

/// One row of a table of records.
struct RowKey: Hashable, Comparable, Sendable {
  /// The place of the table in `Schema.records`.
  let place: Int
  let id: Int64

  init(_ table: TableShape, _ id: Int64) {
    place = table.place
    self.id = id
  }

  var table: TableShape { Schema.records[place] }

  static func < (left: RowKey, right: RowKey) -> Bool {
    (left.place, left.id) < (right.place, right.id)
  }

  /// The record's ref; nil for a row that is only a part of a record.
  var ref: Ref? {
    switch table.name {
    case "lead": Ref(.lead, id)
    case "person": Key.person(id)
    case "organisation": Ref(.organisation, id)
    case "department": Ref(.department, id)
    case "section": Ref(.section, id)
    case "activity": Ref(.activity, id)
    case "follow_up": Ref(.followUp, id)
    default: nil
    }
  }

  /// The record that the row is, or that it is a part of.
  func record(_ values: [String: Datum]) -> Ref? {
    if let ref { return ref }
    return Reference.from[table.name]?.lazy.filter(\.isOwner).compactMap { reference in
      reference.key(in: values).flatMap { RowKey(reference.target, $0).ref }
    }.first
  }
}
