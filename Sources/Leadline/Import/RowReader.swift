internal import LeadlineInterchange
internal import LeadlineModel

/// Makes drafts of the rows of a table.
struct RowReader {
  let plan: ColumnPlan
  let cells: CellReader
  let fixed: [Change]
  let headings: [String]
  private let currencyColumn: Int?
  private let byHeading: [Int]

  init(plan: ColumnPlan, headings: [String], cells: CellReader, fixed: [Change]) {
    self.plan = plan
    self.cells = cells
    self.fixed = fixed
    self.headings = headings.map(HeadingNames.plain)
    currencyColumn = plan.columns.first { $0.field.type == .currency }?.index
    let names = self.headings
    byHeading = names.indices.sorted { (names[$0], $0) < (names[$1], $1) }
  }

  /// The fields that a row may say something of.
  var covered: Set<String> {
    var names = plan.filled.union(fixed.map(\.field.name))
    if names.contains("stage") { names.formUnion(["outcome", "reason"]) }
    if names.contains("org"), plan.kind == .lead { names.insert("title") }
    return names
  }

  /// What a row says; throws the reason why it cannot be taken.
  func draft(_ row: CSVRow) throws(RowRefusal) -> ImportDraft {
    if row.hasNUL { throw .hasNUL }
    try checkWidth(row)
    let texts = row.cells
    func text(_ index: Int?) -> String? {
      guard let index, index < texts.count, !texts[index].isBlank else { return nil }
      return texts[index]
    }
    var draft = ImportDraft(line: row.line, kind: plan.kind)
    let currency = try text(currencyColumn).map { text throws(RowRefusal) in
      try cells.currency(String(text.trimming(\.isWhitespace)))
    }
    for column in plan.columns {
      guard let text = text(column.index) else { continue }
      let value = try cells.value(text, column, currency: currency ?? cells.base)
      draft.add(value, to: column.field)
    }
    if draft.values["name"] == nil, let name = plan.nameParts.name({ text($0) }) {
      draft.values["name"] = .text(name)
    }
    for change in fixed { draft.values[change.field.name] = change.value }
    try DraftRules.finish(&draft, cells)
    draft.said = draft.values.mapValues(SaidValue.text).filter { !$0.value.isEmpty }
    draft.key = text(plan.key)?.trimmed ?? standIn(draft, texts)
    draft.ref = text(plan.id).flatMap { Ref($0.trimmed) }.flatMap {
      $0.kind == plan.kind ? $0 : nil
    }
    return draft
  }

  private func checkWidth(_ row: CSVRow) throws(RowRefusal) {
    guard row.cells.count > plan.count,
      let last = row.cells.lastIndex(where: { !$0.isBlank }), last >= plan.count
    else { return }
    throw .tooManyCells(last + 1, columns: plan.count)
  }

  /// What stands for a key where there is none: an organisation's name, else the content.
  private func standIn(_ draft: ImportDraft, _ texts: [String]) -> String {
    draft.kind == .organisation ? "=" + Fold.text(draft.name) : content(texts)
  }

  /// All that the row says, in whatever order.
  private func content(_ texts: [String]) -> String {
    var hash = ContentHash()
    for index in byHeading where index < texts.count && !plan.idle.contains(index) {
      guard !texts[index].isBlank else { continue }
      hash.add(headings[index])
      hash.add(texts[index])
    }
    return hash.text
  }
}

extension ImportDraft {
  /// Takes a value; a further column of a list adds to it.
  mutating func add(_ value: FieldValue, to field: Field) {
    if case .list(let known)? = values[field.name], case .list(let more) = value {
      values[field.name] = .list(known + more.filter { !known.contains($0) })
    } else if !value.isNone {
      values[field.name] = value
    }
  }
}

extension StringProtocol {
  /// Without anything to be seen.
  var isBlank: Bool {
    for byte in utf8 where byte != 0x20 {
      return byte > 0x20 && byte < 0x80 ? false : allSatisfy(\.isWhitespace)
    }
    return true
  }

  var trimmed: String { String(trimming(\.isWhitespace)) }
}
