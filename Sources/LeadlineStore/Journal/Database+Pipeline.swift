public import LeadlineModel

extension Database {
  /// The leads at a stage, now or at any time before.
  public func leads(at stage: String) throws -> [Ref] {
    try keys(
      """
      SELECT DISTINCT lead FROM move WHERE to_stage = \(.text(stage)) ORDER BY 1 LIMIT 20
      """
    ).map { Ref(.lead, $0) }
  }

  /// Takes up the pipeline that another program has put into use meanwhile.
  func rereadPipeline() throws {
    guard let text = try Self.meta(engine)["pipeline"] else { return }
    pipeline = try PipelineText.decode(text)
  }

  /// Puts another pipeline into use, and recomputes what follows from it.
  ///
  /// The journal records who did and when; it is no command that undo takes back.
  public func use(_ new: Pipeline, as author: Author) throws {
    let old = pipeline
    pipeline = new
    do {
      try engine.begin()
      try Self.set(engine, "pipeline", PipelineText.encode(new))
      try recomputeAllFacts()
      let actor = try member(author)
      let writer = Writer(
        engine: engine, pipeline: new, entry: try lastEntry() + 1, today: author.today,
        actor: actor)
      try append(writer, author: author, kind: .setup, target: nil)
      try engine.commit()
    } catch {
      engine.rollback()
      pipeline = old
      throw error
    }
  }

  /// The user whom the database remembers; nil where nobody was asked.
  public func rememberedUser() throws -> String? { try Self.meta(engine)["user"] }

  public func remember(user name: String) throws {
    try engine.begin()
    do {
      try Self.set(engine, "user", name)
      try engine.commit()
    } catch {
      engine.rollback()
      throw error
    }
  }

  public func backUp(to path: String) throws { try engine.backUp(to: path) }
}
