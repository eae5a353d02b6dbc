public import Leadline

extension Command {
  static let help = Command(
    Signature(
      "help", aliases: ["帮助", "幫助"], slots: [Slot("TOPIC", .text, isRequired: false)]),
    .prompt, Words("explains a command or a topic", "说明命令或主题", "說明命令或主題"),
    examples: ["help", "help move", "help fields", "help days", "help money"], needs: .nothing
  ) { parsed, session in
    let text = HelpText(session.commands, session.crm.pipeline, session.crm.language)
    guard case .text(let topic)? = parsed.slots["TOPIC"] else {
      return try session.console.page(text.overview)
    }
    guard let page = text.page(topic) else { throw CommandError.unknownTopic(topic) }
    try session.console.page(page)
  }
}

/// The texts of `help`, all from the one list of commands and the one table of fields.
public struct HelpText: Sendable {
  let commands: [Command]
  let pipeline: Pipeline
  let language: Language

  public init(_ commands: [Command], _ pipeline: Pipeline, _ language: Language) {
    self.commands = commands
    self.pipeline = pipeline
    self.language = language
  }

  /// Every command with its summary, by group.
  public var overview: String {
    let groups = Command.Group.allCases.compactMap { group -> String? in
      let lines = commands.filter { $0.group == group }.map(line)
      return lines.isEmpty ? nil : "\(group.words[language])\n\(lines.joined(separator: "\n"))"
    }
    return (groups + [hint]).joined(separator: "\n\n")
  }

  private var hint: String {
    Words(
      "help COMMAND · help fields · help days · help money",
      "help 命令 · help fields 字段 · help days 日期 · help money 金额",
      "help 命令 · help fields 欄位 · help days 日期 · help money 金額")[language]
  }

  private func line(_ command: Command) -> String {
    let name = command.signature.name
    let chinese = command.signature.aliases.first { !$0.utf8.allSatisfy { $0 < 128 } } ?? ""
    let width = CellWidth.of(chinese)
    let pad = String(repeating: " ", count: max(1, 12 - name.count))
    let gap = String(repeating: " ", count: max(1, 12 - width))
    return "  \(name)\(pad)\(chinese)\(gap)\(command.summary[language])"
  }

  /// The page about a command or topic; nil where there is none.
  public func page(_ topic: String) -> String? {
    let fold = Fold.text(topic)
    switch fold {
    case "fields", "字段", "栏位": return fields
    case "days", "日期": return HelpTopics.days
    case "money", "amounts", "金额": return HelpTopics.money
    default: break
    }
    return commands.first { $0.isNamed(topic) }.map(page)
  }

  private func page(_ command: Command) -> String {
    let signature = command.signature
    let usage = ([signature.name] + signature.slots.map(\.usage) + extras(signature))
      .joined(separator: " ")
    var parts = [
      "\(command.summary[language])\n  \(signature.aliases.joined(separator: " "))",
      command.examples.map { "  \($0)" }.joined(separator: "\n"), usage,
    ]
    if !command.details.isEmpty { parts.append(command.details.wrapped(to: 80)) }
    if !signature.assignable.isEmpty {
      parts.append("  " + signature.assignable.map { "\($0.name)=" }.joined(separator: " "))
    }
    if !signature.options.isEmpty {
      parts.append(
        "  "
          + signature.options.map { option in
            [option.name, option.value].compactMap(\.self).joined(separator: " ")
          }.joined(separator: "  "))
    }
    return parts.joined(separator: "\n\n")
  }

  private func extras(_ signature: Signature) -> [String] {
    (signature.isListing ? ["[FILTER]"] : [])
      + (signature.assignable.isEmpty ? [] : ["[FIELD=VALUE …]"])
      + (signature.options.isEmpty ? [] : ["[OPTION …]"])
  }

  private var fields: String {
    let kinds: [(String, [Field])] = [
      ("leads", Field.leads(pipeline)), ("contacts", Field.contacts),
      ("orgs", Field.organisations), ("activities", Field.activities),
      ("follow-ups", Field.followUps),
    ]
    return kinds.map { title, fields in
      let lines = fields.map { field in
        let pad = String(repeating: " ", count: max(1, 14 - field.name.count))
        let chinese = field.words.all.dropFirst().joined(separator: " ")
        let access = field.access == .readOnly ? "" : field.access == .dated ? "  = on=" : "  ="
        return "  \(field.name)\(pad)\(chinese)\(access)"
      }
      return "\(title)\n\(lines.joined(separator: "\n"))"
    }.joined(separator: "\n\n")
  }
}

extension String {
  /// Its words in lines of at most so many cells, as far as a word fits; line breaks stay.
  fileprivate func wrapped(to width: Int) -> String {
    split(separator: "\n", omittingEmptySubsequences: false).map { paragraph in
      var lines: [String] = []
      for word in paragraph.split(separator: " ").map(String.init) {
        if let line = lines.last, CellWidth.of(line) + 1 + CellWidth.of(word) <= width {
          lines[lines.count - 1] = "\(line) \(word)"
        } else {
          lines.append(word)
        }
      }
      return lines.joined(separator: "\n")
    }.joined(separator: "\n")
  }
}

extension Slot {
  /// `WHICH`, `[DAY]`, `FILE…`.
  var usage: String {
    let word = repeats && name == "FILE" ? "\(name)…" : name
    return isRequired ? word : "[\(word)]"
  }
}

extension Command.Group {
  var words: Words {
    switch self {
    case .look: Words("look", "查看", "查看")
    case .work: Words("work", "跟进", "跟進")
    case .pipeline: Words("pipeline", "流转", "流轉")
    case .network: Words("network", "人脉", "人脈")
    case .contest: Words("contest", "竞赛", "競賽")
    case .data: Words("data", "数据", "數據")
    case .prompt: Words("prompt", "界面", "介面")
    }
  }
}

/// Pages about the words of the language.
enum HelpTopics {
  static let days = """
    days: 2026-12-05  12-05  today tomorrow yesterday  +3d -2w  fri  eow eom eoq eoy
          今天 明天 后天 大后天 昨天 前天  周五 本周五 下周三 上周五  3天后 两周前  月底 季末 年底  12月5日
    periods, in a filter: 2022  2022-11  2022-q4  本周 上周 本月 上月 本季 今年 去年
    lengths: 30d  6w  30天
    in a filter: idle:30d..   due:..fri   created:2022-11   closed:2022-10-01..2022-12-02

    Without a year, and for days of the week, the nearest that way: on, created, closed look back, \
    due and until look forward.
    """

  static let money = """
    amounts: 52000000  5200万  5,200万  1.2亿  1亿2000万  三千五百万  52m  1.2bn
             3mUSD  300万美元  "3m USD"
    in a filter: amount:50m..   agreed:>=1000万   amount:1000万..5000万

    An amount without a currency is in the database's own.
    """
}
