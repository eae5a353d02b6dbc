public import LeadlineModel

/// What a line may be completed with; every query reads a bounded number of rows, however many
/// records there are.
extension Database {
  /// Names of records of a kind that answer `word` by text, pinyin or initials: those that begin
  /// so before others, then the most used first. A record without a name is given as its ref.
  ///
  /// No word: the names that the records written last refer to.
  public func suggestedNames(
    _ kind: RecordKind, _ word: String, limit: Int
  ) throws -> [String] {
    guard let named = SuggestionSource(kind) else { return [] }
    let keys = word.isEmpty ? try recent(named) : try keys(of: named, kind, word)
    var seen: Set<Int64?> = []
    let found = try names(of: kind, named, keys).answering(word)
      .filter { seen.insert($0.key).inserted }.prefix(limit)
    if word.isEmpty { return found.map(\.text).unique }
    let uses = try uses(of: found.compactMap(\.key), named)
    return found.sortedByUse { $0.key.flatMap { uses[$0] } ?? 0 }.map(\.text).unique
  }

  /// Texts that the records written last have in a field and that answer `word`, the most used
  /// first.
  public func suggestedTexts(_ field: Field, _ word: String, limit: Int) throws -> [String] {
    let uses = try uses(in: field)
    let texts = uses.keys.sorted { (uses[$1] ?? 0, $0) < (uses[$0] ?? 0, $1) }
    return texts.map { Suggested(text: $0) }.answering(word)
      .sortedByUse { uses[$0.text] ?? 0 }.prefix(limit).map(\.text)
  }

  /// How often the records written last have each text or choice in a field.
  public func uses(in field: Field) throws -> [String: Int] {
    let day = Day(number: 0)
    let source = try Source(
      self, field.kind, Viewpoint(day: day, today: day, language: .english))
    guard let column = source.column(field) else { return [:] }
    var uses: [String: Int] = [:]
    let columns = column.selected.separated(by: ", ")
    let scope = SuggestionSource(field.kind)?.scope ?? .all([])
    try engine.rows(
      """
      SELECT \(columns) FROM \(source.rows) WHERE \(scope) \
      ORDER BY \(source.key) DESC LIMIT \(.integer(Self.sample))
      """
    ) { cells in
      for text in column.decode(cells, 0).texts { uses[text, default: 0] += 1 }
      return true
    }
    return uses
  }

  /// How many of the records written last are looked at.
  private static let sample: Int64 = 500
  /// How many keys of the index are looked at for one beginning.
  private static let scanned: Int64 = 4000
  /// How many records are looked at by name.
  private static let looked: Int64 = 200
  /// Beyond so many, uses are no longer counted.
  private static let counted: Int64 = 200

  /// The records that those written last refer to, the most used first.
  private func recent(_ named: SuggestionSource) throws -> [Int64] {
    let used = try found(
      """
      SELECT key FROM (SELECT \(raw: named.column) AS key FROM \(raw: named.user) \
      ORDER BY id DESC LIMIT \(.integer(Self.sample))) AS late WHERE key IS NOT NULL \
      GROUP BY key ORDER BY COUNT(*) DESC, key LIMIT 100
      """)
    let last = try found(
      """
      SELECT id FROM \(raw: named.table) WHERE \(named.scope) ORDER BY id DESC LIMIT 100
      """)
    return (used + last).unique
  }

  private func keys(
    of named: SuggestionSource, _ kind: RecordKind, _ word: String
  ) throws -> [Int64] {
    guard named.isIndexed else {
      return try found(
        "SELECT id FROM \(raw: named.table) WHERE \(named.scope) ORDER BY id DESC LIMIT 2000")
    }
    let probe = SearchProbe(word)
    let ranges = probe.ranges.filter { $0.kind == .name }.map {
      "token >= \(.text($0.lower)) AND token < \(.text($0.upper))" as Clause
    }
    let conditions = ranges + probe.cut.map { "token = \(.text($0))" as Clause }
    return try conditions.flatMap { condition in
      try found(
        """
        SELECT record FROM (SELECT kind, record FROM search_key WHERE \(condition) \
        ORDER BY token LIMIT \(.integer(Self.scanned))) AS near \
        WHERE kind = \(.text(String(kind.letter))) LIMIT \(.integer(Self.looked))
        """)
    }.unique
  }

