public import LeadlineModel

/// What the numbers of a forecast rest on.
public struct ForecastBasis: Hashable, Sendable {
  public let today: Day
  public let lastDay: Day
  public let seed: UInt64
  public let runs: Int
  /// How many leads were followed, and how many of them without a known amount.
  public let leads: Int
  public let unsized: Int
  public let rates: [StageRates]
  /// Whether targets of a campaign were counted.
  public let countsTargets: Bool

  init(
    _ leads: [ForecastFact], _ rates: [StageRates], today: Day, lastDay: Day, seed: UInt64,
    runs: Int, countsTargets: Bool
  ) {
    self.today = today
    self.lastDay = lastDay
    self.seed = seed
    self.runs = runs
    self.leads = leads.count
    unsized = leads.count { $0.amount == nil }
    self.rates = rates
    self.countsTargets = countsTargets
  }

  /// A sentence each.
  public func words(in language: Language, _ pipeline: Pipeline) -> [String] {
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
      "\(unsized) of them have no amount and add to counts only", "其中\(unsized)条无金额，只计数量",
      "其中\(unsized)條無金額，只計數量")
    let counting = Words(
      "counted by the rules of the board; a lead that is lost on the way counts no more, money"
        + " arrives with the final stage, activities are as of today",
      "按排名规则计数；中途流失的不再计入，资金随最后阶段到账，活动类指标按今日计",
      "按排名規則計數；中途流失的不再計入，資金隨最後階段到帳，活動類指標按今日計")
    let all =
      [until] + stages + [limits] + (unsized > 0 ? [unsizedWords] : [])
      + (countsTargets ? [counting] : [])
    return all.map { $0[language] }
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
