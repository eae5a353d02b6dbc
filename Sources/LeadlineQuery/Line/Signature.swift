public import LeadlineModel

/// What a command takes: the part of its declaration that parsing, help and completion read.
public struct Signature: Hashable, Sendable {
  public let name: String
  /// The names in Chinese, simplified and traditional, accepted beside the English one.
  public let aliases: [String]
  /// Filled from the left by type.
  public let slots: [Slot]
  /// The fields and parameters that `name=value` may give.
  public let assignable: [Field]
  public let options: [Option]
  /// The kind of record that the filter of a listing command selects, or that WHICH means.
  public let subject: RecordKind?
  /// Whether what is left after slots, assigns and options is one filter (else it is an error).
  public let isListing: Bool

  public init(
    _ name: String, aliases: [String], slots: [Slot] = [], assignable: [Field] = [],
    options: [Option] = [], subject: RecordKind? = nil, isListing: Bool = false
  ) {
    self.name = name
    self.aliases = aliases
    self.slots = slots
    self.assignable = assignable
    self.options = options
    self.subject = subject
    self.isListing = isListing
  }

  /// Whether its words are addresses, in which `name=value` gives the command nothing.
  var takesAddresses: Bool { slots.contains { $0.kind == .location } }
}

/// A place of a command for one word (or several), known by its type.
public struct Slot: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// Refs, rows, one name or a filter that begins with a field term, of these kinds of record.
    case which([RecordKind])
    case stage
    case day(FieldType.Looking)
    case amount
    case choice([Choice])
    /// A journal entry, `J12`.
    case entry
    case file
    /// A database: a file or an address, whatever signs of the language it has in it.
    case location
    /// Any words; joined by blanks.
    case text
  }

  /// As help writes it: `WHICH`, `STAGE`.
  public let name: String
  public let kind: Kind
  public let isRequired: Bool
  /// Whether it takes every further word that fits.
  public let repeats: Bool

  public init(_ name: String, _ kind: Kind, isRequired: Bool = true, repeats: Bool = false) {
    self.name = name
    self.kind = kind
    self.isRequired = isRequired
    self.repeats = repeats
  }
}

/// An option of a command: `--sort FIELD`, `--dry-run`.
public struct Option: Hashable, Sendable {
  /// With its dashes.
  public let name: String
  public let short: String?
  /// What help calls its value; nil for an option without one.
  public let value: String?

  public init(_ name: String, short: String? = nil, value: String? = nil) {
    self.name = name
    self.short = short
    self.value = value
  }
}
