internal import LeadlineModel
internal import LeadlineReports

/// What a campaign reads of the database as of a day, in SQL.
struct ContestScope {
  let campaign: Campaign
  let pipeline: Pipeline
  /// The day that counts.
  let day: Day
  /// Whether the facts kept on the leads are of a later day.
  let isPast: Bool

  /// A stage that is measured, by one of its figures.
  struct MeasuredStage: Hashable {
    let id: String
    let figure: LeadLog.DatedFact.Name
    /// Whether a total is wanted, to which leads may add that entered before.
    let hasTotals: Bool
  }

  /// Each stage and figure once.
  var stages: [MeasuredStage] {
    var found: [MeasuredStage] = []
    for measure in campaign.measures {
      guard case .stage(let id, let figure) = measure.kind else { continue }
      let goals = campaign.tiers.flatMap { $0.targets[measure.id]?.goals ?? [] }
      guard !goals.isEmpty else { continue }
      let stage = MeasuredStage(
        id: id, figure: figure, hasTotals: goals.contains { $0.kind == .total })
      found.removeAll { $0.id == id && $0.figure == figure && !$0.hasTotals }
      if !found.contains(where: { $0.id == id && $0.figure == figure }) { found.append(stage) }
    }
    return found
  }

  /// The entries within the days; and, where totals count, those before of leads whose figure
  /// was changed within them.
  func entries(_ stage: MeasuredStage) -> [Clause] {
    let first = Datum.day(campaign.days.lowerBound)
    let within = entries(
      stage, onEve: "CAST(NULL AS BIGINT)",
      "stage_entry.day >= \(first) AND stage_entry.day <= \(.day(day))")
    guard stage.hasTotals else { return [within] }
    let changed: Clause = """
      stage_entry.day < \(first) AND stage_entry.lead IN (SELECT figure.lead FROM figure \
      WHERE figure.day >= \(first) AND figure.day <= \(.day(day)) \
      AND figure.name = \(.text(stage.figure.rawValue)))
      """
    let eve = campaign.days.lowerBound - 1
    return [within, entries(stage, onEve: fact(stage.figure, on: .bind(.day(eve))), changed)]
  }

  private func entries(
    _ stage: MeasuredStage, onEve: Clause, _ condition: Clause
  ) -> Clause {
    let figure =
      isPast ? fact(stage.figure, on: .bind(.day(day))) : "lead.\(raw: stage.figure.rawValue)"
    return """
      SELECT stage_entry.lead, stage_entry.day, \(figure), \(onEve), lead.currency, \
      \(credited(on: "stage_entry.day")) FROM stage_entry \
      JOIN lead ON lead.id = stage_entry.lead LEFT JOIN section ON section.id = lead.section \
      WHERE stage_entry.stage = \(.text(stage.id)) AND \(condition) AND (\(stands(stage))) \
      ORDER BY stage_entry.lead
      """
  }

  /// Department, owner, section and the section's department.
  private func credited(on day: Clause) -> Clause {
    """
    \(fact(.department, on: day)), \(fact(.owner, on: day)), section.id, section.department
    """
  }

  /// The dated fact in force on a day.
  private func fact(_ name: LeadLog.DatedFact.Name, on day: Clause) -> Clause {
    """
    (SELECT figure.value FROM figure WHERE figure.lead = lead.id \
    AND figure.name = \(.text(name.rawValue)) AND figure.day <= \(day) \
    ORDER BY figure.day DESC, figure.id DESC LIMIT 1)
    """
  }

  /// The lead is open and at or past the stage on the day that counts.
  private func stands(_ stage: MeasuredStage) -> Clause {
    let from = pipeline.position(of: stage.id) ?? pipeline.stages.count
    let reached = pipeline.stages[from...].map { "\(.text($0.id))" as Clause }.separated(by: ", ")
    let now: Clause = "lead.outcome = 'open' AND lead.stage IN (\(reached))"
    guard isPast else { return now }
    return """
      (lead.last_move <= \(.day(day)) AND \(now)) OR (lead.last_move > \(.day(day)) \
      AND EXISTS (SELECT 1 FROM move WHERE move.kind NOT IN ('lose', 'shelve') \
      AND move.to_stage IN (\(reached)) AND move.id = (SELECT MAX(earlier.id) \
      FROM move AS earlier WHERE earlier.lead = lead.id AND earlier.day <= \(.day(day)))))
      """
  }

