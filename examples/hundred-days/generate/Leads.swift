/// Makes the leads of the courses, in the order in which they came in.
struct Leads {
  /// The documentation speaks of this one: 台达, of which nobody has heard for a month.
  private static let deltaNumber = 42

  private var chance = Chance(seed: 5)
  private var firms = Firms(seed: 6)
  private var projects: [Project]
  private var owners: [Staff]
  private let friends: [Contact]

  init(staff: [Staff], friends: [Contact]) {
    projects = chance.shuffled(Project.all)
    self.friends = friends
    var chance = Chance(seed: 7)
    owners = chance.shuffled(
      Department.all.flatMap { department in
        let own = staff.filter { $0.department == department.name }
        let count = department.leads - (own[0].name == "王伟" ? 1 : 0)
        return (0..<count).map { own[$0 % own.count] }
      })
  }

  mutating func all(staff: [Staff], makes contacts: inout Contacts) -> [Lead] {
    var plans: [(course: Course, schedule: Schedule)] = []
    for course in Course.all {
      for _ in 0..<course.count { plans.append((course, Schedule(course, &chance))) }
    }
    let delta = plans.firstIndex { $0.course.origin == .delta }.map { plans.remove(at: $0) }
    plans = plans.enumerated()
      .sorted { ($0.1.schedule.entered.number, $0.0) < ($1.1.schedule.entered.number, $1.0) }
      .map(\.element)
    if let delta { plans.insert(delta, at: Self.deltaNumber - 1) }
    return plans.enumerated().map { index, plan in
      switch plan.course.origin {
      case .delta: deltaLead(plan.schedule, owner: staff[0])
      case .mueller: muellerLead(index + 1, plan.schedule)
      case .drawn: drawn(index + 1, plan.course, plan.schedule, &contacts)
      }
    }
  }

  private func deltaLead(_ schedule: Schedule, owner: Staff) -> Lead {
    Lead(
      number: Self.deltaNumber, project: Project("新能源汽车电控系统", "汽车零部件", "电子"),
      firm: AddressBooks.delta, namesFirm: false, contact: AddressBooks.zhang,
      introducer: "", owner: owner,
      source: "校友", note: "老同学张伟介绍，尚未定由哪家公司签约", expected: 8000,
      schedule: schedule)
  }

  private mutating func muellerLead(_ number: Int, _ schedule: Schedule) -> Lead {
    Lead(
      number: number, project: Project("精密刀具", "装备制造", "刀具"), firm: AddressBooks.mueller,
      namesFirm: true, contact: AddressBooks.klaus, introducer: "", owner: owners.removeLast(),
      source: "洽谈会",
      note: "", expected: 1800, schedule: schedule)
  }

  private mutating func drawn(
    _ number: Int, _ course: Course, _ schedule: Schedule, _ contacts: inout Contacts
  ) -> Lead {
    let project = projects.removeLast()
    let firm = firms.next(project.trade)
    let isKnown = !course.steps.isEmpty || !chance.happens(percent: 20)
    let source = chance.pick(Self.sources)
    return Lead(
      number: number, project: project, firm: firm, namesFirm: isKnown,
      contact: isKnown ? contacts.speaker(for: firm) : nil, introducer: introducer(source),
      owner: owners.removeLast(), source: source, note: "", expected: size(course.size),
      schedule: schedule)
  }

  private mutating func introducer(_ source: String) -> String {
    let ties = ["校友": "同学", "同事": "同事", "战友": "战友", "同乡": "同乡", "以商引商": "客商"]
    let known = friends.filter { $0.tie == ties[source] }
    return known.isEmpty ? "" : chance.pick(known).name.written
  }

  /// Small ones are many, big ones few, and none of those has been signed.
  private mutating func size(_ size: Course.Size) -> Int {
    let draw = chance.below(100)
    return switch size {
    case .small: chance.within(6...15) * 100
    case .medium: chance.within(10...32) * 100
    case .any where draw < 60: chance.within(6...19) * 50
    case .any where draw < 85: chance.within(10...48) * 100
    case .any: chance.within(10...24) * 500
    }
  }

  private static let sources = [
    "校友", "同事", "战友", "同乡", "同乡", "以商引商", "以商引商", "敲门招商", "敲门招商", "驻点招商", "小分队", "洽谈会",
    "主动来访",
  ]
}
