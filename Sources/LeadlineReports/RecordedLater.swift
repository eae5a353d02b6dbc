public import LeadlineModel

/// How much of what a report as of a past day tells was recorded after that day.
public struct RecordedLater: Hashable, Sendable {
  public let day: Day
  /// Moves, figures, shares, receipts and activities up to the day.
  public let all: Int64
  /// Those of them that were recorded, or changed, after it.
  public let later: Int64

  public init(_ day: Day, all: Int64, later: Int64) {
    self.day = day
    self.all = all
    self.later = later
  }

  public var words: Words {
    Words(
      "\(later) of \(all) entries up to \(day) were recorded after that day",
      "截至\(day)的\(all)条记录中，\(later)条为此后补录",
      "截至\(day)的\(all)條記錄中，\(later)條為此後補錄")
  }
}
