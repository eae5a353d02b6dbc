public import LeadlineModel

/// Goals of one campaign in words.
public struct GoalWords: Sendable {
  let measure: Campaign.Measure
  let currency: Currency
  let language: Language

  public init(_ measure: Campaign.Measure, of campaign: Campaign, in language: Language) {
    self.measure = measure
    currency = campaign.currency
    self.language = language
  }

  /// What is wanted: `3 projects ≥ CNY 10,000,000`.
  public func wanted(_ goal: Campaign.Goal) -> String {
    let size = size(goal)
    let amount = quantity(Fraction(goal.wanted), goal)
    guard goal.kind == .total else { return counted(amount, goal, isMore: false) }
    if !measure.isMoney || goal.atLeast == 0 { return amount }
    return Words(
      "\(amount) in projects\(size)", "\(size)项目合计\(amount)", "\(size)專案合計\(amount)")[language]
  }

  /// Every goal of a target; that it is not set where there is none.
  public func wanted(_ target: Campaign.Target?) -> String {
    guard let target else { return Self.notSet[language] }
    return target.goals.map(wanted).joined(separator: or)
  }

  /// What is done of what is wanted, of every goal.
  public func allDone(_ standing: MeasureStanding) -> String {
    guard standing.isSet else { return Self.notSet[language] }
    return standing.goals.map(done).joined(separator: " · ")
  }

  /// Never more than is done.
  private func done(_ goal: GoalStanding) -> String {
    "\(quantity(goal.done, goal.goal)) / \(quantity(Fraction(goal.goal.wanted), goal.goal))"
  }

  /// What is missing for each goal, the nearest first; empty where one is reached or none is set.
  public func missing(_ standing: MeasureStanding) -> String {
    guard let progress = standing.progress, progress < .one else { return "" }
    return standing.nearest.map { goal in
      let amount = quantity(goal.missing, goal.goal, roundsUp: true)
      if goal.goal.kind == .count { return counted(amount, goal.goal, isMore: true) }
      return Words("\(amount) more", "还差\(amount)", "還差\(amount)")[language]
    }.joined(separator: or)
  }

  public static let notSet = Words("not set", "未定", "未定")

  private var or: String { Words(", or ", "，或", "，或")[language] }

  /// ` ≥ CNY 10,000,000`; empty where any size counts.
  private func size(_ goal: Campaign.Goal) -> String {
    guard goal.atLeast > 0 else { return "" }
    let text = Money(minorUnits: goal.atLeast, currency: currency).text(in: language)
    return language == .english ? " ≥ \(text)" : "≥\(text)"
  }

  private func counted(_ number: String, _ goal: Campaign.Goal, isMore: Bool) -> String {
    let more = isMore ? Words(" more", "还差", "還差")[language] : ""
    let one = number == "1"
    let (english, simplified, traditional): (String, String, String) =
      switch measure.kind {
      case .stage, .receipts: (one ? "project" : "projects", "个", "個")
      case .activities: (one ? "activity" : "activities", "批次", "批次")
      case .guests: (one ? "guest" : "guests", "人", "人")
      }
    let noun = measure.isMoney ? Words("", "项目", "專案")[language] : ""
    return Words(
      "\(number)\(more) \(english)\(size(goal))",
      "\(more)\(number)\(simplified)\(size(goal))\(noun)",
      "\(more)\(number)\(traditional)\(size(goal))\(noun)")[language]
  }

  /// A number of things, to a hundredth where it is no short decimal, or an amount of money.
  private func quantity(
    _ value: Fraction, _ goal: Campaign.Goal, roundsUp: Bool = false
  ) -> String {
    if goal.kind == .total, measure.isMoney {
      let money =
        roundsUp
        ? Money(roundingUp: value, currency: currency)
        : Money(roundingDown: value, currency: currency)
      return money.text(in: language)
    }
    if let exact = value.decimal(places: 4) { return exact }
    let ratio = "\(value.numerator)/\(value.denominator)"
    guard let hundredths = try? value * Fraction(100) else { return ratio }
    let whole = roundsUp ? hundredths.ceiling : hundredths.floor
    return Fraction(whole, over: 100)?.decimal(places: 2) ?? ratio
  }
}

extension Money {
  /// Minor units as an amount; a part of one counts as one.
  public init(roundingUp minorUnits: Fraction, currency: Currency) {
    self.init(minorUnits: Int64(clamping: minorUnits.ceiling), currency: currency)
  }

  /// Minor units as an amount; a part of one does not count.
  public init(roundingDown minorUnits: Fraction, currency: Currency) {
    self.init(minorUnits: Int64(clamping: minorUnits.floor), currency: currency)
  }
}

extension Card {
  /// The card as a table shows it.
  public var words: Words {
    switch self {
    case .warning: Words("warning", "预警", "預警")
    case .yellow: Words("yellow card", "黄牌", "黃牌")
    case .red: Words("red card", "红牌", "紅牌")
    }
  }
}

extension Standing {
  /// Why the department has its card, or when it gets a yellow pace.
  public func explanation(in language: Language, of campaign: Campaign) -> String {
    guard overall != nil else { return GoalWords.notSet[language] }
    let open = measures.compactMap { measure -> String? in
      let missing = GoalWords(measure.measure, of: campaign, in: language).missing(measure)
      let name = measure.measure.words[language]
      return missing.isEmpty ? nil : name + language.colon + missing
    }
    return ([outlook(in: language, of: campaign)] + open).joined(separator: language.semicolon)
  }

  /// Why the pace is bad, else when it will be.
  public func outlook(in language: Language, of campaign: Campaign) -> String {
    if overall == nil { return GoalWords.notSet[language] }
    if card == .red || (card == .warning && uncapped == .zero) {
      return Words("nothing done yet", "尚无实绩", "尚無實績")[language]
    }
    let limit = campaign.cards.yellowBelow.percent
    if card != nil {
      return Words("pace below \(limit)", "时序进度低于\(limit)", "時序進度低於\(limit)")[language]
    }
    guard let day = yellowOn else {
      return Words(
        "yellow not before the end", "到期前不会亮黄牌", "到期前不會亮黃牌")[language]
    }
    let number = day - campaign.days.lowerBound + 1
    return Words(
      "yellow on \(day) (day \(number)) if nothing more happens",
      "若无新增，\(day)（第\(number)天）亮黄牌", "若無新增，\(day)（第\(number)天）亮黃牌")[language]
  }
}
