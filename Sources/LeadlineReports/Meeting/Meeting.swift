public import LeadlineModel

/// Everything the report for a meeting tells, as of a day and since the last meeting.
public struct Meeting: Sendable {
  public let today: Day
  /// The day of the last meeting.
  public let since: Day
  public let currency: Currency
  public let pipeline: Pipeline
  public let funnel: Funnel
  public let funnelBefore: Funnel
  public let mix: MixComparison
  public let work: [DepartmentWork]
  public let biggest: ReportTable
  public let stalled: [StalledPart]
  public let promises: ReportTable
  public let forecast: Forecast
  public let contest: Contest?
  /// Nil where the report is as of today, or nothing was recorded later.
  public let recordedLater: RecordedLater?

  /// What a campaign adds: its board, and the chances of its targets while it runs.
  public struct Contest: Sendable {
    public let board: Board
    public let forecast: TargetForecast?

    public init(board: Board, forecast: TargetForecast?) {
      self.board = board
      self.forecast = forecast
    }
  }

  /// The stalled leads of one department, the worst first; `rows` may be only the first of them.
  public struct StalledPart: Hashable, Sendable {
    /// Empty for none.
    public let department: String
    public let count: Int
    public let table: ReportTable

    public init(department: String, count: Int, table: ReportTable) {
      self.department = department
      self.count = count
      self.table = table
    }
  }

  public init(
    today: Day, since: Day, currency: Currency, pipeline: Pipeline, funnel: Funnel,
    funnelBefore: Funnel, mix: MixComparison, work: [DepartmentWork], biggest: ReportTable,
    stalled: [StalledPart], promises: ReportTable, forecast: Forecast,
    contest: Contest?, recordedLater: RecordedLater?
  ) {
    self.today = today
    self.since = since
    self.currency = currency
    self.pipeline = pipeline
    self.funnel = funnel
    self.funnelBefore = funnelBefore
    self.mix = mix
    self.work = work
    self.biggest = biggest
    self.stalled = stalled
    self.promises = promises
    self.forecast = forecast
    self.contest = contest
    self.recordedLater = recordedLater
  }
}
