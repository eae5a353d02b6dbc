internal import Leadline
internal import LeadlineInterchange

extension Command {
  private static let actions = [
    Choice("list", Words("list", "列表", "列表")),
    Choice("load", Words("load", "载入", "載入")),
    Choice("show", Words("show", "显示", "顯示")),
    Choice("remove", Words("remove", "移除", "移除")),
  ]

  static let campaignName = "campaign"

  /// The slots as the words of a line fill them: a file to load, else a campaign by its name.
  static func campaignSlots(_ words: [String] = []) -> [Slot] {
    let named = words.lazy.compactMap { word in
      actions.first { ([$0.id] + $0.words.all).map(Fold.text).contains(Fold.text(word)) }
    }
    let isLoading = named.first?.id == "load"
    return [
      Slot("ACTION", .choice(actions), isRequired: false),
      Slot(isLoading ? "FILE" : "CAMPAIGN", isLoading ? .file : .text, isRequired: false),
    ]
  }

  static let campaign = Command(
    Signature(
      campaignName, aliases: ["竞赛", "競賽"], slots: campaignSlots(),
      options: [Option("--source")]),
    .contest,
    Words("lists, loads, shows or removes campaigns", "列出、载入、显示或移除竞赛", "列出、載入、顯示或移除競賽"),
    examples: [
      "campaign", "campaign load campaign.toml", "campaign show", "campaign show 百日竞赛 --source",
      "campaign remove 百日竞赛",
    ],
    details: """
      A campaign is a file in TOML: its days, its tiers with their departments, and for each \
      measure any of several goals, or "not set". load puts it in the place of one of its name; a \
      file with an error changes nothing. show --source prints the file as it was loaded. Where \
      there are several, board and pace take the one that runs, or --campaign NAME.
      """
  ) { parsed, session in
    let crm = session.crm
    var name: String?
    if case .text(let text)? = parsed.slots["CAMPAIGN"] { name = text }
    var action = "list"
    if case .choice(let id)? = parsed.slots["ACTION"] { action = id }
    switch action {
    case "load":
      guard let file = parsed.file("FILE") else {
        throw CommandError.missing("FILE", example: "campaign load FILE")
      }
      let campaign = try crm.loadCampaign(from: file, line: session.line).result
      try sayLoaded(campaign, session)
    case "remove":
      guard let name else { throw CommandError.missing("NAME", example: "campaign remove NAME") }
      let removed = Printable.escaping(
        try crm.removeCampaign(named: name, line: session.line).result)
      try session.say(Words("\(removed): removed", "\(removed)：已移除", "\(removed)：已移除"))
    case "show":
      let campaign = try crm.campaign(named: name)
      if session.has("--source") {
        try session.console.page(try crm.text(of: campaign))
      } else {
        try CampaignTable(campaign, session).show()
      }
    default:
      if let name {
        throw CommandError.badChoice(name, option: campaignName, known: actions.map(\.id))
      }
      try list(session)
    }
  }

  private static func sayLoaded(_ campaign: Campaign, _ session: Session) throws {
    let name = Printable.escaping(campaign.name)
    let (days, tiers) = ("\(campaign.days.lowerBound)–\(campaign.days.upperBound)", campaign.tiers)
    let departments = tiers.map(\.departments.count).reduce(0, +)
    try session.say(
      Words(
        "\(name) loaded: \(days), \(tiers.count) tier\(tiers.count == 1 ? "" : "s"), "
          + "\(departments) department\(departments == 1 ? "" : "s")",
        "\(name) 已载入：\(days)，\(tiers.count)档，\(departments)个部门",
        "\(name) 已載入：\(days)，\(tiers.count)檔，\(departments)個部門"))
  }

