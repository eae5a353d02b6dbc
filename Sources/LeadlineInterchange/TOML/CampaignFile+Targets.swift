internal import LeadlineModel

extension CampaignFile {
  /// The measures in the order of the text.
  func measures(_ root: TOMLNode) throws(CampaignFileError) -> [Campaign.Measure] {
    let nodes = try root.nodes("measure").sorted {
      places.line(of: ["measure", $0.name]) < places.line(of: ["measure", $1.name])
    }
    var measures: [Campaign.Measure] = []
    for (id, node) in nodes { measures.append(try measure(id, node)) }
    if measures.isEmpty {
      throw root.wrong("measure", Words("at least one", "至少要有一项", "至少要有一項"))
    }
    return measures
  }

  private func measure(
    _ id: String, _ node: TOMLNode
  ) throws(CampaignFileError) -> Campaign.Measure {
    try node.check([
      "en", "zh_hans", "zh_hant", "weight", "stage", "figure", "receipts", "activities", "guests",
    ])
    guard Self.isID(id), !Self.tierKeys.contains(id) else {
      throw node.wrong(
        id,
        Words(
          "'\(Printable.escaping(id))' cannot name a measure: lower-case letters, digits and -",
          "指标名只能用小写字母、数字和 -", "指標名只能用小寫字母、數字和 -"))
    }
    let weight = try node.fraction("weight") ?? .one
    guard weight > .zero else {
      throw node.wrong("weight", Words("more than 0", "须大于 0", "須大於 0"))
    }
    let kind = try kind(id, node)
    return Campaign.Measure(
      id: id, words: try node.words(else: defaultWords(id, kind)), weight: weight, kind: kind)
  }

  /// What a measure counts; one named for a stage, `funded`, `activities` or `guests` need not say.
  private func kind(
    _ id: String, _ node: TOMLNode
  ) throws(CampaignFileError) -> Campaign.Measure.Kind {
    let said = ["stage", "receipts", "activities", "guests"].filter(node.has)
    if said.count > 1 {
      throw node.wrong(said[1], Words("one kind of thing only", "只能统计一类", "只能統計一類"))
    }
    switch said.first ?? (id == "funded" ? "receipts" : id) {
    case "receipts":
      if said.isEmpty { return .receipts }
      if try node.flag("receipts") { return .receipts }
      throw node.wrong("receipts", Words("true, or left out", "须为 true 或省略", "須為 true 或省略"))
    case "activities": return .activities(try activityKinds("activities", node))
    case "guests": return .guests(try activityKinds("guests", node))
    default:
      let stage = node.has("stage") ? try node.text("stage") : id
      guard pipeline.stage(stage) != nil else { throw unknownStage(stage, node) }
      return .stage(stage, figure: try figure(of: stage, node))
    }
  }

  private func unknownStage(_ stage: String, _ node: TOMLNode) -> CampaignFileError {
    let known = pipeline.stages.map(\.id).joined(separator: ", ")
    let shown = Printable.escaping(stage)
    return node.wrong(
      "stage",
      Words(
        "'\(shown)' is no stage of the pipeline (\(known)), nor funded, activities or guests",
        "'\(shown)'不是阶段（\(known)），也不是 funded、activities、guests",
        "'\(shown)'不是階段（\(known)），也不是 funded、activities、guests"))
  }

  /// All kinds with the other side where the text names none.
  private func activityKinds(_ key: String, _ node: TOMLNode) throws(CampaignFileError) -> [String]
  {
    let known = Choices.activityKinds.map(\.id).filter { $0 != "note" }
    guard node.has(key) else { return known }
    let kinds = try node.texts(key)
    if let bad = kinds.first(where: { !known.contains($0) }) {
      let list = known.joined(separator: ", ")
      let shown = Printable.escaping(bad)
      throw node.wrong(
        key,
        Words(
          "'\(shown)' is no kind of activity: \(list)", "'\(shown)'不是活动类别：\(list)",
          "'\(shown)'不是活動類別：\(list)"))
    }
    return kinds.isEmpty ? known : kinds
  }

  /// The figure that counts at a stage: the last that the stages up to it ask for.
  private func figure(
    of stage: String, _ node: TOMLNode
  ) throws(CampaignFileError) -> LeadLog.DatedFact.Name {
    let figures: [(LeadLog.DatedFact.Name, Requirement)] = [
      (.total, .total), (.agreed, .agreed), (.expected, .expected),
    ]
    if node.has("figure") {
      let text = try node.text("figure")
      if let figure = figures.first(where: { $0.0.rawValue == text })?.0 { return figure }
      throw node.wrong(
        "figure",
        Words(
          "expected, agreed or total", "须为 expected、agreed 或 total", "須為 expected、agreed 或 total"))
    }
    let asked = pipeline.requirements(upTo: stage)
    return figures.first { asked.contains($0.1) }?.0 ?? .expected
  }

