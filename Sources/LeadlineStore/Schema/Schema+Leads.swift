internal import LeadlineModel

extension Schema {
  static let lead = TableShape(
    name: "lead",
    columns: [
      .key("organisation", of: "organisation"), .key("introducer", of: "person"),
      .key("section", of: "section"), .text("source").oneOf(Choices.sources.map(\.id)),
      .text("currency").required,
    ] + leadFacts,
    folded: ["title", "sector", "site", "region", "tag", "note"],
    indexes: [
      "(organisation)", "(owner, outcome)", "(department, outcome)", "(stage, outcome, idle_from)",
      "(outcome, stage, stage_from)", "(created)", "(introducer)", "(title_fold)", "(section)",
    ])

  /// What follows from the log of the lead, kept for lists; see `LeadFacts`.
  static let leadFacts: [ColumnShape] =
    ([
      .text("stage"), .text("outcome"), .day("created"), .day("last_move"), .day("closed"),
      .text("closed_reason"),
      .fold("closed_reason"),
      .integer("idle_from"), .integer("stage_from"), .integer("idle_kept"),
      .integer("stage_kept"), .day("last_touch"), .text("last_touch_kind"),
      .integer("last_touch_by"), .integer("expected"), .integer("agreed"), .integer("total"),
      .integer("department"), .integer("owner"), .integer("arrived"), .day("next_due"),
      .text("next_what"), .fold("next_what"),
      .day("last_due"),
    ] as [ColumnShape]).map(\.derived)

  static let leadContact = TableShape(
    name: "lead_contact",
    columns: [
      .key("lead", of: "lead").required, .key("person", of: "person").required,
      .text("part").required.oneOf(["main", "decides", "introducer"]),
    ],
    constraints: ["UNIQUE (lead, person)"], indexes: ["(person)"])

  /// The log of moves between stages and outcomes.
  static let move = TableShape(
    name: "move",
    columns: [
      .key("lead", of: "lead").required,
      .text("kind").required.oneOf(Move.Kind.allCases.map(\.rawValue)),
      .text("from_stage"), .text("to_stage").required, .day("day").required, .text("reason"),
      .text("note"), .key("actor", of: "person"),
    ],
    constraints: ["CHECK ((kind = 'enter') = (from_stage IS NULL))"],
    indexes: ["(lead)", "(day)", "(actor)"])

  /// Dated facts: figures in minor units, keys of department and owner.
  static let figure = TableShape(
    name: "figure",
    columns: [
      .key("lead", of: "lead").required,
      .text("name").required.oneOf(LeadLog.DatedFact.Name.allCases.map(\.rawValue)),
      .day("day").required, .integer("value"),
    ],
    indexes: ["(lead)", "(day)"])

  static let receipt = TableShape(
    name: "receipt",
    columns: [
      .key("lead", of: "lead").required, .day("day").required,
      .integer("amount").required.checked("amount > 0"), .text("note"),
    ],
    indexes: ["(lead)", "(day)"])

  static let activity = TableShape(
    name: "activity",
    columns: [
      .day("day").required,
      .text("kind").required.oneOf(Choices.activityKinds.map(\.id)),
      .flag("failed"), .integer("guests").checked("guests >= 0"),
      .key("department", of: "department"),
    ], folded: ["note"],
    indexes: ["(day, id)", "(department, day)"])

  static let activityLead = TableShape(
    name: "activity_lead",
    columns: [
      .key("activity", of: "activity").required, .key("lead", of: "lead").required,
      .flag("implied"),
    ],
    constraints: ["UNIQUE (activity, lead)"], indexes: ["(lead)"])

  /// The contacts and the staff who took part.
  static let activityPerson = TableShape(
    name: "activity_person",
    columns: [
      .key("activity", of: "activity").required, .key("person", of: "person").required,
    ],
    constraints: ["UNIQUE (activity, person)"], indexes: ["(person, activity)"])

  static let activityOrganisation = TableShape(
    name: "activity_organisation",
    columns: [
      .key("activity", of: "activity").required,
      .key("organisation", of: "organisation").required,
    ],
    constraints: ["UNIQUE (activity, organisation)"], indexes: ["(organisation)"])

  /// Follow-ups and promises.
  static let followUp = TableShape(
    name: "follow_up",
    columns: [
      .text("kind").required.oneOf(Choices.followUpKinds.map(\.id)),
      .key("lead", of: "lead"), .key("person", of: "person"), .day("due").required,
      .key("who", of: "person"),
      .integer("every").checked("every > 0"), .text("every_stage"),
      .text("outcome").required.oneOf(Choices.followUpOutcomes.map(\.id)),
      .day("made").required, .day("closed"), .text("result"),
    ], folded: ["at", "what"],
    constraints: ["CHECK ((outcome = 'open') = (closed IS NULL))"],
    indexes: ["(lead)", "(person)", "(outcome, due, id)", "(who, outcome, due)"])

  /// Who was asked for an introduction, to whom or what, and what came of it.
  static let ask = TableShape(
    name: "ask",
    columns: [
      .key("person", of: "person").required, .key("asker", of: "person"),
      .key("contact", of: "person"), .key("organisation", of: "organisation"),
      .key("lead", of: "lead"), .day("day").required,
      .text("result").required.oneOf(Choices.askResults.map(\.id)), .day("answered"),
      .text("note"),
    ],
    constraints: [
      "CHECK ((result = 'open') = (answered IS NULL))",
      """
      CHECK (contact IS NULL AND organisation IS NULL OR contact IS NULL AND lead IS NULL \
      OR organisation IS NULL AND lead IS NULL)
      """,
    ],
    indexes: ["(person, day)", "(asker)", "(contact)", "(organisation)", "(lead)"])

  /// What a file said of a record when it was imported last.
  static let importRow = TableShape(
    name: "import_row",
    columns: [
      .text("origin").required, .text("key").required, .fold("key"), .text("kind").required,
      .integer("record").required, .text("said").required,
    ],
    constraints: ["UNIQUE (key, kind, origin)"], indexes: ["(record, kind)"])

  /// Two records of a kind, `Kind.rawValue`, that were said not to be one.
  static let apart = TableShape(
    name: "apart",
    columns: [.text("kind").required, .integer("record").required, .integer("other").required],
    constraints: ["UNIQUE (kind, record, other)", "CHECK (record <> other)"],
    indexes: ["(other, kind)"])

  static let stageEntry = TableShape(
    name: "stage_entry",
    columns: [.key("lead", of: "lead").required, .text("stage").required, .day("day").required],
    indexes: ["(stage, day)"], key: ["lead", "stage"])

  /// Who of the staff dealt with whom, and when: a row for each activity in which both took part.
  static let dealing = TableShape(
    name: "dealing",
    columns: [
      .integer("staff").required, .integer("contact").required, .day("day").required,
      .integer("activity").required,
    ],
    indexes: ["(contact, staff, day)", "(activity)"],
    key: ["staff", "contact", "day", "activity"])

  /// The tokens by which records are found; see `SearchKeys`.
  static let searchKey = TableShape(
    name: "search_key",
    columns: [
      .text("token").required, .text("kind").required, .integer("record").required,
    ],
    indexes: ["(record, kind)"], key: ["token", "kind", "record"])
}
