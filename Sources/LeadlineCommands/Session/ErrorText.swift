public import Leadline
internal import LeadlineInterchange

/// What a person is told of an error: what, where, the nearest right thing, the next step; and
/// the exit code that tells a script.
public struct ErrorText: Sendable {
  /// Without the leading `error: `; may have several lines.
  public let text: String
  public let exitCode: Int32
  /// Whether the text goes without a leading `error: `.
  let isRendered: Bool
  private let language: Language

  public init(_ error: any Error, in language: Language) {
    self.language = language
    isRendered = error is Diagnostic || (error as? CommandError)?.isAnswer == true
    let (text, code) = Self.read(error, language)
    self.text = Location.masking(text)
    exitCode = code
  }

  private static func read(_ error: any Error, _ language: Language) -> (String, Int32) {
    switch error {
    case let error as Diagnostic: (error.masked.render(language), error.exitCode)
    case let error as ValueError: (error.words(language), 2)
    case let error as CRMError: (error.words[language], error.exitCode)
    case let error as CommandError: (error.words[language], error.exitCode)
    case let error as StorageError: (error.words[language], error.exitCode)
    case let error as CopyError: (error.words[language], error.exitCode)
    case let error as UndoRefusal: (error.words[language], error.exitCode)
    case let error as FileError: (error.message[language], 3)
    case let error as InputError: (error.message[language], 3)
    case let error as CSVError: (error.message[language], 3)
    case let error as ImportError: (error.words[language], error.exitCode)
    case let error as PipelineFileError: (error.words[language], 3)
    case let error as CampaignFileError: (error.words[language], 3)
    case let error as SharesError: (error.words[language], 2)
    case let error as MissingRate: (error.words[language], 1)
    case let error as FractionOverflow: (error.words[language], 1)
    case let error as BreakdownMismatch: (error.words[language], 3)
    default: ("\(error)", 1)
    }
  }

  /// As printed.
  public var full: String { isRendered ? text : Diagnostic.prefix(language) + text }
}

extension Diagnostic {
  /// Without the passwords of addresses, the caret where the words now stand.
  fileprivate var masked: Diagnostic {
    let shown = Location.masking(line)
    guard shown != line, let range else { return self }
    let before = Location.masking(String(line[..<range.lowerBound])).utf8.count
    let after = Location.masking(String(line[..<range.upperBound])).utf8.count
    let (start, end) = (min(before, shown.utf8.count), min(after, shown.utf8.count))
    let lower = shown.utf8.index(shown.startIndex, offsetBy: start)
    let upper = shown.utf8.index(shown.startIndex, offsetBy: max(start, end))
    return Diagnostic(problem, line: shown, range: lower..<upper, suggestions: suggestions)
  }
}

extension CommandError {
  /// Whether it only says what the person chose.
  var isAnswer: Bool { self == .left || self == .notConfirmed }

  var exitCode: Int32 {
    switch self {
    case .confirmationNeeded: 5
    case .notConfirmed, .left: 1
    case .noRows, .noSuchRow: 4
    case .noCheck: 3
    case .doneWithoutReport(_, let error): error.exitCode
    case .unknownEnding, .unknownFormat, .noPicture, .onlyAtPrompt, .unknownTopic, .badNumber,
      .badChoice, .badYears, .missing, .several, .rowsApart, .wrongKind, .numberOutOfRange,
      .dayAfter, .dayBefore, .notTogether, .campaignEnded:
      2
    }
  }

