internal import Leadline
internal import LeadlineInterchange

extension Command {
  static let sources = Command(
    Signature(
      "sources", aliases: ["来源", "來源"], options: [Option("--by", value: "FIELD")],
      subject: .lead, isListing: true),
    .network,
    Words(
      "shows what each source brought: leads, conversion, days, money", "各来源成效：线索数、转化、用时、金额",
      "各來源成效：線索數、轉化、用時、金額"),
    examples: ["sources", "sources created:2022", "sources --by introducer -o introducers.csv"],
    details: """
      For each stage after the first: how many of the leads ever reached it, their share, and the \
      median of the days it took from the first. --by groups by another field: introducer, owner, \
      department, sector, region.
      """
  ) { parsed, session in
    let crm = session.crm
    let name = parsed.options["--by"]?.last ?? "source"
    guard Self.groups.contains(name),
      let field = Field.leads(crm.pipeline).first(where: { $0.name == name })
    else { throw CommandError.badChoice(name, option: "--by", known: Self.groups) }
    let yields = try crm.yields(by: field, matching: parsed.filter)
    let later = crm.pipeline.stages.dropFirst()
    try session.console.table(try session.tableRequest()) { writer in
      try writer.begin(columns(field, Array(later), crm))
      for yield in yields { try writer.row(row(yield, crm.currency)) }
      try writer.end()
    }
    if yields.isEmpty { session.notice(Words("no leads", "没有线索", "沒有線索")) }
  }

  private static let groups = [
    "source", "introducer", "owner", "department", "section", "sector", "region", "site",
  ]

  private static func columns(
    _ field: Field, _ stages: [Stage], _ crm: CRM
  ) -> [ReportColumn] {
    let language = crm.language
    let counts = stages.flatMap { stage in
      let name = stage.words
      let days = Words(
        "\(name.english) days", "\(name.simplified)天数", "\(name.traditional)天數")
      return [
        ReportColumn(id: stage.id, heading: name[language], type: .number),
        ReportColumn(
          id: "\(stage.id)-share", heading: "\(name[language]) %", type: .text, isFigure: true,
          isFurther: true),
        ReportColumn(
          id: "\(stage.id)-days", heading: days[language], type: .days, isFurther: true),
      ]
    }
    return crm.columns([field])
      + [
        ReportColumn(
          id: "leads", heading: Words("leads", "线索数", "線索數")[language], type: .number)
      ] + counts
      + [
        ReportColumn(
          id: "agreed", heading: Words("agreed", "签约额", "簽約額")[language], type: .money),
        ReportColumn(
          id: "arrived", heading: Words("arrived", "到账额", "到帳額")[language], type: .money),
      ]
  }

  private static func row(_ yield: SourceYield, _ currency: Currency) -> [FieldValue] {
    let stages = zip(yield.reached, yield.medianDays).dropFirst().flatMap { reached, days in
      [
        FieldValue.number(Int64(reached)),
        .text((Double(reached) / Double(max(yield.leads, 1))).percent),
        days.map(FieldValue.days) ?? .none,
      ]
    }
    return [yield.group.isEmpty ? .none : .choice(yield.group), .number(Int64(yield.leads))]
      + stages
      + [yield.agreed, yield.arrived].map {
        $0 == 0 ? .none : .money(Money(minorUnits: $0, currency: currency))
      }
  }
}
