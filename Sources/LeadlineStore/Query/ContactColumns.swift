internal import LeadlineModel
internal import LeadlineQuery

/// The fields of a contact in SQL. The rows are those of `person`.
enum ContactColumns {
  static func column(_ field: Field, on day: Day) -> FieldColumn? {
    switch field.name {
    case "id": .id("person.id", kind: .contact)
    case "key": .importKey(of: "person", kind: .contact)
    case "name": .text("person.name", fold: "person.name_fold", order: "person.name_sort")
    case "title", "region", "note":
      .text("person.\(raw: field.name)", fold: "person.\(raw: field.name)_fold")
    case "tag": .list("person.tag", fold: "person.tag_fold")
    case "org": organisation
    case "phone": phones
    case "department": named("department", .department)
    case "section": named("section", .section)
    case "email":
      .texts(
        "email.address", source: "FROM email WHERE email.person = person.id", order: "email.id"
      ) { FieldColumn.contains("email.address_fold", $0) }
    case "town": town
    case "school": affiliated("study")
    case "employer": affiliated("work")
    case "unit": affiliated("service")
    case "class":
      .texts(
        "affiliation.class",
        source: """
          FROM affiliation WHERE affiliation.person = person.id AND affiliation.class IS NOT NULL
          """, order: "affiliation.id"
      ) { FieldColumn.contains("affiliation.class_fold", $0) }
    case "birthday": .day("person.birthday")
    case "created": .day("person.created")
    case "last-touch": .day("person.last_touch")
    case "knows": knowers
    case "tie": tieKinds
    case "asked": .number("NULLIF((SELECT COUNT(*) \(asks(upTo: day))), 0)")
    case "last-asked": .day("(SELECT MAX(ask.day) \(asks(upTo: day)))")
    case "ask": .choice("CASE person.askable WHEN 1 THEN 'yes' ELSE 'no' END")
    default: nil
    }
  }

  private static func asks(upTo day: Day) -> Clause {
    "FROM ask WHERE ask.person = person.id AND ask.day <= \(.day(day))"
  }

  /// Where a member of staff works.
  private static func named(_ table: String, _ kind: RecordKind) -> FieldColumn {
    let name: Clause = """
      (SELECT \(raw: table).name FROM \(raw: table) \
      WHERE \(raw: table).id = person.\(raw: table))
      """
    return .record("person.\(raw: table)", name: name, order: name, kind: kind)
  }

  private static var organisation: FieldColumn {
    .record(
      "person.organisation",
      name: """
        (SELECT organisation.name FROM organisation \
        WHERE organisation.id = person.organisation)
        """,
      order: """
        (SELECT organisation.name_sort FROM organisation \
        WHERE organisation.id = person.organisation)
        """, kind: .organisation)
  }

  /// Phones are compared by their digits and shown as people write them.
  private static var phones: FieldColumn {
    let column = FieldColumn.texts(
      "phone.number", source: "FROM phone WHERE phone.person = person.id", order: "phone.id"
    ) { operand in
      guard case .text(let text) = operand else { return .any([]) }
      let digits = Phone.normalised(text).comparable
      return digits.isEmpty ? .any([]) : FieldColumn.contains("phone.digits", .text(digits))
    }
    return FieldColumn(
      selected: column.selected,
      decode: { cells, index in
        let numbers = cells.text(index)?.split(separator: listSeparator) ?? []
        return .list(numbers.map { Phone.normalised(String($0)).display })
      }, test: column.test, order: column.order)
  }

  private static func affiliated(_ kind: String) -> FieldColumn {
    .texts("organisation.name", source: affiliations(kind), order: "affiliation.id") {
      FieldColumn.contains("organisation.name_fold", $0)
    }
  }

  private static func affiliations(_ kind: String) -> Clause {
    """
    FROM affiliation JOIN organisation ON organisation.id = affiliation.organisation \
    WHERE affiliation.person = person.id AND affiliation.kind = \(.text(kind))
    """
  }

  private static var town: FieldColumn {
    .joinedTexts(
      "organisation.name", fold: "organisation.name_fold", source: affiliations("town"),
      order: "affiliation.id")
  }

  private static var knowers: FieldColumn {
    .records(
      key: "knower.id", name: "knower.name",
      from: "tie JOIN person AS knower ON knower.id = tie.knower AND knower.staff = 1",
      where: "tie.known", is: "person.id", order: "tie.id", kind: .staff)
  }

  /// The kinds of the ties that staff declared.
  private static var tieKinds: FieldColumn {
    let kinds = FieldColumn.texts(
      "tie.kind", source: "FROM tie WHERE tie.known = person.id", order: "tie.id"
    ) { FieldColumn.equals("tie.kind", $0) }
    return FieldColumn(
      selected: kinds.selected,
      decode: { cells, index in
        let found = cells.text(index)?.split(separator: listSeparator).map(String.init) ?? []
        return found.isEmpty ? .none : .list(found.unique)
      }, test: kinds.test, order: [])
  }
}

extension FieldColumn {
  /// The key that a record has in the files it was imported from.
  ///
  /// Keys that begin with `#` are the program's own, made from a row's content.
  static func importKey(of table: String, kind: RecordKind = .lead) -> FieldColumn {
    let source: Clause = """
      FROM import_row WHERE import_row.kind = \(.text(kind.rawValue)) \
      AND import_row.record = \(raw: table).id AND substr(import_row.key, 1, 1) <> '#'
      """
    return joinedTexts(
      "import_row.key", fold: "import_row.key_fold", source: source, order: "import_row.id")
  }
}

extension Array where Element: Hashable {
  /// The elements, each once, in order.
  var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
