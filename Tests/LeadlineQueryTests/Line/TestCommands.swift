import LeadlineModel
import LeadlineQuery

/// Commands as the tool declares them, for these tests.
enum TestCommands {
  static let today = Day(year: 2026, month: 11, day: 23)!

  static let parser = parser(allowsAbbreviation: true)

  static func parser(allowsAbbreviation: Bool) -> LineParser {
    LineParser(
      signatures: signatures, globalOptions: globalOptions, pipeline: .standard, today: today,
      currency: .cny, allowsAbbreviation: allowsAbbreviation)
  }

  static func lead(_ name: String) -> Field {
    Field.leads(.standard).first { $0.name == name }!
  }

  static let globalOptions = [
    Option("--db", value: "FILE"), Option("--me", value: "NAME"), Option("--as-of", value: "DAY"),
    Option("--lang", value: "LANGUAGE"), Option("--format", value: "FORMAT"),
    Option("--output", short: "-o", value: "FILE"), Option("--color", value: "WHEN"),
    Option("--yes"), Option("--keep-going"), Option("--accessible"),
    Option("--sort", value: "FIELD"), Option("--columns", value: "FIELDS"),
  ]

  static let on = Field(.lead, "on", Words("on", "日期", "日期"), .day(.back))
  static let from = Field(.lead, "from", Words("from", "从", "從"), .record(.staff))
  static let leadsOrContacts: [RecordKind] = [.lead, .contact]

  static let signatures = look + work + network + data

  private static let look = [
    Signature("leads", aliases: ["线索"], subject: .lead, isListing: true),
    Signature("contacts", aliases: ["联系人"], subject: .contact, isListing: true),
    Signature("stalled", aliases: ["停滞"], subject: .lead, isListing: true),
    Signature("board", aliases: ["排名"], isListing: true),
    Signature(
      "find", aliases: ["找"], slots: [Slot("TEXT", .text, repeats: true)], subject: .lead,
      isListing: true),
    Signature("show", aliases: ["看"], slots: [Slot("WHICH", .which(RecordKind.allCases))]),
    Signature("quit", aliases: ["退出"]),
  ]

  private static let work = [
    Signature(
      "log", aliases: ["跟进"],
      slots: [
        Slot("WHICH", .which(leadsOrContacts), isRequired: false),
        Slot("KIND", .choice(Choices.activityKinds)),
      ], assignable: Field.activities.filter { $0.access != .readOnly } + [on]),
    Signature(
      "plan", aliases: ["待办"],
      slots: [Slot("WHICH", .which(leadsOrContacts)), Slot("DAY", .day(.forward))],
      assignable: Field.followUps),
    Signature(
      "snooze", aliases: ["推迟"],
      slots: [Slot("WHICH", .which([.followUp])), Slot("DAY", .day(.forward))]),
    Signature("undo", aliases: ["撤销"], slots: [Slot("ENTRY", .entry, isRequired: false)]),
    Signature(
      "move", aliases: ["推进"], slots: [Slot("WHICH", .which([.lead])), Slot("STAGE", .stage)],
      assignable: Field.leads(.standard) + [on], options: [Option("--skip")], subject: .lead),
    Signature(
      "set", aliases: ["改"], slots: [Slot("WHICH", .which([.lead]))],
      assignable: Field.leads(.standard) + [on], subject: .lead),
    Signature(
      "receipt", aliases: ["到账"],
      slots: [Slot("WHICH", .which([.lead])), Slot("AMOUNT", .amount)], assignable: [on]),
    Signature("delete", aliases: ["删除"], slots: [Slot("WHICH", .which(RecordKind.allCases))]),
    Signature(
      "new", aliases: ["新建"],
      slots: [Slot("KIND", .choice(newKinds)), Slot("NAME", .text, repeats: true)],
      assignable: Field.leads(.standard)),
  ]

  private static let network = [
    Signature(
      "affiliate", aliases: ["履历"],
      slots: [
        Slot("WHICH", .which([.contact, .staff])), Slot("ORG", .which([.organisation])),
        Slot("YEARS", .text, isRequired: false),
      ]),
    Signature(
      "path", aliases: ["引荐"], slots: [Slot("TARGET", .which([.contact, .organisation]))],
      assignable: [from]),
    Signature(
      "tie", aliases: ["关系"],
      slots: [Slot("ONE", .which([.contact, .staff])), Slot("OTHER", .which([.contact, .staff]))]),
  ]

  private static let data = [
    Signature("backup", aliases: ["备份"], slots: [Slot("FILE", .file)]),
    Signature(
      "import", aliases: ["导入"], slots: [Slot("FILE", .file, repeats: true)],
      assignable: Field.contacts + Field.leads(.standard),
      options: [
        Option("--dry-run"), Option("--map", value: "MAP"), Option("--stage", value: "MAP"),
      ]),
  ]

  static let newKinds = [
    Choice("lead", Words("lead", "线索", "線索")), Choice("contact", Words("contact", "联系人", "聯絡人")),
    Choice("org", Words("org", "单位", "單位")),
  ]
}
