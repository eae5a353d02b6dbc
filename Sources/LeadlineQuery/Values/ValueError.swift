public import LeadlineModel

/// Why a text is not the day, period, amount or duration that was expected.
public struct ValueError: Error, Hashable, Sendable {
  public enum Expected: Hashable, Sendable, CaseIterable {
    case day, period, amount, duration
  }

  public enum Reason: Hashable, Sendable {
    case empty
    case notUnderstood
    /// Digits without anything that says what they are: 201813.
    case digitRun
    /// The month (of that year, where one was given) ends earlier.
    case monthEnds(year: Int?, month: Int, days: Int)
    case noSuchMonth(Int)
    case noSuchQuarter(Int)
    /// Before year 1 or after year 9999.
    case outOfCalendar
    /// A year in other than four digits.
    case yearDigits
    /// 12/5: the month or the day may come first.
    case dayOrMonthFirst
    /// The year does not stand first: 05-12-2026.
    case yearNotFirst
    /// 3d: neither `+` nor `-`.
    case unsigned
    /// +3: no d, w, m or y.
    case withoutUnit
    /// A period stands where one day is needed.
    case isPeriod
    case negative
    /// Commas that do not group thousands.
    case grouping
    /// The currency has only that many decimal places.
    case decimals(Currency, allowed: Int)
    case tooLarge
    /// Two different currencies in one amount.
    case currencies(Currency, Currency)
    case unknownCurrency(String)
    /// Two readings are usual: 一亿五千, 3万5.
    case ambiguous
    /// Months and years differ in length.
    case lengthVaries
  }

  public let expected: Expected
  /// As it was typed.
  public let text: String
  public let reason: Reason
  /// What was probably meant, in a form that is accepted.
  public let suggestion: String?

  public init(
    expected: Expected, text: String, reason: Reason, suggestion: String? = nil
  ) {
    self.expected = expected
    self.text = text
    self.reason = reason
    self.suggestion = suggestion
  }
}

/// A reason on its way to the function that knows the text as typed.
struct Refusal: Error {
  let reason: ValueError.Reason
  let suggestion: String?

  init(_ reason: ValueError.Reason, suggestion: String? = nil) {
    self.reason = reason
    self.suggestion = suggestion
  }

  func error(_ expected: ValueError.Expected, _ text: String) -> ValueError {
    ValueError(expected: expected, text: text, reason: reason, suggestion: suggestion)
  }
}

extension NumeralFault {
  var reason: ValueError.Reason {
    switch self {
    case .malformed: .notUnderstood
    case .grouping: .grouping
    case .ambiguous: .ambiguous
    case .tooLarge: .tooLarge
    }
  }
}
