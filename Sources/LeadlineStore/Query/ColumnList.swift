internal import LeadlineModel

/// Several short texts kept in one column: tags.
public enum ColumnList {
  static let separator = ", "

  static func items(_ text: String?) -> [String] {
    text?.split(separator: separator).map(String.init) ?? []
  }

  /// The column's text for `items`; nil for none. A comma inside an item becomes a semicolon of
  /// the same width.
  public static func text(_ items: [String]) -> String? {
    let clean = items.map { $0.replacing(",", with: ";").replacing("，", with: "；") }
      .filter { !$0.isEmpty }
    return clean.isEmpty ? nil : clean.joined(separator: separator)
  }

  /// Reads records joined as `key:name`.
  static func records(_ text: String?, kind: RecordKind) -> [NamedRef] {
    guard let text else { return [] }
    return text.split(separator: listSeparator).compactMap { item in
      let parts = item.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let key = Int64(parts[0]) else { return nil }
      return NamedRef(Key.ref(kind, key), name: String(parts[1]))
    }
  }
}