  var words: Words {
    switch self {
    case .confirmationNeeded(let command, let count):
      Words(
        "\(command) would change \(count) records, and nobody is here to confirm\n  "
          + "say it beforehand: --yes",
        "\(command) 将改动\(count)条记录，而此处无人确认\n  请事先加 --yes",
        "\(command) 將改動\(count)條記錄，而此處無人確認\n  請事先加 --yes")
    case .notConfirmed:
      Words("nothing changed", "没有改动", "沒有改動")
    case .left: Words("left; nothing written", "已离开，未写入", "已離開，未寫入")
    case .noRows:
      Words(
        "no rows to refer to: list something first, such as leads", "尚无可引用的行：请先列出，如 leads",
        "尚無可引用的行：請先列出，如 leads")
    case .noSuchRow(let row, let count):
      Words(
        "no row @\(row): the last list has \(count)", "没有第\(row)行：上一列表共\(count)行",
        "沒有第\(row)行：上一列表共\(count)行")
    case .unknownEnding(let path):
      Words(
        "cannot tell the format of '\(path)': its ending must be one of "
          + "\(Self.endings), or --format given\n  '>' writes a file; to compare, write amount:>50m",
        "无法从'\(path)'的扩展名判断格式：可用 \(Self.endings)，或加 --format\n  '>' 写入文件；比较请写 amount:>50m",
        "無法從'\(path)'的副檔名判斷格式：可用 \(Self.endings)，或加 --format\n  '>' 寫入檔案；比較請寫 amount:>50m")
    case .unknownFormat(let name):
      Words(
        "unknown format '\(name)': one of \(TableFormat.names.joined(separator: ", "))",
        "未知格式'\(name)'：可用 \(TableFormat.names.joined(separator: "、"))",
        "未知格式'\(name)'：可用 \(TableFormat.names.joined(separator: "、"))")
    case .noPicture(let format, let command):
      Words(
        "\(command) gives no picture: \(format) is for path\n  choose another: \(Self.tables)",
        "\(command) 没有图形输出：\(format) 只用于 path\n  请改用 \(Self.tables)",
        "\(command) 沒有圖形輸出：\(format) 只用於 path\n  請改用 \(Self.tables)")
    case .onlyAtPrompt(let what):
      Words(
        "'\(what)' refers to rows of the last list: at the prompt only",
        "'\(what)'引用上一列表的行，只能在交互界面使用", "'\(what)'引用上一列表的行，只能在互動介面使用")
    case .unknownTopic(let topic):
      Words(
        "no help about '\(topic)'\n  help lists the commands", "没有关于'\(topic)'的帮助\n  help 列出所有命令",
        "沒有關於'\(topic)'的說明\n  help 列出所有命令")
    case .badNumber(let text, let option):
      Words(
        "\(option) takes a whole number, not '\(text)'", "\(option) 须为整数，不是'\(text)'",
        "\(option) 須為整數，不是'\(text)'")
    case .badChoice(let text, let option, let known):
      Words(
        "\(option) takes \(known.joined(separator: ", ")), not '\(text)'",
        "\(option) 可用 \(known.joined(separator: "、"))，不是'\(text)'",
        "\(option) 可用 \(known.joined(separator: "、"))，不是'\(text)'")
    case .numberOutOfRange(let text, let option, let range):
      Words(
        "\(option) takes \(range.lowerBound) to \(range.upperBound), not '\(text)'",
        "\(option) 须在 \(range.lowerBound) 至 \(range.upperBound) 之间，不是'\(text)'",
        "\(option) 須在 \(range.lowerBound) 至 \(range.upperBound) 之間，不是'\(text)'")
    case .dayAfter(let day, let option, let today):
      Words(
        "\(option) \(day) is after \(today), the day asked for\n  name a day before it",
        "\(option) \(day) 晚于所查日期 \(today)\n  请填更早的日期",
        "\(option) \(day) 晚於所查日期 \(today)\n  請填更早的日期")
    case .dayBefore(let day, let option, let today):
      Words(
        "\(option) \(day) is before \(today), the day asked for\n  name a day after it",
        "\(option) \(day) 早于所查日期 \(today)\n  请填更晚的日期",
        "\(option) \(day) 早於所查日期 \(today)\n  請填更晚的日期")
    case .notTogether(let one, let other):
      Words(
        "\(one) and \(other) do not go together\n  leave one of them out",
        "\(one) 与 \(other) 不能同时使用\n  请去掉其中之一",
        "\(one) 與 \(other) 不能同時使用\n  請去掉其中之一")
    case .campaignEnded(let name, let day):
      Words(
        "the campaign \(Printable.escaping(name)) ended on \(day)\n  forecast --until DAY",
        "竞赛 \(Printable.escaping(name)) 已于 \(day) 结束\n  forecast --until 日期",
        "競賽 \(Printable.escaping(name)) 已於 \(day) 結束\n  forecast --until 日期")
    case .missing(let what, let example):
      Words(
        "\(what) is missing\n  \(example)", "缺少 \(what)\n  \(example)", "缺少 \(what)\n  \(example)")
    case .several(let what, let refs):
      Words(
        "\(what) takes one record, not \(refs.count)", "\(what) 只能是一条记录，不是\(refs.count)条",
        "\(what) 只能是一條記錄，不是\(refs.count)條")
    case .rowsApart(let command):
      Words(
        "these rows have no record in common\n  take one at a time: \(command) @1",
        "这些行没有共同的记录\n  请逐行处理：\(command) @1", "這些行沒有共同的記錄\n  請逐行處理：\(command) @1")
    case .badYears(let text):
      Words(
        "'\(text)' is no span of years, such as 1995-1999, 2004- or 1995",
        "'\(text)'不是年份，如 1995-1999、2004- 或 1995", "'\(text)'不是年份，如 1995-1999、2004- 或 1995")
    case .noCheck(let findings):
      Words("\(findings) findings", "发现\(findings)处问题", "發現\(findings)處問題")
    case .wrongKind(let ref, let command):
      Words(
        "\(command) does not take \(ref)", "\(command) 不适用于 \(ref)", "\(command) 不適用於 \(ref)")
    case .doneWithoutReport(let entry, _):
      Words(
        "the command was done and is written, as J\(entry); what it says of it could not be read\n"
          + "  see:  journal --limit 1",
        "命令已完成并写入（J\(entry)），但其结果未能读出\n  请看日志：journal --limit 1",
        "命令已完成並寫入（J\(entry)），但其結果未能讀出\n  請看日誌：journal --limit 1")
    }
  }

  private static var tables: String {
    TableFormat.allCases.filter { !$0.isPicture }.map(\.rawValue).joined(separator: " ")
  }

  private static var endings: String {
    TableFormat.allCases.flatMap(\.fileEndings).map { ".\($0)" }.joined(separator: " ")
  }
}
