public import LeadlineModel

/// Why an ask, or the result of one, was refused.
public enum AskRefusal: Error, Hashable, Sendable {
  /// A person who is marked as not to be asked for introductions.
  case notToBeAsked(NamedRef)
  /// An introduction to the person asked.
  case forThemselves(NamedRef)
  /// Somebody who would have asked themselves.
  case ofThemselves(NamedRef)
  /// A result may be that of several open asks, for these.
  case several(NamedRef, [NamedRef])
  /// A result before the day of the ask.
  case answeredBefore(Day, Ask)
}
