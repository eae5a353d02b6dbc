public import LeadlineModel

/// What selects records: the meaning of the words of a listing command.
public indirect enum Filter: Hashable, Sendable {
  case all
  case not(Filter)
  case and([Filter])
  case or([Filter])
  case term(Term)
  /// Part of a name, pinyin or initials; or the ref of the record itself.
  case word(String)
}

/// One field put to one test.
public struct Term: Hashable, Sendable {
  public let field: Field
  public let test: Test

  public init(_ field: Field, _ test: Test) {
    self.field = field
    self.test = test
  }
}

/// What a term asks of its field's value. A record without a value passes only `isNone`.
public enum Test: Hashable, Sendable {
  case anyOf([Operand])
  /// From `lower` to `upper`, both included; at least one is given.
  case range(lower: Operand?, upper: Operand?)
  case compare(Comparison, Operand)
  case isNone
  case isAny
}

public enum Comparison: String, Hashable, Sendable, CaseIterable {
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
}

/// A value that a field is tested against.
public enum Operand: Hashable, Sendable {
  /// Contained in the field's folded text, or in one of a list's.
  case text(String)
  case number(Int64)
  case money(Money)
  case days(Int)
  /// The days of `2022-11` or of one day; a comparison reads its near end.
  case period(ClosedRange<Day>)
  /// The id of a choice, a stage or a currency.
  case choice(String)
  /// A record as typed, not yet looked up: a name, a ref or `me`.
  case named(String)
  /// The records that a name stood for, after look-up; none where nothing has that name.
  case records([Ref])
}
