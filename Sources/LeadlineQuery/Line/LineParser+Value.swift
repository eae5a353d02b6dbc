public import LeadlineModel

extension LineParser {
  /// The value that an assign gives its field; `none` and nothing take the value away.
  ///
  /// A record is given as text where it is named rather than numbered; several texts or names
  /// are parted by commas.
  public func value(of assign: Assign, in line: String) throws(Diagnostic) -> FieldValue {
    let piece = Piece(text: assign.value, isQuoted: assign.isQuoted, range: assign.place)
    do throws(Fault) {
      return try reader.value(piece, for: assign.field)
    } catch {
      throw error.diagnostic(in: line)
    }
  }
}

extension ValueReader {
  func value(_ piece: Piece, for field: Field) throws(Fault) -> FieldValue {
    if piece.text.isEmpty || (!piece.isQuoted && Self.isNone(piece.text)) { return .none }
    switch field.type {
    case .text: return .text(piece.text)
    case .list, .phones, .records:
      return .list(piece.isQuoted ? [piece.text] : Self.items(piece.text))
    case .record(let kind):
      guard !piece.isQuoted, let ref = Ref(piece.text), ref.kind == kind else {
        return .text(piece.text)
      }
      return .record(ref, name: "")
    case .day(let looking): return .day(try day(piece, looking))
    default: return Self.value(try operand(piece, for: field))
    }
  }

  private static func isNone(_ text: String) -> Bool {
    ["none", "空", "无", "無"].contains(text.lowercased())
  }

  private static func items(_ text: String) -> [String] {
    text.split(whereSeparator: { ",，、;；".contains($0) })
      .map { String($0.drop(while: \.isWhitespace)) }
      .map { String($0.reversed().drop(while: \.isWhitespace).reversed()) }
      .filter { !$0.isEmpty }
  }

  private static func value(_ operand: Operand) -> FieldValue {
    switch operand {
    case .text(let text), .named(let text): .text(text)
    case .number(let number): .number(number)
    case .money(let money): .money(money)
    case .days(let days): .days(days)
    case .period(let days): .day(days.lowerBound)
    case .choice(let id): .choice(id)
    case .records(let refs): refs.first.map { .record($0, name: "") } ?? .none
    }
  }
}
