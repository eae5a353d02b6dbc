public import LeadlineModel

/// The mix of one day, beside that of an earlier one where it is asked for.
public struct MixComparison: Hashable, Sendable {
  public let now: Mix
  public let before: Mix?
  /// The field that the projects are grouped by.
  public let field: ReportColumn
  public let currency: Currency

  public init(now: Mix, before: Mix?, field: ReportColumn, currency: Currency) {
    self.now = now
    self.before = before
    self.field = field
    self.currency = currency
  }

  /// Size bands, groups, the big ones and the whole, one on a row.
  public func table(in language: Language) -> ReportTable {
    let rows = lines(language).map { line in row(line) }
    return ReportTable(columns: columns(language), rows: rows)
  }

  private struct Line {
    let kind: String
    let name: String
    let now: Mix.Part
    let before: Mix.Part
  }

  private func lines(_ language: Language) -> [Line] {
    let empty = Mix.Part()
    var lines = now.bands.indices.map { band in
      Line(
        kind: "size", name: bandName(band, language), now: now.bands[band],
        before: before?.bands[band] ?? empty)
    }
    let unknown = Words("not known", "未填", "未填")[language]
    if now.unsized.count + (before?.unsized.count ?? 0) > 0 {
      lines.append(
        Line(
          kind: "size", name: unknown, now: now.unsized, before: before?.unsized ?? empty))
    }
    let big = Words(
      "big, from \(short(now.bigFrom, language))", "大项目（\(short(now.bigFrom, language))以上）",
      "大專案（\(short(now.bigFrom, language))以上）")[language]
    lines.append(Line(kind: "big", name: big, now: now.big, before: before?.big ?? empty))
    let gone = (before?.ranked ?? []).map(\.name).filter { now.groups[$0] == nil }
    lines += (now.ranked.map(\.name) + gone).map { name in
      Line(
        kind: field.id, name: name.isEmpty ? unknown : field.names[name] ?? name,
        now: now.groups[name] ?? empty, before: before?.groups[name] ?? empty)
    }
    let all = Words("all", "合计", "合計")[language]
    return lines + [Line(kind: "all", name: all, now: now.whole, before: before?.whole ?? empty)]
  }

  private func row(_ line: Line) -> [FieldValue] {
    let count = Share(Int64(line.now.count), of: Int64(now.whole.count)).percent
    let amount = Share(line.now.amount, of: now.whole.amount).percent
    let present: [FieldValue] = [
      .choice(line.kind), .text(line.name), .number(Int64(line.now.count)),
      count.map(FieldValue.text) ?? .none, .money(money(line.now.amount)),
      amount.map(FieldValue.text) ?? .none,
    ]
    guard before != nil else { return present }
    return present + [
      .number(Int64(line.before.count)), .money(money(line.before.amount)),
      .number(Int64(line.now.count - line.before.count)),
    ]
  }

  private func money(_ minorUnits: Int64) -> Money {
    Money(minorUnits: minorUnits, currency: currency)
  }

  private func columns(_ language: Language) -> [ReportColumn] {
    let kinds = [
      "size": Words("size", "规模", "規模")[language],
      "big": Words("big", "大项目", "大專案")[language], field.id: field.heading,
      "all": Words("all", "合计", "合計")[language],
    ]
    let share = Words("%", "%", "%")
    let present = [
      ReportColumn(
        id: "by", heading: Words("by", "维度", "維度")[language], type: .choice([]), names: kinds),
      ReportColumn("part", Words("part", "类别", "類別"), .text, language),
      ReportColumn("count", Words("projects", "项目数", "專案數"), .number, language),
      .figures("count-share", share, language),
      ReportColumn("amount", Words("amount", "金额", "金額"), .money, language),
      .figures("amount-share", share, language),
    ]
    guard before != nil else { return present }
    return present + [
      ReportColumn("count-before", Words("before", "此前", "此前"), .number, language),
      ReportColumn("amount-before", Words("amount before", "此前金额", "此前金額"), .money, language),
      ReportColumn("change", Words("change", "增减", "增減"), .number, language),
    ]
  }

  private func bandName(_ band: Int, _ language: Language) -> String {
    let bounds = now.bounds.map { short($0, language) }
    if band == 0 {
      let upper = bounds.first ?? ""
      return Words("below \(upper)", "\(upper)以下", "\(upper)以下")[language]
    }
    if band == bounds.count {
      let lower = bounds[band - 1]
      return Words("\(lower) and more", "\(lower)以上", "\(lower)以上")[language]
    }
    return "\(bounds[band - 1])–\(bounds[band])"
  }

  /// A bound in few signs: `10 M`, `1000万元`, `1亿元`.
  private func short(_ minorUnits: Int64, _ language: Language) -> String {
    let million = 1_000_000 * currency.minorUnitsPerMajor
    guard language == .english, minorUnits % million == 0 else {
      return money(minorUnits).text(in: language)
    }
    return "\(minorUnits / million) M"
  }

  /// The sizes, or the groups, as bars.
  public func chart(ofGroups isOfGroups: Bool, in language: Language) -> BarChart {
    let kind = isOfGroups ? field.id : "size"
    let shown = lines(language).filter { $0.kind == kind && $0.now.count > 0 }.prefix(12)
    let most = Int64(shown.map(\.now.count).max() ?? 0)
    return BarChart(
      bars: shown.map { line in
        BarChart.Bar(
          label: line.name, length: Share(Int64(line.now.count), of: most),
          note: "\(line.now.count) · \(money(line.now.amount).text(in: language))")
      })
  }
}
