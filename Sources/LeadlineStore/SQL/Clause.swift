/// A piece of SQL as a value: text, bindings, and the places where the engines differ.
///
/// Only printing it for a dialect picks placeholders. Interpolation always binds: text from
/// outside cannot become SQL.
public struct Clause: Hashable, Sendable, ExpressibleByStringInterpolation {
  enum Segment: Hashable, Sendable {
    case text(String)
    case binding(Datum)
    case dialect(DialectTerm)
  }

  private(set) var segments: [Segment]

  init(segments: [Segment]) { self.segments = segments }

  public init(stringLiteral text: String) {
    segments = [.text(text)]
  }

  public init(stringInterpolation: StringInterpolation) {
    segments = stringInterpolation.segments
  }

  /// Text of the program's own, never of a user's: names of columns, keywords.
  public init(own text: String) { segments = [.text(text)] }

  static func raw(_ text: String) -> Clause { Clause(own: text) }
  static func bind(_ datum: Datum) -> Clause { Clause(segments: [.binding(datum)]) }
  static func dialect(_ term: DialectTerm) -> Clause { Clause(segments: [.dialect(term)]) }

  /// The parts, each in parentheses, all of which must hold; TRUE for none.
  static func all(_ parts: [Clause]) -> Clause { joined(parts, by: " AND ", empty: "1 = 1") }
  /// The parts, each in parentheses, one of which must hold; FALSE for none.
  static func any(_ parts: [Clause]) -> Clause { joined(parts, by: " OR ", empty: "1 = 0") }

  private static func joined(_ parts: [Clause], by word: String, empty: String) -> Clause {
    guard !parts.isEmpty else { return .raw(empty) }
    // Long chains are joined from shorter ones: engines bound the depth of an expression.
    if parts.count > 100 {
      return joined(
        parts.chunked(by: 100).map { joined(Array($0), by: word, empty: empty) }, by: word,
        empty: empty)
    }
    return parts.map { "(\($0))" as Clause }.separated(by: word)
  }

  public struct StringInterpolation: StringInterpolationProtocol {
    var segments: [Segment] = []

    public init(literalCapacity: Int, interpolationCount: Int) {
      segments.reserveCapacity(interpolationCount * 2 + 1)
    }

    public mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { segments.append(.text(literal)) }
    }

    public mutating func appendInterpolation(_ clause: Clause) {
      segments.append(contentsOf: clause.segments)
    }

    public mutating func appendInterpolation(_ datum: Datum) {
      segments.append(.binding(datum))
    }

    mutating func appendInterpolation(raw text: String) {
      segments.append(.text(text))
    }
  }
}

extension Collection<Clause> {
  /// The clauses one after another with `word` between.
  func separated(by word: String) -> Clause {
    var segments: [Clause.Segment] = []
    for (index, clause) in enumerated() {
      if index > 0 { segments.append(.text(word)) }
      segments.append(contentsOf: clause.segments)
    }
    return Clause(segments: segments)
  }
}

extension Clause {
  /// The SQL text for a dialect, and what to bind, in order.
  public func printed(for dialect: any Dialect) -> (sql: String, bindings: [Datum]) {
    var sql = ""
    var bindings: [Datum] = []
    func append(_ segments: [Segment]) {
      for segment in segments {
        switch segment {
        case .text(let text): sql += text
        case .binding(let datum):
          bindings.append(datum)
          sql += dialect.placeholder(bindings.count)
        case .dialect(let term): append(dialect.clause(for: term).segments)
        }
      }
    }
    append(segments)
    return (sql, bindings)
  }
}
