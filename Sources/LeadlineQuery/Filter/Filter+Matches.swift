public import LeadlineModel

extension Filter {
  /// Whether a record passes: the definition of what a filter means, for every engine.
  ///
  /// `names` are what the record is called, its other names included (a lead: by its organisation
  /// too; an activity by its note, a follow-up by what is due); `value` gives the value of any of
  /// its fields. A word fits where a name answers it, where it is the record's ref, and for a
  /// person where it is part of an address or a phone's tail.
  public func matches(
    _ ref: Ref, names: [String], value: (Field) -> FieldValue
  ) -> Bool {
    switch self {
    case .all: true
    case .not(let filter): !filter.matches(ref, names: names, value: value)
    case .and(let filters):
      filters.allSatisfy { $0.matches(ref, names: names, value: value) }
    case .or(let filters): filters.contains { $0.matches(ref, names: names, value: value) }
    case .word(let word): Ref(word) == ref || Self.finds(word, ref.kind, names, value)
    case .term(let term): term.matches(ref, value)
    }
  }

  /// Notes are searched for a run of the text, names by reading and initials too.
  private static func finds(
    _ word: String, _ kind: RecordKind, _ names: [String], _ value: (Field) -> FieldValue
  ) -> Bool {
    switch kind {
    case .activity, .followUp:
      return !Fold.text(word).isEmpty && names.contains { Fold.contains(word, in: $0) }
    case .contact, .staff:
      let reaches = Field.contacts.filter { $0.name == "email" || $0.name == "phone" }
      if reaches.contains(where: { value($0).isReached(by: word, $0.type) }) { return true }
    default: break
    }
    return names.contains { NameMatch.rank(query: word, name: $0) != nil }
  }
}

extension FieldValue {
  fileprivate func isReached(by word: String, _ type: FieldType) -> Bool {
    guard case .list(let items) = self else { return false }
    let probe = SearchProbe(word)
    return items.contains {
      type == .phones ? probe.finds(number: $0) : EmailMatch.matches(query: word, address: $0)
    }
  }
}

extension Term {
  /// Phone numbers are compared by their digits, choices as a whole.
  fileprivate func matches(_ ref: Ref, _ value: (Field) -> FieldValue) -> Bool {
    switch (field.type, test) {
    case (.id, _): return test.matches(.record(ref, name: ""))
    case (.phones, .anyOf(let operands)):
      guard case .list(let numbers) = value(field) else { return false }
      let known = numbers.map { Phone.normalised($0).comparable }
      return operands.contains { operand in
        guard case .text(let text) = operand else { return false }
        let digits = Phone.normalised(text).comparable
        return !digits.isEmpty && known.contains { $0.contains(digits) }
      }
    case (.choices, .anyOf(let operands)):
      guard case .list(let chosen) = value(field) else { return false }
      return chosen.contains { operands.contains(.choice($0)) }
    default: return test.matches(value(field))
    }
  }
}

extension Test {
  /// Whether a value passes. One that is none passes only `isNone`.
  public func matches(_ value: FieldValue) -> Bool {
    if value.isNone { return self == .isNone }
    switch self {
    case .isNone: return false
    case .isAny: return true
    case .anyOf(let operands): return operands.contains { $0.selects(value) }
    case .range(let lower, let upper):
      return (lower?.compares(value, .greaterOrEqual) ?? true)
        && (upper?.compares(value, .lessOrEqual) ?? true)
    case .compare(let comparison, let operand): return operand.compares(value, comparison)
    }
  }
}

extension Operand {
  /// Whether `value` is what `field:operand` means.
  ///
  /// Text is contained, folded. Money is equal in amount and currency. A name not looked up means
  /// the record that has exactly this name, folded.
  func selects(_ value: FieldValue) -> Bool {
    switch (self, value) {
    case (.text(let text), .text), (.text(let text), .list):
      value.texts.contains { Fold.contains(text, in: $0) }
    case (.number(let number), .number(let value)): value == number
    case (.money(let money), .money(let value)): value == money
    case (.days(let days), .days(let value)): value == days
    case (.period(let period), .day(let value)): period.contains(value)
    case (.choice(let id), .choice(let value)), (.choice(let id), .text(let value)): value == id
    case (.records(let refs), _): value.refs.contains { refs.contains($0) }
    case (.named(let name), .record), (.named(let name), .records):
      value.texts.contains { Fold.text($0) == Fold.text(name) }
    default: false
    }
  }

  /// Whether `value` stands in this comparison to the operand.
  ///
  /// A period reads its near end: `<` before its first day, `<=` up to its last, `>` after its
  /// last, `>=` from its first. Money of another currency never passes.
  func compares(_ value: FieldValue, _ comparison: Comparison) -> Bool {
    switch (self, value) {
    case (.number(let number), .number(let value)): comparison.holds(value, number)
    case (.days(let days), .days(let value)): comparison.holds(value, days)
    case (.money(let money), .money(let value)):
      value.currency == money.currency && comparison.holds(value.minorUnits, money.minorUnits)
    case (.period(let period), .day(let value)):
      switch comparison {
      case .less, .greaterOrEqual: comparison.holds(value, period.lowerBound)
      case .lessOrEqual, .greater: comparison.holds(value, period.upperBound)
      }
    default: false
    }
  }
}

extension Comparison {
  /// Whether `left` stands in this comparison to `right`.
  public func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
    switch self {
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }
}

extension FieldValue {
  /// The texts that a text may be contained in.
  fileprivate var texts: [String] {
    switch self {
    case .text(let text), .choice(let text): [text]
    case .list(let items): items
    case .record(_, let name): [name]
    case .records(let records): records.map(\.name)
    default: []
    }
  }

  fileprivate var refs: [Ref] {
    switch self {
    case .record(let ref, _): [ref]
    case .records(let records): records.map(\.ref)
    default: []
    }
  }
}

extension Fold {
  /// Whether the folded `part` is a run of the folded `text`.
  static func contains(_ part: String, in text: String) -> Bool {
    let part = Array(Fold.text(part).utf8)
    let text = Array(Fold.text(text).utf8)
    guard part.count <= text.count else { return false }
    return (0...(text.count - part.count)).contains { start in
      part.indices.allSatisfy { part[$0] == text[start + $0] }
    }
  }
}
