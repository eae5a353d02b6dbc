internal import LeadlineModel

extension Schema {
  /// Which parts of a lead belong to which departments, from a day on; see `Shares`.
  ///
  /// The parts of one day are written together, numbered from 1. A whole part without a department
  /// says that the lead is shared no more.
  static let share = TableShape(
    name: "share",
    columns: [
      .key("lead", of: "lead").required, .day("day").required,
      .integer("place").required, .key("department", of: "department"), .text("part").required,
    ],
    constraints: ["UNIQUE (lead, day, place)"], indexes: ["(department)"])

  /// What a currency is worth in the database's own from a day on, as an exact decimal.
  static let rate = TableShape(
    name: "rate",
    columns: [.text("currency").required, .day("day").required, .text("value").required],
    constraints: ["UNIQUE (currency, day)"])

  /// Campaigns as they were loaded, in TOML.
  static let campaign = TableShape(
    name: "campaign",
    columns: [.text("name").required, .fold("name"), .text("content").required],
    constraints: ["UNIQUE (name)"], indexes: ["(name_fold)"])
}
