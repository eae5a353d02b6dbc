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
    do {
      _ = try write(as: author, kind: .setup, evenIfEmpty: true) { _ in
        pipeline = new
        try Self.set(engine, "pipeline", PipelineText.encode(new))
        try recomputeAllFacts()
      }
    } catch {
      pipeline = old
      throw error
    }
  }

  /// The user whom the database remembers; nil where nobody was asked.
  public func rememberedUser() throws -> String? { try Self.meta(engine)[try userName()] }

  public func remember(user name: String) throws {
    let meta = try userName()
    try engine.transaction(.writing) { try Self.set(engine, meta, name) }
  }

  /// A file is one person's; on a server each account is.
  private func userName() throws -> String {
    try engine.engine.account().map { "user:\($0)" } ?? "user"
  }

  /// Copies a database that is a file, as of now, into a new file at `path`; false where it is none.
  public func backUp(to path: String) throws -> Bool {
    guard let engine = engine.engine as? any FileEngine else { return false }
    try engine.backUp(to: path)
    return true
  }

  /// A copy of this database, as of when it runs, into what is behind `target`.
  public func copy(to target: any Engine) -> DatabaseCopy {
    DatabaseCopy(from: engine.engine, to: target)
  }
}
