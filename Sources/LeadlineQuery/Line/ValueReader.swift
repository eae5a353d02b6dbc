internal import LeadlineModel

/// Reads a word as a value of a field's type.
struct ValueReader: Sendable {
  private(set) var days: DayWords
  let amounts: AmountWords
  let stages: [Choice]

  /// The same reader where days and months without a year lie in `year`.
  func inYear(_ year: Int) -> ValueReader {
    var reader = self
    reader.days = days.inYear(year)
    return reader
  }

  /// The value that `piece` is for a test of `field`.
  func operand(_ piece: Piece, for field: Field) throws(Fault) -> Operand {
    switch field.type {
    case .text, .list, .phones: .text(piece.text)
    case .id: .records([try id(piece, kind: field.kind)])
    case .record(let kind), .records(let kind): record(piece, kind: kind)
    case .choice(let choices), .choices(let choices):
      .choice(try choice(piece, of: choices, field.words))
    case .stage: .choice(try choice(piece, of: stages, field.words))
    case .currency: .choice(try currency(piece))
    case .money: .money(try money(piece))
    case .day(let looking): .period(try period(piece, looking))
    case .days: .days(try duration(piece))
    case .number: .number(try number(piece))
    }
  }

  func choice(_ piece: Piece, of choices: [Choice], _ what: Words) throws(Fault) -> String {
    let index = ChoiceIndex(choices: choices)
    if let choice = index[piece.text] { return choice.id }
    let problem = Problem.unknownChoice(piece.text, of: what, choices: choices.map(\.id))
    throw Fault(
      problem: problem, range: piece.range, suggestions: index.nearest(to: piece.text))
  }

  func money(_ piece: Piece) throws(Fault) -> Money {
    do {
      return try amounts.money(piece.text)
    } catch {
      throw Fault(value: error, range: piece.range)
    }
  }

  func day(_ piece: Piece, _ looking: FieldType.Looking) throws(Fault) -> Day {
    do {
      return try days.day(piece.text, looking: looking)
    } catch {
      throw Fault(value: error, range: piece.range)
    }
  }

  func period(_ piece: Piece, _ looking: FieldType.Looking) throws(Fault) -> ClosedRange<Day> {
    do {
      return try days.period(piece.text, looking: looking)
    } catch {
      throw Fault(value: error, range: piece.range)
    }
  }

  private func duration(_ piece: Piece) throws(Fault) -> Int {
    do {
      return try DayWords.duration(piece.text)
    } catch {
      throw Fault(value: error, range: piece.range)
    }
  }

  private func number(_ piece: Piece) throws(Fault) -> Int64 {
    if let number = Int64(piece.text) { return number }
    if let number = ChineseNumeral.value(piece.text)?.integer { return number }
    throw Fault(problem: .notANumber(piece.text), range: piece.range)
  }

  private func currency(_ piece: Piece) throws(Fault) -> String {
    if let currency = Currency(code: piece.text.uppercased()) { return currency.code }
    throw Fault(problem: .notACurrency(piece.text), range: piece.range)
  }

  private func id(_ piece: Piece, kind: RecordKind) throws(Fault) -> Ref {
    if !piece.isQuoted, let ref = Ref(piece.text), ref.kind == kind { return ref }
    throw Fault(problem: .notARef(piece.text, kinds: [kind]), range: piece.range)
  }

  private func record(_ piece: Piece, kind: RecordKind) -> Operand {
    if !piece.isQuoted, let ref = Ref(piece.text), ref.kind == kind { return .records([ref]) }
    return .named(piece.text)
  }
}

extension Fault {
  init(value: ValueError, range: Range<String.Index>) {
    self.init(
      problem: .badValue(value), range: range, suggestions: value.suggestion.map { [$0] } ?? [])
  }
}
