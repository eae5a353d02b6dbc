internal import Leadline

extension Filter {
  /// The currencies of the amounts that the filter compares with.
  var currencies: Set<String> {
    switch self {
    case .all, .word: []
    case .not(let inner): inner.currencies
    case .and(let parts), .or(let parts):
      parts.reduce(into: []) { $0.formUnion($1.currencies) }
    case .term(let term): term.test.currencies
    }
  }
}

extension Test {
  fileprivate var currencies: Set<String> {
    let operands: [Operand] =
      switch self {
      case .anyOf(let operands): operands
      case .range(let lower, let upper): [lower, upper].compactMap(\.self)
      case .compare(_, let operand): [operand]
      case .isNone, .isAny: []
      }
    return Set(
      operands.compactMap { operand in
        if case .money(let money) = operand { money.currency.code } else { nil }
      })
  }
}

extension Session {
  /// Says which leads an amount of the filter was not compared with: those in other currencies.
  func noticeOtherCurrencies(_ selection: Selection) throws {
    let compared = selection.filter.currencies
    guard selection.kind == .lead, !compared.isEmpty,
      let field = Field.leads(crm.pipeline).first(where: { $0.name == "currency" })
    else { return }
    let known = Filter.term(Term(field, .anyOf(compared.sorted().map(Operand.choice))))
    let count = try crm.count(Selection(.lead, fields: [], filter: .not(known)))
    guard count > 0 else { return }
    let codes = compared.sorted().joined(separator: ", ")
    notice(
      Words(
        "\(count) leads in other currencies than \(codes) are not compared",
        "\(count)条线索不是 \(codes) 币种，未作比较", "\(count)條線索不是 \(codes) 幣種，未作比較"))
  }
}
