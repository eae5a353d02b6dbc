public import LeadlineModel

extension Writer {
  /// Removes a record with what is only a part of it (its phones, its log, its links).
  ///
  /// Gives the records that refer to it and are not part of it; where there are any, nothing is
  /// removed unless `includingReferrers`, and then they lose their reference or go too.
  public func remove(_ ref: Ref, includingReferrers: Bool) throws -> [Ref] {
    guard let table = ref.table else { return [] }
    let key = Key.of(ref)
    let referrers = try self.referrers(of: ref)
    if !referrers.isEmpty, !includingReferrers { return referrers }
    try release(table, key)
    return referrers
  }

  /// Removes a row after what refers to it: that loses its reference, or is removed in the same
  /// way where it is nothing without it.
  private func release(_ table: TableShape, _ key: Int64) throws {
    for reference in Reference.to[table.name] ?? [] {
      for row in try keys(referringTo: key, by: reference).reversed() {
        if reference.isNeeded {
          try release(reference.table, row)
        } else {
          try update(reference.table, row, [reference.column: .null])
        }
      }
    }
    try delete(table, key)
  }

  /// The keys of the rows that refer to a row by one reference.
  func keys(referringTo key: Int64, by reference: Reference) throws -> [Int64] {
    let value = Datum.integer(key - reference.offset)
    let conditions = ["\(raw: reference.column) = \(value)", reference.isMeant].compactMap(\.self)
    return try keys(of: reference.table, Clause.all(conditions))
  }

  /// The records that refer to this one and are more than a part of it.
  private func referrers(of ref: Ref) throws -> [Ref] {
    guard let table = ref.table else { return [] }
    var found: [Ref] = []
    for reference in Self.references(to: table) {
      guard let (kind, column) = Self.referrer(reference.table, besides: table) else { continue }
      try engine.rows(
        """
        SELECT DISTINCT \(raw: column) FROM \(raw: reference.table.name) \
        WHERE \(raw: reference.column) = \(.integer(Key.of(ref))) AND \(raw: column) IS NOT NULL \
        ORDER BY 1
        """
      ) { cells in
        if let key = cells.integer(0) { found.append(Key.ref(kind, key)) }
        return true
      }
    }
    for name in Self.figures(naming: ref.kind) {
      try engine.rows(
        """
        SELECT DISTINCT lead FROM figure WHERE name = \(.text(name)) \
        AND value = \(.integer(Key.of(ref))) ORDER BY 1
        """
      ) { cells in
        if let key = cells.integer(0) { found.append(Ref(.lead, key)) }
        return true
      }
    }
    return found.filter { $0 != ref }.unique
  }

  private static func figures(naming kind: RecordKind) -> [String] {
    switch kind {
    case .staff: ["owner"]
    case .department: ["department"]
    default: []
    }
  }

  /// The columns of records that refer to rows of `table`.
  static func references(
    to table: TableShape
  ) -> [(table: TableShape, column: String)] {
    Schema.records.flatMap { other in
      other.columns.filter { $0.references == table.name }.map { (other, $0.name) }
    }
  }

  /// Which record a row of `table` stands for when it refers to another; nil for mere parts.
  private static func referrer(
    _ table: TableShape, besides target: TableShape
  ) -> (RecordKind, String)? {
    switch table.name {
    case "lead": (.lead, "id")
    case "person": (.contact, "id")
    case "section": (.section, "id")
    case "activity": (.activity, "id")
    case "follow_up": target.name == "lead" || target.name == "person" ? (.followUp, "id") : nil
    case "lead_contact": target.name == "lead" ? nil : (.lead, "lead")
    case "activity_lead", "activity_person", "activity_organisation":
      target.name == "activity" ? nil : (.activity, "activity")
    case "affiliation": target.name == "organisation" ? (.contact, "person") : nil
    case "ask": target.name == "person" ? nil : (.contact, "person")
    case "tie": nil
    default: nil
    }
  }
}
