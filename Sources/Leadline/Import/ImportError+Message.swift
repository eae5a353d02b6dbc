internal import LeadlineInterchange
public import LeadlineModel
internal import LeadlineQuery

extension ImportError {
  /// 2 where the command is to be mended, 3 for a file.
  public var exitCode: Int32 {
    switch self {
    case .unreadable, .malformed, .noHeadings, .noCards: 3
    default: 2
    }
  }

  /// The error and the next step, in every language.
  public var words: Words {
    switch self {
    case .noFiles: Words("no file was named", "没有指定文件", "沒有指定檔案")
    case .unreadable(let error): error.message
    case .malformed(let path, let error):
      error.message.with { "\(path): \($0)" }
    case .noHeadings(let path):
      Words("\(path) is empty", "\(path) 是空文件", "\(path) 是空檔案")
    case .noCards(let path):
      Words("no cards in \(path)", "\(path) 中没有名片", "\(path) 中沒有名片")
    case .noHeaderRow(let path, let line):
      Words(
        "\(path) has no line \(line) for the headings", "\(path) 没有第 \(line) 行作表头",
        "\(path) 沒有第 \(line) 行作表頭")
    case .noSuchColumn(let name, let path, let nearest):
      Words(
        "\(path) has no column '\(name)'\(Self.meant(nearest, "; did you mean %?"))",
        "\(path) 没有“\(name)”列\(Self.meant(nearest, "；是不是 %？"))",
        "\(path) 沒有「\(name)」欄\(Self.meant(nearest, "；是不是 %？"))")
    case .unknownStage(let word, let nearest, let known):
      Words(
        "'\(word)' is no stage: \(known.joined(separator: ", "))"
          + Self.meant(nearest, "; did you mean %?"),
        "“\(word)”不是阶段：\(known.joined(separator: "、"))\(Self.meant(nearest, "；是不是 %？"))",
        "「\(word)」不是階段：\(known.joined(separator: "、"))\(Self.meant(nearest, "；是不是 %？"))")
    case .workbook, .noSheets, .cardsAs: fileWords
    default: kindWords
    }
  }

  private var fileWords: Words {
    switch self {
    case .workbook(let path):
      Words(
        "\(path) is a workbook; workbooks are not read yet\n  save the sheet as CSV (UTF-8)",
        "\(path) 是工作簿，目前还不能读取\n  请把工作表另存为 CSV (UTF-8)",
        "\(path) 是活頁簿，目前還不能讀取\n  請把工作表另存為 CSV (UTF-8)")
    case .noSheets(let path):
      Words(
        "\(path) is no workbook: it has no sheets\n  leave out --sheet",
        "\(path) 不是工作簿，没有工作表\n  请去掉 --sheet",
        "\(path) 不是活頁簿，沒有工作表\n  請去掉 --sheet")
    case .cardsAs(let kind, let path):
      Words(
        "\(path) holds cards: they are contacts, not \(kind.plural.english)",
        "\(path) 是名片文件，只能导入联系人，不能导入\(kind.plural.simplified)",
        "\(path) 是名片檔案，只能匯入聯絡人，不能匯入\(kind.plural.traditional)")
    default: Words("", "", "")
    }
  }

  private var kindWords: Words {
    switch self {
    case .notImported(let kind):
      Words(
        "\(kind.plural.english) are not imported", "不能导入\(kind.plural.simplified)",
        "不能匯入\(kind.plural.traditional)")
    case .noSuchField(let name, let kind, let nearest):
      Words(
        "\(kind.plural.english) have no field '\(name)'\(Self.meant(nearest, "; did you mean %?"))",
        "\(kind.plural.simplified)没有“\(name)”字段\(Self.meant(nearest, "；是不是 %？"))",
        "\(kind.plural.traditional)沒有「\(name)」欄位\(Self.meant(nearest, "；是不是 %？"))")
    case .notTaken(let field, let kind):
      Words(
        "'\(field)' of \(kind.plural.english) follows from other facts and is not imported",
        "\(kind.plural.simplified)的“\(field)”由其他内容得出，不能导入",
        "\(kind.plural.traditional)的「\(field)」由其他內容得出，不能匯入")
    case .nothingRecognised(let path, let headings):
      unclear(path, headings)
    case .lacksName(let path, let kind, let headings):
      lacks(path, kind, headings)
    case .ambiguousKind(let path, let kinds):
      ambiguous(path, kinds)
    default: Words("", "", "")
    }
  }

  private func unclear(_ path: String, _ headings: [String]) -> Words {
    let list = Self.list(headings)
    return Words(
      """
      \(path): none of its columns is known: \(list)
        name them with --map "COLUMN=FIELD,…", or the line of the headings with --header-row N
      """,
      "\(path)：没有认出任何一列：\(list)\n  请用 --map \"列名=字段,…\" 指定，或用 --header-row N 指定表头行",
      "\(path)：沒有認出任何一欄：\(list)\n  請用 --map \"欄名=欄位,…\" 指定，或用 --header-row N 指定表頭列")
  }

  private func lacks(_ path: String, _ kind: RecordKind, _ headings: [String]) -> Words {
    let list = Self.list(headings)
    let field = kind == .lead ? "title" : kind == .activity ? "on" : "name"
    return Words(
      """
      \(path): no column gives the \(field) of the \(kind.plural.english): \(list)
        name it with --map "COLUMN=\(field)"
      """,
      "\(path)：没有一列是\(kind.plural.simplified)的 \(field)：\(list)\n  请用 --map \"列名=\(field)\" 指定",
      "\(path)：沒有一欄是\(kind.plural.traditional)的 \(field)：\(list)\n  請用 --map \"欄名=\(field)\" 指定")
  }

  private func ambiguous(_ path: String, _ kinds: [RecordKind]) -> Words {
    func list(_ language: Language) -> String {
      kinds.map { $0.plural[language] }.joined(separator: language == .english ? " or " : "或")
    }
    let option = kinds.map(\.importWord).joined(separator: "|")
    return Words(
      "\(path) may hold \(list(.english))\n  say which with --as \(option)",
      "\(path) 可能是\(list(.simplified))\n  请用 --as \(option) 指明",
      "\(path) 可能是\(list(.traditional))\n  請用 --as \(option) 指明")
  }

  private static func list(_ headings: [String]) -> String {
    let known = headings.filter { !$0.isBlank }.prefix(12).joined(separator: ", ")
    return headings.count > 12 ? known + " …" : known
  }

  private static func meant(_ nearest: [String], _ pattern: String) -> String {
    nearest.first.map { pattern.replacing("%", with: $0) } ?? ""
  }
}

extension RecordKind {
  /// The word of `--as`.
  public var importWord: String {
    switch self {
    case .contact: "contacts"
    case .lead: "leads"
    case .organisation: "orgs"
    case .activity: "activities"
    default: rawValue
    }
  }

  var plural: Words {
    switch self {
    case .contact: Words("contacts", "联系人", "聯絡人")
    case .lead: Words("leads", "线索", "線索")
    case .organisation: Words("organisations", "单位", "單位")
    case .activity: Words("activities", "跟进记录", "跟進記錄")
    default: Words("records of that kind", "这类记录", "這類記錄")
    }
  }
}

extension Words {
  func with(_ change: (String) -> String) -> Words {
    Words(change(english), change(simplified), change(traditional))
  }
}
