/// Where a person studied, worked, served or comes from, and when.
public struct Affiliation: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Hashable, Sendable { case study, work, service, town }

  public let kind: Kind
  /// The class, the department or the unit within the organisation, folded.
  public let group: String?
  /// The first year; nil where it is not known.
  public let from: Int?
  /// The last year; nil where it is not known or not over.
  public let to: Int?

  public init(_ kind: Kind, group: String? = nil, from: Int? = nil, to: Int? = nil) {
    self.kind = kind
    self.group = group
    self.from = from
    self.to = to
  }

  /// The years up to `year` that both spent at one organisation.
  ///
  /// Nil where they missed each other, or have not met yet. A home town has no years and is shared
  /// always.
  public func years(with other: Affiliation, until year: Int) -> SharedYears? {
    guard kind == other.kind else { return nil }
    if kind == .town { return .unknown }
    guard max(from ?? year, other.from ?? year) <= year else { return nil }
    guard let from, let otherFrom = other.from else { return touches(other) ? .unknown : nil }
    let first = max(from, otherFrom)
    let last = min(to ?? year, other.to ?? year, year)
    return first <= last ? .known(first...last) : nil
  }

  /// Whether what is known of the years of both leaves room for a common one.
  private func touches(_ other: Affiliation) -> Bool {
    if let from, let end = other.to, end < from { return false }
    if let start = other.from, let to, to < start { return false }
    return true
  }
}

/// The years that two persons spent at one place.
public enum SharedYears: Hashable, Sendable {
  case known(ClosedRange<Int>)
  /// Both were there; it is not known when.
  case unknown
}
