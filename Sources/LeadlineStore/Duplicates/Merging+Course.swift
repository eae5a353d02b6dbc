internal import LeadlineModel

extension Merging {
  /// Takes the moves and the dated figures of a lead off it: what the survivor lacks goes over,
  /// the rest is written down as an activity of kind note, which restarts no clock.
  ///
  /// Two courses cannot be one: the survivor's own stands.
  func keepCourse(of other: NamedRef) throws {
    let lead = Key.of(other.ref)
    let events = try moves(of: lead) + figures(of: lead)
    guard !events.isEmpty else { return }
    let text = events.sorted { $0.day < $1.day }.map { "\($0.day) \($0.text)" }
    let note = "\(other.ref) \(other.name): \(text.joined(separator: "; "))"
    _ = try writer.insertActivity(
      [.day: .day(writer.today), .kind: .text("note"), .note: .text(note)],
      with: [.lead(survivor, implied: false)])
  }

  private typealias Event = (day: Day, text: String)

  private func moves(of lead: Int64) throws -> [Event] {
    try rows(of: Schema.move, lead).compactMap { row, values in
      try writer.delete(Schema.move, row)
      guard case .day(let day)? = values["day"] else { return nil }
      let words = ["kind", "to_stage", "reason", "note"].compactMap { values[$0]?.text }
      return (day, words.filter { !$0.isEmpty }.joined(separator: " "))
    }
  }

  private func figures(of lead: Int64) throws -> [Event] {
    let own = Set(try rows(of: Schema.figure, survivor).map { $0.values["name"] })
    return try rows(of: Schema.figure, lead).compactMap { row, values in
      guard own.contains(values["name"]), case .day(let day)? = values["day"] else { return nil }
      try writer.delete(Schema.figure, row)
      let value = try value(of: values, in: lead)
      return (day, "\(values["name"]?.text ?? "") \(value)")
    }
  }

  private func value(of figure: [String: Datum], in lead: Int64) throws -> String {
    guard case .integer(let number)? = figure["value"] else { return "none" }
    let table: String? =
      switch figure["name"] {
      case .text("department"): "department"
      case .text("owner"): "person"
      default: nil
      }
    guard let table else { return try money(number, of: lead) }
    var name = ""
    try writer.engine.rows("SELECT name FROM \(raw: table) WHERE id = \(.integer(number))") {
      name = $0.text(0) ?? ""
      return false
    }
    return name
  }

  private func money(_ minorUnits: Int64, of lead: Int64) throws -> String {
    let code = try writer.read(Schema.lead, lead)?["currency"]?.text ?? ""
    return Currency(code: code).map { "\(Money(minorUnits: minorUnits, currency: $0))" }
      ?? "\(minorUnits)"
  }

  private func rows(
    of table: TableShape, _ lead: Int64
  ) throws -> [(row: Int64, values: [String: Datum])] {
    try writer.keys(of: table, "lead = \(.integer(lead))").compactMap { row in
      try writer.read(table, row).map { (row, $0) }
    }
  }
}
