internal import LeadlineModel

extension Meeting {
  /// Whom to praise, whom to ask, and the work of each department.
  func peopleSection(_ language: Language) -> ReportDocument.Section {
    let praised = work.praised.map { praise($0, language) }
    let asked = work.asked.map { question($0, language) }
    return .init(
      Words("Departments since the last meeting", "上次会议以来各部门情况", "上次會議以來各部門情況")[language],
      [
        .heading(Words("To praise", "表扬", "表揚")[language]),
        .items(first(praised, language)),
        .heading(Words("To ask", "点名问询", "點名問詢")[language]),
        .items(first(asked, language)), .table(workTable(language)),
      ])
  }

  /// The first five, and how many more there are.
  private func first(_ lines: [String], _ language: Language) -> [String] {
    guard !lines.isEmpty else { return [none(language)] }
    let left = lines.count - 5
    let rest = Words("and \(left) more", "另有\(left)个", "另有\(left)個")[language]
    return lines.prefix(5) + (left > 0 ? [rest] : [])
  }

  private func praise(_ work: DepartmentWork, _ language: Language) -> String {
    named(work, results(work, language).joined(separator: language.comma), language)
  }

  /// The stages that projects came to, and the money that arrived.
  private func results(_ work: DepartmentWork, _ language: Language) -> [String] {
    let moves = zip(pipeline.stages, work.entries).dropFirst().filter { $1 > 0 }
      .map { stage, count in
        language == .english
          ? "\(count) \(stage.words.english)" : "\(stage.words[language])\(count)个"
      }
    let money = Money(minorUnits: work.arrived, currency: currency).text(in: language)
    let arrived =
      work.arrived > 0
      ? [Words("\(money) arrived", "到账\(money)", "到帳\(money)")[language]] : []
    return moves + arrived
  }

  private func question(_ work: DepartmentWork, _ language: Language) -> String {
    let nothing =
      work.isIdle
      ? Words("nothing done", "无进展", "無進展")[language]
      : Words("no project went on", "无项目推进", "無專案推進")[language]
    let red = Words("\(work.red) red", "红色停滞\(work.red)条", "紅色停滯\(work.red)條")[language]
    let promise = work.overduePromises == 1 ? "promise" : "promises"
    let late = Words(
      "\(work.overduePromises) \(promise) overdue", "逾期承诺\(work.overduePromises)项",
      "逾期承諾\(work.overduePromises)項")[language]
    let facts =
      (work.card.map { [$0.words[language]] } ?? [])
      + (work.hasResults ? results(work, language) : [nothing])
      + (work.red > 0 ? [red] : []) + (work.overduePromises > 0 ? [late] : [])
    return named(work, facts.joined(separator: language.comma), language)
  }

  private func named(_ work: DepartmentWork, _ text: String, _ language: Language) -> String {
    "\(departmentName(work.name, language))\(language.colon)\(text)"
  }

  private func workTable(_ language: Language) -> ReportTable {
    let stages = pipeline.stages.enumerated().map { place, stage in
      ReportColumn(
        stage.id, place == 0 ? Words("new", "新增", "新增") : stage.words, .number, language)
    }
    let columns =
      [ReportColumn("department", Words("department", "部门", "部門"), .text, language)] + stages
      + [
        ReportColumn("arrived", Words("arrived", "到账额", "到帳額"), .money, language),
        ReportColumn("parties", Words("parties", "批次", "批次"), .number, language),
        ReportColumn("guests", Words("guests", "人数", "人數"), .number, language),
        ReportColumn("lost", Words("lost", "流失", "流失"), .number, language),
        ReportColumn("yellow", Words("yellow", "黄", "黃"), .number, language),
        ReportColumn("red", Words("red", "红", "紅"), .number, language),
        ReportColumn("promises", Words("overdue", "逾期承诺", "逾期承諾"), .number, language),
      ]
    return ReportTable(
      columns: columns,
      rows: work.map { work in
        let counts = [
          work.parties, work.guests, work.lost, work.yellow, work.red, work.overduePromises,
        ]
        return [.text(departmentName(work.name, language))]
          + work.entries.map { .number(Int64($0)) }
          + [.money(Money(minorUnits: work.arrived, currency: currency))]
          + counts.map { .number(Int64($0)) }
      })
  }
}