  private static func list(_ session: Session) throws {
    let campaigns = try session.crm.campaigns()
    let language = session.crm.language
    try session.console.table(try session.tableRequest()) { writer in
      try writer.begin([
        ReportColumn(id: "name", heading: Words("name", "名称", "名稱")[language], type: .text),
        ReportColumn(
          id: "first", heading: Words("first", "首日", "首日")[language], type: .day(.back)),
        ReportColumn(
          id: "last", heading: Words("last", "末日", "末日")[language], type: .day(.forward)),
        ReportColumn(
          id: "departments", heading: Words("departments", "部门数", "部門數")[language],
          type: .number),
      ])
      for campaign in campaigns {
        let departments = campaign.tiers.map(\.departments.count).reduce(0, +)
        try writer.row([
          .text(campaign.name), .day(campaign.days.lowerBound), .day(campaign.days.upperBound),
          .number(Int64(departments)),
        ])
      }
      try writer.end()
    }
    if campaigns.isEmpty { session.notice(CRMError.noCampaign.words) }
  }
}

/// The targets of a campaign: to be read by tiers, or as a table with a row for each tier and
/// measure.
private struct CampaignTable {
  let campaign: Campaign
  let session: Session
  private var language: Language { session.crm.language }

  init(_ campaign: Campaign, _ session: Session) {
    self.campaign = campaign
    self.session = session
  }

  func show() throws {
    let request = try session.tableRequest()
    if session.isRead(request) {
      try session.console.page(campaign.tiers.map(text).joined(separator: "\n"))
    } else {
      try showTable(request)
    }
    session.notice(rules)
  }

  private func text(of tier: Campaign.Tier) -> String {
    let name = Printable.escaping(tier.words[language])
    let departments = tier.departments.map { Printable.escaping($0) }
    let lines = campaign.measures.map { measure in
      let words = GoalWords(measure, of: campaign, in: language)
      let weight = weight(of: measure)
      let times = weight == "1" ? "" : " × \(weight)"
      let name = Printable.escaping(measure.words[language])
      return "  \(name)\(times)\(language.colon)\(words.wanted(tier.targets[measure.id]))\n"
    }
    let heading = name + language.colon + departments.joined(separator: language.listComma)
    return "\(heading)\n\(lines.joined())"
  }

  private func weight(of measure: Campaign.Measure) -> String {
    measure.weight.decimal(places: 4) ?? measure.weight.percent
  }

  private func showTable(_ request: TableRequest) throws {
    let headings = [
      ("tier", Words("tier", "档", "檔")), ("measure", Words("measure", "指标", "指標")),
      ("target", Words("target", "目标", "目標")), ("weight", Words("weight", "权重", "權重")),
      ("departments", Words("departments", "部门", "部門")),
    ]
    try session.console.table(request) { writer in
      try writer.begin(
        headings.map { ReportColumn(id: $0, heading: $1[language], type: .text) })
      for tier in campaign.tiers {
        for measure in campaign.measures {
          try writer.row([
            .text(tier.words[language]), .text(measure.words[language]),
            .text(
              GoalWords(measure, of: campaign, in: language).wanted(tier.targets[measure.id])),
            .text(weight(of: measure)),
            .text(tier.departments.joined(separator: language.listComma)),
          ])
        }
      }
      try writer.end()
    }
  }

  private var rules: Words {
    let name = Printable.escaping(campaign.name)
    let (first, last) = (campaign.days.lowerBound, campaign.days.upperBound)
    let (limit, from) = (campaign.cards.yellowBelow.percent, campaign.cards.from)
    let full = campaign.countsInFull
    return Words(
      "\(name): \(first) to \(last), \(campaign.length) days; pace below \(limit) is yellow, "
        + "cards from \(from); shared leads count \(full ? "in full for each" : "by their shares")",
      "\(name)：\(first) 至 \(last)，共\(campaign.length)天；时序进度低于\(limit)亮黄牌，"
        + "自 \(from) 起发牌；共享线索\(full ? "各部门全额计入" : "按份额计入")",
      "\(name)：\(first) 至 \(last)，共\(campaign.length)天；時序進度低於\(limit)亮黃牌，"
        + "自 \(from) 起發牌；共享線索\(full ? "各部門全額計入" : "按份額計入")")
  }
}
