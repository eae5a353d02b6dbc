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
      .figures("chance", Words("chance of one", "至少一个", "至少一個"), language),
      .figures("count", Words("expected", "预计数量", "預計數量"), language),
      .figures("count-range", Words("8 of 10", "八成区间", "八成區間"), language),
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

  /// With one decimal: `12.3`; what is not nothing is never 0.0.
  private static func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    if tenths == 0, value > 0 { return "<0.1" }
    return "\(tenths / 10).\(tenths % 10)"
  }
}
