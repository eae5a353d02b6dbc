internal import LeadlineInterchange
internal import LeadlineModel
internal import LeadlineQuery

/// Reads the cells of a file as values of fields.
struct CellReader {
  let base: Currency
  let pipeline: Pipeline
  let stages: [String: ImportOptions.StageMeaning]
  private static let mostGuests: Int64 = 1_000_000
  private var choices: [String: [String: String]] = [:]

  init(
    kind: RecordKind, base: Currency, pipeline: Pipeline,
    stages: [(word: String, meaning: ImportOptions.StageMeaning)]
  ) throws(ImportError) {
    self.base = base
    self.pipeline = pipeline
    self.stages = try StageWords(pipeline).meanings(adding: stages)
    for field in Field.of(kind, in: pipeline) {
      switch field.type {
      case .choice(let known), .choices(let known): choices[field.name] = Self.words(known)
      default: break
      }
    }
  }

  /// The value of a cell that is not blank.
  func value(
    _ text: String, _ column: ColumnPlan.Column, currency: Currency
  ) throws(RowRefusal) -> FieldValue {
    let field = column.field
    let bare = String(text.trimming(\.isWhitespace))
    switch field.type {
    case .text, .id: return .text(text)
    case .record: return .text(bare)
    case .phones: return .list(CellList.phones(bare, as: field))
    case .list, .records: return .list(CellList.split(bare, as: field))
    case .choice, .choices: return .choice(try choice(bare, field))
    case .money: return try money(bare, column, currency)
    // Outlook writes no birthday so.
    case .day where bare == "0/0/00": return .none
    case .day: return .day(try day(bare, field.name))
    case .number, .days: return .number(try number(bare, field.name))
    case .currency: return .choice(try self.currency(bare).code)
    case .stage: return .text(bare)
    }
  }

  /// What the file's word for a stage stands for.
  func stage(_ word: String) throws(RowRefusal) -> ImportOptions.StageMeaning {
    if let meaning = stages[HeadingNames.plain(word)] { return meaning }
    throw .unknownStage(word, known: pipeline.stages.map(\.id) + ["lost", "shelved"])
  }

  func currency(_ text: String) throws(RowRefusal) -> Currency {
    if let currency = Currency(code: text.uppercased()) { return currency }
    // Names of currencies are read as amounts have them: 1美元.
    if let one = try? AmountWords(currency: base).money("1" + text) { return one.currency }
    throw .unknownCurrency(text)
  }

  private func choice(_ text: String, _ field: Field) throws(RowRefusal) -> String {
    let known = choices[field.name] ?? [:]
    if let id = known[HeadingNames.plain(text)] { return id }
    throw .unknownChoice(
      field: field.name, text, known: Set(known.values).sorted())
  }

  private func day(_ text: String, _ field: String) throws(RowRefusal) -> Day {
    switch FileDay.read(text) {
    case .day(let day): return day
    case .ambiguous: throw .ambiguousDay(field: field, text)
    case .none: throw .badDay(field: field, text)
    }
  }

  private func number(_ text: String, _ field: String) throws(RowRefusal) -> Int64 {
    let digits = text.replacing(",", with: "").trimming { "人次个個名位批".contains($0) }
    guard let number = Int64(digits), number >= 0 else {
      throw .badNumber(field: field, text)
    }
    if field == "guests", number > Self.mostGuests { throw .tooManyGuests(text) }
    return number
  }

  /// An amount; none where it is nothing.
  private func money(
    _ text: String, _ column: ColumnPlan.Column, _ currency: Currency
  ) throws(RowRefusal) -> FieldValue {
    let isDigits = text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    let unit = column.unit?.suffix ?? ""
    if isDigits, unit.isEmpty, text.utf8.count <= 15, let whole = Int64(text) {
      return value(Money(minorUnits: whole * currency.minorUnitsPerMajor, currency: currency))
    }
    let isPlain = text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2C || $0 == 0x2E }
    do throws(ValueError) {
      return value(
        try AmountWords(currency: currency).money(isPlain ? text + unit : text))
    } catch {
      throw .badAmount(field: column.field.name, error)
    }
  }

  private func value(_ money: Money) -> FieldValue {
    money.minorUnits == 0 ? .none : .money(money)
  }

  private static func words(_ choices: [Choice]) -> [String: String] {
    var words: [String: String] = [:]
    for choice in choices {
      for word in [choice.id] + choice.words.all + choice.aliases
      where words[HeadingNames.plain(word)] == nil {
        words[HeadingNames.plain(word)] = choice.id
      }
    }
    return words
  }
}

/// Several texts in one cell, as people and programs write them.
enum CellList {
  static func split(_ text: String, as field: Field) -> [String] {
    // What this program wrote may have its marks inside of an item.
    if text.contains("\"") { return ListText.split(text) }
    let marks = marks(field)
    // The address book of Google parts them by three colons.
    return text.replacing(" ::: ", with: ";").split { marks.contains($0) }
      .map { String($0.trimming(\.isWhitespace)) }.filter { !$0.isEmpty }
  }

  /// Numbers with their extensions, though `;ext=5` has a mark that parts numbers.
  static func phones(_ text: String, as field: Field) -> [String] {
    split(text, as: field).reduce(into: []) { numbers, part in
      if part.lowercased().hasPrefix("ext"), let last = numbers.popLast() {
        numbers.append("\(last) \(part)")
      } else {
        numbers.append(part)
      }
    }
  }

  private static func marks(_ field: Field) -> String {
    switch field.type {
    case .phones: ";；/、,，\n\r\r\n"
    case .list where field.name == "email": ";；、,， \n\r\r\n"
    case .list where field.name == "tag": ";；、,，\n\r\r\n"
    // Commas may be part of a name: Foo, Inc.
    default: ";；、\n\r\r\n"
    }
  }
}
