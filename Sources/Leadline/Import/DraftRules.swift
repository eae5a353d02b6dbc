internal import LeadlineModel

/// What a row must say, and what follows from what it says.
enum DraftRules {
  static func finish(_ draft: inout ImportDraft, _ cells: CellReader) throws(RowRefusal) {
    switch draft.kind {
    case .lead: try finishLead(&draft, cells)
    case .activity: try finishActivity(&draft)
    default:
      if draft.name.isBlank { throw .noName(draft.kind) }
    }
  }

  private static func finishLead(
    _ draft: inout ImportDraft, _ cells: CellReader
  ) throws(RowRefusal) {
    // A project without a name of its own goes by the investor's.
    if draft.text("title") == nil, let organisation = draft.list("org").first {
      draft.values["title"] = .text(organisation)
    }
    if draft.name.isBlank { throw .noName(.lead) }
    if let section = draft.list("section").first, draft.values["department"] == nil {
      throw .sectionWithoutDepartment(section)
    }
    if draft.values["shares"] != nil {
      do throws(SharesError) {
        _ = try Shares(draft.list("shares"))
      } catch {
        throw .badShares(error)
      }
    }
    guard let word = draft.text("stage") else { return }
    draft.values["stage"] = nil
    switch try cells.stage(word) {
    case .stage(let id): draft.values["stage"] = .choice(id)
    case .lost: close(&draft, .lost, word)
    case .shelved: close(&draft, .shelved, word)
    }
  }

  private static func close(_ draft: inout ImportDraft, _ outcome: Outcome, _ word: String) {
    draft.values["outcome"] = .choice(outcome.rawValue)
    if draft.text("reason") == nil {
      draft.values["reason"] = .text("imported as \(outcome.rawValue) (\(word))")
    }
  }

  private static func finishActivity(_ draft: inout ImportDraft) throws(RowRefusal) {
    if draft.day("on") == nil { throw .noName(.activity) }
    guard draft.choice("kind") == nil else { return }
    // Who counts guests has received somebody.
    guard draft.values["guests"] != nil else { throw .noKindOfActivity }
    draft.values["kind"] = .choice("reception")
  }
}
