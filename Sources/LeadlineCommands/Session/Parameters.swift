internal import Leadline

extension Field {
  /// What commands take beside the fields of records.
  static let parameters = [
    on, reasonGiven, receiptGiven, nextGiven, whileGiven, roleGiven, classGiven, affiliationKind,
    strengthGiven, fromGiven, resultGiven, byGiven,
  ]

  /// The business day of what the command records.
  static let on = Field(
    .lead, "on", Words("on", "日期", "日期"), .day(.back), aliases: ["date"])
  static let reasonGiven = Field(
    .lead, "reason", Words("reason", "原因", "原因"), .text, aliases: ["why"])
  /// A receipt that a move to the final stage brings with it.
  static let receiptGiven = Field(
    .lead, "receipt", Words("receipt", "到账", "到帳"), .money)
  static let nextGiven = Field(
    .followUp, "next", Words("next", "下次", "下次"), .day(.forward))
  /// The stage for which a cadence holds.
  static let whileGiven = Field(
    .followUp, "while", Words("while", "阶段内", "階段內"), .stage, aliases: ["while-at"])

  /// The fields of leads that a line may give; the same for every pipeline.
  static let givenLeads = leads(.standard).filter { $0.access != .readOnly }
  static let givenContacts = contacts.filter { $0.access != .readOnly }
  static let givenOrganisations = organisations.filter { $0.access != .readOnly }
  static let givenActivities = activities.filter { $0.access != .readOnly && $0.name != "kind" }
  static let givenFollowUps = followUps.filter { $0.access != .readOnly }

  /// The fields, the first of each name: what a command takes that is about several kinds.
  static func united(_ fields: [Field]...) -> [Field] {
    var seen: Set<String> = []
    return fields.flatMap(\.self).filter { seen.insert($0.name).inserted }
  }
}
