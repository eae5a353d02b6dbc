public import LeadlineModel

/// A value as the database holds it.
public enum Datum: Hashable, Sendable {
  case null
  case integer(Int64)
  case text(String)
  case day(Day)

  public init(_ value: Int64?) { self = value.map(Datum.integer) ?? .null }
  public init(_ value: String?) { self = value.map(Datum.text) ?? .null }
  public init(_ value: Day?) { self = value.map(Datum.day) ?? .null }
  public init(_ value: Bool) { self = .integer(value ? 1 : 0) }
}

extension Datum {
  /// Throws for a text with a NUL character, which no engine keeps whole.
  func refuseNUL() throws(StorageError) {
    if case .text(let text) = self, text.utf8.contains(0) {
      throw .constraint("a NUL character in a text")
    }
  }
}
