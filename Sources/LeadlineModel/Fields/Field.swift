/// What the values of a field are, and so how they are read, compared and shown.
public enum FieldType: Hashable, Sendable {
  /// The record's own ref (`L42`).
  case id
  /// Free text; `:` means contains, folded.
  case text
  /// Several texts (tags, phones).
  case list
  /// A record of this kind, chosen by ref or name; `:` means exactly that record.
  case record(RecordKind)
  /// Any number of records of this kind; `:` selects where one of them is meant.
  case records(RecordKind)
  /// One of a fixed set of choices.
  case choice([Choice])
  /// Any number of a fixed set of choices; the value is a list of their ids.
  case choices([Choice])
  /// Phone numbers, compared by their digits.
  case phones
  /// A stage of the pipeline in use.
  case stage
  case money
  /// An ISO 4217 code.
  case currency
  /// A calendar day. A day without a year, or a weekday, is looked for in this direction.
  case day(Looking)
  /// A length of time in whole days (`30d`, `30`).
  case days
  case number

  public enum Looking: Hashable, Sendable { case back, forward }
}

/// One value that a choice field may have.
public struct Choice: Hashable, Sendable {
  /// The word stored and accepted everywhere.
  public let id: String
  public let words: Words
  /// Further words accepted for it on input.
  public let aliases: [String]

  public init(_ id: String, _ words: Words, aliases: [String] = []) {
    self.id = id
    self.words = words
    self.aliases = aliases
  }
}

/// One field of one kind of record: the one entry that filters, columns, sorting, completion,
/// import headings and help all read.
public struct Field: Hashable, Sendable {
  /// How a user may give the field a value.
  public enum Access: Hashable, Sendable {
    case readOnly
    case writable
    /// Writable, and each value holds from a business day on.
    case dated
  }

  public let kind: RecordKind
  /// The English name as written in commands: `signed-on`.
  public let name: String
  public let words: Words
  /// Other names accepted on input and as import headings.
  public let aliases: [String]
  public let type: FieldType
  public let access: Access

  public init(
    _ kind: RecordKind, _ name: String, _ words: Words, _ type: FieldType,
    _ access: Access = .writable, aliases: [String] = []
  ) {
    self.kind = kind
    self.name = name
    self.words = words
    self.type = type
    self.access = access
    self.aliases = aliases
  }

  public static func == (left: Field, right: Field) -> Bool {
    left.kind == right.kind && left.name == right.name
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(name)
  }
}
