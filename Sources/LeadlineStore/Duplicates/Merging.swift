public import LeadlineModel

extension Writer {
  /// Makes one record of several of a kind: contacts, organisations or leads.
  ///
  /// All that refers to the others refers to the survivor from now on. Where both have a value the
  /// survivor's stands and the other goes into the note; lists are united; a person whom one of
  /// the records says not to ask is not asked. A lead keeps its own course; that of the others
  /// is kept as an activity of kind note.
  public func merge(_ others: [NamedRef], into survivor: NamedRef) throws -> MergeReport {
    let merging = Merging(self, MergeReport(survivor: survivor, merged: others))
    for other in others { try merging.take(other) }
    return merging.report
  }
}

/// One merge under way.
final class Merging {
  let writer: Writer
  let survivor: Int64
  var report: MergeReport

  init(_ writer: Writer, _ report: MergeReport) {
    self.writer = writer
    self.report = report
    survivor = Key.of(report.survivor.ref)
  }

  /// Brings all of a record over and removes it.
  func take(_ other: NamedRef) throws {
    guard let table = other.ref.table else { return }
    let key = Key.of(other.ref)
    var rest = Remainder()
    if table == Schema.lead { try keepCourse(of: other) }
    for reference in Reference.to[table.name] ?? [] {
      for row in try writer.keys(referringTo: key, by: reference) {
        try move(row, by: reference, &rest)
      }
    }
    try unite(table, other, &rest)
    try writer.delete(table, key)
  }

  /// Makes a row refer to the survivor, or lets one that does so already say it all.
  private func move(_ row: Int64, by reference: Reference, _ rest: inout Remainder) throws {
    let table = reference.table
    guard let old = try writer.read(table, row) else { return }
    let target = Datum.integer(survivor - reference.offset)
    var new = old.merging([reference.column: target]) { $1 }
    // Nobody was asked for an introduction to themselves.
    if table == Schema.ask, new["person"] == new["contact"] { new["contact"] = .null }
    if table.pair.map({ new[$0.0] == new[$0.1] }) == true {
      report.between += 1
      try writer.delete(table, row)
    } else if let twin = try twin(of: new, besides: row, by: reference) {
      report.repeated += 1
      try writer.delete(table, row)
      try unite(new, into: twin, of: table, &rest)
    } else {
      report.moved[table.name, default: 0] += 1
      try writer.update(table, row, new)
    }
  }

  /// A row of the survivor whose place this one would take, or that says the same.
  private func twin(
    of new: [String: Datum], besides row: Int64, by reference: Reference
  ) throws -> Int64? {
    let table = reference.table
    let keys = table.uniqueKeys
    guard !keys.isEmpty || Self.statements.contains(table) else { return nil }
    return try writer.keys(referringTo: survivor, by: reference).first { other in
      guard other != row, let known = try writer.read(table, other) else { return false }
      if keys.contains(where: { $0.allSatisfy { new[$0] == known[$0] } }) { return true }
      return Self.statements.contains(table) && table.saysAll(of: new, known)
    }
  }

  /// What is lacking in the twin is added; of two values that cannot stand together the lesser is
  /// noted.
  private func unite(
    _ row: [String: Datum], into twin: Int64, of table: TableShape, _ rest: inout Remainder
  ) throws {
    guard let known = try writer.read(table, twin) else { return }
    var values: [String: Datum] = [:]
    for (column, value) in row where value != .null && value != known[column] {
      if known[column] == .null {
        values[column] = value
      } else if column == "implied" {
        values[column] = Datum(false)
      } else if column == "part" {
        rest.add("\(table.owner(of: known)) part", value.text)
      }
    }
    try writer.update(table, twin, values)
  }

  /// The tables whose rows state something, so that twice says no more than once.
  private static let statements: Set<TableShape> = [
    Schema.phone, Schema.email, Schema.organisationAlias, Schema.affiliation, Schema.tie,
  ]
}

/// What has no place on the survivor but its note.
struct Remainder {
  private(set) var parts: [String] = []

  mutating func add(_ name: String, _ text: String) { parts.append("\(name)=\(text)") }
}

extension TableShape {
  /// The columns of two records that are never one.
  fileprivate var pair: (String, String)? {
    switch self {
    case Schema.tie: ("knower", "known")
    case Schema.apart: ("record", "other")
    default: nil
    }
  }

  /// Whether a row says all that another says; numbers as they are shown, other texts folded.
  fileprivate func saysAll(of row: [String: Datum], _ known: [String: Datum]) -> Bool {
    journaled.allSatisfy { column in
      guard let value = row[column.name], value != .null else { return true }
      guard let other = known[column.name], other != .null else {
        // What the one lacks is added to it.
        return column.name != "class" && !column.name.hasSuffix("_year")
      }
      return value == other
        || said(value, column.name).map { $0 == said(other, column.name) } == true
    }
  }

  private func said(_ value: Datum, _ column: String) -> String? {
    guard case .text(let text) = value else { return nil }
    return self == Schema.phone && column == "number"
      ? Phone.normalised(text).display : Fold.text(text)
  }

  /// The record that a link belongs to beside the one merged.
  fileprivate func owner(of row: [String: Datum]) -> String {
    guard case .integer(let key)? = row["lead"] else { return name }
    return "\(Ref(.lead, key))"
  }
}

extension Datum {
  /// For people; empty for none.
  var text: String {
    switch self {
    case .null: ""
    case .integer(let number): "\(number)"
    case .text(let text): text
    case .day(let day): day.iso
    }
  }
}
