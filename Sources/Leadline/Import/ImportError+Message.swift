public import LeadlineModel

extension RowRefusal {
  /// The reason in a sentence, in every language.
  public var message: Words { Words("\(self)", "\(self)", "\(self)") }
}
