public import LeadlineModel
internal import LeadlineQuery
internal import LeadlineStore

extension CRMError {
  /// 1 where a rule or a conflict refuses, 2 for a bad value, 3 for a file, 4 for a record that
  /// is not found or not the only one.
  public var exitCode: Int32 {
    switch self {
    case .unknown, .oneOfUs, .ambiguous, .noSuchRecord, .gone, .noSuchMove, .unknownCampaign,
      .ask(.several):
      4
    case .notACurrency, .notARate, .ownCurrency, .notPositive, .outOfRange, .notATime, .wrongKind,
      .needsName, .needsDepartment, .notGiven,
      .notTaken:
      2
    case .fileExists: 3
    default: 1
    }
  }

  public var words: Words {
    switch self {
    case .transition(let refusal): refusal.words
    case .incompleteLead(let missing): Self.incomplete(missing)
    case .unknown(let kinds, let name, let nearest): Self.unknown(kinds, name, nearest)
    case .oneOfUs(let member, let kinds): Self.oneOfUs(member, kinds)
    case .ambiguous(let name, let candidates):
      Words(
        "'\(Printable.escaping(name))' fits several\n\(Self.list(candidates))",
        "'\(Printable.escaping(name))'对应多条记录\n\(Self.list(candidates))",
        "'\(Printable.escaping(name))'對應多條記錄\n\(Self.list(candidates))")
    case .noSuchRecord(let ref):
      Words("there is no \(ref)", "没有 \(ref)", "沒有 \(ref)")
    case .gone(let ref, let removal): Self.gone(ref, removal)
    case .otherCurrency(let ref, let lead, let given):
      Words(
        "\(ref) is in \(lead.code), not \(given.code)\n  give the amount in \(lead.code)",
        "\(ref) 的币种是 \(lead.code)，不是 \(given.code)\n  请用 \(lead.code) 填写",
        "\(ref) 的幣種是 \(lead.code)，不是 \(given.code)\n  請用 \(lead.code) 填寫")
    case .dayInFuture(let day, let today):
      Words(
        "\(day) lies in the future (today is \(today))", "\(day) 在将来（今天是 \(today)）",
        "\(day) 在將來（今天是 \(today)）")
    case .dayBefore(let day, let earliest, let ref):
      Words(
        "\(day) is before \(ref) began, on \(earliest)", "\(day) 早于 \(ref) 的录入日 \(earliest)",
        "\(day) 早於 \(ref) 的錄入日 \(earliest)")
    case .notPositive(let field):
      Words("\(field) must be more than 0", "\(field) 必须大于 0", "\(field) 必須大於 0")
    case .outOfRange(let field, let range):
      Words(
        "\(field) must be within \(range)", "\(field) 须在 \(range) 之内", "\(field) 須在 \(range) 之內")
    case .wrongKind(let ref, let kinds):
      Words(
        "\(ref) is no \(kinds.map(\.words.english).joined(separator: " or "))",
        "\(ref) 不是\(kinds.map(\.words.simplified).joined(separator: "或"))",
        "\(ref) 不是\(kinds.map(\.words.traditional).joined(separator: "或"))")
    case .notATime(let text):
      Words(
        "'\(text)' is no time of day, such as 15:30", "'\(text)'不是时间，如 15:30",
        "'\(text)'不是時間，如 15:30")
    case .tooEarlyForReceipt(let ref, let stage, let from):
      Words(
        "\(ref) is at \(stage); receipts are taken from \(from) on\n  move \(ref) \(from)",
        "\(ref) 处于 \(stage)，自 \(from) 起才能登记到账\n  move \(ref) \(from)",
        "\(ref) 處於 \(stage)，自 \(from) 起才能登記到帳\n  move \(ref) \(from)")
    case .receiptOnClosed(let ref, let outcome):
      Words(
        "\(ref) is \(outcome.rawValue)\n  take it up first: reopen \(ref) -- REASON",
        "\(ref) 已\(outcome.words.simplified)\n  请先重启：reopen \(ref) -- 原因",
        "\(ref) 已\(outcome.words.traditional)\n  請先重啟：reopen \(ref) -- 原因")
    case .needsName(let kind):
      Words(
        "the \(kind.words.english) needs a name", "\(kind.words.simplified)需要名称",
        "\(kind.words.traditional)需要名稱")
    case .needsDepartment(let section):
      Words(
        "the section '\(section)' needs its department: department=NAME",
        "科室'\(section)'须指明部门：department=名称", "科室'\(section)'須指明部門：department=名稱")
    case .notGiven(let what, _):
      Words("\(what) is missing", "缺少 \(what)", "缺少 \(what)")
    case .closedFollowUp(let ref, let outcome):
      Words("\(ref) is \(outcome) already", "\(ref) 已经结束", "\(ref) 已經結束")
    case .referredTo(let ref, let others):
      Words(
        "\(ref) is referred to by \(others.count)\n\(Self.list(others))\n"
          + "  delete \(ref) --with removes the links too",
        "\(ref) 被\(others.count)条记录引用\n\(Self.list(others))\n  delete \(ref) --with 一并解除",
        "\(ref) 被\(others.count)條記錄引用\n\(Self.list(others))\n  delete \(ref) --with 一併解除")
    case .inCampaign(let ref, let names): Self.inCampaign(ref, names.map { Printable.escaping($0) })
    case .noSuchMove(let ref, let number, let count):
      Words(
        "\(ref) has no move \(number), but \(count): history \(ref)",
        "\(ref) 没有第\(number)次流转，共\(count)次：history \(ref)",
        "\(ref) 沒有第\(number)次流轉，共\(count)次：history \(ref)")
    case .moveOutOfOrder(let ref, let day, let after, let before):
      Self.outOfOrder(ref, day, after, before)
    case .breaksStage(let ref, let missing, let stage):
      Words(
        "\(ref) is at \(stage) and cannot be without "
          + missing.map(\.words.english).joined(separator: ", "),
        "\(ref) 处于 \(stage)，不能缺少" + missing.map(\.words.simplified).joined(separator: "、"),
        "\(ref) 處於 \(stage)，不能缺少" + missing.map(\.words.traditional).joined(separator: "、"))
    case .stageInUse(let stage, let leads):
      Words(
        "the pipeline lacks '\(stage)', where leads stand or stood: \(Self.refs(leads))",
        "该方案没有阶段'\(stage)'，但有线索处于或经过该阶段：\(Self.refs(leads))",
        "該方案沒有階段'\(stage)'，但有線索處於或經過該階段：\(Self.refs(leads))")
    case .campaignUnfit(let name, let cause): Self.campaignUnfit(Printable.escaping(name), cause)
    case .notTaken(let field):
      Words(
        "'\(field.name)' cannot be given here", "此处不能填写'\(field.words.simplified)'",
        "此處不能填寫'\(field.words.traditional)'")
    case .isUser(let ref):
      Words("\(ref) is you", "\(ref) 是您本人", "\(ref) 是您本人")
    case .noAffiliation(let ref, let place):
      Words(
        "\(ref) has no such affiliation with \(place.ref) \(Printable.escaping(place.name))",
        "\(ref) 没有在 \(place.ref) \(Printable.escaping(place.name)) 的这段履历",
        "\(ref) 沒有在 \(place.ref) \(Printable.escaping(place.name)) 的這段履歷")
    case .tiedToOneself(let ref):
      Words(
        "\(ref) is one person: a tie has two", "\(ref) 是同一人：关系须在两人之间",
        "\(ref) 是同一人：關係須在兩人之間")
    case .noStaff(let department):
      Self.noStaff("\(department.ref)", Printable.escaping(department.name))
    case .noTie(let ref, let other):
      Words(
        "no tie was declared between \(ref) and \(other)\n"
          + "  what follows from places they shared ends with the affiliation, or: tie \(ref) \(other) "
          + "strength=1",
        "\(ref) 与 \(other) 之间没有登记的关系\n  由共同经历得出的关系请改履历，或：tie \(ref) \(other) strength=1",
        "\(ref) 與 \(other) 之間沒有登記的關係\n  由共同經歷得出的關係請改履歷，或：tie \(ref) \(other) strength=1")
    case .ask(let refusal): refusal.words
    case .mergeOfCurrencies(let ref, let own, let other, let theirs):
      Words(
        "\(ref) is in \(own.code), \(other) in \(theirs.code): they stay two leads",
        "\(ref) 的币种是 \(own.code)，\(other) 是 \(theirs.code)，不能合并",
        "\(ref) 的幣種是 \(own.code)，\(other) 是 \(theirs.code)，不能合併")
    case .mergeOfReceipts(let ref, let other, let stage):
      Words(
        "\(ref) never came to \(stage), and \(other) has receipts\n"
          + "  let \(other) survive: merge \(other) \(ref)",
        "\(ref) 未到过 \(stage)，而 \(other) 已有到账\n  请保留 \(other)：merge \(other) \(ref)",
        "\(ref) 未到過 \(stage)，而 \(other) 已有到帳\n  請保留 \(other)：merge \(other) \(ref)")
    case .noCampaign:
      Words(
        "no campaign is loaded: campaign load FILE", "尚未载入竞赛：campaign load 文件",
        "尚未載入競賽：campaign load 檔案")
    case .unknownCampaign(let name, let known):
      Self.unknownCampaign(Printable.escaping(name), known.map { Printable.escaping($0) })
    case .notACurrency(let text):
      Words(
        "'\(Printable.escaping(text))' is no currency, such as USD",
        "'\(Printable.escaping(text))'不是币种，如 USD", "'\(Printable.escaping(text))'不是幣種，如 USD")
    case .notARate(let text):
      Words(
        "'\(Printable.escaping(text))' is no rate: a number above 0 with at most 8 places, such as 7.1",
        "'\(Printable.escaping(text))'不是汇率：须为大于 0、至多 8 位小数的数，如 7.1",
        "'\(Printable.escaping(text))'不是匯率：須為大於 0、至多 8 位小數的數，如 7.1")
    case .ownCurrency(let currency):
      Words(
        "\(currency.code) is the currency of the database: it is worth 1",
        "\(currency.code) 是数据库本位币，无须汇率", "\(currency.code) 是資料庫本位幣，無須匯率")
    case .fileExists(let path):
      Words("'\(path)' exists already", "'\(path)'已存在", "'\(path)'已存在")
    }
  }

