internal import LeadlineModel

/// A filter as it can be typed: reading it again gives the same filter.
extension Filter: CustomStringConvertible {
  public var description: String {
    switch self {
    case .all: ""
    case .not(let filter): "not \(filter.isJoined ? "(\(filter))" : "\(filter)")"
    case .and(let filters):
      filters.map { $0.isJoined ? "(\($0))" : "\($0)" }.joined(separator: " ")
    case .or(let filters):
      filters.map { $0.isAlternative ? "(\($0))" : "\($0)" }.joined(separator: " or ")
    case .word(let word): Quoting.word(word)
    case .term(let term): term.description
    }
  }

  private var isAlternative: Bool { if case .or = self { true } else { false } }

  private var isJoined: Bool {
    switch self {
    case .and, .or: true
    default: false
    }
  }
}

extension Term: CustomStringConvertible {
  public var description: String {
    switch test {
    case .anyOf(let operands):
      "\(field.name):\(operands.map(\.description).joined(separator: ","))"
    case .range(let lower, let upper):
      "\(field.name):\(lower?.description ?? "")..\(upper?.description ?? "")"
    case .compare(let comparison, let operand):
      "\(field.name)\(comparison.rawValue)\(operand)"
    case .isNone: "\(field.name):none"
    case .isAny: "\(field.name):any"
    }
  }
}

/// A value as it can be typed.
///
/// A period that is no day, month, quarter or year is written as a range, which means the same.
extension Operand: CustomStringConvertible {
  public var description: String {
    switch self {
    case .text(let text), .named(let text), .choice(let text): Quoting.word(text)
    case .number(let number): String(number)
    case .money(let money): money.decimal + money.currency.code
    case .days(let days): "\(days)d"
    case .period(let period): Self.description(of: period)
    case .records(let refs): refs.map(\.description).joined(separator: ",")
    }
  }

  private static func description(of period: ClosedRange<Day>) -> String {
    let (first, last) = (period.lowerBound, period.upperBound)
    if first == last { return first.iso }
    let (year, month, day) = first.parts
    let written = String(first.iso.prefix(4))
    for (months, name) in [
      (1, "\(first.iso.prefix(7))"), (3, "\(written)-q\((month + 2) / 3)"), (12, written),
    ] where day == 1 && (month - 1) % months == 0 {
      let next = month + months
      let end =
        next > 12 ? Day(year: year + 1, month: 1, day: 1) : Day(year: year, month: next, day: 1)
      if end == last + 1 { return name }
    }
    return "\(first)..\(last)"
  }
}

/// Writes a text so that it is read as nothing but text.
enum Quoting {
  static func word(_ text: String) -> String {
    isPlain(text) ? text : "\"\(doubled(text))\""
  }

  private static func doubled(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(scalar)
      if scalar == "\"" { result.append(scalar) }
    }
    return String(result)
  }

  private static let reserved: Set<String> = [
    "or", "and", "not", "或", "且", "非", "none", "any", "空", "有",
  ]

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, isLetter(first), !text.hasSuffix("."),
      !reserved.contains(text.lowercased()), Ref(text) == nil
    else { return false }
    return text.unicodeScalars.allSatisfy { isLetter($0) || $0 == "-" || $0 == "_" }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || Marks.isDigit(scalar)
  }
}
