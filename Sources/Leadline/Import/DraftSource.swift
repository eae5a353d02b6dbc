internal import LeadlineInterchange
internal import LeadlineModel

/// One row or card of a file, read.
enum SourceItem {
  case draft(ImportDraft, CSVRow?)
  case refused(CSVRow, RowRefusal)
}

/// A file that gives drafts one by one.
protocol DraftSource: AnyObject {
  /// What becomes of the file.
  var file: ImportedFile { get set }
  /// The headings of a table; nil for cards.
  var headings: [String]? { get }
  /// The fields that the file may say something of.
  func covered(_ kind: RecordKind) -> Set<String>
  func next() throws -> SourceItem?
  /// To be called after the last item.
  func finish()
}
