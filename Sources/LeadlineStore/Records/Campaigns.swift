public import LeadlineModel

extension Database {
  /// The texts of all campaigns, by name.
  public func campaigns() throws -> [(name: String, content: String)] {
    var found: [(name: String, content: String)] = []
    try engine.rows("SELECT name, content FROM campaign ORDER BY name, id") { cells in
      found.append((cells.text(0) ?? "", cells.text(1) ?? ""))
      return true
    }
    return found
  }

  /// All departments, by key.
  public func departments() throws -> [NamedRef] {
    var found: [NamedRef] = []
    try engine.rows("SELECT id, name FROM department ORDER BY id") { cells in
      found.append(NamedRef(Ref(.department, cells.integer(0) ?? 0), name: cells.text(1) ?? ""))
      return true
    }
    return found
  }

  /// The rates of all currencies.
  public func rates() throws -> [Rates.Rate] {
    var found: [Rates.Rate] = []
    try engine.rows("SELECT currency, day, value FROM rate ORDER BY currency, day, id") { cells in
      if let currency = cells.text(0).flatMap({ Currency(code: $0) }), let day = cells.day(1),
        let value = cells.text(2).flatMap({ Fraction($0) })
      {
        found.append(Rates.Rate(currency: currency, day: day, value: value))
      }
      return true
    }
    return found
  }

  /// How a lead is shared, as said up to `day`: the keys of departments and their parts as texts.
  public func shares(of lead: Int64, upTo day: Day) throws -> [(department: Int64, part: String)] {
    var found: [(department: Int64, part: String)] = []
    try engine.rows(
      """
      SELECT department, part FROM share WHERE lead = \(.integer(lead)) AND day = \
      (SELECT MAX(day) FROM share WHERE lead = \(.integer(lead)) AND day <= \(.day(day))) \
      ORDER BY place, id
      """
    ) { cells in
      if let department = cells.integer(0) { found.append((department, cells.text(1) ?? "")) }
      return true
    }
    return found
  }
}

extension Writer {
  /// Keeps a campaign's text, in the place of one of that name.
  public func setCampaign(_ name: String, _ content: String) throws {
    let known = try keys(of: Schema.campaign, "name_fold = \(.text(Fold.text(name)))").first
    let values: [String: Datum] = ["name": .text(name), "content": .text(content)]
    if let known {
      try update(Schema.campaign, known, values)
    } else {
      try insert(Schema.campaign, values)
    }
  }

  /// Removes the campaign of a name; false where there is none.
  public func removeCampaign(_ name: String) throws -> Bool {
    let known = try keys(of: Schema.campaign, "name_fold = \(.text(Fold.text(name)))")
    for key in known { try delete(Schema.campaign, key) }
    return !known.isEmpty
  }

  /// Says what a currency is worth from `day` on; nil takes the rate of that day away.
  public func setRate(of currency: Currency, to value: String?, from day: Day) throws {
    let known = try keys(
      of: Schema.rate, "currency = \(.text(currency.code)) AND day = \(.day(day))"
    ).first
    switch (known, value) {
    case (let known?, let value?): try update(Schema.rate, known, ["value": .text(value)])
    case (let known?, nil): try delete(Schema.rate, known)
    case (nil, let value?):
      try insert(
        Schema.rate,
        ["currency": .text(currency.code), "day": .day(day), "value": .text(value)])
    case (nil, nil): break
    }
  }

  /// Ends what was said up to `day` of how a lead is shared, unless this entry said it.
  public func endShares(of lead: Int64, from day: Day) throws {
    var isShared = false
    try engine.rows(
      """
      SELECT department, entry FROM share WHERE lead = \(.integer(lead)) AND day = \
      (SELECT MAX(day) FROM share WHERE lead = \(.integer(lead)) AND day <= \(.day(day)))
      """
    ) { cells in
      isShared = cells.integer(0) != nil && cells.integer(1) != entry
      return isShared
    }
    if isShared { try setShares(of: lead, to: [], from: day) }
  }

  /// Says how a lead is shared from `day` on: the keys of departments with their parts, in the
  /// place of what was said of that day; none for a lead that is shared no more.
  public func setShares(
    of lead: Int64, to parts: [(department: Int64, share: Fraction)], from day: Day
  ) throws {
    let whole: [(department: Int64?, part: String)] = [(nil, Fraction.one.share)]
    let wanted = parts.isEmpty ? whole : parts.map { ($0.department, $0.share.share) }
    var known: [(key: Int64, department: Int64?, part: String)] = []
    try engine.rows(
      """
      SELECT id, department, part FROM share WHERE lead = \(.integer(lead)) \
      AND day = \(.day(day)) ORDER BY place, id
      """
    ) { cells in
      known.append((cells.integer(0) ?? 0, cells.integer(1), cells.text(2) ?? ""))
      return true
    }
    if known.elementsEqual(wanted, by: { ($0.department, $0.part) == ($1.department, $1.part) }) {
      return
    }
    // All anew: parts of two commands would not add up when one of these is taken back.
    for row in known { try delete(Schema.share, row.key) }
    for (index, part) in wanted.enumerated() {
      try insert(
        Schema.share,
        [
          "lead": .integer(lead), "day": .day(day), "place": .integer(Int64(index + 1)),
          "department": Datum(part.department), "part": .text(part.part),
        ])
    }
  }
}
