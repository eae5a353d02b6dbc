public import LeadlineModel

extension DayWords {
  /// How a day that was understood is said back: `Wed 2026-12-02 (in 9 days)`, `2026-12-02 周三（9天后）`.
  public func echo(_ day: Day, language: Language) -> String {
    let distance = self.distance(to: day)[language]
    let weekday = Self.weekdayNames[day.weekday - 1][language]
    return switch language {
    case .english: "\(weekday) \(day.iso) (\(distance))"
    case .simplified, .traditional: "\(day.iso) \(weekday)（\(distance)）"
    }
  }

  private func distance(to day: Day) -> Words {
    let days = day - today
    switch days {
    case 0: return Words("today", "今天", "今天")
    case 1: return Words("tomorrow", "明天", "明天")
    case -1: return Words("yesterday", "昨天", "昨天")
    case 2...: return Words("in \(days) days", "\(days)天后", "\(days)天後")
    default: return Words("\(-days) days ago", "\(-days)天前", "\(-days)天前")
    }
  }

  private static let weekdayNames = [
    Words("Mon", "周一", "週一"), Words("Tue", "周二", "週二"), Words("Wed", "周三", "週三"),
    Words("Thu", "周四", "週四"), Words("Fri", "周五", "週五"), Words("Sat", "周六", "週六"),
    Words("Sun", "周日", "週日"),
  ]
}