  private func names(
    of kind: RecordKind, _ named: SuggestionSource, _ keys: [Int64]
  ) throws -> [Suggested] {
    guard !keys.isEmpty else { return [] }
    var places: [Int64: Int] = [:]
    for (place, key) in keys.enumerated() { places[key] = place }
    var found: [Suggested] = []
    for query in named.names(keys.list) {
      try engine.rows(query) { cells in
        let key = cells.integer(0) ?? 0
        let name = cells.text(1) ?? ""
        found.append(
          Suggested(text: name.isEmpty ? "\(Key.ref(kind, key))" : name, key: key))
        return true
      }
    }
    return found.sorted { (places[$0.key ?? 0] ?? 0) < (places[$1.key ?? 0] ?? 0) }
  }

  private func uses(of keys: [Int64], _ named: SuggestionSource) throws -> [Int64: Int] {
    guard !keys.isEmpty else { return [:] }
    var uses: [Int64: Int] = [:]
    let table = Clause.raw(named.table)
    try engine.rows(
      """
      SELECT id, (SELECT COUNT(*) FROM (SELECT 1 AS one FROM \(raw: named.user) AS used \
      WHERE used.\(raw: named.column) = \(table).id LIMIT \(.integer(Self.counted))) AS seen) \
      FROM \(table) WHERE id IN (\(keys.list))
      """
    ) { cells in
      uses[cells.integer(0) ?? 0] = Int(cells.integer(1) ?? 0)
      return true
    }
    return uses
  }

  private func found(_ query: Clause) throws -> [Int64] {
    var keys: [Int64] = []
    try engine.rows(query) { cells in
      if let key = cells.integer(0) { keys.append(key) }
      return true
    }
    return keys
  }
}

/// Where the names of a kind stand, and the column that tells how much a record is used.
private struct SuggestionSource {
  let table: String
  /// By key where it can be, so that the last records are found without sorting.
  let scope: Clause
  let user: String
  let column: String
  /// Whether the search index has the names; the others are few.
  let isIndexed: Bool

  init?(_ kind: RecordKind) {
    switch kind {
    case .lead: self.init("lead", usedBy: "activity_lead", "lead")
    case .contact:
      self.init(
        "person", "person.id <= \(.integer(Key.staffBase))", usedBy: "lead_contact", "person")
    case .organisation: self.init("organisation", usedBy: "lead", "organisation")
    case .staff:
      self.init(
        "person", "person.id > \(.integer(Key.staffBase))", usedBy: "lead", "owner",
        isIndexed: false)
    case .department:
      self.init("department", usedBy: "lead", "department", isIndexed: false)
    case .section: self.init("section", usedBy: "lead", "section", isIndexed: false)
    case .followUp:
      self.init(
        "follow_up", "follow_up.outcome = 'open'", usedBy: "follow_up", "id", isIndexed: false)
    case .activity: return nil
    }
  }

  private init(
    _ table: String, _ scope: Clause? = nil, usedBy user: String, _ column: String,
    isIndexed: Bool = true
  ) {
    (self.table, self.user, self.column) = (table, user, column)
    self.scope = scope ?? .all([])
    self.isIndexed = isIndexed
  }

  /// Key and name of the records among those of the keys that are in scope.
  func names(_ keys: Clause) -> [Clause] {
    let name = ["lead": "title", "follow_up": "what"][table] ?? "name"
    let own: Clause = """
      SELECT id, \(raw: name) FROM \(raw: table) WHERE \(scope) AND id IN (\(keys))
      """
    let aliases: Clause = """
      SELECT organisation, name FROM organisation_alias WHERE organisation IN (\(keys))
      """
    return table == "organisation" ? [own, aliases] : [own]
  }
}

/// A text that may stand in a line, of a record where it is one's name.
private struct Suggested {
  let text: String
  var key: Int64?
  var rank = NameMatch.Rank.whole
}

extension [Suggested] {
  /// Those that answer the word, the best first; all of them where there is no word.
  fileprivate func answering(_ word: String) -> [Suggested] {
    if word.isEmpty { return self }
    let match = NameMatch(word)
    let ranked = compactMap { suggested -> Suggested? in
      guard let rank = match.rank(of: suggested.text) else { return nil }
      return Suggested(
        text: suggested.text, key: suggested.key, rank: rank == .whole ? .start : rank)
    }
    guard let best = ranked.map(\.rank).min() else { return [] }
    return ranked.filter { $0.rank == best }
  }
}

extension Collection<Suggested> {
  fileprivate func sortedByUse(_ uses: (Suggested) -> Int) -> [Suggested] {
    enumerated().sorted { (uses($1.element), $0.offset) < (uses($0.element), $1.offset) }
      .map(\.element)
  }
}

extension FieldValue {
  fileprivate var texts: [String] {
    switch self {
    case .text(let text), .choice(let text): text.isEmpty ? [] : [text]
    case .list(let items): items
    default: []
    }
  }
}
