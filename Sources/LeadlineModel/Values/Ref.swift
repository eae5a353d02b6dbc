/// The kinds of record that have a number of their own.
public enum RecordKind: String, Hashable, Sendable, CaseIterable {
  case lead, contact, staff, organisation, department, section, activity, followUp

  /// The letter before the number: `L42`.
  public var letter: Character {
    switch self {
    case .lead: "L"
    case .contact: "C"
    case .staff: "S"
    case .organisation: "O"
    case .department: "D"
    case .section: "K"
    case .activity: "A"
    case .followUp: "F"
    }
  }
}

/// A record's name for people: its kind and number, as `L42` or `C7`. Never reused.
public struct Ref: Hashable, Sendable {
  public let kind: RecordKind
  public let number: Int64

  public init(_ kind: RecordKind, _ number: Int64) {
    self.kind = kind
    self.number = number
  }

  /// Reads `L42` or `l42`, of at most nine digits; nil for anything else.
  public init?(_ text: some StringProtocol) {
    guard let letter = text.first?.uppercased().first,
      let kind = RecordKind.allCases.first(where: { $0.letter == letter })
    else { return nil }
    let digits = text.dropFirst()
    guard !digits.isEmpty, digits.first != "0", digits.utf8.count <= 9,
      digits.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int64(digits)
    else { return nil }
    self.init(kind, number)
  }
}

extension Ref: CustomStringConvertible {
  public var description: String { "\(kind.letter)\(number)" }
}
