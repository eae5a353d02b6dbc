internal import LeadlineModel

/// What each column of a file is taken for, for one kind of record.
struct ColumnPlan {
  struct Column {
    let index: Int
    let heading: String
    let field: Field
    let unit: AmountUnit?
  }

  let kind: RecordKind
  /// The columns whose cells are read, in the file's order.
  private(set) var columns: [Column] = []
  /// The column of keys.
  private(set) var key: Int?
  /// The column that may hold refs of this database.
  private(set) var id: Int?
  /// The columns that make up a name together.
  let nameParts: NameParts
  /// The columns that say nothing of the record: numbers of rows, errors of an earlier import.
  private(set) var idle: Set<Int> = []
  private(set) var report: [ImportedColumn] = []
  /// How many columns the file has.
  let count: Int

  init(
    headings: [String], kind: RecordKind, mapped: [Int: Field] = [:], in pipeline: Pipeline
  ) {
    self.kind = kind
    count = headings.count
    let names = HeadingNames(kind, in: pipeline)
    nameParts = NameParts(kind == .contact ? headings : [])
    let found = headings.map { Self.find($0, names) }
    let winners = Self.winners(found, mapped)
    for (index, heading) in headings.enumerated() {
      let isPart = mapped[index] == nil && nameParts.contains(index)
      let role =
        isPart
        ? partRole(names, winners)
        : role(
          index, heading, mapped[index] ?? found[index]?.field, winners,
          isMapped: mapped[index] != nil, isLast: index == headings.count - 1, names)
      report.append(ImportedColumn(heading: heading, role: role))
      if !isPart { take(role, index, heading) }
    }
  }

  /// How many different fields the columns fill.
  var breadth: Int { filled.count + (key == nil ? 0 : 1) }

  /// The fields that the columns fill.
  var filled: Set<String> {
    Set(columns.map(\.field.name) + (nameParts.isEmpty ? [] : ["name"]))
  }

  /// How many columns have a field's own name, and not merely one that is taken for it.
  var exactness: Int {
    columns.count { column in
      column.field.words.all.contains { Fold.text($0) == Fold.text(column.heading) }
    }
  }

  /// Whether there is a column that names the records.
  var namesRecords: Bool {
    let names = filled
    switch kind {
    case .lead: return names.contains("title") || names.contains("org")
    case .activity: return names.contains("on")
    default: return names.contains("name")
    }
  }

  private static func find(
    _ heading: String, _ names: HeadingNames
  ) -> (field: Field, fit: HeadingNames.Fit)? {
    if HeadingNames.isRowNumber(heading) { return nil }
    return names.field(heading) ?? names.field(AmountUnit.split(heading).name)
  }

  /// The column that fills each field: one mapped, else the best fit, else the first.
  private static func winners(
    _ found: [(field: Field, fit: HeadingNames.Fit)?], _ mapped: [Int: Field]
  ) -> [String: Int] {
    var winners: [String: (index: Int, rank: Int)] = [:]
    for index in found.indices {
      guard let field = mapped[index] ?? found[index]?.field else { continue }
      let rank = mapped[index] != nil ? -1 : found[index]?.fit.rawValue ?? 0
      if let known = winners[field.name], known.rank <= rank { continue }
      winners[field.name] = (index, rank)
    }
    return winners.mapValues(\.index)
  }

  /// A part of a name fills the name, unless a column has all of it.
  private func partRole(
    _ names: HeadingNames, _ winners: [String: Int]
  ) -> ImportedColumn.Role {
    guard let field = names.field(named: "name") else { return .unknown(nearest: []) }
    return winners["name"] == nil ? .field(field) : .repeats(field)
  }

  private func role(
    _ index: Int, _ heading: String, _ field: Field?, _ winners: [String: Int], isMapped: Bool,
    isLast: Bool, _ names: HeadingNames
  ) -> ImportedColumn.Role {
    if !isMapped {
      if isLast, HeadingNames.plain(heading) == "error" { return .error }
      if HeadingNames.isRowNumber(heading) { return .rowNumber }
    }
    guard let field else { return .unknown(nearest: names.nearest(to: heading)) }
    if field.name == "key" || field.name == "id" {
      return winners[field.name] == index ? .key : .repeats(field)
    }
    guard field.isImported else { return .computed(field) }
    return winners[field.name] == index || field.type.isList ? .field(field) : .repeats(field)
  }

  private mutating func take(_ role: ImportedColumn.Role, _ index: Int, _ heading: String) {
    switch role {
    case .field(let field):
      columns.append(
        Column(index: index, heading: heading, field: field, unit: AmountUnit.split(heading).unit))
    case .key:
      let isID = HeadingNames.isKey(heading) && !["key", "键"].contains(HeadingNames.plain(heading))
      if isID { id = index }
      // A column of keys by that very name goes before one of ids.
      if key == nil || !isID { key = index }
    case .rowNumber, .error: idle.insert(index)
    default: break
    }
  }
}

extension Field {
  /// Whether a file may fill the field.
  var isImported: Bool {
    if access != .readOnly { return true }
    switch kind {
    case .lead:
      return ["stage", "outcome", "amount", "arrived", "closed", "reason"].contains(name)
        || isEntryDay
    case .contact: return ["tie", "employer", "class"].contains(name)
    default: return false
    }
  }

  /// Whether it is the day on which a lead first entered a stage.
  var isEntryDay: Bool { kind == .lead && name.hasSuffix("-on") && type == .day(.back) }
}
