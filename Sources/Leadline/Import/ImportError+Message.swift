public import LeadlineModel

extension RowRefusal {
  /// The reason in a sentence, in every language.
  public var message: Words { Words("\(self)", "\(self)", "\(self)") }
}

extension ImportError {
  /// What cannot be done, and how it can.
  public var message: Words { Words("\(self)", "\(self)", "\(self)") }

  /// 3 for a file that cannot be read, 2 for what was asked of it.
  public var exitCode: Int32 {
    switch self {
    case .unreadable, .malformed, .workbook: 3
    default: 2
    }
  }
}
