internal import Foundation
public import LeadlineModel
public import LeadlineStore

extension CRM {
  /// Takes back the user's latest command not yet undone, or the entry of a number.
  ///
  /// What was changed since, is referred to, or a rule needs, stays and is named. Throws
  /// `UndoRefusal` where nothing can be taken back.
  @discardableResult
  public func undo(_ entry: Int64? = nil, line: String? = nil) throws -> UndoReport {
    try database.undo(entry, as: author(line ?? entry.map { "undo J\($0)" } ?? "undo"))
  }

  /// Takes back the user's latest undo, until the next command.
  @discardableResult
  public func redo(line: String? = nil) throws -> UndoReport {
    try database.redo(as: author(line ?? "redo"))
  }

  /// The latest entries of the journal, the newest first; before the one of a number.
  public func journal(limit: Int, before: Int64? = nil) throws -> [JournalEntry] {
    try database.journal(limit: limit, before: before)
  }

  /// Recomputes what follows from other rows, and the hashes of the journal; gives what differs.
  public func check() throws -> [Finding] { try database.check() }

  /// Mends what follows from rows that are right; gives what is still wrong.
  public func repair() throws -> [Finding] { try database.repair() }

  /// Copies the whole database, as of now, into a new file at `path`; one on a server as
  /// `CRM.copy` does, of which `progress` is told.
  ///
  /// Throws `CRMError.fileExists` where there is one already.
  public func backUp(
    to path: String, progress: (CopyProgress) throws -> Void = { _ in }
  ) throws {
    guard !FileManager.default.fileExists(atPath: path) else { throw CRMError.fileExists(path) }
    if try database.backUp(to: path) {
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    } else {
      _ = try CopyTarget(.file(path: path)).write(progress) { database.copy(to: $0) }
    }
  }

  /// Puts another pipeline into use.
  ///
  /// Throws `CRMError.stageInUse` where leads stand at a stage that it lacks, `.campaignUnfit`
  /// where a campaign measures one.
  public func use(_ pipeline: Pipeline, line: String? = nil) throws {
    for stage in self.pipeline.stages where pipeline.stage(stage.id) == nil {
      let leads = try database.leads(at: stage.id)
      if !leads.isEmpty { throw CRMError.stageInUse(stage.id, leads: leads) }
    }
    _ = try campaigns(for: pipeline)
    try database.use(pipeline, as: author(line ?? "pipeline"))
  }
}
