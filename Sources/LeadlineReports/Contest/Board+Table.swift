public import LeadlineModel

extension Board {
  /// The departments by rank, one on a row.
  public func table(in language: Language) -> ReportTable {
    ReportTable(columns: columns(language), rows: standings.map { row($0, language) })
  }

  private func columns(_ language: Language) -> [ReportColumn] {
    [
      ReportColumn("rank", Words("rank", "名次", "名次"), .number, language),
      ReportColumn(
        "department", Words("department", "部门", "部門"), .record(.department), language),
      ReportColumn("tier", Words("tier", "档", "檔"), .text, language, isFurther: true),
      ReportColumn(
        "tier-rank", Words("in tier", "档内", "檔內"), .number, language, isFurther: true),
    ] + campaign.measures.map { .figures($0.id, $0.words, language) } + [
      .figures("overall", Words("overall", "总进度", "總進度"), language),
      .figures("uncapped", Words("uncapped", "未封顶", "未封頂"), language, isFurther: true),
      .figures("pace", Words("pace", "时序进度", "時序進度"), language),
      ReportColumn(
        "arrived", Words("arrived", "到账额", "到帳額"), .money, language, isFurther: true),
      .card(in: language),
    ]
  }

  private func row(_ standing: Standing, _ language: Language) -> [FieldValue] {
    [
      standing.rank.map { .number(Int64($0)) } ?? .none,
      .record(standing.department.ref, name: standing.department.name),
      .text(standing.tier.words[language]),
      standing.tierRank.map { .number(Int64($0)) } ?? .none,
    ]
      + standing.measures.map { .text($0.progress?.percent ?? GoalWords.notSet[language]) }
      + [standing.overall, standing.uncapped, standing.pace].map {
        $0.map { .text($0.percent) } ?? .none
      } + [
        .money(Money(roundingDown: standing.arrived, currency: campaign.currency)),
        standing.card.map { .choice($0.rawValue) } ?? .none,
      ]
  }

  /// By what the departments are ranked.
  public static let rule = Words(
    "ranked by overall progress, each target capped at 100%; then uncapped; then money arrived; "
      + "equals share a rank",
    "按总进度排名（各项指标封顶100%），再按未封顶进度、到账额；相同者并列",
    "按總進度排名（各項指標封頂100%），再按未封頂進度、到帳額；相同者並列")

  /// Of which campaign and day the board is.
  public var heading: Words {
    let number = max(0, day - campaign.days.lowerBound + 1)
    let elapsed = campaign.elapsed(on: day).percent
    return Words(
      "\(campaign.name), \(day): day \(number) of \(campaign.length), \(elapsed) elapsed",
      "\(campaign.name)，\(day)：第\(number)天，共\(campaign.length)天，时间已过\(elapsed)",
      "\(campaign.name)，\(day)：第\(number)天，共\(campaign.length)天，時間已過\(elapsed)")
  }

  /// The overall progress of each department as bars, with its pace and card.
  public func chart(in language: Language) -> BarChart {
    let elapsed = campaign.elapsed(on: day)
    return BarChart(
      mark: BarChart.Mark(
        Share(elapsed),
        label: Words(
          "elapsed \(elapsed.percent)", "时间进度\(elapsed.percent)", "時間進度\(elapsed.percent)")[
            language]),
      bars: standings.map { standing in
        let pace = standing.pace.map {
          Words("pace \($0.percent)", "时序进度\($0.percent)", "時序進度\($0.percent)")[language]
        }
        let notes = [
          standing.overall?.percent ?? GoalWords.notSet[language], pace,
          standing.card?.words[language],
        ].compactMap(\.self)
        let rank = standing.rank.map { "\($0). " } ?? ""
        return BarChart.Bar(
          label: rank + standing.department.name, length: Share(standing.overall ?? .zero),
          note: notes.joined(separator: " · "))
      })
  }
}

extension Share {
  /// A ratio of at most 1, for drawing: in thousandths.
  fileprivate init(_ ratio: Fraction) {
    let thousandths = (try? ratio * Fraction(1000))?.floor ?? 0
    self.init(Int64(clamping: thousandths), of: 1000)
  }
}

extension ReportColumn {
  /// Cards by their names.
  public static func card(in language: Language) -> ReportColumn {
    let choices = Card.allCases.map { Choice($0.rawValue, $0.words) }
    return ReportColumn(
      id: "card", heading: Words("card", "黄红牌", "黃紅牌")[language], type: .choice(choices),
      names: choices.reduce(into: [:]) { $0[$1.id] = $1.words[language] })
  }
}
