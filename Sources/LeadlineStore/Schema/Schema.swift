internal import LeadlineModel

/// The tables of the database, each after those it refers to.
enum Schema {
  /// Written into the database; a higher number in a file means a newer program made it.
  static let version: Int64 = 5

  static let records: [TableShape] = [
    department, section, organisation, organisationAlias, person, phone, email, affiliation, tie,
    lead, leadContact, move, figure, receipt, activity, activityLead, activityPerson,
    activityOrganisation, followUp, importRow, ask, share, rate, campaign,
    apart,
  ]

  static let derived: [TableShape] = [stageEntry, dealing, searchKey]

  static let all = journal + records + derived
  /// The tables that others refer to.
  static let referred = Set(all.flatMap { $0.columns.compactMap(\.references) })

  static func table(_ name: String) -> TableShape? {
    byName[name]
  }

  private static let byName = Dictionary(
    uniqueKeysWithValues: (records + derived).map { ($0.name, $0) })

  static let department = TableShape(
    name: "department", columns: [.text("name").required, foldKey], indexes: ["(name_fold)"])

  static let section = TableShape(
    name: "section",
    columns: [.key("department", of: "department").required, .text("name").required, foldKey],
    indexes: ["(department, name_fold)"])

  static let organisation = TableShape(
    name: "organisation",
    columns: [
      .text("name").required, foldKey, sortKey,
      .text("kind").required.oneOf(Choices.organisationKinds.map(\.id)),
      .day("created").required,
    ], folded: ["sector", "region", "tag", "note"],
    indexes: ["(name_sort, id)", "(name_fold)"])

  static let organisationAlias = TableShape(
    name: "organisation_alias",
    columns: [.key("organisation", of: "organisation").required, .text("name").required, foldKey],
    indexes: ["(organisation)", "(name_fold)"])

  /// Contacts count from 1, staff from `Key.staffBase + 1`: one space of keys, two of numbers.
  static let person = TableShape(
    name: "person",
    columns: [
      .flag("staff"), .text("name").required, foldKey,
      .init(name: "name_sort", type: .text, isDerived: true, source: .personSort("name")),
      .key("organisation", of: "organisation"), .key("department", of: "department"),
      .key("section", of: "section"), .flag("askable"), .day("birthday"),
      .day("created").required, .day("last_touch").derived,
    ], folded: ["title", "region", "tag", "note"],
    constraints: ["CHECK ((staff = 1) = (id > \(Key.staffBase)))"],
    indexes: [
      "(staff, name_sort, id)", "(name_fold)", "(organisation)", "(department)",
      "(section)", "(id, organisation)",
    ])

  static let phone = TableShape(
    name: "phone",
    columns: [
      .key("person", of: "person").required, .text("number").required, .text("label"),
      .init(name: "digits", type: .text, isDerived: true, source: .digits("number")),
    ],
    indexes: ["(person)", "(digits)"])

  static let email = TableShape(
    name: "email",
    columns: [
      .key("person", of: "person").required, .text("address").required, .text("label"),
      .init(name: "address_fold", type: .text, isDerived: true, source: .fold("address")),
    ],
    indexes: ["(person)", "(address_fold)"])

  static let affiliation = TableShape(
    name: "affiliation",
    columns: [
      .key("person", of: "person").required, .key("organisation", of: "organisation").required,
      .text("kind").required.oneOf(Choices.affiliationKinds.map(\.id)),
      .text("role"), .text("class"), .integer("from_year"), .integer("to_year"), .fold("class"),
    ],
    constraints: ["CHECK (from_year IS NULL OR to_year IS NULL OR from_year <= to_year)"],
    indexes: [
      // Where somebody was, and whoever was at a place, are read from the index alone.
      "(person, organisation, kind, class_fold, from_year, to_year)",
      "(organisation, kind, from_year, to_year, class_fold, person)",
      "(organisation, kind, class_fold, from_year, to_year, person)",
    ])

  /// Who declared to know whom: `knower` is usually one of the staff.
  static let tie = TableShape(
    name: "tie",
    columns: [
      .key("knower", of: "person").required, .key("known", of: "person").required,
      .text("kind").required.oneOf(Choices.tieKinds.map(\.id)),
      .integer("strength").checked("strength BETWEEN 1 AND 5"), .text("note"),
    ],
    constraints: ["CHECK (knower <> known)"],
    indexes: ["(knower, known, kind, strength)", "(known, knower, kind, strength)"])

  private static let foldKey = ColumnShape(
    name: "name_fold", type: .text, isDerived: true, source: .fold("name"))
  private static let sortKey = ColumnShape(
    name: "name_sort", type: .text, isDerived: true, source: .sort("name"))
}
