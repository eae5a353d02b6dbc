internal import Foundation
public import LeadlineModel
internal import LeadlineStore

extension CRM {
  /// Copies the whole database, as of now, into a new file at `path`.
  ///
  /// Throws `CRMError.fileExists` where there is one already.
  public func backUp(to path: String) throws {
    guard !FileManager.default.fileExists(atPath: path) else { throw CRMError.fileExists(path) }
    try database.backUp(to: path)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
  }

  /// Puts another pipeline into use.
  ///
  /// Throws `CRMError.stageInUse` where leads stand at a stage that it lacks.
  public func use(_ pipeline: Pipeline, line: String) throws {
    for stage in self.pipeline.stages where pipeline.stage(stage.id) == nil {
      let leads = try database.leads(at: stage.id)
      if !leads.isEmpty { throw CRMError.stageInUse(stage.id, leads: leads) }
    }
    try database.use(pipeline, as: author(line))
  }
}
