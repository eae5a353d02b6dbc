public import LeadlineModel
internal import LeadlineStore

extension CRM {
  /// Names of records of these kinds to complete `word` with: found by text, pinyin or initials,
  /// the most used first, at most `limit` of each kind.
  public func suggestedNames(
    _ kinds: [RecordKind], _ word: String, limit: Int = 100
  ) throws -> [String] {
    try kinds.flatMap { try database.suggestedNames($0, word, limit: limit) }
  }

  /// Texts to complete `word` with, from what the records written last have in a field.
  public func suggestedTexts(
    _ field: Field, _ word: String, limit: Int = 100
  ) throws -> [String] {
    try database.suggestedTexts(field, word, limit: limit)
  }

  /// How often the records written last have each choice of a field.
  public func uses(in field: Field) throws -> [String: Int] {
    try database.uses(in: field)
  }
}
