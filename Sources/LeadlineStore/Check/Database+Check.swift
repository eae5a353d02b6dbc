internal import LeadlineModel

extension Database {
  /// Looks for everything that can be wrong: the file, the journal's chain, all that follows from
  /// other rows, the order of moves, the numbers. Empty where all is well.
  public func check() throws -> [Finding] {
    var findings = try engine.engine.integrityFindings().map(Finding.damaged)
    try engine.transaction(.reading) {
      try checkJournal { findings.append($0) }
      try checkFacts { findings.append($0) }
      try checkTouches { findings.append($0) }
      try checkDealings { findings.append($0) }
      if let outdated = try outdatedKeys() {
        findings.append(outdated)
      } else {
        try checkTwins { findings.append($0) }
        try checkSearchKeys { findings.append($0) }
      }
      try checkCounters { findings.append($0) }
    }
    return findings
  }

  /// Writes anew all that follows from other rows; the journal has no part in it.
  ///
  /// Gives what is still wrong afterwards.
  public func repair() throws -> [Finding] {
    try engine.transaction(.writing) {
      try repairTwins()
      try repairFacts()
      try repairSearchKeys()
      try repairCounters()
      try Self.set(engine, "han", String(Fold.version))
    }
    return try check()
  }

  private func repairCounters() throws {
    try checkCounters { finding in
      guard case .counter(let series, _, let largest) = finding else { return }
      try engine.run("DELETE FROM counter WHERE kind = \(.text(series))")
      try engine.run(
        "INSERT INTO counter (kind, next) VALUES (\(.text(series)), \(.integer(largest + 1)))")
    }
  }

  private func outdatedKeys() throws -> Finding? {
    let written = try Self.meta(engine)["han"].flatMap { Int($0) }
    return written == Fold.version ? nil : .keysOutdated(written: written, current: Fold.version)
  }

  /// The next number of each series must be above all that are taken.
  private func checkCounters(_ report: (Finding) throws -> Void) throws {
    var next: [String: Int64] = [:]
    try engine.rows("SELECT kind, next FROM counter ORDER BY kind") { cells in
      next[cells.text(0) ?? ""] = cells.integer(1)
      return true
    }
    for table in Schema.records {
      let isPerson = table == Schema.person
      try checkCounter(
        isPerson ? "contact" : table.name, next,
        try number(
          """
          SELECT MAX(id) FROM \(raw: table.name) \
          WHERE \(raw: isPerson ? "staff = 0" : "1 = 1")
          """), report)
      guard isPerson else { continue }
      let largest = try number("SELECT MAX(id) FROM person WHERE staff = 1")
      try checkCounter("staff", next, largest.map { $0 - Key.staffBase }, report)
    }
  }

  private func checkCounter(
    _ series: String, _ next: [String: Int64], _ largest: Int64?,
    _ report: (Finding) throws -> Void
  ) throws {
    guard let largest else { return }
    let next = next[series] ?? 1
    if next <= largest { try report(.counter(series, next: next, largest: largest)) }
  }

  /// Gives the keys of a table in pages, in order.
  func pages(of table: TableShape, _ body: (ArraySlice<Int64>) throws -> Void) throws {
    var last = Int64.min
    while true {
      let page = try keys(
        """
        SELECT id FROM \(raw: table.name) WHERE id > \(.integer(last)) ORDER BY id LIMIT 400
        """)
      guard let end = page.last else { return }
      try body(page[...])
      last = end
    }
  }
}
