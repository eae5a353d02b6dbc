/// The commands that say what the tables cannot: moves, receipts, plans, promises, changes.
struct WorkScript {
  /// A command on a day; `plan` names the follow-up that it makes or finishes.
  private struct Line {
    enum Part {
      case whole
      case makes(Int)
      case finishes(Int)
    }

    let day: Day
    let lead: Int
    let part: Part
    /// Without the follow-up's ref, which is known only once all lines stand in order.
    let text: String
  }

  private var chance = Chance(seed: 11)
  private var lines: [Line] = []
  private var followUps = 0

  static func text(_ leads: [Lead], _ logged: [Activity]) -> String {
    var script = WorkScript()
    for lead in leads { script.add(lead) }
    for activity in logged { script.log(activity) }
    return script.written()
  }

  private mutating func add(_ lead: Lead) {
    var receipts = 0
    for (step, day) in lead.schedule.steps {
      if step == .receipt { receipts += 1 }
      add(day, lead, command(lead, step, on: day, receipts: receipts))
    }
    if !lead.isClosed { plan(lead) }
    change(lead)
  }

  private mutating func command(
    _ lead: Lead, _ step: Course.Step, on day: Day, receipts: Int
  ) -> String {
    switch step {
    case .signed: "move \(lead.ref) signed agreed=\(amount(lead.expected)) on=\(day)"
    case .started:
      "move \(lead.ref) started total=\(amount(lead.total)) site=\(chance.pick(Self.sites)) "
        + "on=\(day)"
    case .receipt:
      "receipt \(lead.ref) \(amount(lead.expected * chance.within(2...6) / 200 * 10)) on=\(day) "
        + "-- 第\(receipts)笔到位资金"
    case .back: "move \(lead.ref) intent on=\(day) -- 协议到期未付定金，退回意向"
    case .lost: "lose \(lead.ref) on=\(day) -- \(chance.pick(Self.losses))"
    case .shelved: "shelve \(lead.ref) on=\(day) -- \(chance.pick(Self.pauses))"
    case .reopened: "reopen \(lead.ref) on=\(day) -- 对方董事会重新通过投资计划"
    }
  }

  /// What is planned at the latest talk, and sometimes what was planned before and done at it.
  private mutating func plan(_ lead: Lead) {
    let talks = lead.schedule.talks
    guard let last = talks.last else { return }
    if talks.count > 2, chance.happens(percent: 30) {
      followUps += 1
      let before = talks[talks.count - 2]
      let what = chance.pick(Self.tasks)
      add(
        before, lead, "plan \(lead.ref) \(last) on=\(before) who=\(lead.owner.name) -- \(what)",
        .makes(followUps))
      add(last, lead, "on=\(last) -- 已\(what)", .finishes(followUps))
    }
    if chance.happens(percent: 60) {
      let due = last + chance.within(6...24)
      let pace = chance.happens(percent: 15) ? " every=14d" : ""
      followUps += 1
      add(
        last, lead,
        "plan \(lead.ref) \(due) on=\(last) who=\(lead.owner.name)\(pace) "
          + "-- \(chance.pick(Self.tasks))",
        .makes(followUps))
    }
    if lead.schedule.steps.contains(where: { $0.step == .receipt }) { promise(lead, from: last) }
  }

  private mutating func promise(_ lead: Lead, from day: Day) {
    let made = Day(number: day.number - chance.within(1...12))
    let due = made + chance.within(8...25)
    followUps += 1
    add(
      made, lead,
      "promise \(lead.ref) \(due) on=\(made) who=\(lead.owner.name) "
        + "-- \(chance.pick(Self.promises))",
      .makes(followUps))
    if due < Activities.meeting, chance.happens(percent: 50) {
      add(due, lead, "on=\(due) -- 已兑现", .finishes(followUps))
    }
  }

  /// Some figures grow while the talks go on.
  private mutating func change(_ lead: Lead) {
    guard lead.schedule.steps.isEmpty, lead.schedule.talks.count > 3, lead.number % 4 == 0 else {
      return
    }
    let day = lead.schedule.talks[2]
    add(day, lead, "set \(lead.ref) expected=\(amount(lead.expected * 6 / 5)) on=\(day)")
  }

  private mutating func log(_ activity: Activity) {
    guard let lead = activity.lead else { return }
    add(
      activity.day, lead,
      "log \(lead.ref) \(activity.kind) staff=\(activity.staff.name) on=\(activity.day) "
        + (activity.failed ? "failed=yes " : "") + "-- \(activity.note)")
  }

  private mutating func add(
    _ day: Day, _ lead: Lead, _ text: String, _ part: Line.Part = .whole
  ) {
    lines.append(Line(day: day, lead: lead.number, part: part, text: text))
  }

  /// The lines by day and lead; follow-ups are numbered as an empty database numbers them.
  private func written() -> String {
    var refs: [Int: Int] = [:]
    let ordered = lines.enumerated().sorted {
      ($0.1.day.number, $0.1.lead, $0.0) < ($1.1.day.number, $1.1.lead, $1.0)
    }
    return ordered.map { _, line in
      switch line.part {
      case .whole: return line.text + "\n"
      case .makes(let followUp):
        refs[followUp] = refs.count + 1
        return line.text + "\n"
      case .finishes(let followUp): return "done F\(refs[followUp] ?? 0) \(line.text)\n"
      }
    }.joined()
  }

  private static let sites = ["经济开发区A3地块", "港口新区临港路18号", "高新园7号厂房", "城东商务区B座"]
  private static let losses = ["项目落户外地", "投资方资金链紧张", "用地指标未能落实", "环评未通过", "服务跟进不及时"]
  private static let pauses = ["等待母公司董事会决定", "行业下行，暂缓投资"]
  private static let tasks = ["报送用电价格", "寄送合作协议草案", "安排考察厂房", "核对环评清单", "约见投资方负责人", "测算物流成本"]
  private static let promises = ["协调接通临时用电", "办妥施工许可", "落实人才公寓20套", "兑现租金补贴", "修通进厂道路"]
}
