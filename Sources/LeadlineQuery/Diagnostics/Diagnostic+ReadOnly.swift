internal import LeadlineModel

extension Diagnostic {
  /// Says what sets a field that cannot be given.
  func readOnly(_ field: Field) -> Words {
    let english = "\(field.name) is not given: "
    let simplified = "“\(field.words.simplified)”不能直接填写："
    let traditional = "「\(field.words.traditional)」不能直接填寫："
    let source = Self.source(of: field)
    return Words(
      english + source.english, simplified + source.simplified, traditional + source.traditional)
  }

  private static func source(of field: Field) -> Words {
    if case .lead = field.kind, let commands = leadCommands[field.name] ?? entryDay(field) {
      return setBy(commands)
    }
    switch (field.kind, field.name) {
    case (_, "id"): return Words("it never changes", "编号永不改变", "編號永不改變")
    case (_, "key"): return Words("import sets it", "由 import 设定", "由 import 設定")
    case (.contact, "knows"), (.contact, "tie"): return setBy("tie")
    case (.contact, "employer"), (.contact, "class"): return setBy("affiliate")
    case (.contact, "asked"), (.contact, "last-asked"): return setBy("ask")
    case (.followUp, "outcome"), (.followUp, "closed"): return setBy("done, cancel")
    case (.followUp, "kind"): return setBy("plan, promise")
    case (.followUp, "lead"), (.followUp, "contact"): return setBy("plan")
    default: return Words("it is computed", "由系统计算", "由系統計算")
    }
  }

  private static func setBy(_ commands: String) -> Words {
    Words("set by \(commands)", "由 \(commands) 设定", "由 \(commands) 設定")
  }

  private static func entryDay(_ field: Field) -> String? {
    field.name.hasSuffix("-on") ? "move, amend" : nil
  }

  private static let leadCommands = [
    "stage": "move", "outcome": "lose, shelve, reopen", "arrived": "receipt",
    "amount": "expected, agreed, total", "closed": "move, lose, shelve", "due": "plan",
    "next": "plan", "idle": "log", "last-touch": "log",
  ]
}
