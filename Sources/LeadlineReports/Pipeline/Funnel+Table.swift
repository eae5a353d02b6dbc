public import LeadlineModel

extension Funnel {
  /// The stages, one on a row, amounts in `currency`.
  public func table(in language: Language, _ currency: Currency) -> ReportTable {
    let columns = [
      ReportColumn(
        id: "stage", heading: Words("stage", "阶段", "階段")[language], type: .stage,
        names: steps.reduce(into: [:]) { $0[$1.stage.id] = $1.stage.words[language] }),
      ReportColumn("standing", Words("open", "在办", "在辦"), .number, language),
      ReportColumn("amount", Words("amount", "金额", "金額"), .money, language),
      ReportColumn("reached", Words("ever", "曾到达", "曾到達"), .number, language),
      ReportColumn("passed", Words("went on", "已推进", "已推進"), .number, language),
      .figures("conversion", Words("share", "转化率", "轉化率"), language),
      ReportColumn("days", Words("days", "用时中位天数", "用時中位天數"), .days, language),
      ReportColumn("closed", Words("lost", "在此流失", "在此流失"), .number, language),
    ]
    let rows = steps.map { row($0, currency, isLast: $0.stage == steps.last?.stage) }
    return ReportTable(columns: columns, rows: rows)
  }

  private func row(_ step: Step, _ currency: Currency, isLast: Bool) -> [FieldValue] {
    let goesOn: [FieldValue] = [
      .number(Int64(step.passed)), step.conversion.percent.map(FieldValue.text) ?? .none,
      step.medianDays.map(FieldValue.days) ?? .none,
    ]
    return [
      .choice(step.stage.id), .number(Int64(step.standing)),
      .money(Money(minorUnits: step.amount, currency: currency)), .number(Int64(step.reached)),
    ] + (isLast ? [.none, .none, .none] : goesOn) + [.number(Int64(step.closed))]
  }

  /// The cohorts, one on a row: how many of each came how far.
  public func cohortTable(in language: Language) -> ReportTable {
    let stages = steps.map(\.stage).dropFirst()
    let columns =
      [
        ReportColumn("period", Words("entered in", "录入期间", "錄入期間"), .text, language),
        ReportColumn("leads", Words("leads", "线索数", "線索數"), .number, language),
      ]
      + stages.flatMap { stage in
        [
          ReportColumn(stage.id, stage.words, .number, language),
          .figures("\(stage.id)-share", Words("%", "%", "%"), language),
        ]
      } + [ReportColumn("days", Words("median days", "用时中位天数", "用時中位天數"), .days, language)]
    return ReportTable(columns: columns, rows: cohorts.map(Self.row))
  }

  private static func row(_ cohort: Cohort) -> [FieldValue] {
    [.text(cohort.period), .number(Int64(cohort.leads))]
      + cohort.reached.dropFirst().flatMap { reached in
        [
          FieldValue.number(Int64(reached)),
          Share(Int64(reached), of: Int64(cohort.leads)).percent.map(FieldValue.text) ?? .none,
        ]
      } + [cohort.medianDays.map(FieldValue.days) ?? .none]
  }

  /// The leads that ever came to each stage, as bars.
  public func chart(in language: Language) -> BarChart {
    let most = Int64(steps.map(\.reached).max() ?? 0)
    let reached = Words("ever here", "曾到达", "曾到達")[language]
    let open = Words("open", "在办", "在辦")[language]
    return BarChart(
      bars: steps.map { step in
        BarChart.Bar(
          label: step.stage.words[language], length: Share(Int64(step.reached), of: most),
          inner: Share(Int64(step.standing), of: most),
          note: "\(reached) \(step.reached) · \(open) \(step.standing)")
      })
  }
}

extension ReportColumn {
  /// A column of a report, headed in the language asked for.
  init(
    _ id: String, _ words: Words, _ type: FieldType, _ language: Language, isFurther: Bool = false
  ) {
    self.init(id: id, heading: words[language], type: type, isFurther: isFurther)
  }

  /// A column of ratios or ranges.
  static func figures(
    _ id: String, _ words: Words, _ language: Language, isFurther: Bool = false
  ) -> ReportColumn {
    ReportColumn(
      id: id, heading: words[language], type: .text, isFigure: true, isFurther: isFurther)
  }
}
