extension TransitionRefusal {
  /// What was refused and the way to do it.
  public var words: Words {
    switch self {
    case .unknownStage(let stage, let known):
      Words(
        "no stage '\(stage)': \(known.joined(separator: ", "))",
        "没有阶段'\(stage)'：\(known.joined(separator: "、"))",
        "沒有階段'\(stage)'：\(known.joined(separator: "、"))")
    case .closed(let ref, let outcome):
      Words(
        "\(ref) is \(outcome.rawValue) and does not move\n  take it up first: reopen \(ref) -- REASON",
        "\(ref) 已流失或搁置，不能推进\n  请先重启：reopen \(ref) -- 原因",
        "\(ref) 已流失或擱置，不能推進\n  請先重啟：reopen \(ref) -- 原因")
    case .notClosed(let ref):
      Words("\(ref) is open already", "\(ref) 本来就在进行中", "\(ref) 本來就在進行中")
    case .alreadyThere(let ref, let stage):
      Words("\(ref) is at \(stage) already", "\(ref) 已处于 \(stage)", "\(ref) 已處於 \(stage)")
    case .inTheFuture(let day, let today):
      Words(
        "a move cannot lie in the future: \(day) (today is \(today))",
        "流转日期不能在将来：\(day)（今天是 \(today)）", "流轉日期不能在將來：\(day)（今天是 \(today)）")
    case .beforeLastMove(let ref, let day, let last):
      Words(
        "\(day) is before the last move of \(ref), on \(last)\n  "
          + "if that day is wrong: amend \(ref) on=DAY",
        "\(day) 早于 \(ref) 的上一次流转 \(last)\n  若该日期有误：amend \(ref) on=日期",
        "\(day) 早於 \(ref) 的上一次流轉 \(last)\n  若該日期有誤：amend \(ref) on=日期")
    case .needsSkip(let ref, let from, let to, let next):
      Words(
        "\(ref) is at \(from); the next stage is \(next), not \(to)\n  "
          + "one by one: move \(ref) \(next)\n  or at once: move \(ref) \(to) --skip reason=WHY",
        "\(ref) 处于 \(from)，下一阶段是 \(next)，不是 \(to)\n  逐级：move \(ref) \(next)\n  "
          + "或跳级：move \(ref) \(to) --skip reason=原因",
        "\(ref) 處於 \(from)，下一階段是 \(next)，不是 \(to)\n  逐級：move \(ref) \(next)\n  "
          + "或跳級：move \(ref) \(to) --skip reason=原因")
    case .needsReason(let ref, let kind, let to): Self.needsReason(ref, kind, to)
    case .missing(let ref, let missing, let stage): Self.missing(ref, missing, stage)
    }
  }

  private static func needsReason(_ ref: Ref, _ kind: Move.Kind, _ to: String) -> Words {
    switch kind {
    case .lose, .shelve, .reopen:
      let verb = kind.rawValue
      return Words(
        "\(verb) needs a reason\n  \(verb) \(ref) -- REASON",
        "\(verb) 须说明原因\n  \(verb) \(ref) -- 原因",
        "\(verb) 須說明原因\n  \(verb) \(ref) -- 原因")
    case .skip:
      return Words(
        "leaving stages out needs a reason\n  move \(ref) \(to) --skip reason=WHY",
        "跳级须说明原因\n  move \(ref) \(to) --skip reason=原因",
        "跳級須說明原因\n  move \(ref) \(to) --skip reason=原因")
    default:
      return Words(
        "a step back needs a reason\n  move \(ref) \(to) reason=WHY",
        "退回须说明原因\n  move \(ref) \(to) reason=原因", "退回須說明原因\n  move \(ref) \(to) reason=原因")
    }
  }

  private static func missing(
    _ ref: Ref, _ missing: [Requirement], _ stage: String
  ) -> Words {
    let english = missing.map { Self.without($0) }
    let list =
      english.count > 1
      ? english.dropLast().joined(separator: ", ") + " and " + english[english.count - 1]
      : english.joined()
    let give = "move \(ref) \(stage) " + missing.map(\.assignment).joined(separator: " ")
    let simplified = missing.map(\.words.simplified).joined(separator: "、")
    let traditional = missing.map(\.words.traditional).joined(separator: "、")
    return Words(
      "\(ref) cannot move to \(stage): it has \(list)\n  give them with the move:  \(give)",
      "\(ref) 不能进入 \(stage)：缺\(simplified)\n  推进时一并填写：\(give)",
      "\(ref) 不能進入 \(stage)：缺\(traditional)\n  推進時一併填寫：\(give)")
  }

  /// `no organisation`, from `an organisation`.
  private static func without(_ requirement: Requirement) -> String {
    let words = requirement.words.english.split(separator: " ").dropFirst()
    return "no " + words.joined(separator: " ")
  }
}
