public import LeadlineModel

/// A line of the command language, read against the signature of its command.
public struct ParsedLine: Sendable {
  public let signature: Signature
  /// By the slot's name.
  public var slots: [String: SlotValue]
  public var assigns: [Assign]
  /// The values of each option given, by its name; an option without value has one empty value.
  public var options: [String: [String]]
  /// `.all` where nothing was said.
  public var filter: Filter
  /// What stood after ` -- `, as typed.
  public var text: String?
  public var redirect: Redirect?
  /// The line that places stand in; for the arguments of a shell, these joined.
  public var line: String
  /// Where the words of each slot stand, by its name, and the values of each option.
  public var places: [String: Range<String.Index>]

  public init(
    signature: Signature, slots: [String: SlotValue] = [:], assigns: [Assign] = [],
    options: [String: [String]] = [:], filter: Filter = .all, text: String? = nil,
    redirect: Redirect? = nil, line: String = "", places: [String: Range<String.Index>] = [:]
  ) {
    self.signature = signature
    self.slots = slots
    self.assigns = assigns
    self.options = options
    self.filter = filter
    self.text = text
    self.redirect = redirect
    self.line = line
    self.places = places
  }

  /// Where one item of an option's list stands in `line`; the whole list where it is not found.
  ///
  /// - Parameters:
  ///   - item: The item as typed, without blanks around it.
  ///   - option: The option's name with its dashes.
  public func place(of item: String, in option: String) -> Range<String.Index>? {
    guard let list = places[option] else { return nil }
    let parts = line.unicodeScalars[list].split { scalar in
      Marks.separates(scalar) || Marks.isBlank(scalar) || Quotes.isMark(scalar)
    }
    let part = parts.first { String($0) == item }
    return part.map { $0.startIndex..<$0.endIndex } ?? list
  }
}

public enum SlotValue: Hashable, Sendable {
  case which(Which)
  case stage(String)
  case day(Day)
  case money(Money)
  case choice(String)
  case entry(Int64)
  case text(String)
  case files([String])
}

/// How a line names the records it is about.
public enum Which: Hashable, Sendable {
  case refs([Ref])
  /// Rows of the listing printed last, from 1; nil means all of them.
  case rows([Int]?)
  /// A name that must fit exactly one record.
  case name(String)
  case filter(Filter)
}

/// `field=value`, `field+=value` or `field-=value`.
public struct Assign: Hashable, Sendable {
  public enum Operation: Hashable, Sendable { case set, add, remove }

  public let field: Field
  public let operation: Operation
  /// As typed, without its quotes; empty or `none` takes the value away.
  public let value: String
  public let isQuoted: Bool
  /// Where the value stands in the line.
  public let place: Range<String.Index>

  public init(
    field: Field, operation: Operation, value: String, isQuoted: Bool, place: Range<String.Index>
  ) {
    self.field = field
    self.operation = operation
    self.value = value
    self.isQuoted = isQuoted
    self.place = place
  }
}

public enum Redirect: Hashable, Sendable {
  case file(String)
  case program(String)
}
