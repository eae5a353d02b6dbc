internal import LeadlineModel
internal import LeadlineQuery

/// A day as files write it.
///
/// Unlike at the prompt, eight digits are a day, and nothing is seen from today: a file says the
/// same whenever it is read.
enum FileDay {
  enum Reading: Equatable {
    case day(Day)
    /// Day or month may come first.
    case ambiguous
    case none
  }

  static func read(_ text: String) -> Reading {
    if let day = Day(iso: text) { return .day(day) }
    let date = withoutTime(text)
    if date.contains("年") {
      let day = try? DayWords(today: Day(number: 0)).day(String(date), looking: .back)
      return day.map(Reading.day) ?? .none
    }
    let parts = date.split(omittingEmptySubsequences: false) { "-/.".contains($0) }
    let isDigits = parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
    guard isDigits else { return .none }
    let numbers = parts.compactMap { Int($0) }
    switch (parts.count, parts.map(\.count)) {
    case (1, [8]): return whole(numbers[0] / 10000, numbers[0] / 100 % 100, numbers[0] % 100)
    case (3, let widths) where widths[0] == 4 && widths[1] <= 2 && widths[2] <= 2:
      return whole(numbers[0], numbers[1], numbers[2])
    case (3, let widths) where widths[2] == 4 && widths[0] <= 2 && widths[1] <= 2:
      return yearLast(numbers)
    default: return .none
    }
  }

  /// `11/25/2022` can be one day only, `11/5/2022` two.
  private static func yearLast(_ numbers: [Int]) -> Reading {
    let monthFirst = whole(numbers[2], numbers[0], numbers[1])
    let dayFirst = whole(numbers[2], numbers[1], numbers[0])
    if monthFirst == dayFirst || dayFirst == .none { return monthFirst }
    return monthFirst == .none ? dayFirst : .ambiguous
  }

  private static func whole(_ year: Int, _ month: Int, _ day: Int) -> Reading {
    Day(year: year, month: month, day: day).map(Reading.day) ?? .none
  }

  /// The part before a time of day, where one with a colon stands behind.
  private static func withoutTime(_ text: String) -> Substring {
    guard let blank = text.firstIndex(where: { $0 == " " || $0 == "T" }),
      text[blank...].contains(":") || text[blank...].contains("：")
    else { return text[...] }
    return text[..<blank]
  }
}