  private static func noStaff(_ ref: String, _ name: String) -> Words {
    Words(
      "\(ref) \(name) has no staff\n  new staff NAME department=\(name)",
      "\(ref) \(name) 没有工作人员\n  new staff 姓名 department=\(name)",
      "\(ref) \(name) 沒有工作人員\n  new staff 姓名 department=\(name)")
  }

  /// The line of a merge tells where the record went.
  private static func gone(_ ref: Ref, _ removal: JournalEntry) -> Words {
    let entry = "J\(removal.number)"
    let line = Printable.escaping(removal.line)
    let back = removal.kind == .undo ? "redo" : "undo \(entry)"
    return Words(
      "\(ref) is gone since \(entry): \(line)\n  to have it back: \(back)",
      "\(ref) 已不存在（\(entry)：\(line)）\n  恢复：\(back)",
      "\(ref) 已不存在（\(entry)：\(line)）\n  恢復：\(back)")
  }

  private static func campaignUnfit(_ name: String, _ cause: Words) -> Words {
    Words(
      "the campaign does not fit the pipeline: \(cause.english)\n  campaign remove \(name)",
      "竞赛与阶段方案不符：\(cause.simplified)\n  campaign remove \(name)",
      "競賽與階段方案不符：\(cause.traditional)\n  campaign remove \(name)")
  }

