internal import Leadline
internal import LeadlineInterchange

extension Command {
  static let quit = Command(
    Signature("quit", aliases: ["退出", "exit"]), .prompt,
    Words("leaves the prompt", "退出", "退出"), examples: ["quit"]
  ) { _, session in session.leave() }

  static let asOf = Command(
    Signature("as-of", aliases: ["截至"], slots: [Slot("DAY", .text, isRequired: false)]),
    .prompt,
    Words(
      "reads and writes as of a day, until as-of off", "以某日为准读写，as-of off 取消",
      "以某日為準讀寫，as-of off 取消"),
    examples: ["as-of 2022-12-02", "as-of off"],
    details: """
      Everything whose business day is on or before that day, as known now. A writing command \
      takes that day as its own.
      """
  ) { parsed, session in
    guard case .text(let text)? = parsed.slots["DAY"] else { return try sayDay(session) }
    if ["off", "关", "關", "取消"].contains(text.lowercased()) {
      session.crm.asOf = nil
      return try session.say(Words("as of today", "以今天为准", "以今天為準"))
    }
    session.crm.asOf = nil
    session.crm.asOf = try DayWords(today: session.crm.today).day(text, looking: .back)
    try sayDay(session)
  }

  private static func sayDay(_ session: Session) throws {
    let day = session.crm.today.iso
    try session.say(Words("as of \(day)", "截至\(day)", "截至\(day)"))
  }

  static let settings = Command(
    Signature(
      "settings", aliases: ["设置", "設置"],
      assignable: [
        Field(.lead, "pipeline", Words("pipeline", "阶段方案", "階段方案"), .text)
      ]),
    .prompt,
    Words("shows the settings, or loads a pipeline", "显示设置或载入阶段方案", "顯示設置或載入階段方案"),
    examples: ["settings", "settings pipeline=pipeline.toml"]
  ) { parsed, session in
    if let path = try session.text("pipeline", parsed) {
      let pipeline = try PipelineFile.read(ParsedLine.expanded(path))
      try session.crm.use(pipeline, line: session.line)
      let names = pipeline.stages.map(\.id).joined(separator: " → ")
      return try session.say(
        Words("pipeline: \(names)", "阶段：\(names)", "階段：\(names)"))
    }
    try show(session)
  }

  private static func show(_ session: Session) throws {
    let crm = session.crm
    let stages = crm.pipeline.stages.map { stage in
      let idle = stage.idleLimits.map { "\($0.yellow)/\($0.red)" } ?? "–"
      let length = stage.stageLimits.map { "\($0.yellow)/\($0.red)" } ?? "–"
      return "\(stage.words[crm.language]) (\(idle), \(length))"
    }
    try session.console.page(
      """
      database: \(crm.location)
      me: \(crm.user)
      as of: \(crm.today)
      language: \(crm.language.rawValue)
      currency: \(crm.currency.code)
      pipeline: \(stages.joined(separator: " → "))
      """)
  }
}
