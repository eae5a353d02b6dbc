public import LeadlineModel
public import LeadlineQuery
public import LeadlineReports
internal import LeadlineStore

extension CRM {
  /// The board of a campaign as of the day asked for, broken down as `level` says.
  ///
  /// Throws `MissingRate` where an amount that counts is in a currency of which no rate is known.
  public func board(
    of campaign: Campaign, by level: ContestTally.Level = .department
  ) throws -> Board {
    var count = Board.Count(
      campaign, entrants: try entrants(of: campaign), rates: Rates(base: currency, try rates()),
      by: level)
    try database.contestFacts(of: campaign, at: viewpoint) { try count.add($0) }
    return try Board(count, on: today) { key in
      try named(level == .section ? Ref(.section, key) : Database.person(key))
    }
  }

  /// The departments of a campaign, in the order of its text.
  ///
  /// Throws `CRMError.unknown` where one is there no more.
  public func entrants(of campaign: Campaign) throws -> [Board.Entrant] {
    let known = Dictionary(grouping: try database.departments()) { Fold.text($0.name) }
    return try campaign.tiers.flatMap { tier in
      try tier.departments.map { name in
        guard let department = known[Fold.text(name)]?.first else {
          throw CRMError.unknown([.department], name, nearest: [])
        }
        return Board.Entrant(department, tier: tier)
      }
    }
  }

  /// The parties received and their guests, by department, of the activities that a filter selects.
  public func receptions(matching filter: Filter) throws -> [Reception] {
    let fields = ["department", "guests", "kind", "failed"].compactMap { name in
      Field.activities.first { $0.name == name }
    }
    let received: [Filter] = [
      .term(Term(fields[2], .anyOf([.choice("reception")]))),
      .term(Term(fields[3], .anyOf([.choice("no")]))),
    ]
    var tally = Reception.Tally()
    try list(Selection(.activity, fields: Array(fields[0...1]), filter: .and(received + [filter])))
    {
      _, values in
      var department: NamedRef?
      if case .record(let ref, let name) = values[0] { department = NamedRef(ref, name: name) }
      var guests: Int64 = 0
      if case .number(let number) = values[1] { guests = number }
      tally.add(department, guests: guests)
      return true
    }
    return tally.receptions
  }

  /// What reports as of a day must say: how much was recorded after it. Nil for today and later,
  /// and where nothing was.
  public func recordedLater(upTo day: Day? = nil) throws -> RecordedLater? {
    let day = day ?? today
    guard day < clock.today() else { return nil }
    let (all, later) = try database.recorded(upTo: day, since: clock.start(day + 1))
    return later > 0 ? RecordedLater(day, all: all, later: later) : nil
  }

  /// The filter for what happened on the days of a campaign.
  public func filter(during campaign: Campaign) -> Filter {
    guard let on = Field.activities.first(where: { $0.name == "on" }) else { return .all }
    return .term(Term(on, .anyOf([.period(campaign.days)])))
  }
}
