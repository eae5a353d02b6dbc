/// The value of one field of one record.
public enum FieldValue: Hashable, Sendable {
  case none
  case text(String)
  case number(Int64)
  case money(Money)
  case day(Day)
  /// A length of time in days.
  case days(Int)
  /// One of the field's choices, by its id (a stage, an outcome, a level).
  case choice(String)
  /// Another record, with its name.
  case record(Ref, name: String)
  /// Several other records, with their names.
  case records([NamedRef])
  /// Several texts: tags, phones, e-mail addresses.
  case list([String])

  public var isNone: Bool {
    switch self {
    case .none: true
    case .text(let text): text.isEmpty
    case .list(let items): items.isEmpty
    case .records(let records): records.isEmpty
    default: false
    }
  }
}

/// A record with its name, as it is shown.
public struct NamedRef: Hashable, Sendable {
  public let ref: Ref
  public let name: String

  public init(_ ref: Ref, name: String) {
    self.ref = ref
    self.name = name
  }
}