  private static func inCampaign(_ ref: Ref, _ names: [String]) -> Words {
    let lines = names.map { "\n  campaign remove \($0)" }.joined()
    return Words(
      "\(ref) is in campaign \(names.joined(separator: ", "))"
        + "\n  load the campaign anew without it: campaign load FILE; or:\(lines)",
      "\(ref) 参加竞赛 \(names.joined(separator: "、"))\n  请重新载入不含该部门的竞赛：campaign load FILE；或：\(lines)",
      "\(ref) 參加競賽 \(names.joined(separator: "、"))\n  請重新載入不含該部門的競賽：campaign load FILE；或：\(lines)")
  }

  private static func unknownCampaign(_ name: String, _ known: [String]) -> Words {
    let list = known.joined(separator: ", ")
    return Words(
      "no campaign is called '\(name)'\n  loaded: \(list)", "没有名为'\(name)'的竞赛\n  已载入：\(list)",
      "沒有名為'\(name)'的競賽\n  已載入：\(list)")
  }

  private static func incomplete(_ missing: [Requirement]) -> Words {
    let line = "  new lead … " + missing.map(\.assignment).joined(separator: " ")
    let sources = Choices.sources.map(\.id).joined(separator: ", ")
    let known = missing.contains(.source) ? "\n  \(sources)" : ""
    let simplified = missing.map(\.words.simplified).joined(separator: "、")
    let traditional = missing.map(\.words.traditional).joined(separator: "、")
    return Words(
      "a new lead needs \(missing.map(\.words.english).joined(separator: " and "))\n\(line)\(known)",
      "新建线索须有\(simplified)\n\(line)\(known)", "新建線索須有\(traditional)\n\(line)\(known)")
  }

