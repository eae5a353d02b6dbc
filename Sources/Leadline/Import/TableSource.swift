internal import LeadlineInterchange
internal import LeadlineModel

/// The drafts of a CSV file.
final class TableSource: DraftSource {
  /// How many rows are explained.
  private static let explainedRows = 3

  var file: ImportedFile
  let headings: [String]?
  private var reader: CSVReader
  private let rows: RowReader
  private let explains: Bool
  /// Whether a spreadsheet's formulas may be guarded against; TSV never is.
  private let mayHaveGuards: Bool

  init(_ path: String, _ options: ImportOptions, _ crm: CRM) throws {
    let isTSV = Self.isTSV(path)
    mayHaveGuards = !isTSV
    do throws(CSVError) {
      reader = try CSVReader(
        file: path, encoding: options.encoding, delimiter: isTSV ? .tab : nil)
    } catch {
      throw Self.problem(error, path)
    }
    var headings: [String] = []
    do throws(CSVError) {
      headings = try Self.headings(&reader, from: options.headerRow)
    } catch {
      throw Self.problem(error, path)
    }
    if headings.isEmpty {
      throw options.headerRow.map { ImportError.noHeaderRow(path: path, line: $0) }
        ?? ImportError.noHeadings(path: path)
    }
    let plan = try PlanChoice(path: path, headings: headings, options, crm.pipeline).plan()
    // What this program writes has the names of fields, and no quotes around cells.
    if isTSV {
      reader.expectEscapes(quotes: !headings.allSatisfy { Self.isName($0, plan, crm.pipeline) })
    }
    rows = RowReader(
      plan: plan, headings: headings,
      cells: try CellReader(
        kind: plan.kind, base: crm.currency, pipeline: crm.pipeline, stages: options.stages),
      fixed: try options.fixed(for: plan.kind, in: crm.pipeline))
    self.headings = headings
    explains = options.explains
    let origin = options.origin ?? ImportOrigin.name(of: path)
    file = ImportedFile(path: path, kind: plan.kind, origin: origin)
    file.encoding = reader.encoding
    file.columns = plan.report
    let hasTie = plan.columns.contains { $0.field.name == "tie" }
    if hasTie, options.knownBy == nil { file.notes.append(.relationWithoutOwner) }
  }

  func covered(_ kind: RecordKind) -> Set<String> { rows.covered }

  func next() throws -> SourceItem? {
    guard let row = try nextRow() else { return nil }
    do throws(RowRefusal) {
      let draft = try rows.draft(row)
      if explains, file.explained.count < Self.explainedRows {
        file.explained.append(rows.explanation(of: row, as: draft))
      }
      return .draft(draft, row)
    } catch {
      return .refused(row, error)
    }
  }

  func finish() {}

  /// The next row that is not blank.
  private func nextRow() throws -> CSVRow? {
    do throws(CSVError) {
      while let row = try reader.next() {
        if row.cells.allSatisfy(\.isBlank) { continue }
        guard mayHaveGuards else { return row }
        return CSVRow(line: row.line, cells: row.cells.map(CSVGuard.strip), hasNUL: row.hasNUL)
      }
      return nil
    } catch {
      throw Self.problem(error, file.path)
    }
  }

  private static func isTSV(_ path: String) -> Bool {
    let ending = path.split(separator: ".").last.map { $0.lowercased() }
    return ending == "tsv" || ending == "tab"
  }

  private static func isName(_ heading: String, _ plan: ColumnPlan, _ pipeline: Pipeline) -> Bool {
    Field.of(plan.kind, in: pipeline).contains { $0.name == heading }
  }

  private static func headings(
    _ reader: inout CSVReader, from line: Int?
  ) throws(CSVError) -> [String] {
    while let row = try reader.next() {
      if row.line < line ?? 1 || row.cells.allSatisfy(\.isBlank) { continue }
      return row.cells.map(CSVGuard.strip)
    }
    return []
  }

  private static func problem(_ error: CSVError, _ path: String) -> ImportError {
    if case .input(let input) = error { return .unreadable(input) }
    return .malformed(path: path, error)
  }
}

extension RowReader {
  /// What each cell of a row became.
  func explanation(of row: CSVRow, as draft: ImportDraft) -> ExplainedRow {
    let cells = plan.columns.compactMap { column -> ExplainedRow.Cell? in
      guard column.index < row.cells.count, !row.cells[column.index].isBlank else { return nil }
      let name = column.field.name
      let value = draft.said[name] ?? draft.said["outcome"].map { name == "stage" ? $0 : "" } ?? ""
      return ExplainedRow.Cell(
        heading: column.heading, text: row.cells[column.index], field: name, value: value)
    }
    return ExplainedRow(line: row.line, cells: cells)
  }
}
