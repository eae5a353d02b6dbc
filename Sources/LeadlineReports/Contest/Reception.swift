public import LeadlineModel

/// The parties that a department received, and their guests.
public struct Reception: Hashable, Sendable {
  /// Nil for receptions of no department.
  public let department: NamedRef?
  public let parties: Int64
  public let guests: Int64

  /// Adds receptions up.
  public struct Tally {
    private var byDepartment: [NamedRef?: (parties: Int64, guests: Int64)] = [:]

    public init() {}

    public mutating func add(_ department: NamedRef?, guests: Int64) {
      byDepartment[department, default: (0, 0)].parties += 1
      byDepartment[department, default: (0, 0)].guests += guests
    }

    /// Those with the most parties first, then by guests, then by name; no department last.
    public var receptions: [Reception] {
      byDepartment.map { Reception(department: $0, parties: $1.parties, guests: $1.guests) }
        .sorted { left, right in
          guard let one = left.department, let other = right.department else {
            return left.department != nil
          }
          if left.parties != right.parties { return left.parties > right.parties }
          if left.guests != right.guests { return left.guests > right.guests }
          let keys = [one, other].map { SortKey.of($0.name, isPerson: false) }
          return (keys[0], one.ref.number) < (keys[1], other.ref.number)
        }
    }
  }
}
