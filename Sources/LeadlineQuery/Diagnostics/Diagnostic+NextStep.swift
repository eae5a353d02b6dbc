internal import LeadlineModel

extension Diagnostic {
  /// What to do next, nil where the message says it all.
  var nextStep: Words? {
    switch problem {
    case .missingCommand, .unknownCommand:
      Words("all commands: help", "所有命令：help", "所有命令：help")
    case .fieldNotTaken(_, let command), .missingSlot(_, let command),
      .unknownField(_, let command?):
      Words("see: help \(command)", "用法：help \(command)", "用法：help \(command)")
    case .unknownField(let name, _) where !name.utf8.allSatisfy { $0 < 0x80 }:
      Words(
        "all fields: help fields   as text, put it in quotes", "所有字段：help fields   作为文字请加引号",
        "所有欄位：help fields   作為文字請加引號")
    case .unknownField, .readOnlyField:
      Words("all fields: help fields", "所有字段：help fields", "所有欄位：help fields")
    case .unequal(let field, let value):
      Words(
        "to exclude: not \(field):\(value)", "要排除，请写 not \(field):\(value)",
        "要排除，請寫 not \(field):\(value)")
    case .joinedWords(let words, let term):
      Words(
        "quote them apart: '\(words)' '\(term)'", "请分开加引号：'\(words)' '\(term)'",
        "請分開加引號：'\(words)' '\(term)'")
    case .assignSelects(let field, let value):
      Words(
        "to select, write \(field):\(value)", "要筛选，请写 \(field):\(value)", "要篩選，請寫 \(field):\(value)"
      )
    case .termGives(let field, let value): termGives(field, value)
    case .unexpectedWord(_, let command, let afterName):
      afterName
        ? quoteName : Words("see: help \(command)", "用法：help \(command)", "用法：help \(command)")
    case .unknownChoice(_, _, let choices): accepted(choices)
    case .emptyValue(let field):
      Words(
        "without a value: \(field):none   with any: \(field):any",
        "没有值：\(field):none   有值：\(field):any", "沒有值：\(field):none   有值：\(field):any")
    case .noOrder: Words("as text, put it in quotes", "作为文字请加引号", "作為文字請加引號")
    case .notARef where beginsWord: Words("as a name, put it in quotes", "作为名称请加引号", "作為名稱請加引號")
    case .badRows: Words("accepted: @3, @1-3,7, @all", "可用：@3、@1-3,7、@all", "可用：@3、@1-3,7、@all")
    case .redirectTakesOneName, .redirectNeedsName:
      Words(
        "to compare, write amount:>50m", "要比较大小，请写 amount:>50m", "要比較大小，請寫 amount:>50m")
    default: nil
    }
  }

  /// Whether the place begins a word of the line, not a value.
  private var beginsWord: Bool {
    guard let start = range?.lowerBound, start > line.startIndex else { return true }
    return Marks.isBlank(line.unicodeScalars[line.unicodeScalars.index(before: start)])
  }

  private var quoteName: Words {
    Words("put a name with blanks in quotes", "带空格的名字请加引号", "帶空格的名字請加引號")
  }

  private func termGives(_ field: String, _ value: String) -> Words {
    Words(
      "to give a value, write \(field)=\(value)   as text, put it in quotes",
      "要赋值，请写 \(field)=\(value)   作为文字请加引号", "要賦值，請寫 \(field)=\(value)   作為文字請加引號")
  }

  private func accepted(_ choices: [String]) -> Words {
    let chinese = choices.joined(separator: "、")
    return Words(
      "accepted: \(choices.joined(separator: ", "))", "可用：\(chinese)", "可用：\(chinese)")
  }
}
