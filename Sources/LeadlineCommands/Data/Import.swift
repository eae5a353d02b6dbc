internal import Leadline
internal import LeadlineInterchange

extension Command {
  private static let kinds: [(word: String, kind: RecordKind)] = [
    ("contacts", .contact), ("leads", .lead), ("orgs", .organisation), ("activities", .activity),
  ]

  /// The stage that every row has, which no other command gives as a value.
  private static let stageGiven = Field(
    .lead, "stage", Words("stage", "阶段", "階段"), .stage)

  static let importFiles = Command(
    Signature(
      "import", aliases: ["导入", "匯入", "導入"],
      slots: [Slot("FILE", .file, repeats: true)],
      assignable: Field.united(
        Field.givenLeads, Field.givenContacts, Field.givenOrganisations, Field.givenActivities,
        [stageGiven]),
      options: [
        Option("--as", value: "KIND"), Option("--map", value: "COLUMN=FIELD,…"),
        Option("--stage", value: "WORD=STAGE,…"), Option("--origin", value: "NAME"),
        Option("--dry-run"), Option("--explain"), Option("--encoding", value: "NAME"),
        Option("--sheet", value: "NAME"), Option("--header-row", value: "N"),
        Option("--mode", value: "add|update|both"),
      ]),
    .data,
    Words(
      "brings in contacts (vCard, CSV), leads, organisations, activities (CSV)",
      "导入联系人（vCard、CSV）、线索、单位、跟进记录（CSV）", "匯入聯絡人（vCard、CSV）、線索、單位、跟進記錄（CSV）"),
    examples: [
      "import phone.vcf owner=me --dry-run", "import leads.csv",
      "import contacts.csv owner=me tag=商会",
      "import pipeline.csv --map \"close_value=amount\" --stage \"Won=funded,Lost=lost\"",
    ],
    details: """
      Columns are known by their headings, English or Chinese. Importing a file again applies \
      only what changed in it. Rows that cannot be taken go to NAME.rejected.csv with the reason. \
      owner=me with contacts records that you know these people, those who are here already too, \
      and says at the end what they bring: new people, those known here already and through whom, \
      places they share with us, and who is worth a call, as rows for new lead from=@1. A \
      school, a unit or an employer may have its class and its years behind it: 南京大学 计算机系 \
      1995-1999. A field=value holds for every row.
      """
  ) { parsed, session in
    guard case .files(let files)? = parsed.slots["FILE"] else { return }
    let options = try options(parsed, files, session)
    let report = try session.crm.importFiles(files, options, line: session.line) { progress in
      session.console.progress(
        "\(progress.path)  \(progress.rows)  \(Int(progress.rate))/s")
    }
    session.console.progress(nil)
    try ImportText(report, session).say()
  }

  private static func options(
    _ parsed: ParsedLine, _ files: [String], _ session: Session
  ) throws -> ImportOptions {
    var options = ImportOptions()
    options.kind = try kind(parsed)
    options.knownBy = try session.text("owner", parsed)
    if case .record(let ref, _)? = try session.parameter("owner", parsed) {
      options.knownBy = "\(ref)"
    }
    options.fixed = try parsed.assigns.map { assign in
      Change(assign.field, try session.parameter(assign.field.name, parsed) ?? .none)
    }
    options.columns = try pairs("--map", parsed).map { (column: $0.0, field: $0.1) }
    options.stages = try pairs("--stage", parsed).map { (word: $0.0, meaning: .stage($0.1)) }
    options.origin = parsed.options["--origin"]?.last
    options.isDryRun = parsed.options["--dry-run"] != nil
    options.explains = parsed.options["--explain"] != nil
    options.encoding = parsed.options["--encoding"]?.last
    options.sheet = parsed.options["--sheet"]?.last
    if let text = parsed.options["--header-row"]?.last {
      guard let row = Int(text), row > 0 else {
        throw CommandError.badNumber(text, option: "--header-row")
      }
      options.headerRow = row
    }
    if let text = parsed.options["--mode"]?.last {
      guard let mode = ImportOptions.Mode(rawValue: text) else {
        throw CommandError.badChoice(text, option: "--mode", known: ["add", "update", "both"])
      }
      options.mode = mode
    }
    return options
  }

  private static func kind(_ parsed: ParsedLine) throws -> RecordKind? {
    guard let word = parsed.options["--as"]?.last else { return nil }
    guard let kind = kinds.first(where: { $0.word == word })?.kind else {
      throw CommandError.badChoice(word, option: "--as", known: kinds.map(\.word))
    }
    return kind
  }

  /// `A=b,C=d` as pairs; the last `=` of each parts it.
  private static func pairs(
    _ option: String, _ parsed: ParsedLine
  ) throws -> [(String, String)] {
    let parts = (parsed.options[option] ?? []).flatMap { text in
      text.split(whereSeparator: { ",，;；".contains($0) }).map(String.init)
    }
    return try parts.map { part in
      guard let mark = part.lastIndex(where: { "=＝".contains($0) }) else {
        throw CommandError.missing("=", example: "\(option) \"\(part)=…\"")
      }
      let name = part[..<mark].split(separator: " ").joined(separator: " ")
      let value = part[part.index(after: mark)...].split(separator: " ").joined(separator: " ")
      return (name, value)
    }
  }
}
