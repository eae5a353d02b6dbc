/// The keys that a file has had so far, each with what was said under it.
struct KeysSeen {
  private var seen: [UInt64: (said: UInt64, line: Int)] = [:]
  private var counts: [UInt64: Int] = [:]

  /// The item with a key of its own: equal activities of one file are counted, `#2`, `#3`, as two
  /// parties may be received alike on one day.
  mutating func numbering(_ item: SourceItem) -> SourceItem {
    guard case .draft(var draft, let row) = item, draft.kind == .activity,
      draft.key.hasPrefix("#")
    else { return item }
    let count = (counts[Self.hash(draft)] ?? 0) + 1
    counts[Self.hash(draft)] = count
    if count > 1 { draft.key += "#\(count)" }
    return .draft(draft, row)
  }

  /// Whether an earlier row said the same under the same key; throws where it said otherwise.
  mutating func isRepeated(_ draft: ImportDraft) throws(RowRefusal) -> Bool {
    var content = ContentHash()
    for (field, text) in draft.said.sorted(by: { $0.key < $1.key }) {
      content.add(field)
      content.add(text)
    }
    let key = Self.hash(draft)
    guard let earlier = seen[key] else {
      seen[key] = (content.number, draft.line)
      return false
    }
    guard earlier.said == content.number else {
      throw .repeatedKey(draft.key, line: earlier.line)
    }
    return true
  }

  private static func hash(_ draft: ImportDraft) -> UInt64 {
    var hash = ContentHash()
    hash.add(draft.kind.rawValue)
    hash.add(draft.key)
    return hash.number
  }
}
