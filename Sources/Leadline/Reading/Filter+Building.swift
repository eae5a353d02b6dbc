public import LeadlineModel
public import LeadlineQuery

/// Filters written in Swift: `.stage("intent") && .idle(30...) && !.outcome(.lost)`.
extension Filter {
  public static func && (left: Filter, right: Filter) -> Filter { .and([left, right]) }
  public static func || (left: Filter, right: Filter) -> Filter { .or([left, right]) }
  public static prefix func ! (filter: Filter) -> Filter { .not(filter) }

  /// These very records.
  public static func refs(_ refs: Ref...) -> Filter {
    let id = Field(refs.first?.kind ?? .lead, "id", Words("id", "编号", "編號"), .id, .readOnly)
    return .term(Term(id, .anyOf([.records(refs)])))
  }

  /// Leads at one of these stages, by their ids.
  public static func stage(_ stages: String...) -> Filter {
    lead("stage", .anyOf(stages.map(Operand.choice)))
  }

  /// Leads that ended so, or are open.
  public static func outcome(_ outcomes: Outcome...) -> Filter {
    lead("outcome", .anyOf(outcomes.map { .choice($0.rawValue) }))
  }

  /// Leads that are stalled so badly.
  public static func level(_ levels: Level...) -> Filter {
    lead("level", .anyOf(levels.map { .choice($0.rawValue) }))
  }

  /// Leads of one of these staff, by name.
  public static func owner(_ names: String...) -> Filter {
    lead("owner", .anyOf(names.map(Operand.named)))
  }

  /// Leads of one of these organisations, by name.
  public static func organisation(_ names: String...) -> Filter {
    lead("org", .anyOf(names.map(Operand.named)))
  }

  /// Leads of one of these departments, by name.
  public static func department(_ names: String...) -> Filter {
    lead("department", .anyOf(names.map(Operand.named)))
  }

  /// Leads untouched for so many days: `30...`, `...7`, `30...60`.
  public static func idle(_ days: some RangeExpression<Int>) -> Filter {
    let (lower, upper) = bounds(days)
    return lead("idle", .range(lower: lower.map(Operand.days), upper: upper.map(Operand.days)))
  }

  /// Leads whose amount lies between the two, both included; another currency never does.
  public static func amount(from lower: Money? = nil, to upper: Money? = nil) -> Filter {
    guard lower != nil || upper != nil else { return lead("amount", .isAny) }
    return lead("amount", .range(lower: lower.map(Operand.money), upper: upper.map(Operand.money)))
  }

  private static func lead(_ name: String, _ test: Test) -> Filter {
    .term(Term(.lead(name), test))
  }

  private static func bounds(_ range: some RangeExpression<Int>) -> (lower: Int?, upper: Int?) {
    let days = range.relative(to: 0..<Int.max)
    return (
      days.lowerBound == 0 ? nil : days.lowerBound,
      days.upperBound == Int.max ? nil : days.upperBound - 1
    )
  }
}

extension Field {
  /// A field of leads by its name; the pipeline has no part in what such a field means.
  static func lead(_ name: String) -> Field {
    leads(.standard).first { $0.name == name }
      ?? Field(.lead, name, Words(name, name, name), .text)
  }
}
