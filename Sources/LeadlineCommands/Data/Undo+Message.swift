internal import Leadline

extension UndoRefusal {
  var exitCode: Int32 {
    if case .noSuchEntry = self { 4 } else { 1 }
  }

  var words: Words {
    switch self {
    case .nothingToUndo:
      Words("nothing of yours to undo", "没有可撤销的命令", "沒有可撤銷的命令")
    case .nothingToRedo: Words("nothing to redo", "没有可重做的命令", "沒有可重做的命令")
    case .noSuchEntry(let number):
      Words(
        "there is no entry J\(number)\n  journal lists them", "没有日志条目 J\(number)\n  journal 列出全部",
        "沒有日誌條目 J\(number)\n  journal 列出全部")
    case .alreadyUndone(let number, let by):
      Words(
        "J\(number) was undone already, by J\(by)", "J\(number) 已由 J\(by) 撤销",
        "J\(number) 已由 J\(by) 撤銷")
    case .notACommand(let number, _):
      Words(
        "J\(number) is no command; to take back an undo: redo", "J\(number) 不是命令；要恢复请用 redo",
        "J\(number) 不是命令；要恢復請用 redo")
    case .allKept(let number, let kept):
      Words(
        "nothing of J\(number) can be taken back\n" + kept.lines(.english)
          + "\n  undo J… takes back an earlier one: journal",
        "J\(number) 的内容都不能撤销\n" + kept.lines(.simplified)
          + "\n  undo J… 可撤销更早的命令：journal",
        "J\(number) 的內容都不能撤銷\n" + kept.lines(.traditional)
          + "\n  undo J… 可撤銷更早的命令：journal")
    }
  }
}

extension [Kept] {
  fileprivate func lines(_ language: Language) -> String {
    prefix(8).map { $0.words[language] }.joined(separator: "\n")
  }
}

extension Kept {
  var words: Words {
    let record = record.map { "\($0) " } ?? ""
    let subject = "\(record)\(Printable.escaping(name ?? ""))"
    let place = [part, column].compactMap(\.self).joined(separator: " ")
    let why = why.words
    let whose = place.isEmpty ? subject : "\(subject) (\(place))"
    return Words(
      "  \(whose): \(why.english)", "  \(whose)：\(why.simplified)",
      "  \(whose)：\(why.traditional)")
  }
}

extension Kept.Why {
  var words: Words {
    switch self {
    case .changed(let entry):
      Words("changed since, by J\(entry)", "已被 J\(entry) 修改", "已被 J\(entry) 修改")
    case .removed(let entry):
      Words("removed since, by J\(entry)", "已被 J\(entry) 删除", "已被 J\(entry) 刪除")
    case .coupled(let column):
      Words("goes with \(column), which stays", "与保留的 \(column) 相关", "與保留的 \(column) 相關")
    case .dangling(let ref):
      Words(
        "\(ref.map { "\($0)" } ?? "what it refers to") is gone",
        "所引用的\(ref.map { " \($0) " } ?? "记录")已不存在", "所引用的\(ref.map { " \($0) " } ?? "記錄")已不存在")
    case .referred(let ref):
      Words(
        "\(ref.map { "\($0)" } ?? "something newer") refers to it",
        "被\(ref.map { " \($0) " } ?? "较新的记录")引用", "被\(ref.map { " \($0) " } ?? "較新的記錄")引用")
    case .acted: Words("the journal names this person", "日志中有此人", "日誌中有此人")
    case .part(let ref):
      Words(
        "a part of \(ref.map { "\($0)" } ?? "what stays")",
        "属于\(ref.map { " \($0)" } ?? "保留的记录")", "屬於\(ref.map { " \($0)" } ?? "保留的記錄")")
    case .taken(let ref):
      Words(
        "\(ref.map { "\($0)" } ?? "another") has taken its place",
        "已被\(ref.map { " \($0) " } ?? "其他记录")占用", "已被\(ref.map { " \($0) " } ?? "其他記錄")佔用")
    case .laterMove(let day):
      Words("it moved again on \(day)", "\(day) 又有流转", "\(day) 又有流轉")
    case .rule(let faults):
      Words(
        faults.map(\.words.english).joined(separator: ", "),
        faults.map(\.words.simplified).joined(separator: "，"),
        faults.map(\.words.traditional).joined(separator: "，"))
    }
  }
}

