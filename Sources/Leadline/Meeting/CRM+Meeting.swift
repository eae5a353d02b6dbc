public import LeadlineModel
internal import LeadlineQuery
public import LeadlineReports
internal import LeadlineStore

extension CRM {
  /// Everything the report for a meeting tells: as it stands, and what changed since the last
  /// meeting; with the board of a campaign where one is given. The forecast goes to `lastDay`.
  ///
  /// `beforeEach` is called before each run of the forecast and may end the work by throwing.
  /// Throws `MissingRate` where an amount cannot be converted.
  public func meeting(
    of campaign: Campaign?, since: Day, until lastDay: Day, seed: UInt64,
    beforeEach: () throws -> Void = {}
  ) throws -> Meeting {
    let sector = Field.lead("sector")
    let big = Mix.usualBigFrom(currency)
    let mix = try self.mix(by: sector, bigFrom: big)
    let (funnelBefore, mixBefore) = try at(since) {
      (try funnel(), try self.mix(by: sector, bigFrom: big))
    }
    let contest = try campaign.map { try self.contest($0, seed: seed, beforeEach) }
    return Meeting(
      today: today, since: since, currency: currency, pipeline: pipeline, funnel: try funnel(),
      funnelBefore: funnelBefore,
      mix: MixComparison(
        now: mix, before: mixBefore, field: columns([sector])[0], currency: currency),
      work: try work(since: since, contest?.board), biggest: try biggest(10),
      stalled: try stalledParts(), promises: try promises(),
      forecast: try forecast(until: lastDay, seed: seed, runs: 1000, beforeEach: beforeEach),
      contest: contest, recordedLater: try recordedLater())
  }

  private func contest(
    _ campaign: Campaign, seed: UInt64, _ beforeEach: () throws -> Void
  ) throws -> Meeting.Contest {
    Meeting.Contest(
      board: try board(of: campaign),
      forecast: today < campaign.days.upperBound
        ? try forecast(of: campaign, seed: seed, runs: 1000, beforeEach: beforeEach) : nil)
  }

  /// The departments of a campaign stand there too, where it ran since the last meeting.
  private func work(since: Day, _ board: Board?) throws -> [DepartmentWork] {
    var tally = WorkTally(since: since, upTo: today, stages: pipeline.stages.count)
    let before = try at(since) { try arrived() }
    let overdue = try overduePromises()
    let names = ["department", "outcome", "closed", "level", "arrived"]
    try leads(names + entryFields, .all) { ref, values, amount in
      tally.add(
        WorkFact(
          department: values[0].words, outcome: Outcome(rawValue: values[1].words) ?? .open,
          entered: values[5...].map(\.day), closed: values[2].day,
          level: Level(rawValue: values[3].words),
          arrived: try (amount(4) ?? 0) - (before[ref] ?? 0), overduePromises: overdue[ref] ?? 0))
    }
    for reception in try receptions(matching: .onDays(after: since)) {
      tally.add(reception)
    }
    if let board, board.campaign.days.overlaps(min(since, today)...today) {
      for standing in board.standings { tally.add(standing) }
    }
    return tally.departments
  }

  /// What has arrived of each lead of which anything has.
  private func arrived() throws -> [Ref: Int64] {
    var arrived: [Ref: Int64] = [:]
    try leads(["arrived"], .term(Term(.lead("arrived"), .isAny))) { ref, _, amount in
      arrived[ref] = try amount(0)
    }
    return arrived
  }

  /// How many promises of each lead are open and were due before today.
  private func overduePromises() throws -> [Ref: Int] {
    var counts: [Ref: Int] = [:]
    let fields = Field.followUps.filter { $0.name == "lead" }
    try list(Selection(.followUp, fields: fields, filter: .promises(upTo: today - 1))) {
      _, values in
      if case .record(let ref, _) = values[0] { counts[ref, default: 0] += 1 }
      return true
    }
    return counts
  }

  /// The open leads of the largest amounts, as they are worth in the database's own currency.
  private func biggest(_ limit: Int) throws -> ReportTable {
    let names = ["id", "title", "org", "stage", "department", "owner", "amount"]
    let sized = Filter.term(Term(.lead("amount"), .isAny))
    var biggest: [(worth: Int64, row: [FieldValue])] = []
    try leads(names, .outcome(.open) && sized) { _, values, amount in
      let worth = try amount(names.count - 1) ?? 0
      let place = biggest.firstIndex { $0.worth < worth } ?? biggest.count
      guard place < limit else { return }
      biggest.insert((worth, values), at: place)
      if biggest.count > limit { biggest.removeLast() }
    }
    return ReportTable(columns: columns(names.map(Field.lead)), rows: biggest.map(\.row))
  }

  private func promises() throws -> ReportTable {
    let fields = ["id", "due", "what", "lead", "who"].compactMap { name in
      Field.followUps.first { $0.name == name }
    }
    let due = Field.followUps.filter { $0.name == "due" }
    return try table(
      Selection(
        .followUp, fields: fields, filter: .promises(upTo: today + 7),
        order: due.map { Selection.Order($0) }))
  }

  /// The stalled leads of each department, of each the first fifteen.
  private func stalledParts() throws -> [Meeting.StalledPart] {
    let shown = ["id", "title", "stage", "owner", "amount", "level", "reason"].map(Field.lead)
    let order = ["department", "level"].map { Selection.Order(Field.lead($0)) }
    let selection = Selection(
      .lead, fields: [Field.lead("department")] + shown, condition: .stalled,
      order: order + [Selection.Order(Field.lead("idle"), descends: true)])
    var rows: [String: (count: Int, rows: [[FieldValue]])] = [:]
    try list(selection) { _, values in
      let name = values[0].words
      var part = rows[name] ?? (0, [])
      part.count += 1
      if part.rows.count < 15 { part.rows.append(Array(values.dropFirst())) }
      rows[name] = part
      return true
    }
    return SortKey.ordered(rows.keys).map { name in
      Meeting.StalledPart(
        department: name, count: rows[name]?.count ?? 0,
        table: ReportTable(columns: columns(shown), rows: rows[name]?.rows ?? []))
    }
  }

  private func table(_ selection: Selection) throws -> ReportTable {
    var rows: [[FieldValue]] = []
    try list(selection) { _, values in
      rows.append(values)
      return true
    }
    return ReportTable(columns: columns(selection.fields), rows: rows)
  }
}

extension Filter {
  /// Activities on the days after one.
  fileprivate static func onDays(after day: Day) -> Filter {
    .and(
      Field.activities.filter { $0.name == "on" }.map {
        .term(Term($0, .range(lower: .period(day + 1...day + 1), upper: nil)))
      })
  }

  /// Open promises that are due on a day or before it.
  fileprivate static func promises(upTo day: Day) -> Filter {
    let tests: [String: Test] = [
      "kind": .anyOf([.choice("promise")]), "outcome": .anyOf([.choice("open")]),
      "due": .range(lower: nil, upper: .period(day...day)),
    ]
    return .and(
      Field.followUps.compactMap { field in tests[field.name].map { .term(Term(field, $0)) } })
  }
}
