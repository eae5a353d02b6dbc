internal import LeadlineModel
internal import LeadlineQuery

/// The fields of an organisation in SQL. The rows are those of `organisation`.
enum OrganisationColumns {
  static func column(_ field: Field) -> FieldColumn? {
    switch field.name {
    case "id": .id("organisation.id", kind: .organisation)
    case "key": .importKey(of: "organisation", kind: .organisation)
    case "name":
      .text(
        "organisation.name", fold: "organisation.name_fold", order: "organisation.name_sort")
    case "alias":
      .texts(
        "organisation_alias.name",
        source: "FROM organisation_alias WHERE organisation_alias.organisation = organisation.id",
        order: "organisation_alias.id"
      ) { FieldColumn.contains("organisation_alias.name_fold", $0) }
    case "kind": .choice("organisation.kind")
    case "sector", "region", "note":
      .text("organisation.\(raw: field.name)", fold: "organisation.\(raw: field.name)_fold")
    case "tag": .list("organisation.tag", fold: "organisation.tag_fold")
    case "created": .day("organisation.created")
    case "leads":
      .number("(SELECT COUNT(*) FROM lead WHERE lead.organisation = organisation.id)")
    case "contacts":
      .number("(SELECT COUNT(*) FROM person WHERE person.organisation = organisation.id)")
    default: nil
    }
  }
}

/// The fields of an activity in SQL. The rows are those of `activity`.
enum ActivityColumns {
  static func column(_ field: Field) -> FieldColumn? {
    switch field.name {
    case "id": .id("activity.id", kind: .activity)
    case "on": .day("activity.day")
    case "kind": .choice("activity.kind")
    case "guests": .number("activity.guests")
    case "failed": .choice("CASE activity.failed WHEN 1 THEN 'yes' ELSE 'no' END")
    case "note": .text("activity.note", fold: "activity.note_fold")
    case "department":
      .record(
        "activity.department", name: departmentName, order: departmentName, kind: .department)
    case "lead":
      .records(
        key: "lead.id", name: "COALESCE(lead.title, '')",
        from: "activity_lead JOIN lead ON lead.id = activity_lead.lead",
        where: "activity_lead.activity", is: "activity.id", order: "activity_lead.id", kind: .lead)
    case "contact": persons(staff: false)
    case "staff": persons(staff: true)
    case "org":
      .records(
        key: "organisation.id", name: "organisation.name",
        from: """
          activity_organisation JOIN organisation \
          ON organisation.id = activity_organisation.organisation
          """, where: "activity_organisation.activity", is: "activity.id",
        order: "activity_organisation.id", kind: .organisation)
    default: nil
    }
  }

  private static let departmentName: Clause =
    "(SELECT department.name FROM department WHERE department.id = activity.department)"

  private static func persons(staff: Bool) -> FieldColumn {
    .records(
      key: "person.id", name: "person.name",
      from: """
        activity_person JOIN person \
        ON person.id = activity_person.person AND person.staff = \(Datum(staff))
        """, where: "activity_person.activity", is: "activity.id", order: "activity_person.id",
      kind: staff ? .staff : .contact)
  }
}

/// The fields of a follow-up in SQL, as of a day. The rows are those of `follow_up`.
struct FollowUpColumns {
  let day: Day

  func column(_ field: Field) -> FieldColumn? {
    switch field.name {
    case "id": .id("follow_up.id", kind: .followUp)
    case "kind": .choice("follow_up.kind")
    // What was finished later was open on that day.
    case "outcome": .choice("CASE WHEN \(isLater) THEN 'open' ELSE follow_up.outcome END")
    case "closed": .day("CASE WHEN \(isLater) THEN NULL ELSE follow_up.closed END")
    case "lead":
      record("lead", name: "(SELECT lead.title FROM lead WHERE lead.id = follow_up.lead)", .lead)
    case "contact": person("person", .contact)
    case "who": person("who", .staff)
    case "due", "made": .day("follow_up.\(raw: field.name)")
    case "at": .text("follow_up.at", fold: "follow_up.at_fold")
    case "what": .text("follow_up.what", fold: "follow_up.what_fold")
    case "every": .days("follow_up.every")
    default: nil
    }
  }

  private var isLater: Clause {
    "follow_up.closed IS NOT NULL AND follow_up.closed > \(.day(day))"
  }

  private func person(_ column: String, _ kind: RecordKind) -> FieldColumn {
    record(
      column, name: "(SELECT person.name FROM person WHERE person.id = follow_up.\(raw: column))",
      kind)
  }

  private func record(
    _ column: String, name: Clause, _ kind: RecordKind
  ) -> FieldColumn {
    .record("follow_up.\(raw: column)", name: name, order: name, kind: kind)
  }
}
