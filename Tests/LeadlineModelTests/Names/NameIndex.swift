import LeadlineModel

/// A small index in memory, asked as a database would be.
struct NameIndex {
  let rows: [(name: String, keys: [SearchKey])]

  init(_ names: [String]) {
    rows = names.map { ($0, SearchKeys.keys(of: $0)) }
  }

  /// The names a probe finds; the keys alone tell the rank where only exact ranges hold them.
  func find(_ query: String) -> [String: NameMatch.Rank] {
    let probe = SearchProbe(query)
    let match = NameMatch(query)
    var found: [String: NameMatch.Rank] = [:]
    for row in rows {
      let isCandidate = isCandidate(row.keys, probe: probe)
      let exact = exactRank(of: row.keys, probe: probe)
      found[row.name] = isCandidate ? match.rank(of: row.name) : exact
    }
    return found
  }

  private func exactRank(of keys: [SearchKey], probe: SearchProbe) -> NameMatch.Rank? {
    keys.compactMap { key in
      let range = probe.ranges.first { $0.kind == .name && $0.isExact && $0.contains(key.token) }
      guard let range else { return nil }
      return key.place == .start && key.token == range.lower ? .whole : key.place
    }.min()
  }

  private func isCandidate(_ keys: [SearchKey], probe: SearchProbe) -> Bool {
    keys.contains { key in
      probe.cut.contains(key.token)
        || probe.ranges.contains { !$0.isExact && $0.contains(key.token) }
    }
  }
}
