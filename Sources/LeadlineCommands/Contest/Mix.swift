internal import Leadline
internal import LeadlineInterchange

extension Command {
  static let mix = Command(
    Signature(
      "mix", aliases: ["结构", "結構"],
      options: [
        Option("--by", value: "FIELD"), Option("--big", value: "AMOUNT"),
        Option("--since", value: "DAY"),
      ], subject: .lead, isListing: true),
    .contest,
    Words(
      "shows what the open projects are made of: sizes, sectors, the share of big ones",
      "在办项目结构：规模、行业、大项目占比", "在辦專案結構：規模、行業、大專案占比"),
    examples: [
      "mix", "mix stage:signed,started", "mix --since 2022-10-20 --as-of 2022-12-02",
      "mix --by region --big 100m -o mix.csv",
    ],
    details: """
      Each project counts with its best known amount. --by groups by another field than sector: \
      region, source, stage, department, owner. --big says from which amount on a project is big, \
      50 M unless you say so. --since DAY puts the mix of an earlier day beside it.
      """
  ) { parsed, session in
    let crm = session.crm
    let field = try groupingField(parsed.options["--by"]?.last ?? "sector", crm)
    let big = try parsed.options["--big"]?.last.map { try crm.money($0) }
    let bigFrom = big?.minorUnits ?? Mix.usualBigFrom(crm.currency)
    let now = try crm.mix(matching: parsed.filter, by: field, bigFrom: bigFrom)
    var before: Mix?
    if let day = try session.dayUpToToday("--since") {
      before = try crm.at(day) {
        try crm.mix(matching: parsed.filter, by: field, bigFrom: bigFrom)
      }
    }
    let comparison = MixComparison(
      now: now, before: before, field: crm.columns([field])[0], currency: crm.currency)
    try session.show(comparison.table(in: crm.language))
    if now.whole.count == 0 { session.notice(Words("no open leads", "没有在办线索", "沒有在辦線索")) }
    try session.noticeRecordedLater()
  }

  private static let fields = ["sector", "region", "source", "stage", "department", "owner"]

  private static func groupingField(_ name: String, _ crm: CRM) throws -> Field {
    guard fields.contains(name),
      let field = Field.leads(crm.pipeline).first(where: { $0.name == name })
    else { throw CommandError.badChoice(name, option: "--by", known: fields) }
    return field
  }
}
