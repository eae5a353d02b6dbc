internal import LeadlineModel
internal import LeadlineQuery

/// Decides what a table holds, and what its columns are.
struct PlanChoice {
  private static let kinds: [RecordKind] = [.contact, .lead, .organisation, .activity]

  private let path: String
  private let headings: [String]
  private let options: ImportOptions
  private let pipeline: Pipeline

  init(
    path: String, headings: [String], _ options: ImportOptions, _ pipeline: Pipeline
  ) {
    self.path = path
    self.headings = headings
    self.options = options
    self.pipeline = pipeline
  }

  func plan() throws(ImportError) -> ColumnPlan {
    if let kind = options.kind {
      guard Self.kinds.contains(kind) else { throw .notImported(kind) }
      let plan = try plan(as: kind)
      try check(plan)
      return plan
    }
    var fitting: [ColumnPlan] = []
    for kind in Self.kinds {
      guard let plan = try? plan(as: kind), hasName(plan) else { continue }
      fitting.append(plan)
    }
    let best = fitting.map(\.breadth).max() ?? 0
    let broadest = fitting.filter { $0.breadth == best }
    let exact = broadest.map(\.exactness).max() ?? 0
    let choices = broadest.filter { $0.exactness == exact }
    guard let first = choices.first else {
      // A mistaken map says more than that nothing fits.
      if !options.columns.isEmpty { _ = try plan(as: .lead) }
      throw .nothingRecognised(path: path, headings: headings)
    }
    if choices.count > 1 { throw .ambiguousKind(path: path, choices.map(\.kind)) }
    return first
  }

  private func plan(as kind: RecordKind) throws(ImportError) -> ColumnPlan {
    ColumnPlan(headings: headings, kind: kind, mapped: try mapped(kind), in: pipeline)
  }

  private func check(_ plan: ColumnPlan) throws(ImportError) {
    if plan.columns.isEmpty { throw .nothingRecognised(path: path, headings: headings) }
    if !hasName(plan) { throw .lacksName(path: path, plan.kind, headings: headings) }
  }

  private func hasName(_ plan: ColumnPlan) -> Bool {
    plan.namesRecords
      || options.fixed.contains { ["title", "name", "on"].contains($0.field.name) }
  }

  /// The fields of the columns that the user named.
  private func mapped(_ kind: RecordKind) throws(ImportError) -> [Int: Field] {
    let names = HeadingNames(kind, in: pipeline)
    let plain = headings.map(HeadingNames.plain)
    var mapped: [Int: Field] = [:]
    for (column, name) in options.columns {
      guard let index = plain.firstIndex(of: HeadingNames.plain(column)) else {
        throw .noSuchColumn(
          column, path: path, nearest: NearestNames.of(column, in: headings))
      }
      guard let field = names.field(named: name) else {
        throw .noSuchField(name, kind, nearest: names.nearest(to: name))
      }
      guard field.isImported || field.name == "key" || field.name == "id" else {
        throw .notTaken(field: field.name, kind)
      }
      mapped[index] = field
    }
    return mapped
  }
}
