internal import Leadline
internal import LeadlineCommands

/// What may stand at the cursor of a line, from the commands, the fields and the data.
struct LineCompleter {
  let session: Session

  func completion(_ line: String, cursor: Int) -> Completion? {
    nil
  }
}
