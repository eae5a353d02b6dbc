internal import LeadlineModel

extension Merging {
  /// Unites the columns of a record's own row with the survivor's.
  func unite(_ table: TableShape, _ other: NamedRef, _ rest: inout Remainder) throws {
    guard let own = try writer.read(table, survivor),
      let theirs = try writer.read(table, Key.of(other.ref))
    else { return }
    var values: [String: Datum] = [:]
    for column in table.journaled where theirs[column.name] != own[column.name] {
      guard let mine = own[column.name], let new = theirs[column.name], !new.text.isEmpty,
        column.name != "note"
      else { continue }
      try unite(column, mine, new, into: &values, &rest)
    }
    for column in table.journaled where own[column.name]?.text.isEmpty == true {
      report.taken[column.name] = try values[column.name].flatMap { try name(of: $0, in: column) }
    }
    values["note"] = note(own["note"], theirs["note"], rest, of: other)
    try writer.update(table, survivor, values)
  }

  private func unite(
    _ column: ColumnShape, _ mine: Datum, _ new: Datum, into values: inout [String: Datum],
    _ rest: inout Remainder
  ) throws {
    switch column.name {
    case _ where mine.text.isEmpty: values[column.name] = new
    case "tag":
      let tags = ColumnList.items(mine.text)
      values["tag"] = Datum(
        ColumnList.text(tags + ColumnList.items(new.text).filter { !tags.contains($0) }))
    case "created": values["created"] = .text(min(mine.text, new.text)).day
    case "askable": values["askable"] = Datum(false)
    case "name" where report.survivor.ref.kind == .organisation: try addAlias(new.text)
    case "organisation" where report.survivor.ref.kind == .contact: try addEmployer(new)
    default:
      if let name = try name(of: new, in: column) { rest.add(column.name, name) }
    }
  }

  /// The name by which an organisation was known besides.
  private func addAlias(_ name: String) throws {
    let known = try writer.details(.alias(organisation: survivor)).map { Fold.text($0.text) }
    let names = known + [Fold.text(report.survivor.name)]
    if !names.contains(Fold.text(name)) { try writer.insertAlias(name, of: survivor) }
  }

  /// Where a person is according to the other record.
  private func addEmployer(_ organisation: Datum) throws {
    guard case .integer(let key) = organisation else { return }
    let known = try writer.affiliations(of: survivor, kind: "work")
    if !known.contains(where: { $0.organisation == key }) {
      try writer.insertAffiliation(of: survivor, at: key, kind: "work")
    }
  }

  /// A value for people, that of a reference by its name; nil where it says nothing new.
  private func name(of value: Datum, in column: ColumnShape) throws -> String? {
    guard let table = column.references else { return value.text }
    guard case .integer(let key) = value else { return nil }
    var name: String?
    try writer.engine.rows("SELECT name FROM \(raw: table) WHERE id = \(.integer(key))") { cells in
      name = cells.text(0)
      return false
    }
    return name
  }

  private func note(
    _ mine: Datum?, _ theirs: Datum?, _ rest: Remainder, of other: NamedRef
  ) -> Datum {
    var parts = [mine?.text ?? ""]
    if let text = theirs?.text, !parts.contains(text) { parts.append(text) }
    if !rest.parts.isEmpty {
      let text = "\(other.ref) \(other.name): \(rest.parts.joined(separator: ", "))"
      report.noted.append(text)
      parts.append(text)
    }
    parts.removeAll(where: \.isEmpty)
    return parts.isEmpty ? .null : .text(parts.joined(separator: "; "))
  }
}

extension Datum {
  /// The day that a text names.
  fileprivate var day: Datum { Datum(Day(iso: text)) }
}
