internal import LeadlineModel

/// The key of a record's row, from its ref and back.
enum Key {
  /// Staff have keys above this; a contact's key is its number.
  static let staffBase: Int64 = 1_000_000_000

  static func isStaff(_ person: Int64) -> Bool { person > staffBase }

  static func of(_ ref: Ref) -> Int64 {
    ref.kind == .staff ? staffBase + ref.number : ref.number
  }

  static func person(_ key: Int64) -> Ref {
    key > staffBase ? Ref(.staff, key - staffBase) : Ref(.contact, key)
  }

  static func ref(_ kind: RecordKind, _ key: Int64) -> Ref {
    kind == .contact || kind == .staff ? person(key) : Ref(kind, key)
  }
}