extension LeadFault {
  var words: Words {
    switch self {
    case .notEntered:
      Words("it would have no first move", "将没有录入记录", "將沒有錄入記錄")
    case .missing(let requirement, let stage):
      Words(
        "\(stage) needs \(requirement.words.english)", "\(stage) 需要\(requirement.words.simplified)",
        "\(stage) 需要\(requirement.words.traditional)")
    case .movesOutOfOrder(let day, let before):
      Words(
        "a move on \(day) stands after one on \(before)", "\(day) 的流转排在 \(before) 之后",
        "\(day) 的流轉排在 \(before) 之後")
    case .movesApart(let from, let after, let day):
      Words(
        "the move on \(day) starts at \(from ?? "nothing"), but the one before ended at "
          + "\(after ?? "nothing")",
        "\(day) 的流转从 \(from ?? "无") 开始，而上一次到 \(after ?? "无")",
        "\(day) 的流轉從 \(from ?? "無") 開始，而上一次到 \(after ?? "無")")
    case .receiptTooEarly(let stage):
      Words("it has receipts at \(stage)", "在 \(stage) 阶段已有到账", "在 \(stage) 階段已有到帳")
    }
  }
}

extension Finding {
  var words: Words {
    switch self {
    case .damaged(let text): Words("damaged: \(text)", "损坏：\(text)", "損壞：\(text)")
    case .entryMissing(let entry):
      Words("the journal lacks J\(entry)", "日志缺少 J\(entry)", "日誌缺少 J\(entry)")
    case .entryChanged(let entry):
      Words("J\(entry) was changed", "J\(entry) 被改动", "J\(entry) 被改動")
    case .contentChanged(let entry):
      Words(
        "the content of J\(entry) was changed", "J\(entry) 的内容被改动", "J\(entry) 的內容被改動")
    case .unknownEntry(let entry, let table):
      Words(
        "rows of \(table) name J\(entry), which the journal lacks", "\(table) 引用了不存在的 J\(entry)",
        "\(table) 引用了不存在的 J\(entry)")
    case .fact(let ref, let column, let kept, let right):
      Words(
        "\(ref) \(column): kept \(kept ?? "nothing"), by the log \(right ?? "nothing")",
        "\(ref) \(column)：存为 \(kept ?? "空")，按日志应为 \(right ?? "空")",
        "\(ref) \(column)：存為 \(kept ?? "空")，按日誌應為 \(right ?? "空")")
    case .stageEntry(let ref, let stage, let kept, let right):
      Words(
        "\(ref) entered \(stage): kept \(kept?.iso ?? "nothing"), by the log "
          + "\(right?.iso ?? "nothing")",
        "\(ref) 进入 \(stage)：存为 \(kept?.iso ?? "空")，按日志应为 \(right?.iso ?? "空")",
        "\(ref) 進入 \(stage)：存為 \(kept?.iso ?? "空")，按日誌應為 \(right?.iso ?? "空")")
    case .dealings(let activity):
      Words(
        "\(activity): the dealings kept are not those who took part",
        "\(activity)：所存的往来与参加者不符", "\(activity)：所存的往來與參加者不符")
    case .moves(let ref, let fault):
      Words(
        "\(ref): \(fault.words.english)", "\(ref)：\(fault.words.simplified)",
        "\(ref)：\(fault.words.traditional)")
    case .twin(let ref, let table, let row, let column):
      Words(
        "\(ref.map { "\($0)" } ?? "\(table) \(row)"): \(column) does not follow from its text",
        "\(ref.map { "\($0)" } ?? "\(table) \(row)")：\(column) 与原文不符",
        "\(ref.map { "\($0)" } ?? "\(table) \(row)")：\(column) 與原文不符")
    case .searchKeys(let ref, let missing, let surplus):
      Words(
        "\(ref): \(missing.count) search keys missing, \(surplus.count) too many",
        "\(ref)：缺少\(missing.count)个检索键，多出\(surplus.count)个",
        "\(ref)：缺少\(missing.count)個檢索鍵，多出\(surplus.count)個")
    case .keysOutdated(let written, let current):
      Words(
        "search keys are of version \(written.map { "\($0)" } ?? "?"), not \(current): "
          + "check --repair",
        "检索键版本为 \(written.map { "\($0)" } ?? "?")，应为 \(current)：check --repair",
        "檢索鍵版本為 \(written.map { "\($0)" } ?? "?")，應為 \(current)：check --repair")
    case .counter(let series, let next, let largest):
      Words(
        "the next \(series) would be \(next), but \(largest) is taken",
        "\(series) 的下一编号为 \(next)，而 \(largest) 已被使用",
        "\(series) 的下一編號為 \(next)，而 \(largest) 已被使用")
    }
  }
}
