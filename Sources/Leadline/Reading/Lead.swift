public import LeadlineModel

/// A lead as it stands on the day asked for.
public struct Lead: Hashable, Sendable, Identifiable {
  public let ref: Ref
  public let title: String
  public let organisation: NamedRef?
  public let contacts: [NamedRef]
  public let introducer: NamedRef?
  public let owner: NamedRef?
  public let department: NamedRef?
  public let section: NamedRef?
  /// The id of one of `Choices.sources`.
  public let source: String?
  /// The id of a stage of the pipeline; a lost lead keeps how far it came.
  public let stage: String
  public let outcome: Outcome
  public let expected: Money?
  public let agreed: Money?
  /// The whole investment.
  public let total: Money?
  /// The sum of the receipts.
  public let arrived: Money?
  /// The best known figure: total, else agreed, else expected, else arrived.
  public let amount: Money?
  public let sector: String?
  public let site: String?
  public let region: String?
  public let tags: [String]
  public let note: String?
  /// The day on which the lead entered the pipeline.
  public let created: Day
  /// The day of the first entry into each stage after the first, by the stage's id.
  public let entered: [String: Day]
  /// The day on which it was lost or shelved.
  public let closed: Day?
  /// Whole days since the last touch; the days until then where the lead is closed.
  public let idle: Int
  /// Whole days in the stage, earlier stays included.
  public let inStage: Int
  /// How badly the lead is stalled; nil where it is not.
  public let level: Level?
  /// Why it is stalled, in the language of the CRM; for a closed one why it was closed.
  public let reason: String?
  public let lastTouch: Day?
  /// What is to be done next, and by when.
  public let next: String?
  public let due: Day?

  public var id: Ref { ref }

  init(_ ref: Ref, _ values: FieldReader, in pipeline: Pipeline, today: Day) {
    self.ref = ref
    title = values.text("title") ?? ""
    organisation = values.record("org")
    contacts = values.records("contact")
    introducer = values.record("introducer")
    owner = values.record("owner")
    department = values.record("department")
    section = values.record("section")
    source = values.text("source")
    stage = values.text("stage") ?? pipeline.first.id
    outcome = values.text("outcome").flatMap(Outcome.init(rawValue:)) ?? .open
    expected = values.money("expected")
    agreed = values.money("agreed")
    total = values.money("total")
    arrived = values.money("arrived")
    amount = values.money("amount")
    sector = values.text("sector")
    site = values.text("site")
    region = values.text("region")
    tags = values.list("tag")
    note = values.text("note")
    created = values.day("created") ?? today
    entered = pipeline.stages.dropFirst().reduce(into: [:]) { days, stage in
      days[stage.id] = values.day(Field.entryDay(of: stage).name)
    }
    closed = values.day("closed")
    idle = values.days("idle") ?? 0
    inStage = values.days("in-stage") ?? 0
    level = values.text("level").flatMap(Level.init(rawValue:))
    reason = values.text("reason")
    lastTouch = values.day("last-touch")
    next = values.text("next")
    due = values.day("due")
  }
}
