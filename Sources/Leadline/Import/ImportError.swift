public import LeadlineInterchange
public import LeadlineModel
public import LeadlineQuery

/// Why a file cannot be imported at all; nothing was written.
public enum ImportError: Error, Hashable, Sendable {
  case noFiles
  case unreadable(InputError)
  case malformed(path: String, CSVError)
  /// Workbooks are not read yet.
  case workbook(path: String)
  /// A sheet was named, and the file has none.
  case noSheets(path: String)
  case noHeadings(path: String)
  /// A file of cards has none.
  case noCards(path: String)
  case noHeaderRow(path: String, line: Int)
  /// None of the headings names a field.
  case nothingRecognised(path: String, headings: [String])
  /// The headings fit several kinds of record.
  case ambiguousKind(path: String, [RecordKind])
  /// The headings lack what records of this kind need to be told by.
  case lacksName(path: String, RecordKind, headings: [String])
  /// Cards hold contacts and organisations alone.
  case cardsAs(RecordKind, path: String)
  case notImported(RecordKind)
  case noSuchColumn(String, path: String, nearest: [String])
  case noSuchField(String, RecordKind, nearest: [String])
  case notTaken(field: String, RecordKind)
  /// A word of the file was given a meaning that the pipeline does not have.
  case unknownStage(String, nearest: [String], known: [String])
}

/// Why one row cannot be taken.
public enum RowRefusal: Error, Hashable, Sendable {
  case noName(RecordKind)
  case unknownStage(String, known: [String])
  case unknownChoice(field: String, String, known: [String])
  case badAmount(field: String, ValueError)
  case badNumber(field: String, String)
  /// More than a million.
  case tooManyGuests(String)
  case unknownCurrency(String)
  case badDay(field: String, String)
  /// Day or month may come first.
  case ambiguousDay(field: String, String)
  case dayInFuture(field: String, Day)
  /// The first day lies after the second.
  case daysOutOfOrder(field: String, Day, before: Day)
  case tooManyCells(Int, columns: Int)
  case hasNUL
  /// An earlier row has this key and says something else.
  case repeatedKey(String, line: Int)
  case sectionWithoutDepartment(String)
  case noSuchLead(String)
  case severalLeads(String, [Ref])
  case noKindOfActivity
  case otherCurrency(String, lead: String)
  case badShares(SharesError)
}
