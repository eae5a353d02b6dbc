public import LeadlineModel

extension StallReason {
  /// One sentence: the rule that fired, the days, the last touch, the next follow-up.
  public func words(in language: Language, _ pipeline: Pipeline) -> String {
    [rule(in: language), last(in: language), planned(in: language)]
      .joined(separator: language.semicolon)
  }

  private func rule(in language: Language) -> String {
    let level = Choices.levels.first { $0.id == stall.level.rawValue }?.words[language] ?? ""
    switch (stall.rule, language) {
    case (.idle, .english):
      return "no touch for \(stall.days) days (\(level) from \(stall.limit))"
    case (.idle, .simplified): return "\(stall.days)天未跟进（满\(stall.limit)天\(level)）"
    case (.idle, .traditional): return "\(stall.days)天未跟進（滿\(stall.limit)天\(level)）"
    case (.inStage, .english):
      return "\(stall.days) days in the stage (\(level) from \(stall.limit))"
    case (.inStage, .simplified): return "停在本阶段\(stall.days)天（满\(stall.limit)天\(level)）"
    case (.inStage, .traditional): return "停在本階段\(stall.days)天（滿\(stall.limit)天\(level)）"
    }
  }

  private func last(in language: Language) -> String {
    guard let lastTouch else {
      return Words("never touched", "从未跟进", "從未跟進")[language]
    }
    let kind = Self.touchWords(lastTouch.kind)[language]
    let who = lastTouch.who.map { language == .english ? " by \($0)" : " \($0)" } ?? ""
    return Words(
      "last \(kind) \(lastTouch.day)\(who)", "最近\(kind) \(lastTouch.day)\(who)",
      "最近\(kind) \(lastTouch.day)\(who)")[language]
  }

  private func planned(in language: Language) -> String {
    guard let next else { return Words("nothing planned", "无后续安排", "無後續安排")[language] }
    let late = next.due < day
    return Words(
      "\(late ? "overdue" : "next") \(next.due): \(next.what)",
      "\(late ? "已逾期" : "下一步") \(next.due)：\(next.what)",
      "\(late ? "已逾期" : "下一步") \(next.due)：\(next.what)")[language]
  }

  /// The words for what restarted a clock: a kind of activity, a receipt, a kind of move.
  public static func touchWords(_ kind: String) -> Words {
    switch kind {
    case "receipt": Words("receipt", "到账", "到帳")
    case "advance": Words("move forward", "推进", "推進")
    case "skip": Words("skip", "跳级推进", "跳級推進")
    case "reopen": Words("reopening", "重启", "重啟")
    default:
      Choices.activityKinds.first { $0.id == kind }?.words ?? Words(kind, kind, kind)
    }
  }
}
