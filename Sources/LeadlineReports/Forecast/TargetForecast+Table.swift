public import LeadlineModel

extension TargetForecast {
  /// The departments, one on a row: the chance of each of their targets, and of all together.
  public func table(in language: Language) -> ReportTable {
    let columns =
      [
        ReportColumn("department", Words("department", "部门", "部門"), .text, language),
        ReportColumn("tier", Words("tier", "档", "檔"), .text, language),
      ] + campaign.measures.map { .figures($0.id, $0.words, language) }
      + [.figures("all", Words("all targets", "全部指标", "全部指標"), language)]
    return ReportTable(
      columns: columns,
      rows: chances.map { chance in
        [.text(chance.department.name), .text(chance.tier.words[language])]
          + (chance.targets + [chance.all]).map { share in
            .text(share.flatMap(\.percent) ?? GoalWords.notSet[language])
          }
      })
  }
}
