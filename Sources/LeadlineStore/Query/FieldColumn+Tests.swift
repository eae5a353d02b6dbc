internal import LeadlineModel
internal import LeadlineQuery

/// The conditions of which tests are made.
extension FieldColumn {
  static func contains(_ fold: Clause, _ operand: Operand) -> Clause {
    guard case .text(let text) = operand else { return .any([]) }
    let part = Fold.text(text)
    return """
      \(fold) IS NOT NULL AND \(Clause.dialect(.position(of: .bind(.text(part)), in: fold))) > 0
      """
  }

  static func equals(_ column: Clause, _ operand: Operand) -> Clause {
    guard case .choice(let id) = operand else { return .any([]) }
    return "\(column) IS NOT NULL AND \(column) = \(.text(id))"
  }

  /// Whether a key is that of a record named that is of the kind; contacts and staff are both
  /// persons.
  static func isOne(of operand: Operand, _ kind: RecordKind, _ key: Clause) -> Clause {
    guard case .records(let refs) = operand else { return .any([]) }
    let keys = refs.filter { $0.kind.isSame(as: kind) }.map(Key.of)
    return keys.isEmpty ? .any([]) : "\(key) IN (\(keys.list))"
  }

  /// A test of a value that has no order: that it is there, that it is not, or that one of the
  /// operands fits.
  static func matched(
    _ test: Test, _ isThere: Clause, _ isNotThere: Clause, fits: (Operand) -> Clause
  ) -> Clause {
    switch test {
    case .anyOf(let operands): .any(operands.map(fits))
    case .isAny: isThere
    case .isNone: isNotThere
    case .range, .compare: .any([])
    }
  }

  /// A test of an ordered value; `bounds` reads an operand as the least and greatest it stands for.
  static func tested(
    _ value: Clause, _ test: Test, also: (Operand) -> Clause? = { _ in nil },
    bounds: (Operand) -> (Datum, Datum)?
  ) -> Clause {
    func atLeast(_ operand: Operand) -> [Clause] {
      guard let (lower, _) = bounds(operand) else { return [.any([])] }
      return ["\(value) >= \(lower)"] + [also(operand)].compactMap(\.self)
    }
    func atMost(_ operand: Operand) -> [Clause] {
      guard let (_, upper) = bounds(operand) else { return [.any([])] }
      return ["\(value) <= \(upper)"] + [also(operand)].compactMap(\.self)
    }
    let present: Clause = "\(value) IS NOT NULL"
    switch test {
    case .isNone: return "\(value) IS NULL"
    case .isAny: return present
    case .anyOf(let operands):
      return .any(operands.map { .all([present] + atLeast($0) + atMost($0)) })
    case .range(let lower, let upper):
      return .all([present] + (lower.map(atLeast) ?? []) + (upper.map(atMost) ?? []))
    case .compare(let comparison, let operand):
      return .all([present] + compared(value, comparison, operand, also, bounds))
    }
  }

  private static func compared(
    _ value: Clause, _ comparison: Comparison, _ operand: Operand,
    _ also: (Operand) -> Clause?, _ bounds: (Operand) -> (Datum, Datum)?
  ) -> [Clause] {
    guard let (lower, upper) = bounds(operand) else { return [.any([])] }
    let condition: Clause =
      switch comparison {
      case .less: "\(value) < \(lower)"
      case .lessOrEqual: "\(value) <= \(upper)"
      case .greater: "\(value) > \(upper)"
      case .greaterOrEqual: "\(value) >= \(lower)"
      }
    return [condition] + [also(operand)].compactMap(\.self)
  }
}
