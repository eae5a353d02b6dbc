public import LeadlineModel

extension Forecast {
  /// What is to be expected by the last day, by stage; for each group too where asked for.
  public func table(
    byGroup isByGroup: Bool, in language: Language, _ currency: Currency, group field: ReportColumn
  ) -> ReportTable {
    let shown = isByGroup ? groups + entries : entries
    return ReportTable(
      columns: (isByGroup ? [field] : []) + columns(language),
      rows: shown.map { entry in
        let group = entry.group.map { FieldValue.text($0.isEmpty ? "–" : $0) }
        let all = FieldValue.text(Words("all", "合计", "合計")[language])
        return (isByGroup ? [group ?? all] : []) + row(entry, currency)
      })
  }

  private func columns(_ language: Language) -> [ReportColumn] {
    let names = Dictionary(
      uniqueKeysWithValues: entries.map { ($0.stage.id, $0.stage.words[language]) })
    return [
      ReportColumn(
        id: "stage", heading: Words("enters", "进入阶段", "進入階段")[language], type: .stage,
        names: names),
      ReportColumn("chance", Words("chance of one", "至少一个", "至少一個"), .text, language),
      ReportColumn("count", Words("expected", "预计数量", "預計數量"), .text, language),
      ReportColumn("count-range", Words("8 of 10", "八成区间", "八成區間"), .text, language),
      ReportColumn("amount", Words("amount", "预计金额", "預計金額"), .money, language),
      ReportColumn("amount-low", Words("from", "下限", "下限"), .money, language),
      ReportColumn("amount-high", Words("to", "上限", "上限"), .money, language),
    ]
  }

  private func row(_ entry: Entries, _ currency: Currency) -> [FieldValue] {
    func money(_ units: Int64) -> FieldValue {
      .money(Money(minorUnits: units, currency: currency))
    }
    // The mean says no more than its leading digits; it is given in ten thousands.
    let step = 10_000 * currency.minorUnitsPerMajor
    let mean = Int64((min(entry.amount.mean, 9e17) / Double(step)).rounded()) * step
    return [
      .choice(entry.stage.id), .text(entry.count.some.percent ?? "–"),
      .text(Self.tenths(entry.count.mean)), .text("\(entry.count.low)–\(entry.count.high)"),
      money(mean), money(entry.amount.low), money(entry.amount.high),
    ]
  }

  /// With one decimal: `12.3`.
  private static func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// What the numbers rest on, a sentence each.
  public func assumptions(in language: Language, _ pipeline: Pipeline) -> [String] {
    let until = Words(
      "up to \(lastDay) (\(lastDay - today) days), \(leads) open leads followed \(runs) times,"
        + " seed \(seed)",
      "截至\(lastDay)（\(lastDay - today)天），对\(leads)条在办线索各模拟\(runs)次，种子\(seed)",
      "截至\(lastDay)（\(lastDay - today)天），對\(leads)條在辦線索各模擬\(runs)次，種子\(seed)")
    let stages = zip(pipeline.stages, rates).map { stage, rates in basis(stage, rates.basis) }
    let limits = Words(
      "leads that are not there yet are left out; each counts with its best known amount as of"
        + " today",
      "不计尚未录入的线索；金额按目前已知的最佳数据计", "不計尚未錄入的線索；金額按目前已知的最佳數據計")
    let unsizedWords = Words(
      "\(unsized) of them have no amount in this currency and add to counts only",
      "其中\(unsized)条无此币种金额，只计数量", "其中\(unsized)條無此幣種金額，只計數量")
    return ([until] + stages + [limits] + (unsized > 0 ? [unsizedWords] : [])).map { $0[language] }
  }

  private func basis(_ stage: Stage, _ basis: StageRates.Basis) -> Words {
    switch basis {
    case .log(let advanced, let left):
      Words(
        "\(stage.words.english): rates learned from the log (\(advanced) went on, \(left) were lost"
          + " or shelved)",
        "\(stage.words.simplified)：按历史记录推算（推进\(advanced)条，流失或搁置\(left)条）",
        "\(stage.words.traditional)：按歷史記錄推算（推進\(advanced)條，流失或擱置\(left)條）")
    case .pipeline(let seen):
      Words(
        "\(stage.words.english): the pipeline's probability, \(stage.probability)% (only \(seen)"
          + " leads have left the stage, \(StageRates.leastSeen) are needed)",
        "\(stage.words.simplified)：按流程设定概率\(stage.probability)%"
          + "（仅\(seen)条离开此阶段，需\(StageRates.leastSeen)条）",
        "\(stage.words.traditional)：按流程設定概率\(stage.probability)%"
          + "（僅\(seen)條離開此階段，需\(StageRates.leastSeen)條）")
    }
  }
}
