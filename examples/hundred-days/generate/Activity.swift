/// A line of the staff's record of contacts.
struct Activity {
  let day: Day
  let kind: String
  var guests: Int?
  let staff: Staff
  var lead: Lead?
  var org = ""
  var failed = false
  var note: String

  var isReception: Bool { kind == "接待" }
}

/// Makes the record: what was said and done on the leads, and the receptions of the contest.
struct Activities {
  static let contestStart = Day(1020)
  static let meeting = Day(1202)
  /// What the speech counts from the start of the contest to the meeting.
  private static let parties = 134
  private static let visitors = 396

  private var chance = Chance(seed: 9)
  private var firms = Firms(seed: 10)

  mutating func all(on leads: [Lead], staff: [Staff]) -> [Activity] {
    var record = leads.flatMap { talks(on: $0) }
    let counted = record.filter { $0.isReception && $0.day >= Self.contestStart }.count
    for _ in counted..<Self.parties { record.append(reception(by: chance.pick(staff))) }
    setGuests(&record)
    return record.enumerated()
      .sorted { ($0.1.day.number, $0.0) < ($1.1.day.number, $1.0) }
      .map(\.element)
  }

  private mutating func talks(on lead: Lead) -> [Activity] {
    var record = lead.schedule.talks.map { talk(on: lead, $0) }
    for day in lead.schedule.tries {
      record.append(
        Activity(day: day, kind: "电话", staff: lead.owner, lead: lead, failed: true, note: "无人接听"))
      record.append(
        Activity(day: day + 1, kind: "备注", staff: lead.owner, lead: lead, note: "科室碰头，商量换人联系"))
    }
    return record
  }

  private mutating func talk(on lead: Lead, _ day: Day) -> Activity {
    let kinds =
      day >= Self.contestStart
      ? ["电话", "微信", "拜访", "会谈", "接待", "接待"] : ["电话", "电话", "微信", "拜访", "会谈", "接待"]
    let kind = chance.pick(kinds)
    let topic = chance.pick(Self.topics)
    let note =
      switch kind {
      case "电话", "微信": "了解进展，对方关心\(topic)"
      case "拜访": "赴\(lead.firm.region)登门，介绍\(topic)"
      case "会谈": "就\(topic)交换意见"
      default: "客商实地看了\(chance.pick(Self.places))，谈\(topic)"
      }
    return Activity(day: day, kind: kind, staff: lead.owner, lead: lead, note: note)
  }

  private mutating func reception(by staff: Staff) -> Activity {
    let firm = firms.next(chance.pick(Project.all).trade)
    return Activity(
      day: chance.day(in: 1020...1202), kind: "接待", staff: staff, org: firm.name,
      note: "\(firm.region)客商来访，参观\(chance.pick(Self.places))")
  }

  /// Few parties are large; together those of the contest are as many as the speech says.
  private mutating func setGuests(_ record: inout [Activity]) {
    let receptions = record.indices.filter { record[$0].isReception }
    for index in receptions { record[index].guests = 1 }
    let counted = chance.shuffled(receptions.filter { record[$0].day >= Self.contestStart })
    for _ in 0..<(Self.visitors - counted.count) {
      record[counted[chance.below(chance.within(1...counted.count))]].guests! += 1
    }
    for index in receptions where record[index].day < Self.contestStart {
      record[index].guests = chance.within(1...6)
    }
  }

  private static let topics = [
    "用电价格", "厂房租金", "用地指标", "环评手续", "招工", "税收政策", "物流成本", "融资支持", "配套用房", "审批时限",
  ]
  private static let places = ["经济开发区标准厂房", "港口新区码头", "城东商务区", "高新园", "滨海湿地", "职教中心"]
}