  var receipts: Clause {
    """
    SELECT receipt.lead, receipt.day, receipt.amount, receipt.id, lead.currency, \
    \(credited(on: "receipt.day")) FROM receipt JOIN lead ON lead.id = receipt.lead \
    LEFT JOIN section ON section.id = lead.section WHERE \(isWithin("receipt.day")) \
    ORDER BY receipt.id
    """
  }

  private func isWithin(_ column: Clause) -> Clause {
    "\(column) >= \(.day(campaign.days.lowerBound)) AND \(column) <= \(.day(day))"
  }

  var countsActivities: Bool { campaign.measures.contains { !$0.isMoney } }

  /// Activities with the other side by kind, department and the first of the staff who took part.
  var activities: Clause {
    """
    SELECT done.kind, COUNT(*), CAST(COALESCE(SUM(done.guests), 0) AS BIGINT), done.department, \
    done.staff, section.id, section.department FROM (\
    SELECT activity.kind, activity.guests, activity.department, \
    (SELECT activity_person.person FROM activity_person \
    WHERE activity_person.activity = activity.id \
    AND activity_person.person > \(raw: String(Key.staffBase)) \
    ORDER BY activity_person.id LIMIT 1) AS staff FROM activity \
    WHERE \(isWithin("activity.day")) AND activity.failed = 0 AND activity.kind <> 'note' \
    AND activity.department IS NOT NULL) AS done \
    LEFT JOIN person ON person.id = done.staff LEFT JOIN section ON section.id = person.section \
    GROUP BY done.kind, done.department, done.staff, section.id, section.department \
    ORDER BY done.department, done.staff NULLS LAST, done.kind, section.id
    """
  }
}

extension ContestScope.MeasuredStage {
  func entry(_ cells: any Cells, _ shares: SharedLeads) -> ContestFact.Entry? {
    guard let lead = cells.integer(0), let day = cells.day(1),
      let currency = cells.text(4).flatMap(Currency.init(code:))
    else { return nil }
    return ContestFact.Entry(
      lead: lead, stage: id, name: figure, day: day, onEve: cells.integer(3),
      figure: cells.integer(2), currency: currency,
      credit: cells.credit(lead, on: day, shares))
  }
}

extension ContestScope {
  func receipt(_ cells: any Cells, _ shares: SharedLeads) -> ContestFact.Receipt? {
    guard let lead = cells.integer(0), let day = cells.day(1),
      let currency = cells.text(4).flatMap(Currency.init(code:))
    else { return nil }
    return ContestFact.Receipt(
      key: cells.integer(3) ?? 0, lead: lead, day: day,
      amount: Money(minorUnits: cells.integer(2) ?? 0, currency: currency),
      credit: cells.credit(lead, on: day, shares))
  }

  func activities(_ cells: any Cells) -> ContestFact.Activities {
    let parts = cells.integer(3).map { [Credit.Part(department: $0, share: .one)] } ?? []
    return ContestFact.Activities(
      kind: cells.text(0) ?? "", count: cells.integer(1) ?? 0, guests: cells.integer(2) ?? 0,
      credit: Credit(parts: parts, section: cells.section(5), staff: cells.integer(4)))
  }
}

extension Cells {
  fileprivate func credit(_ lead: Int64, on day: Day, _ shares: SharedLeads) -> Credit {
    Credit(
      parts: shares.parts(of: lead, on: day, own: integer(5)), section: section(7),
      staff: integer(6))
  }

  /// A section and its department, from two cells.
  fileprivate func section(_ index: Int) -> Credit.Section? {
    guard let key = integer(index), let department = integer(index + 1) else { return nil }
    return Credit.Section(key: key, department: department)
  }
}
