public import LeadlineModel
public import LeadlineQuery

/// What a list asks for: which records, which fields of them, in which order.
public struct Selection: Sendable {
  public var kind: RecordKind
  public var fields: [Field]
  public var filter: Filter
  public var condition: Condition
  public var order: [Order]
  public var limit: Int?

  /// A further condition that no word of a filter states.
  public enum Condition: Hashable, Sendable {
    case any, stalled, neglected
    /// A contact whom nobody approached.
    case untapped
  }

  public struct Order: Hashable, Sendable {
    public let field: Field
    public let descends: Bool

    public init(_ field: Field, descends: Bool = false) {
      self.field = field
      self.descends = descends
    }
  }

  public init(
    _ kind: RecordKind, fields: [Field], filter: Filter = .all, condition: Condition = .any,
    order: [Order] = [], limit: Int? = nil
  ) {
    self.kind = kind
    self.fields = fields
    self.filter = filter
    self.condition = condition
    self.order = order
    self.limit = limit
  }
}

/// As of which day, and in which language, something is read.
public struct Viewpoint: Hashable, Sendable {
  public let day: Day
  /// Whether `day` lies before today, so that the log must be asked.
  public let isPast: Bool
  public let language: Language

  public init(day: Day, today: Day, language: Language) {
    self.day = day
    isPast = day < today
    self.language = language
  }
}
