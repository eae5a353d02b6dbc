public import Leadline

/// Why a command was refused beyond what the library refuses.
public enum CommandError: Error, Hashable, Sendable {
  case confirmationNeeded(command: String, count: Int)
  case notConfirmed
  /// The person left the questions.
  case left
  case noRows
  case noSuchRow(Int, count: Int)
  case unknownEnding(String)
  case unknownFormat(String)
  /// The command gives no picture; the format asked for is one.
  case noPicture(format: String, command: String)
  case onlyAtPrompt(String)
  case unknownTopic(String)
  case badNumber(String, option: String)
  case badChoice(String, option: String, known: [String])
  case numberOutOfRange(String, option: String, ClosedRange<Int>)
  /// The option takes a day up to `today`, the day that is asked for.
  case dayAfter(Day, option: String, today: Day)
  /// The option takes a day from `today` on.
  case dayBefore(Day, option: String, today: Day)
  /// Only one of the two can be given.
  case notTogether(String, String)
  /// What is to come of a campaign cannot be told after its last day.
  case campaignEnded(String, Day)
  case missing(String, example: String)
  /// The slot takes one record.
  case several(String, [Ref])
  /// Rows of several records each that have none in common.
  case rowsApart(command: String)
  case badYears(String)
  case noCheck(findings: Int)
  case wrongKind(Ref, command: String)
  /// The command was written, and then the storage failed under what it wanted to say of it.
  case doneWithoutReport(entry: Int64, StorageError)
}
