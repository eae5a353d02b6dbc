public import LeadlineModel

extension Meeting {
  /// The report in words, ready to be written as a page or as Markdown.
  public func document(in language: Language) -> ReportDocument {
    ReportDocument(
      title: Words("Investment promotion: report", "招商引资情况汇报", "招商引資情況匯報")[language],
      subtitle: Words(
        "as of \(today), since the last meeting on \(since)", "截至\(today)，与\(since)上次会议相比",
        "截至\(today)，與\(since)上次會議相比")[language],
      language: language,
      sections: [headline(language)] + boardSection(language) + [
        funnelSection(language), mixSection(language), peopleSection(language),
        biggestSection(language), stalledSection(language), promiseSection(language),
        forecastSection(language),
      ])
  }

  private func headline(_ language: Language) -> ReportDocument.Section {
    let stages = zip(funnel.steps, funnelBefore.steps).map { now, before in
      ReportDocument.Figure(
        Words(
          "open at \(now.stage.words.english)", "\(now.stage.words.simplified)在办",
          "\(now.stage.words.traditional)在辦")[language],
        "\(now.standing)", note: was(before.standing, now.standing, language))
    }
    let big = ReportDocument.Figure(
      Words("big projects", "大项目", "大專案")[language], "\(mix.now.big.count)",
      note: was(mix.before?.big.count ?? 0, mix.now.big.count, language))
    let arrived = Money(
      minorUnits: work.reduce(0) { $0.addingReportingOverflow($1.arrived).partialValue },
      currency: currency)
    let since = Words("since the last meeting", "上次会议以来", "上次會議以來")[language]
    let sums: [(Words, String)] = [
      (Words("funds arrived", "到账资金", "到帳資金"), arrived.text(in: language)),
      (Words("parties received", "接待批次", "接待批次"), "\(work.reduce(0) { $0 + $1.parties })"),
      (Words("guests", "接待人数", "接待人數"), "\(work.reduce(0) { $0 + $1.guests })"),
      (Words("lost", "流失", "流失"), "\(work.reduce(0) { $0 + $1.lost })"),
    ]
    return ReportDocument.Section(
      Words("At a glance", "总体情况", "總體情況")[language],
      [
        .figures(
          stages + [big] + sums.map { .init($0.0[language], $0.1, note: since) }
            + [
              .init(
                Words("stalled, red", "停滞（红）", "停滯（紅）")[language],
                "\(work.reduce(0) { $0 + $1.red })",
                note: Words(
                  "\(stalled.reduce(0) { $0 + $1.count }) in all",
                  "共\(stalled.reduce(0) { $0 + $1.count })条停滞",
                  "共\(stalled.reduce(0) { $0 + $1.count })條停滯")[language])
            ])
      ] + (recordedLater.map { [.text($0.words[language])] } ?? []))
  }

  /// What a number was: `was 8, +2`.
  private func was(_ before: Int, _ now: Int, _ language: Language) -> String {
    let change = now - before
    let sign = change > 0 ? "+" : change == 0 ? "±" : "−"
    return Words(
      "was \(before), \(sign)\(abs(change))", "上次\(before)，\(sign)\(abs(change))",
      "上次\(before)，\(sign)\(abs(change))")[language]
  }

  private func boardSection(_ language: Language) -> [ReportDocument.Section] {
    guard let board = contest?.board else { return [] }
    let cards = board.standings.filter { $0.card != nil }.map { standing in
      let card = standing.card?.words[language] ?? ""
      let why = standing.explanation(in: language, of: board.campaign)
      return standing.department.name + language.comma + card + language.colon + why
    }
    return [
      .init(
        Words("Board", "排名", "排名")[language],
        [
          .text(board.heading[language]), .bars(board.chart(in: language)),
          .table(board.table(in: language)), .text(Board.rule[language]),
          .heading(Words("Cards and warnings", "黄红牌与预警", "黃紅牌與預警")[language]),
          .items(cards.isEmpty ? [none(language)] : cards),
        ])
    ]
  }

  private func funnelSection(_ language: Language) -> ReportDocument.Section {
    .init(
      Words("Funnel", "漏斗", "漏斗")[language],
      [.bars(funnel.chart(in: language)), .table(funnel.table(in: language, currency))])
  }

  private func mixSection(_ language: Language) -> ReportDocument.Section {
    .init(
      Words("Mix", "项目结构", "專案結構")[language],
      [
        .heading(Words("By size", "按规模", "按規模")[language]),
        .bars(mix.chart(ofGroups: false, in: language)),
        .heading(
          Words(
            "By \(mix.field.heading)", "按\(mix.field.heading)", "按\(mix.field.heading)")[language]
        ), .bars(mix.chart(ofGroups: true, in: language)), .table(mix.table(in: language)),
      ])
  }

  private func biggestSection(_ language: Language) -> ReportDocument.Section {
    .init(
      Words("Biggest projects", "重大项目", "重大專案")[language],
      biggest.rows.isEmpty ? [.text(none(language))] : [.table(biggest)])
  }

  private func stalledSection(_ language: Language) -> ReportDocument.Section {
    let parts = stalled.flatMap { part -> [ReportDocument.Block] in
      let name = departmentName(part.department, language)
      let left = part.count - part.table.rows.count
      let rest = Words(
        "and \(left) more: stalled department:\(name)", "另有\(left)条：stalled department:\(name)",
        "另有\(left)條：stalled department:\(name)")[language]
      return [.heading("\(name) (\(part.count))"), .table(part.table)]
        + (left > 0 ? [.text(rest)] : [])
    }
    return .init(
      Words("Stalled, by department", "停滞项目（按部门）", "停滯專案（按部門）")[language],
      parts.isEmpty ? [.text(none(language))] : parts)
  }

  private func promiseSection(_ language: Language) -> ReportDocument.Section {
    .init(
      Words("Promises due", "到期承诺", "到期承諾")[language],
      promises.rows.isEmpty ? [.text(none(language))] : [.table(promises)])
  }

  private func forecastSection(_ language: Language) -> ReportDocument.Section {
    let department = ReportColumn(
      "department", Words("department", "部门", "部門"), .text, language)
    let targets: [ReportDocument.Block] =
      contest?.forecast.map { targets in
        let day = targets.campaign.days.upperBound
        return [
          .heading(
            Words(
              "Chance to meet each target by \(day)", "截至\(day)完成各项指标的可能性",
              "截至\(day)完成各項指標的可能性")[language]),
          .table(targets.table(in: language)),
          .heading(
            Words(
              "What may come by \(forecast.basis.lastDay)", "截至\(forecast.basis.lastDay)的预计",
              "截至\(forecast.basis.lastDay)的預計")[language]),
        ]
      } ?? []
    return .init(
      Words("Forecast", "预测", "預測")[language],
      targets + [
        .table(forecast.table(byGroup: false, in: language, currency, group: department))
      ] + bases.map { .items($0.words(in: language, pipeline)) })
  }

  /// What the forecasts rest on; once where both go to the same day.
  private var bases: [ForecastBasis] {
    guard let targets = contest?.forecast?.basis else { return [forecast.basis] }
    return [targets] + (targets.lastDay == forecast.basis.lastDay ? [] : [forecast.basis])
  }

  func none(_ language: Language) -> String { Words("none", "无", "無")[language] }

  func departmentName(_ name: String, _ language: Language) -> String {
    name.isEmpty ? Words("no department", "未分部门", "未分部門")[language] : name
  }
}