  private static func unknown(
    _ kinds: [RecordKind], _ name: String, _ nearest: [NamedRef]
  ) -> Words {
    let kind = kinds.first ?? .lead
    let name = Printable.escaping(name)
    let near = nearest.isEmpty ? "" : "\n\(list(nearest))"
    let make =
      kind == .lead || kind == .contact || kind == .staff || kind == .department
      ? "\n  new \(kind.rawValue) \(name)" : ""
    return Words(
      "no \(kinds.map(\.words.english).joined(separator: " or ")) is called '\(name)'\(near)\(make)",
      "没有名为'\(name)'的\(kinds.map(\.words.simplified).joined(separator: "或"))\(near)\(make)",
      "沒有名為'\(name)'的\(kinds.map(\.words.traditional).joined(separator: "或"))\(near)\(make)")
  }

  private static func oneOfUs(_ member: NamedRef, _ kinds: [RecordKind]) -> Words {
    let name = "\(member.ref) \(Printable.escaping(member.name))"
    return Words(
      "\(name) is one of us, no \(kinds.map(\.words.english).joined(separator: " or "))",
      "\(name) 是我方工作人员，不是\(kinds.map(\.words.simplified).joined(separator: "或"))",
      "\(name) 是我方工作人員，不是\(kinds.map(\.words.traditional).joined(separator: "或"))")
  }

  private static func outOfOrder(
    _ ref: Ref, _ day: Day, _ after: Day?, _ before: Day?
  ) -> Words {
    let from = after.map(\.iso) ?? "…"
    let to = before.map(\.iso) ?? "…"
    return Words(
      "\(day) is out of order: the neighbouring moves of \(ref) are on \(from) and \(to)",
      "\(day) 顺序不对：\(ref) 前后两次流转在 \(from) 和 \(to)",
      "\(day) 順序不對：\(ref) 前後兩次流轉在 \(from) 和 \(to)")
  }

  private static func list(_ records: [NamedRef]) -> String {
    let shown = records.prefix(8).map { "  \($0.ref)  \(Printable.escaping($0.name))" }
    return (shown + (records.count > 8 ? ["  …"] : [])).joined(separator: "\n")
  }

  private static func refs(_ refs: [Ref]) -> String {
    refs.prefix(20).map(\.description).joined(separator: ", ")
  }
}

extension Outcome {
  public var words: Words {
    Choices.outcomes.first { $0.id == rawValue }?.words ?? Words(rawValue, rawValue, rawValue)
  }
}