  private func defaultWords(_ id: String, _ kind: Campaign.Measure.Kind) -> Words {
    switch kind {
    case .stage(let stage, _): pipeline.stage(stage)?.words ?? Words(id, id, id)
    case .receipts: Words("funds arrived", "到账", "到帳")
    case .activities: Words("activities", "活动", "活動")
    case .guests: Words("guests", "客商", "客商")
    }
  }
}

extension CampaignFile {
  private static let tierKeys: Set<String> = ["id", "en", "zh_hans", "zh_hant", "departments"]

  func tiers(
    _ root: TOMLNode, _ measures: [Campaign.Measure]
  ) throws(CampaignFileError) -> [Campaign.Tier] {
    var tiers: [Campaign.Tier] = []
    /// By name, the tier in which a department is.
    var seen: [String: String] = [:]
    for (_, node) in try root.nodes("tier") {
      let tier = try tier(node, measures)
      if tiers.contains(where: { $0.id == tier.id }) {
        throw node.wrong("id", Words("every id once", "id 不得重复", "id 不得重複"))
      }
      for name in tier.departments {
        let shown = Printable.escaping(name)
        if let other = seen.updateValue(tier.id, forKey: Fold.text(name)) {
          let place = Printable.escaping(other)
          throw node.wrong(
            "departments",
            Words(
              "'\(shown)' is in tier '\(place)' already", "'\(shown)'已在档'\(place)'中",
              "'\(shown)'已在檔'\(place)'中"))
        }
      }
      for refusal in tier.departments.lazy.compactMap(refusal) {
        throw node.wrong("departments", refusal)
      }
      tiers.append(tier)
    }
    return tiers
  }

  private func tier(
    _ node: TOMLNode, _ measures: [Campaign.Measure]
  ) throws(CampaignFileError) -> Campaign.Tier {
    try node.check(Self.tierKeys.union(measures.map(\.id)))
    let id = try node.text("id")
    let departments = try node.texts("departments")
    if departments.isEmpty {
      throw node.wrong("departments", Words("at least one", "至少要有一个", "至少要有一個"))
    }
    var targets: [String: Campaign.Target] = [:]
    for measure in measures { targets[measure.id] = try target(measure, node) }
    return Campaign.Tier(
      id: id, words: try node.words(else: Words(id, id, id)), departments: departments,
      targets: targets)
  }

  /// Nil where the text says that it is not set; to say nothing is refused.
  private func target(
    _ measure: Campaign.Measure, _ node: TOMLNode
  ) throws(CampaignFileError) -> Campaign.Target? {
    if node.says("not set", measure.id) { return nil }
    guard node.has(measure.id) else {
      throw node.wrong(
        measure.id,
        Words(
          "\(measure.id) is missing: give its goals, or \"not set\"",
          "缺少 \(measure.id)：请写目标，或 \"not set\"", "缺少 \(measure.id)：請寫目標，或 \"not set\""))
    }
    guard let nodes = node.list(measure.id), !nodes.isEmpty else {
      let example = "[{ count = 3 }]"
      throw node.wrong(
        measure.id,
        Words(
          "a list of at least one goal, \(example), or \"not set\"",
          "须为至少一个目标的列表 \(example)，或 \"not set\"", "須為至少一個目標的列表 \(example)，或 \"not set\""))
    }
    var goals: [Campaign.Goal] = []
    for goal in nodes { goals.append(try self.goal(measure, goal)) }
    return Campaign.Target(goals)
  }

  private func goal(
    _ measure: Campaign.Measure, _ node: TOMLNode
  ) throws(CampaignFileError) -> Campaign.Goal {
    try node.check(measure.isMoney ? ["count", "total", "at_least"] : ["count"])
    let count = try node.number("count")
    let total = try node.amount("total")
    guard (count == nil) != (total == nil), let wanted = count ?? total, wanted > 0 else {
      throw node.wrong(
        "count",
        Words(
          "a goal is one of count and total, and more than 0", "目标为 count 或 total 之一，且大于 0",
          "目標為 count 或 total 之一，且大於 0"))
    }
    return Campaign.Goal(
      count == nil ? .total : .count, wanted: wanted, atLeast: try node.amount("at_least") ?? 0)
  }

  private static func isID(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { $0 == 45 || (48...57).contains($0) || (97...122).contains($0) }
  }
}
