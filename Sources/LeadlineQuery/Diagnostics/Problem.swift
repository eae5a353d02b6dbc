public import LeadlineModel

/// What is wrong with a line: the facts, without words.
public enum Problem: Hashable, Sendable {
  case missingCommand
  case unknownCommand(String)
  /// A shortened name that several commands begin with.
  case ambiguousCommand(String, candidates: [String])
  case unknownOption(String)
  case optionNeedsValue(String, value: String)
  case optionTakesNoValue(String)
  /// The command is there where it takes fields, not where it selects by them.
  case unknownField(String, command: String? = nil)
  /// The command does not take this field.
  case fieldNotTaken(Field, command: String)
  case readOnlyField(Field)
  /// `=` in a listing command, where `:` selects.
  case assignSelects(field: String, value: String)
  /// `:` in a writing command outside of WHICH, where `=` gives.
  case termGives(field: String, value: String)
  /// `field!=value`, which the language does not have.
  case unequal(field: String, value: String)
  /// One argument of a shell that holds words and then a term.
  case joinedWords(String, term: String)
  case emptyValue(field: String)
  case badValue(ValueError)
  case unknownChoice(String, of: Words, choices: [String])
  case notANumber(String)
  case notACurrency(String)
  case notARef(String, kinds: [RecordKind])
  /// A comparison or a range of a field whose values have no order.
  case noOrder(Field)
  case comparesOneValue(Field)
  case rangeBackwards(String)
  case wrongKind(Ref, expected: [RecordKind])
  case badRows(String)
  case notAnEntry(String)
  case missingSlot(String, command: String)
  /// A word that a writing command has no place for.
  case unexpectedWord(String, command: String, afterName: Bool)
  case missingOperand(String)
  case unclosedGroup
  case strayGroupEnd
  case emptyGroup
  case tooDeep
  case openQuote(String)
  case redirectNeedsName
  case redirectTakesOneName
  case programMissing
  /// No record has that ref or name.
  case notFound(String, kinds: [RecordKind])
  case ambiguousName(String, candidates: [String])
}
